"""Killed without warning, the installation keeps what it acknowledged and shows nothing half done.

Real processes on a database of their own: the web server, the worker, and a client over HTTP. The
moments of the killing are drawn at random, from a seed.
"""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256, shake_128
from io import BytesIO
from threading import Event, Thread
from typing import Any

import pytest
from PIL import Image

from tests.wiring.killed import LOST, Answer, Browser, Installation, installed, wait_for

PIECE = 2**17
SIDE = 1100
"""Points of a picture of noise, of which nothing can be packed: 3.6 million bytes."""
PEOPLE = 6
UNFINISHED = ("waiting", "making")


@pytest.fixture(scope="module")
def birlik() -> Iterator[Installation]:
    """One installation for all tests, its server open."""
    with installed() as made:
        made.open()
        yield made


@pytest.fixture(autouse=True)
def dismissed(birlik: Installation) -> Iterator[None]:
    """No test leaves its worker to the next."""
    yield
    birlik.kill_worker()


def drawn(seed: str) -> float:
    """A number from 0 to 1, as if by chance, and always the same for a seed."""
    return int.from_bytes(shake_128(seed.encode()).digest(4)) / 2**32


def reopened(birlik: Installation) -> None:
    """The server is started anew after it was killed."""
    birlik.kill_server()
    birlik.open()


# Upload


def picture(number: int) -> bytes:
    """A picture of noise."""
    noise = shake_128(bytes([number])).digest(SIDE * SIDE * 3)
    made = BytesIO()
    Image.frombytes("RGB", (SIDE, SIDE), noise).save(made, "PNG", compress_level=0)
    return made.getvalue()


def begun(browser: Browser, obligation: int, content: bytes) -> str:
    """The address of an upload that was begun."""
    answer = browser.post(f"/obligations/{obligation}/uploads/", name="a.png", size=len(content))
    assert answer.status == 201
    return str(answer.said["address"])


def send(browser: Browser, address: str, content: bytes, offset: int) -> int:
    """Send the next piece; where the one after it begins."""
    answer = browser.ask(
        "PATCH",
        address,
        content[offset : offset + PIECE],
        {"Upload-Offset": str(offset), "Content-Type": "application/octet-stream"},
    )
    assert answer.status == 200
    return int(answer.said["offset"])


def send_until_killed(browser: Browser, address: str, content: bytes, offset: int) -> int:
    """Send pieces while the server answers; the offset that it acknowledged last."""
    try:
        while offset < len(content):
            offset = send(browser, address, content, offset)
    except LOST:
        pass
    return offset


def test_an_upload_goes_on_where_it_was_acknowledged(birlik: Installation) -> None:
    """Killed three times while a file comes, the server knows at least what it acknowledged; the
    file that comes in the end is the file that was sent, once, and its pieces are gone."""
    content = picture(1)
    obligation = birlik.facts["files"][0]
    browser = birlik.browser().sign_in("executor")
    address, offset = begun(browser, obligation, content), 0
    for again in range(3):
        with ThreadPoolExecutor(1) as pool:
            sent = pool.submit(send_until_killed, browser, address, content, offset)
            time.sleep(0.25 * drawn(f"upload {again}"))
            birlik.kill_server()
        offset = sent.result()
        birlik.open()
        known = browser.get(address).said["offset"]
        assert offset <= known <= len(content)
        offset = known
    assert send_until_killed(browser, address, content, offset) == len(content)
    twice = [browser.post(f"{address}finish/") for _time in range(2)]
    assert [one.status for one in twice] == [200, 200]
    assert twice[0].said["evidence"] == twice[1].said["evidence"] is not None
    whole(birlik, obligation, content)


@pytest.mark.parametrize("at_the_disk", [False, True])
def test_an_upload_is_finished_once_though_the_server_is_killed(
    birlik: Installation, *, at_the_disk: bool
) -> None:
    """Killed while it finishes a file, at any moment or just when its bytes appear among the
    documents, the server has finished it or not at all; asked again, it does, and there is one
    document and one piece of evidence."""
    obligation, content = birlik.facts["files"][1 + at_the_disk], picture(2 + at_the_disk)
    digest = sha256(content).hexdigest()
    place = birlik.folder / "files" / "documents" / digest[:2] / digest
    browser = birlik.browser().sign_in("executor")
    address = begun(browser, obligation, content)
    assert send_until_killed(browser, address, content, 0) == len(content)
    with ThreadPoolExecutor(1) as pool:
        ended = pool.submit(finished, browser, address)
        if at_the_disk:
            wait_for(place.exists, pause=0.0005)
        else:
            time.sleep(0.3 * drawn("finish"))
        birlik.kill_server()
    birlik.open()
    assert ended.result() in {0, 200}
    assert finished(browser, address) == 200
    whole(birlik, obligation, content)


def finished(browser: Browser, address: str) -> int:
    """The status with which finishing is answered; 0 for none."""
    try:
        return browser.post(f"{address}finish/").status
    except LOST:
        return 0


def whole(birlik: Installation, obligation: int, content: bytes) -> None:
    """Assert that an obligation has this file as evidence, once and entered once, and that no
    piece of any file is left."""
    digest = sha256(content).hexdigest()
    (paper,) = birlik.ask("papers", obligation)
    assert (paper["noted"], paper["stored"]) == (digest, digest)
    assert (paper["attached"], paper["finished"]) == (1, 1)
    assert list((birlik.folder / "files" / "uploads").iterdir()) == []
    assert birlik.ask("strays") == []
    assert birlik.ask("wrong") == []


# Submission


@dataclass(slots=True)
class Try:
    """A report that somebody tried to submit, by the API or by the form, and whether it was
    acknowledged."""

    obligation: int
    by_program: bool
    acknowledged: bool = False


def submit(birlik: Installation, form: Browser, one: Try) -> Answer:
    """Submit a report."""
    if not one.by_program:
        return form.post(
            f"/obligations/{one.obligation}/submit/",
            text_kk=f"Орындалды {one.obligation}",
            text_ru="",
            version=version_of(form, one.obligation),
        )
    link = {"title": "Бағдарламадан", "link": "https://example.org/2"}
    told = {"text_kk": f"Орындалды {one.obligation}", "evidence": [link]}
    program = Browser(birlik.port, key=birlik.facts["key"])
    return program.tell(f"/api/obligations/{one.obligation}/reports", told)


def version_of(form: Browser, obligation: int) -> str:
    """The version of the draft that the page shows."""
    page = form.get(f"/obligations/{obligation}/").body.decode()
    _before, _mark, after = page.partition('name="version" value="')
    return after.partition('"')[0] or "0"


def test_every_acknowledged_report_survives_and_none_is_half_there(birlik: Installation) -> None:
    """Killed twice while six people submit, the server has every report that it acknowledged with
    its entry and evidence; what was not acknowledged is there whole or not at all, and can be
    submitted again or is told to be under review."""
    tries = [Try(pk, bool(place % 3)) for place, pk in enumerate(birlik.facts["words"])]
    form = birlik.browser().sign_in("executor")
    half = len(tries) // 2
    for some in (tries[:half], tries[half:]):
        submitted_until_killed(birlik, form, some)
        birlik.open()
        consistent(birlik, some)
        for one in some:
            if not one.acknowledged:
                submitted_again(birlik, form, one)
        consistent(birlik, some)
    kept = birlik.ask("submissions")
    assert all(len(kept[str(one.obligation)]["kept"]) == 1 for one in tries)


def submitted_until_killed(birlik: Installation, form: Browser, tries: list[Try]) -> None:
    """Let six people submit, and kill the server after some were acknowledged."""
    chance = drawn(f"submission {tries[0].obligation}")
    enough = 3 + int(chance * (len(tries) - PEOPLE - 3))
    killed = Event()

    def work(own: list[Try]) -> None:
        for one in own:
            try:
                one.acknowledged = submit(birlik, form, one).status in {201, 302}
            except LOST:
                killed.wait()
                return

    people = [Thread(target=work, args=[tries[n::PEOPLE]]) for n in range(PEOPLE)]
    for one in people:
        one.start()
    wait_for(lambda: sum(one.acknowledged for one in tries) >= enough, pause=0.001)
    time.sleep(0.03 * chance)
    birlik.kill_server()
    killed.set()
    for one in people:
        one.join()
    assert not all(one.acknowledged for one in tries)


def consistent(birlik: Installation, tries: list[Try]) -> None:
    """Assert that reports and journal agree, that what was acknowledged is there, and that
    evidence belongs to the report, or to the draft when there is none."""
    kept = birlik.ask("submissions")
    for one in tries:
        found = kept[str(one.obligation)]
        there = len(found["kept"])
        assert found["kept"] == found["told"]
        assert there == found["facts"] <= 1
        assert there or not one.acknowledged
        assert found["stage"] == ("submitted" if there else "")
        assert {belongs for _pk, belongs in found["evidence"]} == {*(found["kept"] or [None])}
        assert len(found["evidence"]) == (1 + there if one.by_program else 1)
    assert birlik.ask("wrong") == []


def submitted_again(birlik: Installation, form: Browser, one: Try) -> None:
    """Submit what was not acknowledged; where it had been kept, that is told."""
    there = birlik.ask("submissions")[str(one.obligation)]["kept"]
    answer = submit(birlik, form, one)
    if there:
        assert answer.status in {403, 422}
        assert "қаралып жатыр" in answer.body.decode() or "under review" in answer.body.decode()
    else:
        assert answer.status == (201 if one.by_program else 302)
    one.acknowledged = True


def test_facts_are_delivered_though_the_worker_is_killed(birlik: Installation) -> None:
    """Killed while it delivers, the worker goes on after its restart: whoever is to be told of a
    report is told once of each."""
    reported = birlik.ask("submissions")
    waiting, before = birlik.ask("facts")
    assert waiting
    birlik.employ()
    wait_for(lambda: birlik.ask("facts")[1] > before + 3, pause=0.001)
    birlik.kill_worker()
    birlik.employ()
    wait_for(lambda: birlik.ask("facts")[0] == 0)
    birlik.kill_worker()
    told = birlik.ask("notices", "coordinator@birlik.example")
    expected = {f"report.submitted/{pk}" for one in reported.values() for pk in one["kept"]}
    assert {
        key: count for key, count in told.items() if key.startswith("report.")
    } == dict.fromkeys(expected, 1)


def test_letters_leave_at_most_once_though_the_worker_is_killed(birlik: Installation) -> None:
    """Killed while it sends the digests of the day, the worker sends the others after its restart;
    at most the one that it was sending is in doubt, and none leaves twice."""
    birlik.ask("begin_day")
    birlik.employ()
    post = birlik.folder / "mail"
    wait_for(lambda: len(list(post.glob("*.eml"))) > 3, pause=0.001)
    birlik.kill_worker()
    birlik.employ()
    wait_for(lambda: all(taken for taken, _left in birlik.ask("digests").values()))
    wait_for(lambda: birlik.ask("tasks", "turn")[-1] == "SUCCESSFUL")
    birlik.kill_worker()
    found = birlik.ask("digests")
    left = {number for number, (_taken, left) in found.items() if left}
    assert len(found) - len(left) <= 1
    letters = {one.stem.removeprefix("digest-") for one in post.glob("*.eml")}
    assert left <= letters <= set(found)


# Report


def ordered(birlik: Installation, head: Browser, language: str) -> int:
    """The number of a report that was ordered."""
    answer = head.post(
        "/reports/new/",
        act=birlik.facts["act"],
        period=birlik.facts["period"],
        language=language,
        first_on="",
        last_on="",
    )
    assert answer.status == 302
    return int(answer.headers["Location"].strip("/").rpartition("/")[2])


def killed_while_making(birlik: Installation, report: int, percent: int) -> None:
    """Start the worker and kill it when it has brought a report so far."""
    before = birlik.ask("tasks", "make_report")
    lost = before.count("FAILED") + before.count("RUNNING")
    birlik.employ()

    def so_far() -> bool:
        state, progress = birlik.ask("progress_of", report)
        assert state in UNFINISHED
        tasks = birlik.ask("tasks", "make_report")
        begun = tasks[-1] == "RUNNING" and tasks.count("FAILED") == lost
        return begun and state == "making" and progress >= percent

    wait_for(so_far, pause=0.001)
    birlik.kill_worker()


def test_a_report_is_made_though_the_worker_is_killed(birlik: Installation) -> None:
    """Killed while it makes a report, the worker makes it after its restart: one version, its
    files whole; until then the page shows neither content nor files."""
    head = birlik.browser().sign_in("coordinator")
    report = ordered(birlik, head, "kk")
    killed_while_making(birlik, report, 40)
    page = head.get(f"/reports/{report}/")
    assert page.status == 200
    assert "files/docx" not in page.body.decode()
    assert head.get(f"/reports/{report}/files/docx/").status == 404
    reopened(birlik)
    birlik.employ()
    wait_for(lambda: birlik.ask("progress_of", report)[0] not in UNFINISHED)
    birlik.kill_worker()
    (made,) = [one for one in birlik.ask("reports") if one["number"] == report]
    is_whole(birlik, head, made)
    assert len(birlik.ask("reports")) == 1


def is_whole(birlik: Installation, head: Browser, made: dict[str, Any]) -> None:
    """Assert that a report was made once and that its files are those on record."""
    assert (made["state"], made["made"], made["version"]) == ("made", 1, 1)
    assert set(made["files"]) == {"docx", "pdf", "xlsx"}
    for kind, (noted, stored) in made["files"].items():
        fetched = head.get(f"/reports/{made['number']}/files/{kind}/")
        assert sha256(fetched.body).hexdigest() == noted == stored
    assert birlik.ask("wrong") == []


def test_a_report_that_kills_its_worker_fails_and_can_be_made_again(birlik: Installation) -> None:
    """A report over which the worker was killed three times is not begun a fourth time: its page
    says that it failed, and when it is asked for again it is made."""
    head = birlik.browser().sign_in("coordinator")
    report = ordered(birlik, head, "ru")
    for _time in range(3):
        killed_while_making(birlik, report, 1)
    birlik.employ()
    wait_for(lambda: birlik.ask("progress_of", report)[0] == "failed")
    page = head.get(f"/reports/{report}/").body.decode()
    assert "Making the report failed" in page
    assert head.post(f"/reports/{report}/again/").status == 302
    wait_for(lambda: birlik.ask("progress_of", report)[0] == "made")
    birlik.kill_worker()
    (made,) = [one for one in birlik.ask("reports") if one["number"] == report]
    is_whole(birlik, head, made)


def test_the_reading_of_an_act_ends_though_the_worker_is_killed(birlik: Installation) -> None:
    """Killed while it reads an act, the worker reads it after its restart."""
    head = birlik.browser().sign_in("coordinator")
    answer = head.bring("/imports/", "act.txt", birlik.facts["text"].encode())
    assert answer.status == 302
    number = int(answer.headers["Location"].strip("/").rpartition("/")[2])
    birlik.employ()
    wait_for(lambda: birlik.ask("reading", number)[0] == "reading", pause=0.001)
    birlik.kill_worker()
    assert birlik.ask("reading", number)[0] == "reading"
    birlik.employ()
    wait_for(lambda: birlik.ask("reading", number)[0] != "reading")
    birlik.kill_worker()
    assert birlik.ask("reading", number) == ["read", 100, True]
    assert birlik.ask("wrong") == []
