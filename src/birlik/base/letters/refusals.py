"""Why something is refused with letters: each says what to do, in every language."""

from collections.abc import Iterable

from birlik.base.values.local_text import LocalText

NO_ADDRESSEES = LocalText(
    kk="Кімге жіберілетінін таңдаңыз: кемінде бір адресат керек.",
    ru="Выберите, кому направить: нужен хотя бы один адресат.",
    en="Choose to whom it goes: at least one addressee is needed.",
)
NO_TEXT = LocalText(
    kk="Хаттың мәтінін қазақша немесе орысша жазыңыз.",
    ru="Напишите текст письма на казахском или русском.",
    en="Write the text of the letter in Kazakh or Russian.",
)
NO_SIGNATORY = LocalText(
    kk="Қол қоятын адам мен орындаушыны көрсетіңіз.",
    ru="Укажите подписывающего и исполнителя.",
    en="Name who signs and who is the executor of the letter.",
)
NO_NUMBER = LocalText(kk="Нөмірін жазыңыз.", ru="Укажите номер.", en="Enter the number.")
NO_DIGITS = LocalText(
    kk="Нөмірде цифр жоқ, одан кейінгі нөмірлерді құру мүмкін емес. Нөмірді түзетіңіз немесе "
    "барлығына бір нөмір беріңіз.",
    ru="В номере нет цифр, продолжить его нельзя. Исправьте номер или присвойте один номер всем.",
    en="The number has no digits to go on from. Correct it, or give all letters one number.",
)
DAY_TO_COME = LocalText(
    kk="Бұл күн әлі келген жоқ. Күнін тексеріңіз.",
    ru="Этот день еще не наступил. Проверьте дату.",
    en="This day is still to come. Check the date.",
)
CAME_BEFORE_WRITTEN = LocalText(
    kk="Хат жазылған күнінен бұрын келіп түсе алмайды. Екі күнді де тексеріңіз.",
    ru="Письмо не могло поступить раньше, чем написано. Проверьте обе даты.",
    en="A letter cannot come in before it was written. Check both dates.",
)
ANSWERS_INCOMING = LocalText(
    kk="Кіріс хат тек шығыс хатқа жауап бола алады. Шығыс хатты таңдаңыз.",
    ru="Входящее письмо отвечает только на исходящее. Выберите исходящее письмо.",
    en="An incoming letter answers an outgoing one. Choose an outgoing letter.",
)
ALREADY_REGISTERED = LocalText(
    kk="Осы органның нөмірі мен күні осындай хаты тіркелген. Оны хаттар тізілімінен табыңыз.",
    ru="Письмо этого органа с таким номером и датой уже зарегистрировано. Найдите его в реестре "
    "писем.",
    en="A letter of this body with this number and date is registered already. Find it in the "
    "register of letters.",
)
INCOMING_NUMBER_TAKEN = LocalText(
    kk="Бұл кіріс нөмірі осы жылы басқа хатқа берілген. Нөмірді тексеріңіз.",
    ru="Этот входящий номер в этом году уже присвоен другому письму. Проверьте номер.",
    en="Another letter of this year has this incoming number. Check the number.",
)
PREPARED_ALREADY = LocalText(
    kk="Дәл осы хаттар осы алушыларға дайындалып қойған және нөмір күтіп тұр. Оларды хаттар "
    "тізілімінен табыңыз.",
    ru="Эти же письма тем же адресатам уже подготовлены и ждут номеров. Найдите их в реестре "
    "писем.",
    en="The very same letters to the same addressees are prepared already and wait for their "
    "numbers. Find them in the register of letters.",
)
ALL_NUMBERED = LocalText(
    kk="Барлық хаттың нөмірі бар. Жекелеген хаттың нөмірін оның өз бетінде түзетіңіз.",
    ru="У всех писем уже есть номера. Номер отдельного письма исправьте на его странице.",
    en="All letters have their numbers. Correct that of a single letter on its own page.",
)


def number_taken(number: str) -> LocalText:
    """That another outgoing letter of the year has a number."""
    return LocalText(
        kk=f"№ {number} осы жылы басқа шығыс хатқа берілген. Басқа нөмір таңдаңыз.",
        ru=f"№ {number} в этом году уже присвоен другому исходящему письму. Выберите другой.",
        en=f"Another outgoing letter of this year has No. {number}. Choose another number.",
    )


def unfilled_fields(names: Iterable[str]) -> LocalText:
    """That fields of a text have no value."""
    shown = ", ".join(f"{{{{{name}}}}}" for name in names)
    return LocalText(
        kk=f"Бұл өрістердің мәні жоқ: {shown}. Олардың орнына мәтін жазыңыз.",
        ru=f"У этих полей нет значения: {shown}. Впишите вместо них текст.",
        en=f"These fields have no value: {shown}. Write the words in their place.",
    )
