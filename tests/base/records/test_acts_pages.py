"""The list of acts and the reader, as whole requests."""

from datetime import date, timedelta
from typing import get_args

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from birlik.base.charter.models import CharterItem
from birlik.base.records.actions import add_source, finish_reading, register_act, repeal_act
from birlik.base.records.engine.check.finding import Kind
from birlik.base.records.engine.draft_record import to_record
from birlik.base.records.engine.parallel import Heading
from birlik.base.records.engine.sources import read_source
from birlik.base.records.models import Act, ActReading, Alignment, Source, Wording
from birlik.base.records.queries.acts import acts
from birlik.base.records.rules import NO_READING, may_read_act
from birlik.base.records.web.labels import FINDING_KINDS
from birlik.base.records.web.reader import is_heading
from birlik.base.values.actor import Actor, Grant
from tests.base.records.readings_world import AT, KK, RU, SYSTEM, draft, read, span_of, waiting
from tests.domains.execution.plan_world import sign_in

pytestmark = pytest.mark.django_db
BUDGET = 14


@pytest.fixture
def act() -> Act:
    """The act of the Kazakh text, with one finding, two measures and its reading."""
    reading = read()
    act = register_act(SYSTEM, reading, at=AT, draft=draft())
    reading.act = act
    reading.save()
    return act


@pytest.fixture
def reader(client: Client) -> Client:
    """Somebody who may read acts, in English."""
    sign_in(client, "acts.read")
    client.cookies["birlik_language"] = "en"
    return client


def text_of(client: Client, address: str) -> str:
    """The page at an address."""
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def with_russian(act: Act) -> None:
    """Give the act its Russian text."""
    reading = waiting(RU, "act.ru.txt")
    record = to_record(draft()) | {"language": "ru", "title": "Концепция"}
    finish_reading(SYSTEM, reading, at=AT, text=RU, draft=record, findings=[])
    reading.refresh_from_db()
    text, other = read_source(RU.encode(), "ru"), read_source(KK.encode(), "kk")
    add_source(SYSTEM, reading, at=AT, act=act, text=text, other=other)


def test_empty_list_says_how_to_begin(reader: Client) -> None:
    """Without acts the list says what would be there; the import is offered to whom it is open."""
    assert "No acts yet" in text_of(reader, "/acts/")
    assert 'href="/imports/"' not in text_of(reader, "/acts/")


def test_list_counts_measures_and_questions(reader: Client, act: Act) -> None:
    """A row of the list has number, day, force, language, and the counts."""
    page = text_of(reader, "/acts/")
    assert "№ 1014" in page
    assert "15.09.2022" in page
    assert "in force" in page
    found = acts().get()
    assert (found.measures, found.questions) == (2, 1)


def test_repealed_act_says_since_when(reader: Client, act: Act) -> None:
    """From its repeal on an act is shown as repealed, before its first day as not yet in force."""
    repeal_act(SYSTEM, act, at=AT, repealed_on=date(2025, 12, 29))
    assert "repealed on 29.12.2025" in text_of(reader, "/acts/")
    later = AT.date() + timedelta(days=10**4)
    Act.objects.update(repealed_on=None, in_force_from=later)
    assert f"in force from {later:%d.%m.%Y}" in text_of(reader, f"/acts/{act.pk}/")


def test_search_knows_kazakh_capitals(reader: Client, act: Act) -> None:
    """Search finds Kazakh words whatever their case, and says so when nothing is found."""
    assert "№ 1014" in text_of(reader, "/acts/?q=ТҰЖЫРЫМДАМА+1014")
    assert "Nothing found" in text_of(reader, "/acts/?q=жоқ")


def test_unknown_sort_is_the_usual_one(act: Act) -> None:
    """The list is sorted by what the address names, newest first for anything else."""
    older = Act.objects.create(
        kind="law",
        number="2",
        adopted_on=date(2008, 1, 1),
        in_force_from=date(2008, 1, 1),
        first_year=2008,
        last_year=2008,
        confirmed_at=AT,
        controlled_from=AT.date(),
    )
    assert list(acts()) == list(acts(sort="nonsense")) == [act, older]
    assert list(acts(sort="adopted")) == [older, act]
    assert list(acts(sort="-number")) == [older, act]


def test_reader_shows_text_with_finding_and_measures(reader: Client, act: Act) -> None:
    """One text stands in one column, the finding beside its words, the measures at their place."""
    page = text_of(reader, f"/acts/{act.pk}/")
    assert "<mark>17 кеңес</mark>" in page
    assert "Two counts" in page
    assert page.count(f'href="/plans/{act.pk}/measures/1/"') == 1
    assert "card text in1" in page
    start, _end = span_of("2-бөлім. Жоспар")
    assert f'href="?page=1#p{start}"' in page
    assert f'<h2 id="p{start}"' in page


def test_reader_sets_two_languages_side_by_side(
    reader: Client, act: Act, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Two texts stand in two columns, aligned, within a budget of queries."""
    with_russian(act)
    with django_assert_max_num_queries(BUDGET):
        page = text_of(reader, f"/acts/{act.pk}/")
    assert "card text in2" in page
    row = next(part for part in page.split('<div class="row') if "17 кеңес" in part)
    assert "17 советов" in row


def test_long_act_is_shown_leaf_by_leaf(reader: Client, act: Act) -> None:
    """A long text is cut into leaves; an offset leads to the leaf that has it."""
    lines = [f"{at} абзац мәтіні осы жерде жазылған." for at in range(300)]
    text = "\n\n".join(lines)
    Source.objects.filter(act=act).update(text=text, outline=[])
    page = text_of(reader, f"/acts/{act.pk}/")
    assert "0 абзац" in page
    assert "299 абзац" not in page
    assert "The text has no headings" in page
    assert "299 абзац" in text_of(reader, f"/acts/{act.pk}/?at={text.index('299 абзац')}")


def test_long_numbered_sentence_is_no_heading(reader: Client, act: Act) -> None:
    """A numbered point that runs on as a sentence is shown as text, though the outline names it."""
    text = "1. " + "Ұзақ сөйлем " * 10 + "бітті."
    node = {"number": "1", "level": 1, "title": text, "start": 0, "end": len(text), "children": []}
    Source.objects.filter(act=act).update(text=text, outline=[node])
    page = text_of(reader, f"/acts/{act.pk}/")
    assert '<p id="p0"' in page
    assert '<h2 id="p0"' not in page


def test_act_without_text_says_so(reader: Client, act: Act) -> None:
    """An act whose text is not here is not an empty page."""
    Source.objects.filter(act=act).delete()
    assert "This act has no text here" in text_of(reader, f"/acts/{act.pk}/")


def test_views_of_an_act(reader: Client, act: Act) -> None:
    """Measures, findings with their words, losses, passport and indicators each have a view."""
    assert "Кеңестердің отырыстары" in text_of(reader, f"/acts/{act.pk}/?view=measures")
    findings = text_of(reader, f"/acts/{act.pk}/?view=findings")
    assert "17 кеңес" in findings
    assert "row 3 of the table of target indicators" in findings
    passport = text_of(reader, f"/acts/{act.pk}/?view=passport")
    assert "Келісім" in passport
    assert "АҚДМ" in passport


def test_views_of_a_bare_act(reader: Client) -> None:
    """An act without plan, findings or reading says what is not there."""
    bare = Act.objects.create(
        kind="law",
        number="2",
        adopted_on=date(2008, 1, 1),
        in_force_from=date(2008, 1, 1),
        first_year=2008,
        last_year=2008,
        confirmed_at=AT,
        controlled_from=AT.date(),
    )
    assert "no action plan" in text_of(reader, f"/acts/{bare.pk}/?view=measures")
    assert "found nothing" in text_of(reader, f"/acts/{bare.pk}/?view=findings")
    assert "No table of indicators" in text_of(reader, f"/acts/{bare.pk}/?view=passport")


def test_a_paper_inside_a_body_is_neither_listed_nor_opened(reader: Client, act: Act) -> None:
    """Of a kind that the charter calls internal no act is listed or opened, and the reason says
    where it is read; acts of other kinds stay, also for the same reader."""
    for code, said in (("concept", {}), ("endorsement", {"internal": True})):
        CharterItem.objects.create(
            catalogue="act_kind", code=code, properties=said, valid_from=date(2000, 1, 1)
        )
    assert list(acts()) == [act]
    Act.objects.filter(pk=act.pk).update(kind="endorsement")
    assert list(acts()) == []
    refused = reader.get(f"/acts/{act.pk}/")
    assert refused.status_code == 403
    assert "on the page of that obligation" in refused.content.decode()
    stranger = Actor(9, 9, "stranger")
    act.kind = "concept"
    assert may_read_act(stranger, act, AT).reason == NO_READING
    assert may_read_act(Actor(9, 9, "x", frozenset({Grant("acts.read")})), act, AT)


def test_unknown_act_is_not_found(reader: Client) -> None:
    """A number that no act bears is not found."""
    assert reader.get("/acts/999/").status_code == 404


def test_every_kind_of_finding_has_a_name() -> None:
    """Whatever the check finds has a name that a reader understands."""
    assert set(FINDING_KINDS) == set(get_args(Kind))


def test_outline_is_in_the_language_of_the_reader(reader: Client, act: Act) -> None:
    """Who reads in Russian finds the Russian headings, which lead to the Russian text; a heading
    is one in both columns. Who reads in English finds the nearest, marked as Russian."""
    with_russian(act)
    start, end = span_of("Раздел 2. План", RU)
    node = {"number": "", "level": 1, "title": "Раздел 2. План", "start": start, "end": end}
    Source.objects.filter(act=act, language="ru").update(outline=[node | {"children": []}])
    reader.cookies["birlik_language"] = "ru"
    page = text_of(reader, f"/acts/{act.pk}/")
    assert f'#p{start}ru">Раздел 2. План</a>' in page
    assert f'<h2 id="p{start}ru">' in page
    assert f'<h2 id="p{KK.index("2-бөлім")}">' in page
    reader.cookies["birlik_language"] = "en"
    assert '<ol lang="ru">' in text_of(reader, f"/acts/{act.pk}/")


@pytest.mark.parametrize(
    ("number", "title", "heading"),
    [
        ("4", "Цель и задачи Концепции", True),
        ("1", "Паспорт.", True),
        ("3", "Признать утратившими силу:", False),
        ("1", "приоритета прав и свобод человека и гражданина", False),
        ("", "Укрепление единства народа.", False),
        (
            "4",
            "Настоящий Указ вводится в действие со дня его первого официального опубликования.",
            False,
        ),
    ],
)
def test_points_and_bullets_are_no_headings(number: str, title: str, heading: bool) -> None:
    """A heading begins with a capital and is no sentence; points and bullets of a list are text."""
    assert is_heading(Heading(number, title, 1, 0)) is heading


def test_measures_are_told_in_the_reader_s_language_first(reader: Client, act: Act) -> None:
    """A measure stands in the reader's language, then in the languages of the act; English, which
    no act is in, only for those who read it."""
    wording = Wording.objects.get(
        provision__act=act, provision__number="1", provision__kind="measure"
    )
    for language, title in (("ru", "Заседания советов"), ("en", "Sittings of the councils")):
        Wording.objects.create(
            provision=wording.provision,
            language=language,
            title=title,
            valid_from=wording.valid_from,
        )
    address = f"/acts/{act.pk}/?view=measures"
    page = text_of(reader, address)
    assert page.index("Sittings of the councils") < page.index("Кеңестердің отырыстары")
    reader.cookies["birlik_language"] = "ru"
    page = text_of(reader, address)
    assert page.index("Заседания советов") < page.index("Кеңестердің отырыстары")
    assert "Sittings of the councils" not in page


def test_passport_is_of_the_text_that_the_reader_reads(reader: Client, act: Act) -> None:
    """Of two readings the one in the reader's language is shown."""
    with_russian(act)
    second = ActReading.objects.get(draft__language="ru")
    second.act = act
    second.draft |= {"abbreviations": {"МИОР": "министерство"}}
    second.save()
    assert "МИОР" not in text_of(reader, f"/acts/{act.pk}/?view=passport")
    reader.cookies["birlik_language"] = "ru"
    assert "МИОР" in text_of(reader, f"/acts/{act.pk}/?view=passport")


def test_a_finding_leads_to_its_words_in_either_language(reader: Client, act: Act) -> None:
    """From the list of findings a link leads to the leaf with the words and to the note there."""
    with_russian(act)
    finding = act.findings.get()
    start, end = span_of("17 советов", RU)
    digest = Source.objects.get(act=act, language="ru").document.digest
    finding.places = [*finding.places, {"file": digest, "start": start, "end": end}]
    finding.save()
    page = text_of(reader, f"/acts/{act.pk}/?view=findings")
    assert f'href="?at={span_of("17 кеңес")[0]}#f{finding.pk}"' in page
    assert f'href="?at={start}&amp;in=ru#f{finding.pk}"' in page
    text = text_of(reader, f"/acts/{act.pk}/?at={start}&in=ru")
    assert text.count(f'id="f{finding.pk}"') == 1


def test_what_is_lost_names_its_text_where_there_are_two(reader: Client, act: Act) -> None:
    """A row lost from the Kazakh text is not taken for one lost from the Russian."""
    address = f"/acts/{act.pk}/?view=findings"
    mark = '<abbr class="tongue" title="Қазақша">қаз</abbr>'
    assert mark not in text_of(reader, address)
    with_russian(act)
    assert mark in text_of(reader, address)


def test_a_row_of_several_paragraphs_is_no_heading(reader: Client, act: Act) -> None:
    """Where a heading was paired with a heading and a paragraph, neither text is made a heading."""
    with_russian(act)
    kk = [span_of("2-бөлім. Жоспар")]
    ru = [span_of("Раздел 2. План", RU), span_of("Заседания советов проводятся ежегодно.", RU)]
    Alignment.objects.filter(act=act).update(groups=[[kk, ru, True]])
    page = text_of(reader, f"/acts/{act.pk}/")
    assert "Заседания советов проводятся ежегодно." in page
    assert "<h2 id=" not in page
