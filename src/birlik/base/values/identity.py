"""The numbers by which the state knows people (ИИН) and bodies (БИН).

Both have twelve digits, the last a check digit over the eleven before. The rule is that of the
Law on national registers of identification numbers of 12.01.2007 and of the Rules on forming an
identification number under it (Resolution 406 of 22.05.2007): weights 1 to 11 modulo 11; where that
gives 10, weights 3 to 11, 1, 2; where that gives 10 again, the number is not given out.
"""

import re

from birlik.base.values.local_text import LocalText

TWELVE = re.compile(r"[0-9]{12}")
FIRST = tuple(range(1, 12))
SECOND = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
NOT_TWELVE = LocalText(
    kk="Нөмірде 12 цифр болуы керек.",
    ru="В номере должно быть 12 цифр.",
    en="The number must have 12 digits.",
)
WRONG_CHECK = LocalText(
    kk="Нөмірдің бақылау цифры сәйкес емес. Цифрларды құжаттан қайта тексеріңіз.",
    ru="Контрольная цифра номера не сходится. Сверьте цифры с документом.",
    en="The check digit of the number does not fit. Compare the digits with the paper.",
)
NO_BODY = LocalText(
    kk="Бизнес-сәйкестендіру нөмірінің алғашқы алты цифры тіркелген айға және ұйым түріне сай "
    "келмейді.",
    ru="Первые шесть цифр БИН не складываются в месяц регистрации и вид организации.",
    en="The first six digits of the BIN make no month of registration and kind of body.",
)


def check_digit(eleven: str) -> int | None:
    """The twelfth digit that follows from eleven; None where no number begins with them."""
    for weights in (FIRST, SECOND):
        rest = sum(int(digit) * weight for digit, weight in zip(eleven, weights, strict=True)) % 11
        if rest < 10:
            return rest
    return None


def fault_of_iin(number: str) -> LocalText | None:
    """What is wrong with a person's number (ИИН); None where nothing is.

    Its first seven digits once told the day of birth and the sex. Resolution 853 of 26.08.2013
    ended that, and a number that disagrees with the birth certificate is no mistake: only the
    check digit speaks against one.
    """
    return fault_of_twelve(number)


def fault_of_bin(number: str) -> LocalText | None:
    """What is wrong with a body's number (БИН: year and month of registration, 4 to 6 for the kind
    of body, 0 to 3 for head office or branch, serial, check); None where nothing is."""
    fault = fault_of_twelve(number)
    if fault:
        return fault
    fits = 1 <= int(number[2:4]) <= 12 and number[4] in "456" and number[5] in "0123"
    return None if fits else NO_BODY


def fault_of_twelve(number: str) -> LocalText | None:
    """What is wrong with twelve digits of which the last checks the others."""
    if not TWELVE.fullmatch(number):
        return NOT_TWELVE
    return None if check_digit(number[:11]) == int(number[11]) else WRONG_CHECK
