"""Bodies as a tree: each under the body that it is a part of."""

from collections.abc import Iterable, Iterator


def branches(parents: Iterable[tuple[int, int | None]]) -> Iterator[tuple[int, int]]:
    """Numbers with their depth, each after the body above it: (number, depth); 0 is a root.

    `parents` are numbers with the number above, in the order in which siblings are shown. A body
    whose parent is not among them is a root; parts that have parts themselves come first. One that
    runs in a circle is shown once, as a root.
    """
    listed = list(parents)
    known = {number for number, _above in listed}
    below: dict[int | None, list[int]] = {}
    for number, above in listed:
        below.setdefault(above if above in known else None, []).append(number)
    seen: set[int] = set()
    for root in (*below.get(None, ()), *(number for number, _above in listed)):
        yield from grown(root, below, seen)


def grown(
    root: int, below: dict[int | None, list[int]], seen: set[int]
) -> Iterator[tuple[int, int]]:
    """A body with everything below it that was not seen yet."""
    waiting = [(root, 0)]
    while waiting:
        number, depth = waiting.pop()
        if number in seen:
            continue
        seen.add(number)
        yield number, depth
        parts = sorted(below.get(number, ()), key=lambda one: one not in below)
        waiting += [(one, depth + 1) for one in reversed(parts)]
