"""What survives translation in a paragraph."""

from birlik.base.records.engine.align.signs import fold, roots_of, signs_of


def test_a_date_leaves_the_same_signs_in_both_languages() -> None:
    """Day, month and year are found whatever the order and the language."""
    kazakh = signs_of("2031 жылғы 15 мамырдағы № 417", "kk")
    russian = signs_of("от 15 мая 2031 года № 417", "ru")
    assert kazakh & russian == {"number:2031", "number:15", "number:417", "word:мамыр"}


def test_numbers_are_read_as_values() -> None:
    """A space between thousands and the kind of decimal mark make no difference."""
    assert signs_of("20 283 399 адам, 3,95%", "kk") >= {"number:20283399", "number:3.95"}
    assert signs_of("3.95", "ru") == {"number:3.95"}


def test_the_number_of_an_item_is_a_sign_of_its_own() -> None:
    """ "3)" at the head of a paragraph says more than a 3 within it, a dash before it or not."""
    assert "item:3)" in signs_of("- 3) құрылсын;", "kk")
    assert "item:3)" in signs_of("3) создать;", "ru")
    assert "item:3)" not in signs_of("см. 3) создать;", "ru")


def test_roman_numerals_in_letters_of_either_alphabet() -> None:
    """A numeral typed in Cyrillic look-alikes is the same numeral."""
    assert "roman:XXXIII" in signs_of("ХХХІІІ сессия", "kk")
    assert "roman:XXXIII" in signs_of("XXXIII сессии", "ru")


def test_names_in_quotation_marks_count_word_by_word() -> None:
    """A Kazakh name quoted in a Russian text is recognised."""
    assert signs_of('проект "Жаңа қадам"', "ru") & signs_of("«Жаңа қадам» жобасы", "kk") >= {
        "name:жана",
        "name:кадам",
    }


def test_words_in_latin_letters() -> None:
    """A foreign name stays as it is; a letter or two say nothing."""
    assert signs_of("(Medicare), AB", "ru") == {"latin:medicare"}


def test_loanwords_share_their_beginning() -> None:
    """Endings differ between the languages, the beginning of a loanword does not."""
    assert "root:инсти" in signs_of("институттарының", "kk") & signs_of("институтов", "ru")


def test_a_vocabulary_word_may_have_to_be_whole() -> None:
    """«мая» is May and «маяк» is not."""
    assert "word:мамыр" in signs_of("мая", "ru")
    assert "word:мамыр" not in signs_of("маяк", "ru")


def test_folding_brings_kazakh_letters_to_their_neighbours() -> None:
    """Ә is written а, ғ г, қ к, ң н, ө о, ұ and ү у, һ х, і, й and ё so that loanwords meet."""
    assert fold("Әғқңөұүһіёй") == "агкноуухиеи"


def test_roots_are_the_beginnings_of_words_that_are_long_enough() -> None:
    """Short words are grammar; of longer ones the first five letters tell the family."""
    assert roots_of("Бұл достық мен келісім") == {"досты", "келис"}
