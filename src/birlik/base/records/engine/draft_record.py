"""An `ActDraft` as plain JSON values and back, without loss: what a reading keeps between steps."""

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from birlik.base.records.engine.draft import ActDraft


def to_record(draft: object) -> Any:
    """`draft` as dictionaries, lists, texts and numbers; dates in ISO form, decimals as text."""
    if is_dataclass(draft) and not isinstance(draft, type):
        return {part.name: to_record(getattr(draft, part.name)) for part in fields(draft)}
    if isinstance(draft, Mapping):
        return {str(key): to_record(value) for key, value in draft.items()}
    if isinstance(draft, tuple | list):
        return [to_record(value) for value in draft]
    if isinstance(draft, date):
        return draft.isoformat()
    if isinstance(draft, Decimal):
        return str(draft)
    return draft


def from_record(record: Mapping[str, Any]) -> ActDraft:
    """The draft that `to_record` made `record` of; fields that came since have their defaults.

    Raises KeyError or ValueError for a record of another shape.
    """
    draft: ActDraft = restore(ActDraft, record)
    return draft


def restore(kind: Any, value: Any) -> Any:
    """`value` as the type `kind` says: a dataclass, a tuple, a mapping, or a plain value."""
    origin = get_origin(kind)
    if origin in {Union, types.UnionType}:
        return restore_optional(kind, value)
    if origin is tuple:
        return restore_tuple(get_args(kind), value)
    if origin is Mapping:
        inner = get_args(kind)[1]
        return {key: restore(inner, item) for key, item in value.items()}
    if origin is Literal:
        return value
    return restore_plain(kind, value)


@cache
def hints_of(kind: type) -> dict[str, Any]:
    """The types of a dataclass's fields; worked out once, for it takes long."""
    return get_type_hints(kind)


def has_default(part: "Field[Any]") -> bool:
    """Whether a field may be left out."""
    return part.default is not MISSING or part.default_factory is not MISSING


def restore_optional(kind: Any, value: Any) -> Any:
    """`value` as the one alternative that is not None."""
    (inner,) = (option for option in get_args(kind) if option is not type(None))
    return None if value is None else restore(inner, value)


def restore_tuple(kinds: tuple[Any, ...], values: Any) -> tuple[Any, ...]:
    """A tuple of one kind repeated, or of one kind for each place."""
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(restore(kinds[0], value) for value in values)
    return tuple(restore(kind, value) for kind, value in zip(kinds, values, strict=True))


def restore_plain(kind: Any, value: Any) -> Any:
    """A dataclass, a date, a decimal, or a value that JSON holds as it is."""
    if is_dataclass(kind) and isinstance(kind, type):
        hints = hints_of(kind)
        kept = [part.name for part in fields(kind) if part.name in value or not has_default(part)]
        return kind(**{name: restore(hints[name], value[name]) for name in kept})
    if kind is date:
        return date.fromisoformat(value)
    return Decimal(value) if kind is Decimal else value
