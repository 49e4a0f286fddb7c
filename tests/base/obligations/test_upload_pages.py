"""The protocol by which a page brings a file in pieces."""

from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client

from birlik.base.obligations.actions import submit_report
from birlik.base.obligations.models import Evidence, Obligation, Upload
from birlik.base.obligations.queries.evidence import partial_folder
from tests.base.obligations.evidence_world import TEXT, Desk, desk, documents, titles
from tests.base.obligations.reporting_world import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_desk() -> Desk:
    """Everybody signed in."""
    return desk()


def begin(client: Client, obligation: Obligation, name: str = "есеп.txt", size: object = None):
    """Announce a file."""
    size = len(TEXT) if size is None else size
    return client.post(f"/obligations/{obligation.pk}/uploads/", {"name": name, "size": size})


def send(client: Client, address: str, offset: object, piece: bytes):
    """Send a piece."""
    return client.patch(
        address,
        piece,
        content_type="application/offset+octet-stream",
        headers={"Upload-Offset": str(offset)},
    )


@pytest.fixture
def address(at_desk: Desk) -> str:
    """The address of a file that the executor has begun to bring."""
    return begin(at_desk.executor, at_desk.world.lead).json()["address"]


def lying() -> list[Path]:
    """What lies among the files that are being brought."""
    return list(partial_folder().glob("*"))


def test_a_file_comes_in_pieces_and_becomes_evidence(at_desk: Desk) -> None:
    """Begin, two pieces, finish; each answer says how far the file has come."""
    executor = at_desk.executor
    begun = begin(executor, at_desk.world.lead)
    assert (begun.status_code, begun.json()["offset"]) == (201, 0)
    address = begun.json()["address"]
    first = send(executor, address, 0, TEXT[:7])
    assert (first.status_code, first.json()["offset"]) == (200, 7)
    assert executor.get(address).json() == {"offset": 7, "size": len(TEXT), "evidence": None}
    assert send(executor, address, 7, TEXT[7:]).json()["offset"] == len(TEXT)
    done = executor.post(f"{address}finish/")
    made = Evidence.objects.get()
    assert done.json() == {"offset": len(TEXT), "size": len(TEXT), "evidence": made.pk}
    assert (made.title, made.document.media_type) == ("есеп.txt", "text/plain")
    assert made.document.file.read() == TEXT


def test_finishing_twice_gives_the_same_evidence(at_desk: Desk, address: str) -> None:
    """An answer that was lost is asked for again, also when the report was submitted since."""
    executor = at_desk.executor
    send(executor, address, 0, TEXT)
    first = executor.post(f"{address}finish/").json()
    assert executor.post(f"{address}finish/").json() == first
    Obligation.objects.filter(pk=at_desk.world.lead.pk).update(stage="submitted")
    assert executor.post(f"{address}finish/").json() == first
    assert executor.get(address).json() == first
    assert send(executor, address, 0, b"x").status_code == 409
    assert titles() == ["есеп.txt"]


@pytest.mark.parametrize("offset", [0, 5, "x", "", "-1", "²"])
def test_a_piece_that_does_not_fit_is_told_where_to_go_on(
    at_desk: Desk, address: str, offset: object
) -> None:
    """The true offset comes with 409, and the file is as it was."""
    send(at_desk.executor, address, 0, TEXT[:7])
    told = send(at_desk.executor, address, offset, b"x")
    assert (told.status_code, told.json()["offset"]) == (409, 7)


def test_a_file_is_not_finished_before_it_has_come(at_desk: Desk, address: str) -> None:
    """Finishing too early tells how far it has come and attaches nothing."""
    send(at_desk.executor, address, 0, TEXT[:7])
    told = at_desk.executor.post(f"{address}finish/")
    assert (told.status_code, told.json()["offset"]) == (409, 7)
    assert titles() == []


@pytest.mark.parametrize(
    ("content", "marked"),
    [("Для служебного пользования".encode(), True), (b"MZ\x90\0" * 9, False)],
)
def test_nothing_is_kept_of_a_file_that_is_refused(
    at_desk: Desk, content: bytes, marked: bool
) -> None:
    """The reason is told in the reader's language; bytes, name and document are gone, and a marked
    file is told apart so that the page offers the card."""
    executor = at_desk.executor
    address = begin(executor, at_desk.world.lead, size=len(content)).json()["address"]
    send(executor, address, 0, content)
    told = executor.post(f"{address}finish/")
    assert (told.status_code, told.json()["marked"]) == (422, marked)
    assert ("limited access" if marked else "not taken") in told.json()["reason"]
    assert (lying(), documents(), titles(), Upload.objects.count()) == ([], 0, [], 0)


def test_a_marked_name_is_refused_before_a_byte_is_sent(at_desk: Desk) -> None:
    """Nothing is begun for a file whose name bears a mark."""
    told = begin(at_desk.executor, at_desk.world.lead, "хат ДСП.pdf")
    assert (told.status_code, told.json()["marked"]) == (422, True)
    assert not Upload.objects.exists()


@pytest.mark.parametrize("size", ["", "0", "-5", "x", str(51 * 2**20), "9" * 50])
def test_a_size_that_is_none_is_refused(at_desk: Desk, size: str) -> None:
    """No size, or one beyond the limit, is refused with what to do."""
    told = begin(at_desk.executor, at_desk.world.lead, size=size)
    assert (told.status_code, told.json()["reason"][:22]) == (403, "The file is too large.")


def test_a_piece_beyond_what_is_held_in_memory_is_refused(
    at_desk: Desk, address: str, settings: object
) -> None:
    """A single piece is no way around the limit."""
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 4
    assert send(at_desk.executor, address, 0, TEXT).status_code == 413
    assert lying() == []


def test_a_key_opens_nothing_to_anybody_else(at_desk: Desk, address: str) -> None:
    """For a colleague, a foreign office, an unknown key and no key at all the answer is one: there
    is no such file."""
    for client in (at_desk.colleague, at_desk.akimat):
        assert client.get(address).status_code == 404
        assert send(client, address, 0, b"x").status_code == 404
        assert client.post(f"{address}finish/").status_code == 404
        assert client.delete(address).status_code == 404
    for key in (uuid4(), "x", "..%2F..%2Fetc"):
        assert at_desk.executor.get(f"/uploads/{key}/").status_code == 404
    assert Upload.objects.count() == 1


def test_foreign_and_unknown_obligations_answer_alike(at_desk: Desk) -> None:
    """A file cannot be begun for what one does not see, and one cannot learn whether it exists."""
    foreign = begin(at_desk.executor, at_desk.world.agreed)
    unknown = at_desk.executor.post("/obligations/999999/uploads/", {"name": "a", "size": 1})
    assert (foreign.status_code, unknown.status_code) == (404, 404)
    assert begin(at_desk.coordinator, at_desk.world.lead).status_code == 403


def test_a_report_under_review_takes_no_file(at_desk: Desk) -> None:
    """The reason comes as it would on a page, for beginning, going on and dropping."""
    world, akimat = at_desk.world, at_desk.akimat
    address = begin(akimat, world.agreed).json()["address"]
    submit_report(world.contributor, world.agreed, at=AT, text_kk="Орындалды")
    for told in (begin(akimat, world.agreed), send(akimat, address, 0, b"x")):
        assert told.status_code == 403
        assert "under review" in told.json()["reason"]


def test_a_cancelled_file_is_gone(at_desk: Desk, address: str) -> None:
    """Cancelling takes the bytes away and the file is unknown afterwards."""
    send(at_desk.executor, address, 0, TEXT[:7])
    assert at_desk.executor.delete(address).status_code == 204
    assert lying() == []
    assert at_desk.executor.get(address).status_code == 404


def test_only_posts_begin_and_finish(at_desk: Desk, address: str) -> None:
    """Looking at an address changes nothing."""
    begins = f"/obligations/{at_desk.world.lead.pk}/uploads/"
    assert at_desk.executor.get(begins).status_code == 405
    assert at_desk.executor.get(f"{address}finish/").status_code == 405


def test_pieces_need_the_token_of_the_page(at_desk: Desk, address: str) -> None:
    """A page elsewhere cannot send pieces in the name of who is signed in."""
    guarded = Client(enforce_csrf_checks=True)
    guarded.cookies = at_desk.executor.cookies
    assert send(guarded, address, 0, b"x").status_code == 403
    assert lying() == []
