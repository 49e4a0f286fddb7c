"""The alignment of two texts of one act: invented small acts, whose pairs are plain to see."""

from birlik.base.records.engine.align import AlignedGroup, align
from birlik.base.records.engine.draft import Cell, Paragraph, SourceText, Table

KAZAKH = (
    "Кеңес туралы ережені бекіту туралы 2031 жылғы 3 наурыздағы № 417 бұйрық",
    "1. Ереже 2031 жылғы 15 мамырға дейін 12 облыста іске асырылсын.",
    '2. "Жаңа қадам" жобасының операторы 450 волонтерді оқытуды ұйымдастырсын.',
    "3. Бюджет комиссиясы 7,5 пайыз мөлшеріндегі резервті тоқсан сайын тексерсін.",
    "4. Университет 38 магистрантты конференцияға жіберсін.",
    "5. Осы бұйрық 2031 жылғы 1 маусымнан бастап қолданысқа енгізіледі.",
)
RUSSIAN = (
    "Приказ от 3 марта 2031 года № 417 об утверждении положения о совете",
    "1. Реализовать положение в 12 областях до 15 мая 2031 года.",
    '2. Оператору проекта "Жаңа қадам" организовать обучение 450 волонтеров.',
    "3. Бюджетной комиссии ежеквартально проверять резерв в размере 7,5 процента.",
    "4. Университету направить 38 магистрантов на конференцию.",
    "5. Настоящий приказ вводится в действие с 1 июня 2031 года.",
)


def kazakh(*paragraphs: str) -> SourceText:
    """A Kazakh text of these paragraphs."""
    return _text("\n\n".join(paragraphs), paragraphs, kazakh=True)


def russian(*paragraphs: str) -> SourceText:
    """A Russian text of these paragraphs."""
    return _text("\n\n".join(paragraphs), paragraphs, kazakh=False)


def _text(text: str, paragraphs: tuple[str, ...], *, kazakh: bool) -> SourceText:
    places, at = [], 0
    for paragraph in paragraphs:
        places.append(Paragraph(at, at + len(paragraph)))
        at += len(paragraph) + 2
    return SourceText(text, "text", "kk" if kazakh else "ru", tuple(places))


def words(groups: tuple[AlignedGroup, ...], a: SourceText, b: SourceText) -> list[tuple[str, str]]:
    """The groups as what is written in them, paragraphs of one side joined by a bar."""
    return [
        (
            "|".join(a.text[start:end] for start, end in group.a),
            "|".join(b.text[start:end] for start, end in group.b),
        )
        for group in groups
    ]


def test_paragraphs_in_the_same_order_pair_one_to_one() -> None:
    """Every paragraph answers the one that says the same."""
    a, b = kazakh(*KAZAKH), russian(*RUSSIAN)
    assert words(align(a, b), a, b) == list(zip(KAZAKH, RUSSIAN, strict=True))


def test_a_paragraph_answers_two() -> None:
    """A paragraph that the other text splits is one group with both halves."""
    whole = f"{KAZAKH[2]} {KAZAKH[3]}"
    a, b = kazakh(*KAZAKH[:2], whole, *KAZAKH[4:]), russian(*RUSSIAN)
    assert (whole, f"{RUSSIAN[2]}|{RUSSIAN[3]}") in words(align(a, b), a, b)


def test_two_paragraphs_answer_one() -> None:
    """The same with the texts changed over."""
    whole = f"{RUSSIAN[2]} {RUSSIAN[3]}"
    a, b = kazakh(*KAZAKH), russian(*RUSSIAN[:2], whole, *RUSSIAN[4:])
    assert (f"{KAZAKH[2]}|{KAZAKH[3]}", whole) in words(align(a, b), a, b)


def test_a_paragraph_missing_from_one_text_has_no_pair() -> None:
    """A paragraph without a translation stands alone, and its neighbours keep theirs."""
    a, b = kazakh(*KAZAKH), russian(*RUSSIAN[:3], *RUSSIAN[4:])
    found = words(align(a, b), a, b)
    assert (KAZAKH[3], "") in found
    assert (KAZAKH[4], RUSSIAN[4]) in found


def test_a_displaced_paragraph_is_paired_but_never_certain() -> None:
    """A paragraph that stands elsewhere in the other text is found, with a question."""
    filler_kk = tuple(
        f"{n}) {n * 37} орган {n * 53} жобаны институтпен талқылайды;" for n in range(11, 41)
    )
    filler_ru = tuple(
        f"{n}) {n * 37} органов обсуждают {n * 53} проекта с институтом;" for n in range(11, 41)
    )
    moved_kk = 'Форум "Алтын көпір" 4096 делегатты, 512 экспертті және 77 журналисті жинайды.'
    moved_ru = 'Форум "Алтын көпір" собирает 4096 делегатов, 512 экспертов и 77 журналистов.'
    a = kazakh(*filler_kk[:15], moved_kk, *filler_kk[15:])
    b = russian(*filler_ru[:17], moved_ru, *filler_ru[17:])
    groups = align(a, b)
    place = words(groups, a, b).index((moved_kk, moved_ru))
    assert not groups[place].certain
    assert len(groups) == 31


def test_what_is_alike_from_afar_is_a_repetition() -> None:
    """An entry of a table of contents is not paired with the heading it names, pages away."""
    filler_kk = tuple(
        f"{n}) {n * 37} орган {n * 53} жобаны институтпен талқылайды;" for n in range(11, 41)
    )
    filler_ru = tuple(
        f"{n}) {n * 37} органов обсуждают {n * 53} проекта с институтом;" for n in range(11, 41)
    )
    entry = 'XIV "Алтын көпір" 4096 форумы'
    heading = 'XIV "Алтын көпір" форум 4096'
    a, b = kazakh(entry, *filler_kk), russian(*filler_ru, heading)
    found = words(align(a, b), a, b)
    assert (entry, "") in found
    assert ("", heading) in found


def test_texts_without_paragraphs() -> None:
    """Nothing answers nothing, and beside an empty text no paragraph has a pair."""
    assert align(kazakh(), russian()) == ()
    alone = align(kazakh(*KAZAKH), russian())
    assert [group.b for group in alone] == [()] * 6
    assert align(kazakh(), russian(*RUSSIAN[:1]))[0].b == ((0, len(RUSSIAN[0])),)


def test_a_text_is_its_own_alignment() -> None:
    """A text beside itself pairs each paragraph with itself."""
    a = kazakh(*KAZAKH)
    assert all(group.a == group.b for group in align(a, a))


def test_the_texts_may_change_places() -> None:
    """The Russian text beside the Kazakh gives the mirror of the Kazakh beside the Russian."""
    a, b = kazakh(*KAZAKH[:3], *KAZAKH[4:]), russian(*RUSSIAN)
    assert align(b, a) == tuple(group.mirrored() for group in align(a, b))


def test_a_row_of_a_table_is_one_paragraph() -> None:
    """The cells of a row stand together, from the first cell's start to the last one's end."""
    head, left, right = KAZAKH[0], "Облыс", "12"
    text = f"{head}\n{left}\t{right}"
    at = len(head) + 1
    table = Table(
        at,
        len(text),
        (Cell(0, 0, at, at + len(left)), Cell(0, 1, at + len(left) + 1, len(text))),
    )
    a = SourceText(text, "text", "kk", (Paragraph(0, len(head)),), (table,))
    b = russian(RUSSIAN[0], "Область 12")
    assert words(align(a, b), a, b)[1] == (f"{left}\t{right}", "Область 12")


def test_a_text_with_a_long_annex_of_its_own() -> None:
    """An annex that only one text has takes no pairs away from what both have."""
    annex = tuple(f"Қосымша кестенің {n}-жолы: {n * 91} теңге, {n * 17} адам" for n in range(1, 31))
    a, b = kazakh(*KAZAKH, *annex), russian(*RUSSIAN)
    assert words(align(a, b), a, b)[:6] == list(zip(KAZAKH, RUSSIAN, strict=True))


def test_every_paragraph_stands_in_exactly_one_group() -> None:
    """Whatever pairs are found, no paragraph is lost and none is told twice."""
    a, b = kazakh(*KAZAKH, *KAZAKH[2:4]), russian(*RUSSIAN[3:], *RUSSIAN)
    groups = align(a, b)
    assert sorted(span for group in groups for span in group.a) == [
        (item.start, item.end) for item in a.paragraphs
    ]
    assert sorted(span for group in groups for span in group.b) == [
        (item.start, item.end) for item in b.paragraphs
    ]
