"""The pages of reorganisations as whole requests: the steps, the list, what is nobody's, the line
of succession on scorecards and on the page of an obligation."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from birlik.base.obligations.actions.reorganise import reorganise
from birlik.base.obligations.models import FormerDebtor, Obligation, Passage
from birlik.base.registry.models import Appointment, Office, Person, Reorganisation, Structure
from tests.base.obligations.reorganisation_world import (
    SYSTEM,
    at,
    body,
    duties,
    named,
    new,
    owe,
    plan,
    report,
)
from tests.domains.execution.plan_world import sign_in

pytestmark = pytest.mark.django_db
DAY = date(2024, 4, 1)
BUDGET = 15
Sent = dict[str, object]


@pytest.fixture
def keeper(client: Client) -> Client:
    """Who keeps the registry and sees the plans besides, in English."""
    sign_in(client, "registry.keep", "plans.read", "obligations.review")
    client.cookies["birlik_language"] = "en"
    return client


@pytest.fixture
def ministry() -> Structure:
    """A ministry with two measures and an executor."""
    old = body("Министрлік")
    found = duties(2)
    for number in "12":
        owe(found[number], old, date(2024, 3, 31))
        owe(found[number], old, date(2024, 6, 30))
    seat = Office.objects.create(structure=old, kind="executor", name_kk="Орындаушы")
    holder = Person.objects.create(full_name="Айбек")
    Appointment.objects.create(person=holder, office=seat, valid_from=date(2024, 1, 1), ground="x")
    return old


def head(kind: str, **more: object) -> Sent:
    """The first step as sent."""
    return {
        "kind": kind,
        "on": "01.04.2024",
        "ground": "Жарлық № 318",
        "step": "head",
        "do": "next",
    } | more


def split_of(old: Structure) -> Sent:
    """The fields of a split in two new bodies, as they are carried."""
    return head("split") | {
        "old": [old.pk],
        "heir": ["0", "1"],
        "h0-name_kk": "Бірінші", "h0-name_ru": "Первое", "h0-name_en": "First",
        "h1-name_kk": "Екінші", "h1-name_ru": "Второе", "h1-name_en": "Second",
    }  # fmt: skip


def post(client: Client, sent: Sent, *, status: int = 200) -> str:
    """What the page of the steps answers."""
    answer = client.post(reverse("reorganisation_new"), sent)
    assert answer.status_code == status
    return answer.content.decode()


def test_a_split_goes_through_its_steps(keeper: Client, ministry: Structure) -> None:
    """What, who, which measures and seats, a look at it, and then it is done as chosen."""
    first, second = (
        Obligation.objects.filter(duty__provision__number=number).first() for number in "12"
    )
    assert first and second
    text = post(keeper, head("split"))
    assert 'name="h1-name_kk"' in text and 'name="h2-name_kk"' not in text
    sent = split_of(ministry)
    text = post(keeper, sent | {"step": "bodies"})
    assert f'name="m{first.duty_id}"' in text and "First" in text
    sent |= {f"m{first.duty_id}": "1", f"m{second.duty_id}": "0"}
    text = post(keeper, sent | {"step": "measures"})
    seat = Office.objects.get(name_kk="Орындаушы")
    assert f'name="o{seat.pk}"' in text and "Айбек" in text
    sent |= {f"o{seat.pk}": "1"}
    text = post(keeper, sent | {"step": "offices"})
    assert "to Second, as chosen" in text and "Nothing is kept yet" in text
    assert not Reorganisation.objects.exists()
    answer = keeper.post(reverse("reorganisation_new"), sent | {"step": "preview", "do": "keep"})
    made = Reorganisation.objects.get()
    assert answer.headers["Location"] == reverse("reorganisation", kwargs={"pk": made.pk})
    assert Obligation.objects.filter(debtor=named("Екінші")).count() == 2
    assert Passage.objects.get().duty == first.duty
    assert Office.objects.filter(structure=named("Екінші"), continues=seat).exists()
    text = keeper.get(answer.headers["Location"]).content.decode()
    assert "Second" in text and "01.04.2024" in text


def test_nothing_typed_is_lost(keeper: Client, ministry: Structure) -> None:
    """A wrong day, a missing name, a step back, one line more: every word stays."""
    text = post(keeper, split_of(ministry) | {"on": "31.02.2024"}, status=422)
    assert "DD.MM.YYYY" in text and "Бірінші" in text and "Жарлық № 318" in text
    nameless = split_of(ministry) | {"h1-name_ru": "", "step": "bodies"}
    text = post(keeper, nameless, status=422)
    assert "Write the name of the new body" in text and "Екінші" in text
    text = post(keeper, split_of(ministry) | {"step": "bodies", "do": "add-heir"})
    assert 'name="h2-name_kk"' in text and "Екінші" in text
    text = post(keeper, split_of(ministry) | {"step": "measures", "m7": "1", "do": "back"})
    assert "Екінші" in text and 'name="m7" value="1"' in text
    text = post(keeper, split_of(ministry) | {"step": "bodies", "do": "back"})
    assert 'name="h1-name_kk" value="Екінші"' in text
    assert not Reorganisation.objects.exists()


def test_a_merger_takes_more_bodies(keeper: Client, ministry: Structure) -> None:
    """Two lines for bodies at first, more when asked for; what has no choice is passed over."""
    other = body("Басқа")
    sent = head("merge") | {"old": [ministry.pk, other.pk], "heir": ["0"], "h0-name_kk": "Бірлік",
                            "h0-name_ru": "Единое"}  # fmt: skip
    text = post(keeper, sent | {"step": "bodies", "do": "add-old"})
    assert text.count('<select name="old"') == 3
    text = post(keeper, sent | {"step": "bodies"})
    assert "Which seats go on" in text
    text = post(keeper, sent | {"step": "offices", "do": "back"})
    assert "Who is reorganised" in text


def test_a_refusal_at_the_last_moment_is_told(keeper: Client, ministry: Structure) -> None:
    """Where somebody else ended the body meanwhile, the person is told so on the page of bodies."""
    sent = split_of(ministry) | {"step": "preview", "do": "keep"}
    gone = plan("abolish", DAY, ministry)
    reorganise(SYSTEM, None, at=at(DAY), plan=gone)
    text = post(keeper, sent, status=422)
    assert "a body does not end twice" in text
    foreign = split_of(body("B")) | {"step": "preview", "do": "keep", "m999999": "1"}
    assert "does not belong to these bodies" in post(keeper, foreign, status=422)


def test_what_is_nobodys_is_listed_and_entrusted(keeper: Client, ministry: Structure) -> None:
    """After an abolition the list names the debts of nobody, and leads to entrusting them."""
    reorganise(SYSTEM, None, at=at(DAY), plan=plan("abolish", DAY, ministry))
    other = body("Басқа")
    text = keeper.get(reverse("reorganisations")).content.decode()
    assert "Nobody&#x27;s" in text or "Nobody's" in text
    link = f"{reverse('reorganisation_new')}?kind=entrust&amp;old={ministry.pk}"
    assert link in text
    text = keeper.get(link.replace("&amp;", "&")).content.decode()
    assert f'name="old" value="{ministry.pk}"' in text and 'value="entrust" checked' in text
    sent = head("entrust", on="01.05.2024") | {
        "old": [ministry.pk], "heir": ["0"], "h0-body": other.pk, "step": "bodies",
    }  # fmt: skip
    text = post(keeper, sent)
    assert "stays nobody" in text
    owed = Obligation.objects.get(duty__provision__number="1", due_on=date(2024, 6, 30))
    sent |= {f"m{owed.duty_id}": "0", "step": "measures"}
    assert "unchanged" in post(keeper, sent)
    post(keeper, sent | {"step": "preview", "do": "keep"}, status=302)
    owed.refresh_from_db()
    assert owed.debtor == other


def test_an_empty_list_says_how_to_begin(client: Client) -> None:
    """The keeper is led to the first reorganisation; the coordinator is told what will be here."""
    sign_in(client, "obligations.review")
    client.cookies["birlik_language"] = "en"
    text = client.get(reverse("reorganisations")).content.decode()
    assert "No body was reorganised yet" in text and reverse("reorganisation_new") not in text
    assert client.get(reverse("reorganisation_new")).status_code == 403


def test_the_keeper_of_an_empty_list_may_begin(keeper: Client) -> None:
    """The empty list leads to the first step."""
    text = keeper.get(reverse("reorganisations")).content.decode()
    assert reverse("reorganisation_new") in text
    assert "Renaming" in keeper.get(reverse("reorganisation_new")).content.decode()


def test_a_wrong_one_is_taken_back_by_a_button(keeper: Client, ministry: Structure) -> None:
    """Taken back it is gone; where something hangs on it, the reason is told."""
    wish = plan("rename", DAY, ministry, successors=(new("X"),))
    made = reorganise(SYSTEM, None, at=at(DAY), plan=wish)
    undo = reverse("reorganisation_undo", kwargs={"pk": made.pk})
    seat = Office.objects.create(structure=named("X"), kind="executor")
    answer = keeper.post(undo)
    assert answer.status_code == 422 and "can no longer be taken back" in answer.content.decode()
    seat.delete()
    assert keeper.post(undo).headers["Location"] == reverse("reorganisations")
    assert not Structure.objects.filter(name_kk="X").exists()
    assert keeper.post(undo).status_code == 404


def test_what_lies_ahead_says_so(keeper: Client, ministry: Structure) -> None:
    """A reorganisation of 2090 is announced, and its page says when it takes effect."""
    wish = plan("rename", date(2090, 1, 1), ministry, successors=(new("X"),))
    made = reorganise(SYSTEM, None, at=at(DAY), plan=wish)
    assert "announced" in keeper.get(reverse("reorganisations")).content.decode()
    page = keeper.get(reverse("reorganisation", kwargs={"pk": made.pk})).content.decode()
    assert "takes effect by itself" in page
    text = post(
        keeper, head("abolish", on="01.01.2090") | {"old": [body("B").pk], "step": "bodies"}
    )
    assert "The counts are those of today" in text


def test_the_scorecards_name_the_line_both_ways(keeper: Client, ministry: Structure) -> None:
    """Of two bodies one after another, the card of the later has the rate of both and of each, and
    that of the earlier leads to the later; by hand: the ministry kept 1 of 4, the line the same,
    the body chosen for measure 2 none of its 2."""
    kept = Obligation.objects.get(duty__provision__number="1", due_on=date(2024, 3, 31))
    report(kept, first_submitted_on=date(2024, 3, 20), outcome="accepted", stage="")
    duty = Obligation.objects.filter(duty__provision__number="2")[0].duty_id
    wish = plan("split", DAY, ministry, successors=(new("X"), new("Y")), measures=((duty, 1),))
    reorganise(SYSTEM, None, at=at(DAY), plan=wish)
    main, other = named("X"), named("Y")
    text = card(keeper, main)
    assert "Line of succession" in text and "Министрлік" in text
    assert "1 of 2" in text
    assert reverse("scorecard", kwargs={"pk": ministry.pk}) in text
    text = card(keeper, ministry)
    assert "→ X" in text and "→ Y" in text and reverse("scorecard", kwargs={"pk": other.pk}) in text
    text = card(keeper, other)
    assert "counts for its own line" in text and "0 of 2" in text


def card(client: Client, one: Structure) -> str:
    """The scorecard of a body."""
    return client.get(reverse("scorecard", kwargs={"pk": one.pk})).content.decode()


def test_the_obligation_says_who_owed_it_before(keeper: Client, ministry: Structure) -> None:
    """One that passed names its debtor until the day; one in an old row, who answers for it now;
    one that was joined says so; one of nobody says that nobody answers."""
    duty = Obligation.objects.filter(duty__provision__number="2")[0].duty_id
    wish = plan("split", DAY, ministry, successors=(new("X"), new("Y")), measures=((duty, 1),))
    reorganise(SYSTEM, None, at=at(DAY), plan=wish)
    passed = Obligation.objects.filter(debtor=named("Y"))[0]
    stayed = Obligation.objects.filter(debtor=ministry)[0]
    assert "until 01.04.2024 owed by Министрлік" in sheet(keeper, passed)
    assert "from 01.04.2024 answered for by X" in sheet(keeper, stayed)
    made = Reorganisation.objects.get()
    FormerDebtor.objects.create(obligation=stayed, structure=ministry, reorganisation=made)
    assert "joined on 01.04.2024" in sheet(keeper, stayed)
    gone = body("G")
    one = owe(stayed.duty, gone, date(2024, 6, 30))
    reorganise(SYSTEM, None, at=at(DAY), plan=plan("abolish", DAY, gone))
    assert "since 01.04.2024 nobody answers for it" in sheet(keeper, one)


def sheet(client: Client, one: Obligation) -> str:
    """The page of an obligation."""
    return client.get(reverse("obligation", kwargs={"pk": one.pk})).content.decode()


def test_the_pages_keep_their_budget(
    keeper: Client, ministry: Structure, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """The list with twenty bodies of nobody and twenty reorganisations, one of them, and the steps
    before the preview take at most 15 queries each; the cards of a line of three as well."""
    measure = Obligation.objects.order_by("pk")[0].duty
    for number in range(20):
        gone = body(f"G{number}")
        owe(measure, gone, date(2024, 6, 30))
        reorganise(SYSTEM, None, at=at(DAY), plan=plan("abolish", DAY, gone))
    wish = plan("rename", DAY, ministry, successors=(new("X"),))
    made = reorganise(SYSTEM, None, at=at(DAY), plan=wish)
    later = plan("rename", date(2024, 5, 1), named("X"), successors=(new("Y"),))
    reorganise(SYSTEM, None, at=at(DAY), plan=later)
    addresses = [
        reverse("reorganisations"),
        reverse("reorganisation", kwargs={"pk": made.pk}),
        reverse("scorecard", kwargs={"pk": named("Y").pk}),
        reverse("scorecard", kwargs={"pk": ministry.pk}),
    ]
    for address in addresses:
        with django_assert_max_num_queries(BUDGET, info=address):
            assert keeper.get(address).status_code == 200
    sent = split_of(named("Y")) | {"on": "01.06.2024"}
    for step in ("head", "bodies"):
        with django_assert_max_num_queries(BUDGET, info=step):
            post(keeper, sent | {"step": step})
