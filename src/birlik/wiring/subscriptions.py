"""All coupling between modules: who reacts to which fact."""


def connect() -> None:
    """Connect the subscribers; nothing reacts to anything yet."""
