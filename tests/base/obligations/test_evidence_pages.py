"""The pages of evidence: adding, describing, taking out, fetching."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from birlik.base.obligations.actions import (
    BroughtFile,
    EvidenceItem,
    PaperDetails,
    attach_evidence,
    attach_file,
    describe_evidence,
    submit_report,
)
from birlik.base.obligations.models import Evidence
from birlik.base.obligations.web.evidence import evidence_part
from birlik.base.values.refused import RefusedError
from tests.base.obligations.evidence_world import TEXT, Desk, desk, documents, titles
from tests.base.obligations.reporting_world import AT, PROTOCOL, later

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


@pytest.fixture
def at_desk() -> Desk:
    """Everybody signed in."""
    return desk()


@pytest.fixture
def page(at_desk: Desk) -> str:
    """The address at which evidence is added to what the ministry owes."""
    return f"/obligations/{at_desk.world.lead.pk}/evidence/"


def file(name: str = "есеп.txt", content: bytes = TEXT) -> SimpleUploadedFile:
    """A file in a form."""
    return SimpleUploadedFile(name, content)


def brought(at_desk: Desk, title: str = "есеп.txt") -> Evidence:
    """A file in the draft of the ministry."""
    kept = BroughtFile(title, "text/html", b"<script>alert(1)</script>")
    return attach_file(at_desk.world.executor, at_desk.world.lead, at=AT, file=kept)


def text_of(client: Client, address: str) -> str:
    """What a page says."""
    return client.get(address).content.decode()


def test_files_come_in_one_go_without_a_script(at_desk: Desk, page: str) -> None:
    """Several files in a plain form become evidence, and the reader is led back to it."""
    told = at_desk.executor.post(
        page, {"kind": "file", "files": [file(), file("б.csv", b"a;b\n1;2")]}
    )
    assert told.status_code == 302
    assert told.headers["Location"] == f"/obligations/{at_desk.world.lead.pk}/#evidence"
    assert titles() == ["есеп.txt", "б.csv"]


def test_the_same_bytes_are_kept_once(at_desk: Desk, page: str) -> None:
    """Two names for one content are two pieces of evidence and one document."""
    at_desk.executor.post(page, {"kind": "file", "files": [file("а.txt"), file("б.txt")]})
    assert (titles(), documents()) == (["а.txt", "б.txt"], 1)


def test_pictures_are_made_smaller_on_request(at_desk: Desk, page: str) -> None:
    """With the tick the picture that is kept, and its digest, are those of the smaller one."""
    large = BytesIO()
    Image.new("RGB", (3000, 1000)).save(large, "PNG")
    form = {"kind": "file", "smaller": "on", "files": [file("а.png", large.getvalue())]}
    at_desk.executor.post(page, form)
    made = Evidence.objects.get()
    assert made.title == "а.jpg"
    assert Image.open(made.document.file).size == (2000, 667)


def test_a_refused_file_is_named_with_the_reason(at_desk: Desk, page: str) -> None:
    """Of several files the good are kept; the others are named, nothing of them is kept, and for a
    marked one the form of the card is open."""
    marked = file("хат.txt", "Қызмет бабында пайдалану үшін".encode())
    told = at_desk.executor.post(page, {"kind": "file", "files": [file(), marked]})
    words = told.content.decode()
    assert told.status_code == 422
    assert "хат.txt" in words
    assert "limited access" in words
    assert '<details id="evidence-card" open>' in words
    assert (titles(), documents()) == (["есеп.txt"], 1)


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ([], "Choose a file."),
        ([file("a.exe", b"MZ\x90\0")], "Files of this kind are not taken"),
        ([file("a.txt", b"a" * 2000)], "The file is too large"),
    ],
)
def test_what_is_no_file_is_refused_in_words(
    at_desk: Desk, page: str, settings: object, files: list[object], words: str
) -> None:
    """No file, a foreign kind and one that is too large are each told with what to do."""
    settings.EVIDENCE_FILE_LIMIT = 1000
    told = at_desk.executor.post(page, {"kind": "file", "files": files})
    assert told.status_code == 422
    assert words in told.content.decode()
    assert titles() == []


def test_a_link_is_added(at_desk: Desk, page: str) -> None:
    """A link is kept with what it counts for; without a title it is called by its host."""
    form = {"kind": "link", "link": "assembly.kz/news/1", "quantity": "3", "issuer": "Баспасөз"}
    assert at_desk.executor.post(page, form).status_code == 302
    made = Evidence.objects.get()
    assert (made.link, made.title) == ("https://assembly.kz/news/1", "assembly.kz")
    assert (made.quantity, made.issuer, made.kind) == (3, "Баспасөз", "link")


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "data:text/html,x", "ftp://a.kz/x", "file:///etc/passwd", "есеп", ""],
)
def test_a_link_leads_to_the_web_and_nowhere_else(at_desk: Desk, page: str, link: str) -> None:
    """Anything but an address of the web is refused, and what was typed is still there."""
    told = at_desk.executor.post(page, {"kind": "link", "link": link, "title": "Менің тақырыбым"})
    assert told.status_code == 422
    assert "Менің тақырыбым" in told.content.decode()
    assert titles() == []


def test_a_card_is_added(at_desk: Desk, page: str) -> None:
    """A card is called by number and day, so that its title tells nothing of the content."""
    form = {"kind": "card", "number": "12", "dated_on": "05.03.2024", "kept_at": "Бөлім"}
    assert at_desk.executor.post(page, form | {"addressees": "Комитет"}).status_code == 302
    made = Evidence.objects.get()
    assert (made.title, made.kind, made.kept_at) == ("№ 12, 05.03.2024", "card", "Бөлім")
    assert (made.addressees, made.document, made.link) == ("Комитет", None, "")
    assert "lies at: Бөлім · addressees: Комитет" in text_of(at_desk.executor, page)


def test_a_card_needs_number_date_and_place(at_desk: Desk, page: str) -> None:
    """What is missing is told beside its field, and the form stays open with what was typed."""
    told = at_desk.executor.post(page, {"kind": "card", "addressees": "Комитет"})
    words = told.content.decode()
    assert (told.status_code, words.count("Fill in this field.")) == (422, 3)
    assert 'value="Комитет"' in words
    assert '<details id="evidence-card" open>' in words


def test_htmx_gets_the_part_that_changed(at_desk: Desk, page: str) -> None:
    """The forms come back empty with the list beside them and the event; or with the faults."""
    good = at_desk.executor.post(page, {"kind": "link", "link": "https://a.kz"}, headers=HTMX)
    words = good.content.decode()
    assert 'id="evidence" hx-swap-oob="true"' in words
    assert "<html" not in words
    assert "evidence-changed" in good.headers["HX-Trigger"]
    bad = at_desk.executor.post(page, {"kind": "link", "link": "x y"}, headers=HTMX)
    assert bad.status_code == 422
    assert 'id="evidence-forms"' in bad.content.decode()
    assert "<html" not in bad.content.decode()


def test_the_forms_have_a_page_of_their_own(at_desk: Desk, page: str) -> None:
    """Who may report finds there the list and the forms, and what is taken and what is not read."""
    brought(at_desk)
    words = text_of(at_desk.executor, page)
    assert "есеп.txt" in words
    assert "up to 50 MB" in words
    assert "Pictures and scans are not read" in words


def test_who_may_not_report_is_told_why(at_desk: Desk, page: str) -> None:
    """A coordinator sees the obligation but brings nothing to it; a foreign one is unknown."""
    refused = at_desk.coordinator.post(page, {"kind": "link", "link": "https://a.kz"})
    assert refused.status_code == 403
    foreign = f"/obligations/{at_desk.world.agreed.pk}/evidence/"
    for address in (foreign, "/obligations/999999/evidence/"):
        assert at_desk.executor.get(address).status_code == 404
    assert titles() == []


def test_details_are_entered(at_desk: Desk, page: str) -> None:
    """Number, date, issuer and quantity are kept, shown and counted."""
    at_desk.executor.post(page, {"kind": "link", "link": "https://a.kz"})
    made = Evidence.objects.get()
    address = f"/evidence/{made.pk}/details/"
    form = {"number": "7", "dated_on": "30.04.2024", "issuer": "Кеңес", "quantity": "20"}
    assert at_desk.executor.post(address, form).status_code == 302
    made.refresh_from_db()
    assert (made.number, str(made.dated_on), made.issuer, made.quantity) == (
        *("7", "2024-04-30", "Кеңес"),
        20,
    )
    assert "№ 7, 30.04.2024 · Кеңес · counts for 20" in text_of(at_desk.executor, page)
    part = at_desk.executor.post(address, form, headers=HTMX)
    assert part.content.decode().lstrip().startswith('<div class="evidence" id="evidence"')


def test_wrong_details_come_back_as_they_were_typed(at_desk: Desk) -> None:
    """On a page of their own, or in the place of the form; nothing is changed."""
    made = brought(at_desk)
    address = f"/evidence/{made.pk}/details/"
    assert 'name="number"' in text_of(at_desk.executor, address)
    form = {"number": "7", "dated_on": "31.31.2024", "quantity": "0"}
    whole = at_desk.executor.post(address, form)
    assert whole.status_code == 422
    assert 'value="31.31.2024"' in whole.content.decode()
    part = at_desk.executor.post(address, form, headers=HTMX)
    assert (part.status_code, part.headers["HX-Retarget"]) == (422, f"#paper-{made.pk}")
    made.refresh_from_db()
    assert made.number == ""


def test_a_card_has_no_further_details(at_desk: Desk, page: str) -> None:
    """All that a card is was entered with it: to change it, it is made anew."""
    card = attach_evidence(at_desk.world.executor, at_desk.world.lead, at=AT, item=PROTOCOL)
    assert at_desk.executor.get(f"/evidence/{card.pk}/details/").status_code == 404
    words = text_of(at_desk.executor, page)
    assert "lies at: кеңсе" in words
    assert f"/evidence/{card.pk}/remove/" in words


def test_evidence_is_taken_out_of_the_draft(at_desk: Desk, page: str) -> None:
    """By a button, never by looking at an address; htmx gets the list anew."""
    first, second = brought(at_desk), brought(at_desk)
    address = f"/evidence/{first.pk}/remove/"
    assert at_desk.executor.get(address).status_code == 302
    assert Evidence.objects.count() == 2
    assert at_desk.executor.post(address).status_code == 302
    part = at_desk.executor.post(f"/evidence/{second.pk}/remove/", headers=HTMX)
    assert "Nothing is attached yet" in part.content.decode()
    assert titles() == []


def test_evidence_of_a_report_is_neither_described_nor_taken_out(at_desk: Desk) -> None:
    """What was submitted stays as it was."""
    world = at_desk.world
    made = attach_evidence(world.contributor, world.agreed, at=AT, item=PROTOCOL)
    submit_report(world.contributor, world.agreed, at=AT, text_kk="Орындалды")
    for verb in ("remove", "details"):
        told = at_desk.akimat.post(f"/evidence/{made.pk}/{verb}/", {"number": "8"})
        assert told.status_code in {403, 404}
    made.refresh_from_db()
    assert made.number == "7"


def test_details_of_a_returned_report_stay(at_desk: Desk) -> None:
    """After a return only the copy in the draft can be described."""
    world = at_desk.world
    item = EvidenceItem(title="a", link="https://a.kz")
    made = attach_evidence(world.contributor, world.agreed, at=AT, item=item)
    sent = submit_report(world.contributor, world.agreed, at=AT, text_kk="Орындалды")
    world.agreed.submissions.filter(pk=sent.pk).update(number=1)
    type(world.agreed).objects.filter(pk=world.agreed.pk).update(stage="returned")
    with pytest.raises(RefusedError):
        describe_evidence(
            world.contributor, world.agreed, at=AT, evidence=made.pk, details=PaperDetails("8")
        )


def test_a_file_is_fetched_as_a_file_and_never_shown(at_desk: Desk) -> None:
    """Its bytes go out to be saved under its name, without a type, in a sandbox, for nobody's
    cache, streamed."""
    made = brought(at_desk, "есеп «жыл»\n.html")
    told = at_desk.executor.get(f"/evidence/{made.pk}/")
    assert told.status_code == 200
    assert isinstance(told.streaming_content, Iterator)
    assert b"".join(told.streaming_content) == b"<script>alert(1)</script>"
    assert told.headers["Content-Type"] == "application/octet-stream"
    assert told.headers["Content-Disposition"] == (
        "attachment; filename*=utf-8''%D0%B5%D1%81%D0%B5%D0%BF%20%C2%AB%D0%B6%D1%8B%D0%BB%C2%BB"
        "%20.html"
    )
    assert told.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert told.headers["X-Content-Type-Options"] == "nosniff"
    assert told.headers["Cache-Control"] == "private, no-store"


def test_what_is_not_to_be_seen_and_what_is_not_there_answer_alike(at_desk: Desk) -> None:
    """A number guessed at random tells nothing: the page is the same to the letter."""
    made = brought(at_desk)
    foreign = at_desk.akimat.get(f"/evidence/{made.pk}/")
    unknown = at_desk.akimat.get("/evidence/999999/")
    assert (foreign.status_code, unknown.status_code) == (404, 404)

    def bare(page: bytes) -> str:
        words = page.decode().replace(f"/evidence/{made.pk}/", "").replace("/evidence/999999/", "")
        return "".join(one for one in words.splitlines(keepends=True) if "csrf" not in one.lower())

    assert bare(foreign.content) == bare(unknown.content)
    assert at_desk.reader.get(f"/evidence/{made.pk}/").status_code == 403
    assert at_desk.reader.get("/evidence/999999/").status_code == 403


def test_a_draft_is_the_offices_own(at_desk: Desk) -> None:
    """A coordinator fetches a file once the report is submitted, and not before; the colleague of
    the same office does at once."""
    world = at_desk.world
    made = brought(at_desk)
    attach_evidence(world.executor, world.lead, at=AT, item=PROTOCOL)
    address = f"/evidence/{made.pk}/"
    assert at_desk.colleague.get(address).status_code == 200
    assert at_desk.coordinator.get(address).status_code == 404
    submit_report(world.executor, world.lead, at=AT, text_kk="Орындалды")
    assert at_desk.coordinator.get(address).status_code == 200
    assert at_desk.akimat.get(address).status_code == 404


def test_links_and_cards_are_no_files(at_desk: Desk) -> None:
    """There is nothing to fetch of a card."""
    card = attach_evidence(at_desk.world.executor, at_desk.world.lead, at=AT, item=PROTOCOL)
    assert at_desk.executor.get(f"/evidence/{card.pk}/").status_code == 404


def test_the_part_of_a_page(at_desk: Desk, django_assert_num_queries: object) -> None:
    """The draft is changeable by its office and empty for others; a report is seen by all and
    changed by none; its pieces come with one query."""
    world = at_desk.world
    item = EvidenceItem(title="a", link="https://a.kz", quantity=12)
    attach_evidence(world.executor, world.counted, at=AT, item=item)
    own = evidence_part(world.counted, actor=world.executor, at=AT)
    assert (own["changeable"], own["counted"], own["demanded"]) == (True, 12, 20)
    other = evidence_part(world.counted, actor=world.coordinator, at=AT)
    assert (other["changeable"], other["pieces"]) == (False, [])
    sent = submit_report(world.executor, world.counted, at=later(1), text_kk="Орындалды")
    with django_assert_num_queries(1):
        seen = evidence_part(world.counted, sent, actor=world.coordinator, at=later(2))
    assert (seen["changeable"], len(seen["pieces"]), seen["anchor"]) == (
        *(False, 1),
        f"evidence-{sent.pk}",
    )
    assert seen["pieces"][0].form is None


@pytest.mark.parametrize(("size", "words"), [(10, "1 KB"), (2048, "2 KB"), (3_600_000, "3.4 MB")])
def test_sizes_are_told_in_words(at_desk: Desk, page: str, size: int, words: str) -> None:
    """As people say them."""
    made = brought(at_desk)
    type(made.document).objects.filter(pk=made.document_id).update(size=size)
    assert words in text_of(at_desk.executor, page)


def test_the_list_alone(at_desk: Desk) -> None:
    """After files have come, the page asks for the list."""
    brought(at_desk)
    told = at_desk.executor.get(f"/obligations/{at_desk.world.lead.pk}/evidence/list/")
    assert "есеп.txt" in told.content.decode()
    assert "evidence-changed" in told.headers["HX-Trigger"]
    other = text_of(at_desk.coordinator, f"/obligations/{at_desk.world.lead.pk}/evidence/list/")
    assert "есеп.txt" not in other
