"""What every template may use."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from birlik.base.ui.templatetags.birlik import (
    StripCell,
    day,
    local,
    moment,
    number,
    own_name,
    state,
    tongue,
    unmarked,
    words,
    words_with,
)
from birlik.base.values.local_text import LocalText


def rendered(text: str, path: str = "/", **context: object) -> str:
    """A template's text with a request of this address in its context."""
    request = RequestFactory().get(path)
    return Template(text).render(Context({"request": request, **context}))


def test_content_in_another_language_is_marked() -> None:
    """What the reader's language lacks is shown in another one, with its language said."""
    with override("ru"):
        assert local(LocalText("Қазақша", "<b>", "")) == "<b>"
        shown = local(LocalText("<Қазақша>", "", ""))
    assert '<span lang="kk">&lt;Қазақша&gt;</span>' in shown
    assert ">қаз</abbr>" in shown


def test_text_of_the_reader_is_bare() -> None:
    """A text in the reader's language carries no mark; an empty one stays empty."""
    with override("en"):
        assert local(LocalText("", "", "English")) == "English"
        assert local(LocalText()) == ""
        assert words(LocalText("", "Русский", "")) == "Русский"


def test_days_are_written_as_officials_do() -> None:
    """A day is 20.11.2026 in every language, an instant is told in the time of Kazakhstan."""
    assert day(date(2026, 11, 20)) == "20.11.2026"
    assert day(datetime(2026, 11, 20, 20, tzinfo=UTC)) == "21.11.2026"
    assert moment(datetime(2026, 11, 20, 9, 5, tzinfo=UTC)) == "20.11.2026, 14:05"
    assert day(None) == moment(None) == ""


@pytest.mark.parametrize(
    ("language", "text"), [("kk", "12\u202f345,6"), ("ru", "12\u202f345,6"), ("en", "12,345.6")]
)
def test_numbers_follow_the_language(language: str, text: str) -> None:
    """Kazakh and Russian have a decimal comma and a space between thousands, English the rest."""
    with override(language):
        assert number(Decimal("12345.600")) == text
        assert number(Decimal("7.000")) == "7"
        assert number(None) == ""


def test_state_is_never_colour_alone() -> None:
    """A pill has a sign and words beside its colour."""
    assert state("late", "Просрочено") == (
        '<span class="state late"><span aria-hidden="true">!</span>Просрочено</span>'
    )


def test_languages_are_named_in_themselves() -> None:
    """A language is called as its own readers call it."""
    assert (tongue("ru"), own_name("kk"), own_name("en")) == ("рус", "Қазақша", "English")


def test_words_concerned_are_marked_and_escaped() -> None:
    """The marked parts stand in <mark>, and the text cannot become markup."""
    assert words_with("а<б>в", [(0, 1), (2, 3)]) == "<mark>а</mark>&lt;<mark>б</mark>&gt;в"
    assert words_with("а", []) == "а"


def test_signs_of_markdown_are_not_words() -> None:
    """Bold type and headings of a Markdown source are shown without their signs."""
    assert words_with("## **Цель** и задачи", [(5, 9)]) == "<mark>Цель</mark> и задачи"
    assert unmarked("**Указ**\n### Раздел № 1 # 2") == "Указ\nРаздел № 1 # 2"


def test_strip_says_each_cell_in_words() -> None:
    """A cell of a strip leads somewhere when it can, and says in words what its letter means."""
    cells = [StripCell("ok", "О", "орындалды", "/x/"), StripCell("void", "×", "қолданылмайды")]
    html = rendered("{% strip cells label='2024' %}", cells=cells)
    assert '<a role="listitem" class="ok" href="/x/"' in html
    assert '<span class="unseen">қолданылмайды</span>' in html
    assert 'aria-label="2024"' in html


def test_figure_of_nothing_is_calm() -> None:
    """A figure takes its tone only when there is something to count."""
    assert 'class="figure late"' in rendered("{% figure 3 'x' tone='late' %}")
    assert 'class="figure "' in rendered("{% figure 0 'x' tone='late' %}")
    assert '<a class="figure' in rendered("{% figure 3 'x' '/list/' %}")


def test_chip_sets_and_clears_its_filter() -> None:
    """A chip keeps the other filters, begins at the first page, and a second press clears it."""
    html = rendered("{% chip 'x' 'year' 2024 %}", "/?state=late&page=3")
    assert 'href="?state=late&amp;year=2024"' in html
    assert "aria-current" not in html
    html = rendered("{% chip 'x' 'year' 2024 %}", "/?year=2024")
    assert 'href="?"' in html
    assert 'aria-current="true"' in html
    assert 'aria-current="true"' in rendered("{% chip 'all' 'year' %}")


def test_column_sorts_up_then_down() -> None:
    """A column's head sorts by it, and says and turns the direction when it already does."""
    assert 'href="?sort=due"' in rendered("{% sorted_by 'x' 'due' %}")
    html = rendered("{% sorted_by 'x' 'due' 'num' 'due' %}")
    assert 'href="?sort=-due"' in html
    assert 'aria-sort="ascending"' in html
    assert 'aria-sort="descending"' in rendered("{% sorted_by 'x' 'due' %}", "/?sort=-due")


def test_pages_are_linked_only_when_there_are_several() -> None:
    """A list of one page has no links; a longer one keeps its filters in them."""
    assert "<nav" not in rendered("{% leaves leaf %}", leaf=Paginator([1], 5).page(1))
    html = rendered("{% leaves leaf %}", "/?q=a", leaf=Paginator(range(20), 5).page(2))
    assert 'href="?q=a&amp;page=1"' in html
    assert '<span aria-current="page">2</span>' in html


def test_pill_comes_from_its_table() -> None:
    """A code is shown by the tone and words that a table gives it."""
    assert "state wait" in rendered("{% pill 'a' pills %}", pills={"a": ("wait", "x")})
