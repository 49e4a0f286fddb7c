from typing import IO, Any

from docx.document import Document
from docx.shared import Length
from jinja2 import Environment

class DocxTemplate:
    def __init__(self, template_file: IO[bytes]) -> None: ...
    def render(
        self,
        context: dict[str, Any],
        jinja_env: Environment | None = ...,
        autoescape: bool = ...,
    ) -> None: ...
    def save(self, filename: IO[bytes]) -> None: ...
    def patch_xml(self, src_xml: str) -> str: ...
    def get_docx(self) -> Document: ...

class InlineImage:
    def __init__(
        self,
        tpl: DocxTemplate,
        image_descriptor: IO[bytes],
        width: Length | None = ...,
        height: Length | None = ...,
        anchor: str | None = ...,
    ) -> None: ...
