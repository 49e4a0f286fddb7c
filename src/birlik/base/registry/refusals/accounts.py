"""Why an account is not opened, closed or changed."""

from birlik.base.values.local_text import LocalText

OWN_ACCOUNT = LocalText(
    kk="Өз есептік жазбаңызды бұл жерден өзгерте алмайсыз. Басқа жүргізушіге жүгініңіз.",
    ru="Свою учетную запись здесь изменить нельзя. Обратитесь к другому ведущему реестр.",
    en="You cannot change your own account here. Ask another keeper of the registry.",
)
LAST_KEEPER = LocalText(
    kk="Бұл — тізілімнің жалғыз жүргізушісі. Алдымен басқа адамды тағайындаңыз.",
    ru="Это единственный ведущий реестр. Сначала назначьте другого.",
    en="This is the only keeper of the registry. First appoint another one.",
)
ADDRESS_TAKEN = LocalText(
    kk="Бұл мекенжаймен есептік жазба ашылған. Басқасын жазыңыз.",
    ru="С этим адресом учетная запись уже открыта. Укажите другой.",
    en="An account has this address already. Give another one.",
)
HAS_ACCOUNT = LocalText(
    kk="Бұл адамның есептік жазбасы бар. Оны тізімнен табыңыз.",
    ru="У этого лица уже есть учетная запись. Найдите ее в списке.",
    en="This person has an account already. Find it in the list.",
)
NO_PERSON = LocalText(
    kk="Бұл адам туралы жазба өшірілген немесе басқасына біріктірілген. Басқа жазбаны таңдаңыз.",
    ru="Запись об этом лице стерта или объединена с другой. Выберите другую запись.",
    en="The record of this person was erased or merged into another. Choose another record.",
)
CLOSED_ACCOUNT = LocalText(
    kk="Есептік жазба жабық. Алдымен оны қайта ашыңыз.",
    ru="Учетная запись закрыта. Сначала откройте ее снова.",
    en="The account is closed. First open it again.",
)
LINK_OVER = LocalText(
    kk="Бұл сілтеме бұрын пайдаланылған немесе мерзімі өткен. Тізілімді жүргізушіден жаңасын "
    "сұраңыз.",
    ru="Эта ссылка уже использована или устарела. Попросите новую у ведущего реестр.",
    en="This link was used already, or is too old. Ask the keeper of the registry for a new one.",
)
