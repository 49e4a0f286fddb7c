from typing import IO

class SvgPathImage:
    def save(self, stream: IO[bytes]) -> None: ...
