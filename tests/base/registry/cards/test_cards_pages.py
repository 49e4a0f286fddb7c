"""The pages of cards: what they show, whom they refuse, how often they ask the database."""

from datetime import date

import pytest
from django.forms import Form
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from birlik.base.registry.models import AccreditedTerm, Proposal, Structure
from tests.base.registry.cards.cards_world import KIND, entered
from tests.base.registry.world import World, world

pytestmark = pytest.mark.django_db
BUDGET = 15
LIST = "/registry/structures/"


@pytest.fixture
def there() -> World:
    """The small register; the associations are of a kind of the Assembly."""
    found = world()
    ours = Structure.objects.filter(kind="public_association")
    ours.update(kind=KIND, level="region")
    return found


def filled(form: Form) -> dict[str, object]:
    """What a form sends as it is shown."""
    shown = {name: value for name in form.fields if (value := form[name].value())}
    return {
        name: f"{one:%d.%m.%Y}" if isinstance(one, date) else one for name, one in shown.items()
    }


def test_the_list_narrows_and_goes_into_a_file(client: Client, there: World) -> None:
    """A secretary finds bodies of the region alone, also by a misspelt name, and takes the same
    list away."""
    client.force_login(there.account("secretary", there.abai.assembly))
    every = client.get(LIST).content.decode()
    assert there.abai.association.name_kk in every
    assert there.akmola.association.name_kk not in every
    entered(there, name_kk="Бірегей гүлстан", name_ru="Уникальный гулстан")
    text = client.get(f"{LIST}?q=бирегей гулстон").content.decode()
    assert "Бірегей гүлстан" in text
    assert there.abai.association.name_kk not in text
    file = client.get(f"{LIST}?kind={KIND}&format=csv")
    rows = b"".join(file.streaming_content).decode().splitlines()
    assert len(rows) == 3
    assert client.get(f"{LIST}?format=xlsx").status_code == 200
    narrow = "?language=kk&culture=x&house=3&accredited=yes&lacks=head&field=y&place=republic"
    for query in (narrow, "?on=01.01.1990", "?state=closed", "?sort=-place", "?q=010540000128"):
        assert client.get(LIST + query).status_code == 200


def test_a_card_is_changed_and_nothing_typed_is_lost(client: Client, there: World) -> None:
    """What is wrong stands beside the field with what was typed; a change from a day is kept."""
    one = there.abai.association
    client.force_login(there.account("secretary", there.abai.assembly))
    address = f"{LIST}{one.pk}/edit/"
    form = client.get(address).context["form"]
    sent = filled(form) | {"phone": "+7 7", "bin": "1"}
    wrong = client.post(address, sent | {"how": "change", "on": "01.03.2020"})
    assert wrong.status_code == 422
    assert "+7 7" in wrong.content.decode()
    done = client.post(address, sent | {"how": "change", "on": "01.03.2020", "bin": ""})
    assert done.status_code == 302
    one.refresh_from_db()
    assert (one.phone, one.card_from) == ("+7 7", date(2020, 3, 1))
    stale = client.post(address, sent | {"how": "correct", "bin": "", "email": "a@example.kz"})
    assert stale.status_code == 422
    assert "a@example.kz" in stale.content.decode()
    assert client.get(f"{LIST}{one.pk}/history/").status_code == 200
    then = client.get(f"{LIST}{one.pk}/?on=29.02.2020").content.decode()
    assert "+7 7" not in then


def test_a_foreign_card_and_none_answer_alike(client: Client, there: World) -> None:
    """Another region's number teaches no more than one that nothing bears; a duplicate leads to the
    card that was kept."""
    client.force_login(there.account("secretary", there.abai.assembly))
    foreign = there.akmola.association.pk
    for page in ("", "history/", "edit/", "end/", "confirm/", "reopen/"):
        ask = client.post if page in {"confirm/", "reopen/"} else client.get
        told = [ask(f"{LIST}{number}/{page}").status_code for number in (foreign, 424242)]
        assert told == [403, 403], page
    assert client.get(f"{LIST}proposals/424242/").status_code == 403
    one, kept = there.abai.association, there.abai.house
    Structure.objects.filter(pk=one.pk).update(duplicate_of=kept)
    assert client.get(f"{LIST}{one.pk}/").headers["Location"] == f"{LIST}{kept.pk}/"


def test_a_head_proposes_and_the_secretary_accepts(client: Client, there: World) -> None:
    """From the prefilled form to the changed card, through the pages alone."""
    one = there.abai.association
    client.force_login(there.account("association_head", one))
    address = f"{LIST}{one.pk}/propose/"
    form = client.get(address).context["form"]
    assert "name_kk" not in form.fields
    sent = filled(form)
    done = client.post(address, sent | {"phone": "+7 8", "on": "01.11.2026"})
    made = Proposal.objects.get()
    assert done.headers["Location"] == f"{LIST}proposals/{made.pk}/"
    client.force_login(there.account("secretary", there.abai.assembly))
    shown = client.get(f"{LIST}proposals/{made.pk}/")
    assert "+7 8" in shown.content.decode()
    more = {"on": "01.11.2026", "seen": shown.context["seen"]}
    assert client.post(f"{LIST}proposals/{made.pk}/accept/", more).status_code == 302
    one.refresh_from_db()
    assert one.phone == "+7 8"


def test_pages_ask_seldom_however_many_bodies_there_are(
    client: Client, there: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """List and card take at most 15 queries, whether there are few bodies or many."""
    one = entered(there, parent=there.abai.assembly.pk, house=there.abai.house.pk)
    AccreditedTerm.objects.create(structure=one, valid_from=date(2025, 1, 1), number="5")
    Structure.objects.bulk_create(
        Structure(
            kind=KIND,
            name_kk=f"Бірлестік {place}",
            territory=there.abai.territory,
            parent=one,
            sort_key=str(place),
        )
        for place in range(300)
    )
    client.force_login(there.account("secretary", there.abai.assembly))
    pages = ("", "?q=бирлестиги", "?on=01.01.2020", "tree/", f"{one.pk}/", f"{one.pk}/history/")
    for page in pages:
        assert client.get(LIST + page).status_code == 200
        with django_assert_max_num_queries(BUDGET, info=page):
            answer = client.get(LIST + page)
        assert len(answer.content) < 150_000, page
