"""What every installation begins with: regions, bodies, names in three languages."""

from datetime import UTC, date, datetime

import pytest

from birlik.base.journal.queries import head
from birlik.base.registry.models import Structure
from birlik.base.registry.queries import regions, structures_of_kind
from birlik.wiring import foundations

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture
def laid(db: None) -> None:
    """The foundations in an empty database."""
    foundations.lay(at=AT)


@pytest.mark.usefixtures("laid")
@pytest.mark.parametrize("kind", ["akimat", "accord_institution"])
def test_three_oblasts_were_founded_in_june_2022(kind: str) -> None:
    """17 regions had their bodies on 01.06.2022; 20 have them on 15.09.2022."""
    assert structures_of_kind(kind, on=date(2022, 6, 1)).count() == 17
    assert structures_of_kind(kind, on=date(2022, 9, 15)).count() == 20


@pytest.mark.usefixtures("laid")
def test_every_structure_has_a_name_in_three_languages() -> None:
    """No body lacks its name in kk, ru or en."""
    assert Structure.objects.count() == 17 + 2 * 20
    assert not [one for one in Structure.objects.all() if one.name.missing()]


@pytest.mark.usefixtures("laid")
@pytest.mark.parametrize(
    ("region", "akimat"),
    [
        ("KZ-11", ("Ақмола облысының әкімдігі", "Акимат Акмолинской области")),
        ("KZ-10", ("Абай облысының әкімдігі", "Акимат области Абай")),
        ("KZ-71", ("Астана қаласының әкімдігі", "Акимат города Астаны")),
        ("KZ-75", ("Алматы қаласының әкімдігі", "Акимат города Алматы")),
        ("KZ-79", ("Шымкент қаласының әкімдігі", "Акимат города Шымкента")),
    ],
)
def test_akimats_are_named_by_the_grammar_of_each_language(
    region: str, akimat: tuple[str, str]
) -> None:
    """The region stands in the genitive, in Kazakh before and in Russian after the word."""
    found = Structure.objects.get(kind="akimat", territory__iso=region)
    assert (found.name_kk, found.name_ru) == akimat


@pytest.mark.usefixtures("laid")
def test_communal_institutions_carry_their_region() -> None:
    """An institution of a region is told from the other nineteen by its name."""
    found = Structure.objects.get(kind="accord_institution", territory__iso="KZ-33")
    assert found.name_kk == "Жетісу облысының «Қоғамдық келісім» КММ"
    assert found.name_ru == "КГУ «Қоғамдық келісім» области Жетісу"
    assert found.name_en == "Communal institution “Qogamdyq Kelisim” of Jetisu Region"


@pytest.mark.usefixtures("laid")
def test_laying_them_again_changes_nothing() -> None:
    """A second start finds everything there and writes no entry."""
    before = head()
    foundations.lay(at=AT)
    assert head() == before


@pytest.mark.usefixtures("laid")
def test_districts_with_assemblies_lie_in_their_regions() -> None:
    """There are 20 regions, and the five districts named by the concept to 2030 lie in four."""
    assert regions().count() == 20
    assert sorted(one.iso for one in regions() if one.parts.exists()) == [
        "KZ-19",
        "KZ-31",
        "KZ-33",
        "KZ-61",
    ]
