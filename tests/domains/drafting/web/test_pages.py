"""The drafter's way through the pages, and what each of them shows to whom."""

from datetime import date
from io import BytesIO

import docx
import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from birlik.base.obligations.actions import adopt_act
from birlik.base.obligations.models import Obligation
from birlik.base.records.actions import begin_reading, finish_reading, store_document
from birlik.base.records.engine.act import read_act
from birlik.base.records.engine.draft_record import to_record
from birlik.base.records.engine.sources import read_source
from birlik.base.records.models import Act, Document, Provision, Source, Wording
from birlik.domains.drafting import actions
from birlik.domains.drafting.models import (
    Agreement,
    Difference,
    DraftMeasure,
    DraftVersion,
    PlanDraft,
)
from tests.domains.drafting.world import AT, SYSTEM, World, world
from tests.domains.execution.offices import settle

pytestmark = pytest.mark.django_db
BUDGET = 15
OFFICES = """
office_kind:
  drafter:
    - {kk: ә, ru: р, en: d, from: 2000-01-01, ground: x, powers: {plans.draft: all,
       acts.import: all, acts.read: all, plans.read: all}}
  executor:
    - {kk: о, ru: и, en: e, from: 2000-01-01, ground: x, powers: {plans.agree: structure}}
  secretary:
    - {kk: х, ru: с, en: s, from: 2000-01-01, ground: x, powers: {plans.draft: territory}}
  region_chair:
    - {kk: т, ru: п, en: c, from: 2000-01-01, ground: x, powers: {plans.approve: territory}}
  auditor:
    - {kk: а, ru: а, en: a, from: 2000-01-01, ground: x, powers: {journal.read: all}}
"""
MEASURE = {
    "direction": "2",
    "title_kk": "Тікелей эфирлер",
    "title_ru": "Прямые эфиры",
    "form_kk": "хаттама",
    "form_ru": "протокол",
    "deadline_kk": "жыл сайын",
    "deadline_ru": "ежегодно",
    "executors_kk": "МАМ",
    "executors_ru": "МКИ",
    "tasks": ["2.1"],
}


@pytest.fixture
def found() -> World:
    """The concept, the draft and the offices."""
    return world(OFFICES)


@pytest.fixture
def drafter(found: World) -> Client:
    """Who writes plans everywhere, at a browser that reads Russian."""
    return browser("drafter", found)


def browser(kind: str, found: World) -> Client:
    """Somebody signed in: in the first ministry, or for a region in its akimat."""
    body = found.akimats[0] if kind in {"secretary", "region_chair"} else found.culture
    client = Client()
    client.force_login(settle(kind, body))
    client.cookies["birlik_language"] = "ru"
    return client


def address(found: World, *parts: object) -> str:
    """An address of the draft."""
    return "/".join(["/plan-drafts", str(found.draft.pk), *map(str, parts), ""])


def text(client: Client, where: str, status: int = 200) -> str:
    """What a page says."""
    response = client.get(where)
    assert response.status_code == status, where
    return response.content.decode()


def test_the_list_shows_what_one_reaches(found: World, drafter: Client) -> None:
    """The drafter sees the draft with its measures; who was not asked, an empty list that says what
    would be there; an auditor is refused."""
    assert "План" in text(drafter, "/plan-drafts/")
    assert "Вас не ждет ни один план" in text(browser("executor", found), "/plan-drafts/")
    assert "План вашего региона" in text(browser("secretary", found), "/plan-drafts/")
    text(browser("auditor", found), "/plan-drafts/", 403)


def test_a_draft_is_begun_from_the_text_of_a_concept(found: World, drafter: Client) -> None:
    """The tasks of the concept are read from its two texts; the years must stand in order."""
    for language, words in (
        ("kk", "1. Бірінші бағыт:\n\nалғашқы;\n\nекінші.\n"),
        ("ru", "1. Первое направление:\n\nпервая;\n\nвторая.\n"),
    ):
        document = Document.objects.create(
            digest=language, name="x", media_type="text/plain", size=1, stored_at=AT
        )
        node = {"number": "1", "level": 1, "title": "х", "start": 0, "end": len(words)}
        Source.objects.create(
            act=found.concept,
            language=language,
            document=document,
            text=words,
            outline=[{**node, "children": []}],
        )
    sent = {"act": found.concept.pk, "title_kk": "Жаңа", "title_ru": "Новый"}
    wrong = drafter.post("/plan-drafts/new/", {**sent, "first_year": 2030, "last_year": 2026})
    assert wrong.status_code == 422
    drafter.post("/plan-drafts/new/", {**sent, "first_year": 2026, "last_year": 2030})
    made = PlanDraft.objects.get(title_kk="Жаңа")
    rows = [(one.number, one.title_kk, one.title_ru) for one in made.tasks.all()]
    assert rows == [
        ("1", "Бірінші бағыт", "Первое направление"),
        ("1.1", "алғашқы", "первая"),
        ("1.2", "екінші", "вторая"),
    ]
    assert "Новый" in text(drafter, "/plan-drafts/")


def test_without_a_concept_nothing_begins(drafter: Client) -> None:
    """Where no act sets targets, the page says what to do first."""
    PlanDraft.objects.exists()
    assert "form" in text(drafter, "/plan-drafts/new/")
    assert "республиканского плана" in text(drafter, "/plan-drafts/region/")


def test_a_measure_added_to_a_task_covers_it(found: World, drafter: Client) -> None:
    """The matrix tells tasks with one, several and no measures apart; a measure begun from a task
    has its direction and its tick."""
    matrix = address(found, "matrix")
    assert "?show=bare" in text(drafter, matrix)
    form = text(drafter, address(found, "measures", "new") + "?task=2.1")
    assert 'value="2.1" id="id_tasks_2" checked' in form.replace(" required", "")
    drafter.post(address(found, "measures", "new") + "?task=2.1", MEASURE)
    made = DraftMeasure.objects.get(title_ru="Прямые эфиры")
    assert [one.number for one in made.tasks.all()] == ["2.1"]
    assert [one.structure for one in made.parties.all()] == [found.culture]
    several = text(drafter, matrix + "?show=several")
    assert "2 мероприятия" in several and "орнықтылық" not in several
    assert "устойчивость" in text(drafter, matrix + "?show=single")


def test_a_measure_is_edited_and_taken_out(found: World, drafter: Client) -> None:
    """What is typed without a title stays on the page with the reason; a saved measure shows what
    is to be clarified; a measure taken out is gone from the draft."""
    where = address(found, "measures", found.fair.pk)
    refused = drafter.post(where, {**MEASURE, "title_kk": "", "title_ru": ""})
    assert refused.status_code == 422 and "ежегодно" in refused.content.decode()
    drafter.post(where, {**MEASURE, "deadline_ru": "вскоре"})
    assert "Срок не читается" in text(drafter, where)
    assert "Срок не читается" in text(drafter, address(found, "check") + "?severity=warning")
    drafter.post(where + "withdraw/")
    assert "Прямые эфиры" not in text(drafter, address(found))
    text(drafter, where, 404)
    assert drafter.get(address(found, "measures", found.meetings.pk, "withdraw")).status_code == 302


def test_a_task_is_mended(found: World, drafter: Client) -> None:
    """The words of a task are put otherwise; an unknown one is not found."""
    drafter.post(address(found, "tasks", "1.2"), {"title_kk": "жаңа", "title_ru": "новая"})
    assert "новая" in text(drafter, address(found, "matrix"))
    text(drafter, address(found, "tasks", "7.7"), 404)
    assert drafter.post(address(found, "tasks", "1.2"), {"title_kk": ""}).status_code == 422
    assert "устойчивость" in text(drafter, address(found, "tasks", "1.1"))


def test_a_deadline_is_read_while_it_is_typed(drafter: Client) -> None:
    """Words that mean something are said plainly, others marked; nothing is said of nothing."""
    where = "/plan-drafts/deadline/"
    assert "IV квартал" in text(drafter, where + "?deadline_ru=в+IV+квартале+2027+года")
    assert "не читается" in text(drafter, where + "?deadline_kk=көп+ұзамай")
    assert text(drafter, where).strip() == ""


def ask(found: World, drafter: Client) -> dict[str, Agreement]:
    """Send the draft for agreement on its page."""
    assert drafter.post(address(found, "agreement"), {"agree_by": "01.01.2020"}).status_code == 422
    drafter.post(address(found, "agreement"), {"agree_by": "31.12.2099"})
    return {one.structure.short.kk: one for one in Agreement.objects.select_related("structure")}


def test_a_body_answers_and_the_drafter_replies(found: World, drafter: Client) -> None:
    """The ministry sees the measure that names it, alone; it remarks and proposes; the drafter sees
    that in the table of differences, on the measure and in the file, and replies; a decline needs a
    reason."""
    one = ask(found, drafter)["МАМ"]
    executor = browser("executor", found)
    where = address(found, "agreements", one.pk)
    page = text(executor, where)
    assert "Заседания совета" in page and "Книжная ярмарка" not in page
    assert executor.post(where, {}).status_code == 422
    empty = executor.post(where, {"stance": "remarks"})
    assert empty.status_code == 422 and "хотя бы одно замечание" in empty.content.decode()
    key = found.meetings.pk
    sent = {"stance": "remarks", f"text_{key}": "Слишком часто", f"proposed_{key}": "2 раза"}
    executor.post(where, sent)
    assert "Слишком часто" in text(executor, where)
    differences = text(drafter, address(found, "agreement"))
    assert "Слишком часто" in differences and "Слишком часто" in text(
        drafter, address(found, "measures", key)
    )
    said = Difference.objects.get()
    reply = address(found, "differences", said.pk)
    assert drafter.post(reply, {"taken": "0"}).status_code == 422
    drafter.post(reply, {"taken": "0", "reply": "Таков порядок"})
    assert "Таков порядок" in text(drafter, address(found, "agreement") + "?stance=remarks")
    assert "Слишком часто" in text(drafter, reply)
    assert "Так никто не ответил" in text(drafter, address(found, "agreement") + "?stance=agreed")
    response = drafter.get(address(found, "paper", "ru") + "?with=differences")
    tables = docx.Document(BytesIO(b"".join(response.streaming_content))).tables
    cells = [cell.text for cell in tables[-1].rows[1].cells]
    assert cells[1:] == [
        *("1. Заседания совета", "МКИ"),
        "Слишком часто\n«2 раза»",
        "Не принято. Таков порядок",
    ]


def test_a_letter_answers_for_a_body(found: World, drafter: Client) -> None:
    """The drafter records the answer of the other ministry with its letter, and is told when the
    letter is missing; an executor of another body sees none of it."""
    one = ask(found, drafter)["СІМ"]
    where = address(found, "agreements", one.pk)
    assert drafter.post(where, {"stance": "agreed"}).status_code == 422
    drafter.post(where, {"stance": "agreed", "by_letter": "№ 7 от 01.02.2026"})
    assert "№ 7 от 01.02.2026" in text(drafter, address(found, "agreement"))
    text(browser("executor", found), where, 403)
    text(drafter, address(found, "agreements", 777), 404)
    text(drafter, address(found, "differences", 777), 404)


def test_versions_stand_side_by_side(found: World, drafter: Client) -> None:
    """A version is kept, the draft changes, and the two differ in the cells that changed."""
    assert "Версий пока нет" in text(drafter, address(found, "versions"))
    drafter.post(address(found, "versions"), {"words": "первая"})
    drafter.post(address(found, "measures", found.fair.pk), MEASURE)
    where = address(found, "versions", "compare")
    page = text(drafter, where + "?before=1&after=now")
    assert "<del>Книжная ярмарка</del>" in page and "<ins>Прямые эфиры</ins>" in page
    assert "Обе версии совпадают" in text(drafter, where + "?before=1&after=1")
    text(drafter, where + "?before=9&after=now", 404)
    text(drafter, where + "?before=x", 404)
    assert DraftVersion.objects.get().words == "первая"


def imported(found: World, client: Client, language: str = "kk") -> Act:
    """The exported plan, read as an act and put under control."""
    response = client.get(address(found, "paper", language))
    content = b"".join(response.streaming_content)
    name = f"plan.{language}.docx"
    source = read_source(content, name)
    draft = read_act(source)
    document = store_document(
        SYSTEM, None, at=AT, name=name, media_type="application/zip", content=content
    )
    reading = begin_reading(SYSTEM, document, at=AT)
    finish_reading(SYSTEM, reading, at=AT, text=source.text, draft=to_record(draft), findings=[])
    reading.refresh_from_db()
    return adopt_act(SYSTEM, reading, at=AT, controlled_from=date(2026, 1, 1))


def adopted(found: World, drafter: Client) -> Act:
    """The plan submitted, approved, exported, imported and tied, each on its page."""
    where = address(found, "approval")
    drafter.post(where, {"do": "submit"})
    assert drafter.post(where, {"do": "approve", "number": ""}).status_code == 422
    drafter.post(where, {"do": "approve", "number": "211", "adopted_on": "25.03.2026"})
    act = imported(found, drafter)
    beside = text(drafter, address(found, "adopted") + f"?act={act.pk}")
    assert "Связать с этим проектом" in beside
    drafter.post(address(found, "adopted"), {"act": act.pk})
    found.draft.refresh_from_db()
    return act


def test_the_adopted_plan_makes_obligations_and_keeps_its_tasks(
    found: World, drafter: Client
) -> None:
    """What was exported comes back as an act of that number: its two measures make obligations, the
    tie changes nothing, and every task is carried out by the point that its measure became."""
    assert "План еще не утвержден" in text(drafter, address(found, "adopted"))
    act = adopted(found, drafter)
    assert (act.number, act.adopted_on) == ("211", date(2026, 3, 25))
    assert Obligation.objects.filter(act=act, role="lead").exists()
    assert found.draft.act == act
    points = {one.pk: one.point for one in DraftMeasure.objects.select_related("point")}
    assert points[found.meetings.pk].number == "1" and points[found.fair.pk].number == "2"
    page = text(drafter, address(found, "adopted"))
    assert "3 / 3" in page and f"/plans/{act.pk}/measures/1/" in page
    assert "<del>" not in page


def test_what_the_adoption_changed_is_shown(found: World, drafter: Client) -> None:
    """A deadline that the adopted text has otherwise stands beside the drafted one; a measure put
    in and one left out are told."""
    act = adopted(found, drafter)
    provision = Provision.objects.get(act=act, path="measure/1")
    duty = provision.duty
    duty.deadline_words = "жыл сайын"
    duty.save()
    Wording.objects.filter(provision__path="measure/2").update(title="Мүлде басқа іс")
    page = text(drafter, address(found, "adopted"))
    assert "<del>тоқсан сайын</del>" in page and "<ins>жыл сайын</ins>" in page
    assert "исключено" in page and "Мүлде басқа іс" in page


def test_a_draft_is_given_back(found: World, drafter: Client) -> None:
    """Who gives a draft back says why; the reason stands on the draft."""
    where = address(found, "approval")
    drafter.post(where, {"do": "submit"})
    assert drafter.post(where, {"do": "reopen", "reason": ""}).status_code == 422
    drafter.post(where, {"do": "reopen", "reason": "Нужны сроки"})
    assert "Нужны сроки" in text(drafter, address(found))
    assert drafter.post(where, {"do": "nothing"}).status_code == 422


def test_a_region_derives_its_plan(found: World, drafter: Client) -> None:
    """The secretary's draft takes over the measure that the group of akimats executes, with the
    akimat by name, its tasks, and four days a year each fifteen days before the quarter ends; not
    the measure of the other ministry. The chair approves it, and the paper names the chair."""
    adopted(found, drafter)
    secretary = browser("secretary", found)
    plan = PlanDraft.objects.get(pk=found.draft.pk).act
    sent = {
        **{"act": plan.pk, "region": found.regions[0].code, "first_year": 2026},
        **{"last_year": 2030, "title_kk": "Өңір жоспары", "title_ru": "План региона"},
    }
    assert "Қарағанды" in text(secretary, "/plan-drafts/region/")
    secretary.post("/plan-drafts/region/", sent)
    draft = PlanDraft.objects.get(region=found.regions[0])
    one = draft.measures.get()
    assert (one.title_kk, one.form_ru) == ("Кеңес отырыстары", "протокол")
    assert (one.executors_kk, one.executors_ru) == ("Қарағанды әкімдігі", "Акимат Қарағанды")
    assert one.origin is not None and one.origin.act == plan
    assert [task.number for task in one.tasks.all()] == ["1.1", "1.2"]
    assert "16 марта, 15 июня, 15 сентября и 16 декабря" in one.deadline_ru
    where = f"/plan-drafts/{draft.pk}/approval/"
    secretary.post(where, {"do": "submit"})
    chair = browser("region_chair", found)
    assert "Утвердить план" in text(chair, where)
    chair.post(where, {"do": "approve", "number": "5-ө", "adopted_on": "10.04.2026"})
    draft.refresh_from_db()
    assert (draft.state, draft.number) == ("approved", "5-ө")
    response = secretary.get(f"/plan-drafts/{draft.pk}/paper/kk/")
    read = read_act(read_source(b"".join(response.streaming_content), "region.docx"))
    assert (read.number, read.adopted_on, read.kind) == ("5-ө", date(2026, 4, 10), "order")
    assert [row.title for row in read.measures] == ["Кеңес отырыстары"]


def test_a_file_comes_in_two_languages_only(found: World, drafter: Client) -> None:
    """The form is printed in Kazakh and Russian."""
    text(drafter, address(found, "paper", "en"), 404)
    response = drafter.get(address(found, "paper", "kk"))
    assert response.headers["Content-Disposition"].endswith('-kk.docx"')


def test_a_foreign_and_an_unknown_draft_are_refused_alike(found: World, drafter: Client) -> None:
    """A secretary is told the same of the national draft and of one that does not exist; the
    drafter, who sees all, that there is none."""
    secretary = browser("secretary", found)
    foreign = text(secretary, address(found), 403)
    unknown = text(secretary, "/plan-drafts/777/", 403)
    assert "нет проекта плана" in foreign and "нет проекта плана" in unknown
    text(drafter, "/plan-drafts/777/", 404)


def test_no_page_asks_too_often(
    found: World, drafter: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Every page of a draft in agreement takes at most 15 queries, and under 150 kB."""
    one = ask(found, drafter)["МАМ"]
    actions.freeze_version(SYSTEM, found.draft, at=AT)
    places = ["", "matrix/", "check/", "agreement/", "versions/", "approval/", "adopted/"]
    places += [f"agreements/{one.pk}/", f"measures/{found.fair.pk}/", "measures/new/"]
    places += ["versions/compare/?before=1&after=now", "paper/kk/?with=differences"]
    for place in ["/plan-drafts/", *(address(found) + place for place in places)]:
        drafter.get(place)
        with django_assert_max_num_queries(BUDGET, info=place):
            response = drafter.get(place)
        size = len(b"".join(response)) if response.streaming else len(response.content)
        assert response.status_code == 200 and size < 150_000, place
