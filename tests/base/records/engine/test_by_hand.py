"""An act entered by hand, composed into texts."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from birlik.base.records.engine.by_hand import HandAct, HandPoint, composed_texts
from birlik.base.records.engine.draft import ActDraft, ExecutorDraft
from birlik.base.records.engine.draft_record import from_record, to_record
from birlik.base.values.local_text import LocalText

WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), max_size=12)
EXECUTORS = st.builds(ExecutorDraft, WORDS.filter(bool), by_agreement=st.booleans())
POINTS = st.builds(
    HandPoint,
    number=st.integers(1, 99).map(str),
    title=st.builds(LocalText, WORDS, WORDS),
    completion_form=WORDS,
    deadline=st.sampled_from(["", "тоқсан сайын", "до 30 июня 2027 года", "как-нибудь"]),
    executors=st.lists(EXECUTORS, max_size=3).map(tuple),
)


BOTH = LocalText("Хаттама", "Протокол")


def hand_act(*points: HandPoint, title: LocalText = BOTH) -> HandAct:
    """Minutes of 20.09.2026."""
    return HandAct(
        kind="protocol",
        kind_name=LocalText("хаттама", "протокол"),
        number="7",
        adopted_on=date(2026, 9, 20),
        issuer=LocalText("Кеңес", "Совет"),
        title=title,
        points=points,
    )


@given(st.lists(POINTS, max_size=4))
def test_every_cell_stands_at_its_place(points: list[HandPoint]) -> None:
    """The offsets of every cell give back its words, and the measure's place holds them all."""
    for text in composed_texts(hand_act(*points)):
        source = text.source.text
        for row in text.draft.measures:
            for name, spans in row.spans.items():
                (start, end) = spans[0]
                assert row.start <= start < end <= row.end
                if name != "executors":
                    assert source[start:end] == getattr(row, name)


@given(st.lists(POINTS, max_size=4))
def test_draft_survives_its_record(points: list[HandPoint]) -> None:
    """A composed draft comes back from its record as it was."""
    for text in composed_texts(hand_act(*points)):
        assert from_record(to_record(text.draft)) == text.draft


def test_record_of_before_has_the_defaults_of_now() -> None:
    """A reading that was kept before an act could be without an end is read as one that is not."""
    record = to_record(composed_texts(hand_act())[0].draft)
    for name in ("in_force_from", "years", "open_ended"):
        del record[name]
    found: ActDraft = from_record(record)
    assert (found.in_force_from, found.years, found.open_ended) == (None, None, False)


def test_text_of_minutes_by_hand() -> None:
    """The Russian text of minutes has their issuer, kind, number and day, title, and the point with
    its executor by agreement."""
    point = HandPoint(
        "1",
        LocalText(ru="Подготовить отчет"),
        "отчет",
        "до 30 июня 2027 года",
        (ExecutorDraft("МАМ"), ExecutorDraft("Фонд", by_agreement=True)),
    )
    (text,) = composed_texts(hand_act(point, title=LocalText(ru="Протокол заседания")))
    assert text.source.text == (
        "Совет.\n\nПротокол № 7 от 20.09.2026.\n\nПротокол заседания.\n\n"
        "1. Подготовить отчет; отчет; до 30 июня 2027 года; МАМ, Фонд (по согласованию).\n\n"
    )
    assert text.source.language == "ru"
    assert text.name == "protocol-20260920.ru.txt"


def test_language_in_which_most_is_said_comes_first() -> None:
    """With two points in Russian and one in Kazakh the Russian text makes the act; of equals the
    Kazakh one does; without words there is no text."""
    both = HandPoint("1", LocalText("Есеп", "Отчет"), "", "", ())
    russian = HandPoint("2", LocalText(ru="Форум"), "", "", ())
    assert hand_act(both, russian).languages == ("ru", "kk")
    assert hand_act(both).languages == ("kk", "ru")
    assert composed_texts(hand_act(title=LocalText())) == ()
