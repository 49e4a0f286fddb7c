"""The bodies of the invented register, as they would be typed in."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate, pairwise
from typing import Any

from birlik.base.registry.engine.cards import CardRow, Particular
from birlik.base.registry.models import Territory
from birlik.base.values.identity import check_digit
from birlik.base.values.local_text import LocalText
from birlik.wiring.demo.fates import Lot
from birlik.wiring.demo.register.names import body_word, written
from birlik.wiring.demo.register.shares import shared

REPUBLIC = ""
GROUND = "Демонстрация · Demonstration"
NUMBERED = ("association", "club", "press", "theatre", "union")
"""Kinds whose names hold one of these have a БИН."""


@dataclass(frozen=True, slots=True)
class DrawnBody:
    """A body with the code of its region ('' for the republic), how many hold a seat in it, the
    rule it was drawn by, and the year in which it ends."""

    card: CardRow
    region: str
    people: int
    rule: Mapping[str, Any]
    until: int | None = None


def districts_of(region: Territory) -> Iterator[tuple[str, LocalText]]:
    """The invented districts of a region: code and name. No real code lies beyond 90."""
    for number in range(1, 6):
        yield (
            f"{region.code[:2]}{90 + number}00000",
            LocalText(
                f"№ {number} аудан (мысал), {region.name_kk}",
                f"Район № {number} (пример), {region.name_ru}",
                f"District No. {number} (example), {region.name_en}",
            ),
        )


def drawn_bodies(places: Mapping[str, Territory], share: float = 1.0) -> list[DrawnBody]:
    """Every body of the register, those of the republic first; `places` are the territories by
    code, `share` how much of the register there is to be, from 0 to 1."""
    rules = (scaled(rule, share) for rule in written("bodies.yaml")["bodies"])
    found = [body for rule in rules for body in bodies_of(rule, places)]
    numbered = [replace(one, card=with_bin(one.card, serial)) for serial, one in enumerate(found)]
    return sorted(numbered, key=lambda body: body.region)


def scaled(rule: Mapping[str, Any], share: float) -> Mapping[str, Any]:
    """A rule of which only a share is wanted: of what is spread, of seats and of counts, but never
    fewer than the `least` of it."""
    parts = {name: rule[name] for name in ("spread", "seats", "count") if name in rule}
    least = rule.get("least", 1)
    return {**rule, **{name: max(least, round(share * whole)) for name, whole in parts.items()}}


def bodies_of(rule: Mapping[str, Any], places: Mapping[str, Territory]) -> Iterator[DrawnBody]:
    """The bodies of a rule with their seats shared out."""
    codes = codes_of(rule, places)
    seats = seats_of(rule, len(codes))
    numbers: Counter[str] = Counter()
    for place, code in enumerate(codes):
        region = f"{code[:2]}0000000" if code else REPUBLIC
        numbers[region] += 1
        lot = Lot(f"{rule['kind']}/{code}/{place}")
        card = card_of(rule, places.get(code), numbers[region], lot)
        yield DrawnBody(card, region, seats[place], rule, rule.get("until"))


def codes_of(rule: Mapping[str, Any], places: Mapping[str, Territory]) -> list[str]:
    """The territories of the bodies of a rule, one for each: '' is the republic."""
    codes = [REPUBLIC] * rule.get("republic", 0)
    regions = [code for code, one in places.items() if one.parent_id is None]
    if rule.get("each") == "region":
        codes += regions
    if rule.get("each") == "district":
        codes += [code for code, one in places.items() if one.parent_id and code[2] != "9"]
    if "spread" in rule:
        weights = {code: written("bodies.yaml")["weights"][code] for code in regions}
        for code, count in shared(rule["spread"], weights).items():
            codes += within(code, count, rule, places)
    return codes


def within(
    region: str, count: int, rule: Mapping[str, Any], places: Mapping[str, Territory]
) -> list[str]:
    """The territories of `count` bodies of a region: itself, or its districts one after another
    where the bodies are those of settlements."""
    if rule.get("level") != "settlement":
        return [region] * count
    inside = [code for code in places if code[:2] == region[:2] and code != region]
    return [inside[number % len(inside)] for number in range(count)]


def seats_of(rule: Mapping[str, Any], count: int) -> list[int]:
    """How many hold a seat in each of the bodies of a rule."""
    if "seats" in rule:
        ends = [rule["seats"] * place // count for place in range(count + 1)]
        return [after - before for before, after in pairwise(ends)]
    least, most = rule["people"]
    return [Lot(f"{rule['kind']}/seats/{place}").between(least, most) for place in range(count)]


def card_of(rule: Mapping[str, Any], place: Territory | None, number: int, lot: Lot) -> CardRow:
    """The card of a body as somebody would fill it in: now and then something is missing."""
    word = body_word(number + 7 * int(place.code[:2] if place else "0"))
    culture = culture_of(rule, lot)
    named = {
        language: rule[language].format(
            w=word, n=number, r=place.name.get(language) if place else republic(language)
        )
        for language in ("kk", "ru", "en")
    }
    told, door = lot.below(100), lot.between(1, 90)
    return CardRow(
        kind=rule["kind"],
        name_kk=named["kk"],
        name_ru=named["ru"],
        name_en=named["en"],
        territory=place.code if place else "",
        level=rule.get("level") or level_at(place),
        founded_on=founded_on(rule, lot),
        ground=GROUND,
        address_ru=f"ул. Примерная, {door}" if told > 9 else "",
        address_kk=f"Мысал көшесі, {door}" if told > 9 else "",
        phone=f"8 (7172) 00-{lot.below(100):02}-{lot.below(100):02}" if told > 14 else "",
        culture=culture,
        languages=languages_of(rule, culture, number),
        fields=("culture", "ethnic_languages") if culture else (),
        particulars=particulars_of(rule["kind"], lot),
    )


def level_at(place: Territory | None) -> str:
    """How high a body of a territory stands where nothing else is said."""
    if place is None:
        return "republic"
    return "district" if place.parent_id else "region"


def republic(language: str) -> str:
    """How a body of the whole country says where it is."""
    return {"kk": "республика", "ru": "республика", "en": "republic"}[language]


def founded_on(rule: Mapping[str, Any], lot: Lot) -> date:
    """The day on which a body was founded; of the present year none yet to come."""
    first, last = rule["since"]
    year = lot.between(first, last)
    return date(year, 1, 10) + timedelta(days=lot.below(40 if year == 2026 else 340))


def culture_of(rule: Mapping[str, Any], lot: Lot) -> str:
    """The culture to which an association or a collective is devoted."""
    if not (rule.get("accredited") or rule["kind"] in {"creative_collective", "ethnic_theatre"}):
        return ""
    weights: Mapping[str, int] = written("bodies.yaml")["cultures"]
    drawn = lot.below(sum(weights.values()))
    ends = zip(weights, accumulate(weights.values()), strict=True)
    return next(culture for culture, end in ends if drawn < end)


def languages_of(rule: Mapping[str, Any], culture: str, number: int) -> tuple[str, ...]:
    """The languages in which a body works."""
    words = written("bodies.yaml")
    for kind, known in (("ethnic_press", "press"), ("broadcast_programme", "broadcast")):
        if rule["kind"] == kind:
            return (words[known][number % len(words[known])],)
    return tuple(dict.fromkeys(("kk", "ru", *filter(None, [words["spoken"].get(culture)]))))


def with_bin(card: CardRow, serial: int) -> CardRow:
    """A card with a БИН that no body bears, of a year before there were such numbers; now and then
    it is missing, and some kinds have none."""
    if serial % 9 == 0 or not any(word in card.kind for word in NUMBERED):
        return card
    begun = f"{60 + serial % 20}{1 + serial % 12:02}40{serial:05}"
    digit = check_digit(begun)
    return card if digit is None else replace(card, bin=f"{begun}{digit}")


def particulars_of(kind: str, lot: Lot) -> dict[str, Particular]:
    """What the charter has a kind say beside."""
    drawn: dict[str, dict[str, Particular]] = {
        "ethnocultural_association": {"form": "association", "members": lot.between(25, 400)},
        "republican_ethnocultural_association": {"form": "association", "members": 900},
        "friendship_house": {"rooms": lot.between(6, 40), "hall_seats": lot.between(60, 400)},
        "sunday_school": {"pupils": lot.between(12, 60), "groups": lot.between(1, 4)},
        "language_group": {"pupils": lot.between(10, 25), "groups": 1},
        "creative_collective": {"genre": "ensemble", "performers": lot.between(8, 30)},
        "ethnic_press": {"sort": "newspaper", "circulation": 100 * lot.between(5, 60)},
    }
    return drawn.get(kind, {})


def heads(bodies: Sequence[DrawnBody]) -> dict[str, int]:
    """Code of a region → the place of its assembly among the bodies."""
    return {
        body.region: place
        for place, body in enumerate(bodies)
        if body.card.kind in {"assembly", "regional_assembly"}
    }
