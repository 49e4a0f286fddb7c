"""Templates that would fetch, run or repeat what they should not."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from birlik.domains.execution.engine.report.template_check import faults_of
from tests.domains.execution.engine.report.test_template_check import changed, template

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINKS = "word/_rels/document.xml.rels"
OUTSIDE, OBJECTS, NO_WORD = "outside of it", "embedded objects", "not a Word document"

Change = Callable[[bytes], bytes]


def told(parts: dict[str, Change]) -> str:
    """What is said of a plain template in which some parts are changed; '' for nothing."""
    return " ".join(one.words.en for one in faults_of(changed(template("{{ act.number }}"), parts)))


def linked(relationship: str) -> dict[str, Change]:
    """The links of the document with another one."""
    return {LINKS: lambda old: old.replace(b"</Relationships>", relationship.encode() + END)}


END = b"</Relationships>"


def begun_with(xml: str) -> dict[str, Change]:
    """The text of the document with something before its first paragraph."""
    return {"word/document.xml": lambda old: old.replace(b"<w:body>", b"<w:body>" + xml.encode())}


@pytest.mark.parametrize(
    "relationship",
    [
        f"<Relationship Id='rX' Type='{OFFICE}/attachedTemplate' Target='http://x.example/a.dotm'"
        " TargetMode='External'/>",
        f'<Relationship Id="rX" Type="{OFFICE}/attachedTemplate"'
        ' Target="http://x.example/hyperlink" TargetMode="External"/>',
        f'<Relationship Id="rX" Type="{OFFICE}/image" Target="http://x.example/a"'
        ' TargetMode = "Ex&#116;ernal"/>',
        f'<p:Relationship xmlns:p="{PACKAGE}" Id="rX" Type="{OFFICE}/image"'
        ' Target="http://x.example/a" TargetMode="External"/>',
        f'<Relationship Id="rX" Type="{OFFICE}/hyperlink" Target="file:///C:/a.exe"'
        ' TargetMode="External"/>',
    ],
)
def test_link_outside_is_refused_however_it_is_written(relationship: str) -> None:
    """What a reader's Word would fetch from outside is refused in any spelling of XML."""
    assert OUTSIDE in told(linked(relationship))


def test_link_that_is_followed_by_hand_is_accepted() -> None:
    """An address of the web that a reader clicks is no fault."""
    link = (
        f'<Relationship Id="rX" Type="{OFFICE}/hyperlink" Target="https://adilet.zan.kz/"'
        ' TargetMode="External"/>'
    )
    assert told(linked(link)) == ""


@pytest.mark.parametrize("kind", ["aFChunk", "subDocument", "oleObject", "package", "control"])
def test_parts_of_others_are_refused_whatever_their_names(kind: str) -> None:
    """A part that Word opens as a document, an object or a program of its own is refused."""
    link = f'<Relationship Id="rX" Type="{OFFICE}/{kind}" Target="plain.xml"/>'
    assert OBJECTS in told({**linked(link), "word/plain.xml": lambda _old: b"<a/>"})


@pytest.mark.parametrize(
    "words",
    [
        'INCLUDETEXT "http://x.example/a"',
        'includepicture "\\\\x.example\\a"',
        "DDEAUTO c:\\\\cmd.exe",
        'MACROBUTTON a "x"',
        "QUOTE 68 68 69",
    ],
)
def test_fields_of_word_that_fetch_or_run_are_refused(words: str) -> None:
    """A field of Word's own that reads files or starts programs is refused in both its forms."""
    half = len(words) // 2
    long_form = "".join(
        f"<w:r>{one}</w:r>"
        for one in (
            '<w:fldChar w:fldCharType="begin"/>',
            f"<w:instrText> {words[:half]}</w:instrText>",
            f"<w:instrText>{words[half:]}</w:instrText>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    unended = f'<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>{words}</w:instrText></w:r>'
    quoted = words.replace('"', "&quot;")
    for field in (long_form, unended, f'<w:fldSimple w:instr=" {quoted} "/>'):
        assert OUTSIDE in told(begun_with(f"<w:p>{field}</w:p>"))


def test_fields_of_word_that_count_pages_are_accepted() -> None:
    """The number of the page is no fault."""
    assert told(begun_with('<w:p><w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "/></w:p>')) == ""


def test_part_that_would_be_filled_unseen_is_refused() -> None:
    """A header under a name by which it is not looked for would be filled without a check."""
    header = f'<w:hdr xmlns:w="{WORDS}"><w:p><w:r><w:t>{{{{ 9 * 9 }}}}</w:t></w:r></w:p></w:hdr>'
    part: dict[str, Change] = {"word/other.xml": lambda _old: header.encode()}
    link = f'<Relationship Id="rX" Type="{OFFICE}/header" Target="other.xml"/>'
    kind = f'<Override PartName="/word/other.xml" ContentType="{HEADER}"/></Types>'.encode()
    kinds: dict[str, Change] = {
        "[Content_Types].xml": lambda old: old.replace(b"</Types>", kind),
    }
    assert NO_WORD in told({**part, **linked(link)})
    assert NO_WORD in told({**part, **kinds})


def test_two_parts_of_one_name_are_refused() -> None:
    """Which of two parts of one name is read differs from program to program: both are refused."""
    content = template("{{ act.number }}")
    file = BytesIO(content)
    with ZipFile(file, "a", ZIP_DEFLATED) as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", b"<a/>")
    assert NO_WORD in faults_of(file.getvalue())[0].words.en


def test_document_type_in_any_part_that_is_read_is_refused() -> None:
    """Entities, with which bombs begin, are refused in the links too."""
    declared = b'<!DOCTYPE a [<!ENTITY b "c">]>'
    assert NO_WORD in told({LINKS: lambda old: old.replace(b"?>", b"?>" + declared, 1)})


def test_list_within_itself_is_refused() -> None:
    """A list repeated for each of its own lines would grow with its square: it is refused."""
    loops = template(
        "{%p for a in executors %}",
        "{%p for b in executors %}",
        "{{ b.name }}",
        "{%p endfor %}",
        "{%p endfor %}",
    )
    assert next(iter(faults_of(loops))).words.en.startswith("“for” is not available")
