"""Why a line of a register of persons is refused: each says what to do, in every language."""

from birlik.base.values.local_text import LocalText

UNKNOWN_REGISTER = LocalText(
    kk="Мұндай адамдар тізілімі анықтамалықта жоқ. Тізімнен таңдаңыз.",
    ru="Такого реестра лиц нет в справочнике. Выберите из списка.",
    en="The charter has no such register of persons. Choose one of the list.",
)
NOT_YOUR_PLACE = LocalText(
    kk="Бұл орган немесе аумақ сіздің аумағыңызда емес. Өз аумағыңыздағысын таңдаңыз.",
    ru="Этот орган или территория вне вашей территории. Выберите из своей.",
    en="This body or territory lies outside yours. Choose one within your territory.",
)
NOT_YOUR_LINE = LocalText(
    kk="Тізілімдегі бұл жазбаны сол аумақтың хатшысы жүргізеді. Соған жүгініңіз.",
    ru="Эту запись реестра ведет секретарь ее территории. Обратитесь к нему.",
    en="This line of the register is kept by the secretary of its territory. Ask that secretary.",
)
TERM_ENDS_TOO_EARLY = LocalText(
    kk="Мерзімнің соңы басынан кейін болуы керек. Күндерді тексеріңіз.",
    ru="Конец срока должен быть позже начала. Проверьте даты.",
    en="The end of the term must lie after its beginning. Check the dates.",
)
NO_SUCH_FIELD = LocalText(
    kk="Бұл тізілімде мұндай өріс жоқ. Бетті жаңартып, қайта толтырыңыз.",
    ru="В этом реестре такого поля нет. Обновите страницу и заполните заново.",
    en="This register has no such field. Reload the page and fill it in again.",
)
ENROLLED_ALREADY = LocalText(
    kk="Адам осы күндерде бұл тізілімде тұр. Жаңасын енгізбей, бар жазбаны ұзартыңыз.",
    ru="В эти дни лицо уже состоит в этом реестре. Продлите имеющуюся запись, а не вносите новую.",
    en="The person stands in this register on these days already. Renew that line instead of "
    "entering another.",
)
OVER_ALREADY = LocalText(
    kk="Бұл жазбаның мерзімі ол күні аяқталған не әлі басталмаған. Күнді тексеріңіз.",
    ru="В этот день срок записи уже закончился или еще не начался. Проверьте дату.",
    en="On that day the line is over already, or has not begun. Check the date.",
)
