"""The pages of cards."""

import pytest
from django.test import Client

from tests.base.registry.world import World, world

pytestmark = pytest.mark.django_db


@pytest.fixture
def there() -> World:
    """The small register."""
    return world()


def test_all(client: Client, there: World) -> None:
    """x"""
    client.force_login(there.account("secretary", there.abai.assembly))
    pk = there.abai.association.pk
    for address in (
        "",
        f"{pk}/",
        f"{pk}/history/",
        f"{pk}/edit/",
        "new/",
        "new/?kind=ethnocultural_association",
        "proposals/",
        f"{pk}/end/?how=rename",
        f"{pk}/end/?how=merge",
        f"{pk}/end/?how=split",
        "?q=бирлестиги",
        "?format=csv",
        "?format=xlsx",
        "?on=01.01.2020",
        "?state=closed",
        f"{pk}/?on=01.01.2010",
        "?language=kk&culture=x&house=3&accredited=yes&lacks=head&on=2020-01-01",
    ):
        answer = client.get(f"/registry/structures/{address}")
        assert answer.status_code == 200, address
    client.force_login(there.account("association_head", there.abai.association))
    assert client.get(f"/registry/structures/{pk}/propose/").status_code == 200
    assert (
        client.get(f"/registry/structures/{there.akmola.association.pk}/propose/").status_code
        == 403
    )
