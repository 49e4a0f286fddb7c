"""What the pages of people say of codes, places and restricted fields."""

from django.utils.translation import gettext_lazy as _

from birlik.base.registry.models import Person
from birlik.base.ui.templatetags.birlik import words

FIELDS = {
    "full_name": _("Surname, given name, patronymic"),
    "full_name_ru": _("Full name in Russian"),
    "full_name_latin": _("Full name in Latin letters"),
    "territory": _("Territory that keeps the record"),
    "languages": _("Languages"),
    "fields": _("Fields of work"),
    "iin": _("IIN"),
    "phone": _("Telephone"),
    "email": _("E-mail"),
}
"""The names of the fields of a person."""


def place_of(person: Person) -> str:
    """Where the record is kept, in the reader's language."""
    return words(person.territory.name) if person.territory else str(_("Republic"))
