"""States, steps and votes in words, and what is to be done next."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.models import Structure
from birlik.base.ui.language import reader_language
from birlik.base.ui.templatetags.birlik import day, words
from birlik.base.values.local_text import LocalText
from birlik.domains.accreditation.models import Application, Certificate, Round, Vote
from birlik.domains.accreditation.queries.applications import missing_papers
from birlik.domains.accreditation.queries.rounds import asked_in
from birlik.domains.accreditation.rules.applications import appeal_term, state_of
from birlik.domains.accreditation.rules.norms import whole

Pills = dict[str, tuple[str, str | Promise]]
STATES: Pills = {
    "draft": ("todo", _("being prepared")),
    "checking": ("wait", _("papers are being checked")),
    "returned": ("late", _("returned: papers are missing")),
    "return_appealed": ("wait", _("return appealed")),
    "hearing": ("open", _("with the commission")),
    "granted": ("ok", _("accredited")),
    "refused": ("late", _("accreditation refused")),
    "appealed": ("wait", _("refusal appealed")),
    "closed": ("void", _("refused, appeal dismissed")),
    "withdrawn": ("void", _("application withdrawn")),
}
CERTIFICATES: Pills = {
    "ahead": ("wait", _("begins later")),
    "valid": ("ok", _("valid")),
    "suspended": ("warn", _("suspended")),
    "withdrawn": ("late", _("accreditation withdrawn")),
    "expired": ("void", _("expired")),
}
STEPS: dict[str, str | Promise] = {
    "submitted": _("Application submitted"),
    "returned": _("Returned to the association"),
    "completed": _("Papers are complete, sent to the commission"),
    "withdrawn": _("Withdrawn"),
    "granted": _("The commission accredited the association"),
    "refused": _("The commission refused accreditation"),
    "appealed": _("Appeal filed"),
    "upheld": _("Appeal upheld: the commission considers it again"),
    "dismissed": _("Appeal dismissed"),
    "suspended": _("Accreditation suspended"),
    "resumed": _("Accreditation resumed"),
    "restored": _("Accreditation restored"),
}
CHOICES: dict[str, str | Promise] = {
    Vote.Choice.FOR: _("For"),
    Vote.Choice.AGAINST: _("Against"),
    Vote.Choice.ABSTAINED: _("Abstained"),
}


@dataclass(frozen=True, slots=True)
class Next:
    """What is to be done next, in plain words; where to go for it, and what the button says ('' for
    nothing to press)."""

    tone: str
    words: str
    url: str = ""
    button: str = ""


def next_for_application(application: Application) -> Next:
    """What the association does next with its application."""
    state, steps = state_of(application), list(application.steps.all())
    url = reverse("accreditation_application", args=[application.pk])
    if state in {"draft", "returned"}:
        return next_while_written(application, state, url)
    if state == "checking":
        on = steps[-1].on
        last = on + timedelta(days=whole("completeness_days", on))
        said = gettext("Nothing to do now: the secretary checks the papers until %(day)s.")
        return Next("", said % {"day": day(last)}, url, gettext("Open the application"))
    if state == "refused":
        said = gettext("Accreditation was refused. You can appeal until %(day)s.")
        last = appeal_term(steps[-1].on)
        return Next("warn", said % {"day": day(last)}, url, gettext("Read the reasons"))
    return Next(*told(state), url, gettext("Open the application"))


def told(state: str) -> tuple[str, str]:
    """The tone and the words of a state in which the association waits, or has nothing to do."""
    return {
        "hearing": ("", gettext("Nothing to do now: the commission considers the application.")),
        "granted": ("ok", gettext("The association is accredited. The certificate is ready.")),
        "closed": ("", gettext("The appeal was dismissed. You can apply again in the next round.")),
        "withdrawn": ("", gettext("The application was withdrawn.")),
    }.get(state, ("", gettext("Nothing to do now: your appeal is being considered.")))


def next_while_written(application: Application, state: str, url: str) -> Next:
    """What the association does next while it writes."""
    missing = missing_papers(application)
    names = asked_in(application.round).papers
    listed = "; ".join(words(names[code]) for code in missing)
    if state == "returned":
        said = gettext("The application was returned. Put right what the secretary named.")
        return Next("warn", said, url, gettext("Put right and submit again"))
    if listed:
        said = gettext("Attach what is still missing: %(papers)s.") % {"papers": listed}
        return Next("warn", said, url, gettext("Go on with the application"))
    last = day(application.round.closed_on)
    said = gettext("All papers are attached. Submit the application until %(day)s.")
    return Next("warn", said % {"day": last}, url, gettext("Go on with the application"))


def next_for_body(body: Structure, application: Application | None, found: Round | None) -> Next:
    """What an association does next: with its application of the round that is open, or by
    beginning one."""
    if application is not None and state_of(application) != "withdrawn":
        return next_for_application(application)
    if found is None:
        return Next("", gettext("No round is open now. You will be told when one opens."))
    said = gettext("The round of %(year)s takes applications until %(day)s.")
    return Next(
        "warn",
        said % {"year": found.year, "day": day(found.closed_on)},
        f"{reverse('accreditation_apply', args=[found.pk])}?body={body.pk}",
        gettext("Begin an application"),
    )


def last_day(certificate: Certificate) -> date:
    """The last day on which a certificate is valid."""
    return certificate.valid_until - timedelta(days=1)


def in_readers_words(said: str) -> LocalText:
    """Words in the language in which the reader works: Kazakh or, else, Russian."""
    return LocalText(said, "") if reader_language() == "kk" else LocalText("", said)
