"""Why something is refused that a letter is to do with obligations."""

from birlik.base.values.local_text import LocalText

OUTGOING_TELLS_NOTHING = LocalText(
    kk="Орындалуы туралы кіріс хат хабарлайды. Кіріс хатты таңдаңыз.",
    ru="Об исполнении сообщает входящее письмо. Выберите входящее письмо.",
    en="It is an incoming letter that tells what was done. Choose an incoming letter.",
)
NOT_NUMBERED = LocalText(
    kk="Нөмірі жоқ хат негіз бола алмайды. Алдымен хатқа нөмір беріңіз.",
    ru="Письмо без номера не может быть основанием. Сначала присвойте ему номер.",
    en="A letter without a number is no ground. Number it first.",
)
NOTHING_CHOSEN = LocalText(
    kk="Кемінде бір тармақты таңдаңыз.",
    ru="Выберите хотя бы один пункт.",
    en="Choose at least one point.",
)
OF_ANOTHER_BODY = LocalText(
    kk="Бұл тапсырма хатты жазған органға тиесілі емес.",
    ru="Это поручение числится не за тем органом, который прислал письмо.",
    en="Another body than the one that wrote the letter owes this obligation.",
)
UNKNOWN_POINT = LocalText(
    kk="Мұндай тапсырма жоқ немесе ол сіздің лауазымыңыздың аясына кірмейді.",
    ru="Такого поручения нет, или оно не относится к вашей должности.",
    en="There is no such obligation, or it is outside the reach of your office.",
)
SOME_CANNOT = LocalText(
    kk="Кейбір тармақтарды орындау мүмкін емес, сондықтан ештеңе өзгерген жоқ. Себептері әр "
    "тармақтың жанында.",
    ru="По некоторым пунктам это невозможно, поэтому ничего не изменено. Причины указаны у каждого "
    "пункта.",
    en="It cannot be done for some of the points, so nothing was changed. The reasons stand beside "
    "each point.",
)


def too_many(limit: int) -> LocalText:
    """That more obligations were chosen than may be settled at once."""
    return LocalText(
        kk=f"Бір хатпен бірден {limit} тапсырмадан артық шешілмейді. Тізімді тарылтыңыз.",
        ru=f"Одним действием можно решить не более {limit} поручений. Сузьте список.",
        en=f"No more than {limit} obligations are settled at once. Narrow the list.",
    )
