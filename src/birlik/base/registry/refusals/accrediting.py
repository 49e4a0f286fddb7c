"""Why a term of accreditation is not written into the registry, in every language."""

from birlik.base.values.local_text import LocalText

NO_ACCREDITING = LocalText(
    kk="Аккредиттеу мерзімін тізілімге комиссияның шешімі бойынша өңірлік ассамблеяның хатшысы "
    "немесе үйлестіруші ғана енгізеді.",
    ru="Срок аккредитации вносит в реестр по решению комиссии только секретарь региональной "
    "ассамблеи или координатор.",
    en="Only the secretary of the region's assembly or a coordinator enters a term of "
    "accreditation, by a decision of the commission.",
)
TERM_BACKWARDS = LocalText(
    kk="Мерзімнің соңғы күні бірінші күнінен кейін болуы тиіс. Күндерін тексеріңіз.",
    ru="Срок должен кончаться после своего начала. Проверьте даты.",
    en="A term ends after it begins. Check the days.",
)
OUTSIDE_TERM = LocalText(
    kk="Бұл күні аккредиттеу мерзімі әлі басталмаған немесе аяқталған. Күнін тексеріңіз.",
    ru="В этот день срок аккредитации еще не начался или уже закончился. Проверьте дату.",
    en="The term of accreditation has not begun by that day, or is over. Check the day.",
)
