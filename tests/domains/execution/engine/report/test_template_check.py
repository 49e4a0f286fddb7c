"""What is refused as a template, and what is said of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from birlik.domains.execution.engine.report.fields import MEANINGS, documented
from birlik.domains.execution.engine.report.sample import sample
from birlik.domains.execution.engine.report.template_check import Fault, faults_of
from birlik.domains.execution.engine.report.word import written
from birlik.domains.execution.papers import shipped_template

DOCS = Path(__file__).parents[5] / "docs" / "report-templates.md"


def template(*paragraphs: str, cells: Sequence[str] = ()) -> bytes:
    """A Word file with these paragraphs, and a table with a cell in each row."""
    made = docx.Document()
    for words in paragraphs:
        made.add_paragraph(words)
    if cells:
        table = made.add_table(rows=0, cols=1)
        for words in cells:
            table.add_row().cells[0].paragraphs[0].add_run(words)
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def told(content: bytes) -> list[tuple[str, str]]:
    """The faults of a template in English: place, words."""
    return [(one.place.en, one.words.en) for one in faults_of(content)]


def with_part(name: str, content: bytes) -> bytes:
    """A plain template into which a part was put."""
    return changed(template("{{ act.number }}"), {name: lambda _old: content})


def changed(content: bytes, parts: dict[str, Callable[[bytes], bytes]]) -> bytes:
    """A Word file with some parts changed or added."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *parts}:
            before = old.read(name) if name in old.namelist() else b""
            new.writestr(name, parts[name](before) if name in parts else before)
    return file.getvalue()


@pytest.mark.parametrize("language", ["kk", "ru", "both"])
def test_shipped_templates_have_no_fault(language: str) -> None:
    """What Birlik brings passes its own check."""
    assert faults_of(shipped_template(language)) == ()


def test_fields_loops_and_conditions_are_accepted() -> None:
    """A template may print fields, repeat, and leave out."""
    good = template(
        "{{ act.title.ru }} {{ counts.rate }} %",
        "{%p if counts.overdue > 0 and not demonstration %}",
        "{{ counts.overdue }}",
        "{%p else %}",
        "–",
        "{%p endif %}",
        "{%p for one in directions %}",
        "{{ loop.index }}. {{ one.title }} {{ one.counts.owed }}",
        "{%p endfor %}",
        cells=["{%tr for x in executors %}", "{{ x.name.kk }}", "{%tr endfor %}"],
    )
    assert told(good) == []


@pytest.mark.parametrize(
    ("words", "place", "meant"),
    [
        ("{{ act.titel }}", "paragraph 2", "act.title"),
        ("{{ perriod }}", "paragraph 2", "period"),
        ("{{ act.title.kz }}", "paragraph 2", "act.title.kk"),
        ("{% for m in directions %}{{ m.mesures }}{% endfor %}", "paragraph 2", "m.measures"),
    ],
)
def test_misspelt_field_is_named_with_place_and_nearest(words: str, place: str, meant: str) -> None:
    """A field that is not there is quoted, with where it stands and what was meant."""
    ((at, told_words),) = told(template("Есеп {{ act.number }}", words))
    assert at == place
    assert f"Perhaps: {meant}" in told_words


def test_place_in_a_table() -> None:
    """A field in a table is found by table, row and column."""
    ((place, words),) = told(template(cells=["{{ act.number }}", "{{ act.nmber }}"]))
    assert place == "table 1, row 2, column 1"
    assert "“act.nmber”" in words


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("{{ act.number", "not closed"),
        ("{% for one in directions %}", "begun but not ended"),
        ("{% endif %}", "nothing that it ends"),
        ("{% edfor %}", "no such tag"),
        ("{{ act number }}", "Cannot be read"),
        ("{{ act.number.x }}", "has no parts"),
        ("{% for one in act.number %}{% endfor %}", "is not a list"),
        ("{% for a, b in directions %}{% endfor %}", "“for” is not available"),
        ("{{ act.number|upper }}", "“upper” is not available"),
        ("{{ act.title.format(1) }}", "not available"),
        ("{{ act.number.__class__ }}", "has no parts"),
        ("{{ ''.__class__.__mro__ }}", "not available"),
        ("{{ 7 * 7 }}", "not available"),
        ("{{ directions[0] }}", "not available"),
        ("{% set x = 1 %}", "not available"),
        ("{% include 'x' %}", "not available"),
        ("{{ self }}", "There is no field"),
        ("{{ range }}", "There is no field"),
    ],
)
def test_what_is_no_field_is_refused(words: str, says: str) -> None:
    """Faults of writing are told apart, and nothing but fields, loops and conditions is let in."""
    faults = told(template("{{ act.title }}", words))
    assert len(faults) == 1
    assert says in faults[0][1]


def test_loops_nested_too_deeply_are_refused() -> None:
    """Five loops in one another would print for ever."""
    deep = "{% for a in directions %}" * 5 + "{% endfor %}" * 5
    assert ["for" in words for _place, words in told(template(deep))] == [True]


def test_loop_that_ends_elsewhere_is_refused() -> None:
    """A loop that begins before a table and ends within it breaks the document, which the trial
    shows."""
    ((_place, words),) = told(template("{% for one in directions %}", cells=["{% endfor %}"]))
    assert "{%tr … %}" in words


def test_fields_of_header_and_footer_are_checked() -> None:
    """A misspelt field in the footer is found there."""
    made = docx.Document()
    made.add_paragraph("{{ act.number }}")
    made.sections[0].footer.paragraphs[0].add_run("{{ verzion }}")
    file = BytesIO()
    made.save(file)
    ((place, words),) = told(file.getvalue())
    assert (place, "version" in words) == ("header or footer", True)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"%PDF-1.7", "not a Word document"),
        (b"", "not a Word document"),
        (template("no field"), "no field at all"),
        (with_part("word/vbaProject.bin", b"x"), "macros"),
        (with_part("word/embeddings/oleObject1.bin", b"x"), "macros"),
        (
            changed(
                template("{{ act.number }}"),
                {
                    "[Content_Types].xml": lambda old: old.replace(
                        b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main"
                    )
                },
            ),
            "macros",
        ),
        (
            changed(
                template("{{ act.number }}"),
                {"[Content_Types].xml": lambda old: old.replace(b"wordprocessingml", b"x")},
            ),
            "not a Word document",
        ),
        (
            with_part(
                "word/_rels/settings.xml.rels",
                b'<Relationships><Relationship Id="r" Type="http://x/attachedTemplate" '
                b'Target="http://host/x.dotm" TargetMode="External"/></Relationships>',
            ),
            "links to a file",
        ),
        (
            changed(
                template("{{ act.number }}"),
                {
                    "docProps/core.xml": lambda old: old.replace(
                        b"</cp:coreProperties>",
                        b"<dc:subject>{{ 7*7 }}</dc:subject></cp:coreProperties>",
                    )
                },
            ),
            "properties",
        ),
        (with_part("word/document.xml", b"<broken"), "not a Word document"),
        (
            with_part(
                "word/document.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>{{ act.number }}</x>'
            ),
            "not a Word document",
        ),
    ],
    ids=["pdf", "empty", "bare", "vba", "ole", "docm", "type", "link", "property", "xml", "dtd"],
)
def test_unfit_file_is_refused(content: bytes, says: str) -> None:
    """What is no plain Word document with fields is refused, with what to do."""
    ((_place, words),) = told(content)
    assert says in words


def test_words_of_a_report_are_never_run() -> None:
    """What people wrote stands as it was written, also where it looks like a field or like XML."""
    report = sample()
    evil = "{{ 7*7 }} <w:p> & {% for x in y %}"
    act = report.act.__class__(report.act.title, report.act.kind, evil, "", report.act.issuer)
    report = report.__class__(act, *(getattr(report, name) for name in list(report.__slots__)[1:]))
    made = docx.Document(BytesIO(written(template("{{ act.number }}"), report)))
    assert made.paragraphs[-1].text == evil


def test_letters_that_xml_cannot_hold_cost_no_words() -> None:
    """A text pasted with a control character, of which XML knows none, keeps all its words."""
    report = sample()
    act = replace(report.act, number="алғы\x0bсөз <1>\x01 & соңы")
    made = docx.Document(BytesIO(written(template("{{ act.number }}"), replace(report, act=act))))
    assert made.paragraphs[-1].text == "алғы сөз <1>  & соңы"


def test_every_field_is_documented_everywhere() -> None:
    """The fields, what is said of them, and the page of the documentation agree."""
    assert sorted(documented()) == sorted(MEANINGS)
    page = DOCS.read_text(encoding="utf-8")
    named = {line.split("`")[1] for line in page.splitlines() if line.startswith("| `")}
    assert named == set(MEANINGS)
    assert all(one.missing() == () for one in MEANINGS.values())


def test_faults_are_told_in_every_language() -> None:
    """Every fault says what to do in Kazakh, Russian and English."""
    bad = ("{{ x }}", "{{ act.number.x }}", "{% for a in act.number %}{% endfor %}", "{{ 7 * 7 }}")
    faults: list[Fault] = [one for words in bad for one in faults_of(template(words))]
    assert len(faults) == len(bad)
    assert [one for one in faults if one.words.missing()] == []
