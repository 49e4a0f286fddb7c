"""Accreditation in the demonstration: earlier rounds in bulk, and a round at every stage."""

from collections import Counter
from datetime import date

import pytest

from birlik.base.records.models import Act
from birlik.base.registry.models import AccreditedTerm, Structure, Territory
from birlik.base.values.clock import ZONE
from birlik.domains.accreditation.models import Certificate
from birlik.domains.accreditation.queries.applications import applications
from birlik.wiring import foundations
from birlik.wiring.demo.accreditation import APPLICANT, SYSTEM, accreditation_events
from birlik.wiring.demo.load import BEGUN_AT
from birlik.wiring.demo.people import Staff

pytestmark = pytest.mark.django_db


def test_the_rounds_of_the_demonstration() -> None:
    """Of eighty associations of a region all were accredited in 2022; in 2025 not the first six and
    not each ninth (0, 9, … 72 are nine, of which one is among the six), so 80 − 14; in 2026 six
    apply: returned, being checked, accredited, refused, and two before the commission."""
    foundations.lay(at=BEGUN_AT)
    staff = Staff(at=BEGUN_AT, secret="!")
    place = Territory.objects.get(code="350000000")
    Structure.objects.create(
        kind="accreditation_commission", name_kk="К", name_ru="К", territory=place
    )
    for number in range(80):
        Structure.objects.create(
            kind="ethnocultural_association",
            name_kk=f"Бірлестік {number}",
            name_ru=f"Объединение {number}",
            territory=place,
            founded_on=date(2000, 1, 1),
        )
    for at, happen in accreditation_events():
        assert at.tzinfo == ZONE
        happen(staff)
    years = Counter(Certificate.objects.values_list("round__year", flat=True))
    assert years == {2022: 80, 2025: 66, 2026: 1}
    assert AccreditedTerm.objects.filter(kind="accredited").count() == 147
    assert AccreditedTerm.objects.filter(kind="suspended").count() == 1
    assert set(Act.objects.values_list("told", flat=True)) == {"invented"}
    states = Counter(one.state for one in applications(by=SYSTEM))
    assert states == {"returned": 1, "checking": 1, "granted": 1, "refused": 1, "hearing": 2}
    assert APPLICANT.email == "association@birlik.example"
