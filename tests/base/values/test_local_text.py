from birlik.base.values.local_text import LocalText


def test_get_answers_in_the_language_asked() -> None:
    """The text of the asked language is given where it is written."""
    assert LocalText("іс-шара", "мероприятие", "measure").get("en") == "measure"


def test_get_falls_back_to_the_nearest_language() -> None:
    """A missing language is answered in the nearest that is there, and that one is named."""
    text = LocalText(kk="іс-шара", en="measure")
    assert text.get("ru") == "іс-шара"
    assert text.language_shown("ru") == "kk"
    assert text.missing() == ("ru",)


def test_empty_text_is_empty_in_every_language() -> None:
    """A text written in no language answers an empty string and no language."""
    assert LocalText().get("kk") == ""
    assert LocalText().language_shown("kk") is None
    assert LocalText().missing() == ("kk", "ru", "en")
