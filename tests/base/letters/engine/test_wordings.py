"""What mailings say unless somebody writes otherwise."""

from typing import get_args

from birlik.base.letters.engine.text import MailingKind, fields_in
from birlik.base.letters.engine.wordings import WORDINGS
from birlik.base.letters.models import Mailing
from birlik.base.values.local_text import LocalText

FIELDS = {"act", "period", "points", "term", "reason"}


def test_every_kind_has_a_wording() -> None:
    """The kinds of the model and those with a wording are the same."""
    assert set(WORDINGS) == set(get_args(MailingKind)) == set(Mailing.Kind.values)


def test_both_languages_hold_the_same_known_fields() -> None:
    """Kazakh and Russian of a wording ask for the same fields, all of them documented."""
    for wording in WORDINGS.values():
        kk, ru = (fields_in(LocalText(one)) for one in (wording.text.kk, wording.text.ru))
        assert kk == ru
        assert kk <= FIELDS
        assert bool(wording.subject.kk) == bool(wording.subject.ru)
