"""Why something about a person is refused: each says what to do, in every language."""

from birlik.base.values.local_text import LocalText

NO_PEOPLE = LocalText(
    kk="Адамдар тізілімін өз аумағында оны жүргізетін лауазым ғана көреді. Өңірлік ассамблеяның "
    "хатшысына жүгініңіз.",
    ru="Реестр лиц видят те, кто ведет его на своей территории. Обратитесь к секретарю "
    "региональной ассамблеи.",
    en="The register of people is seen by those who keep it in their territory. Ask the secretary "
    "of the regional assembly.",
)
NOT_YOUR_PERSON = LocalText(
    kk="Бұл жазбаны сол аумақтың хатшысы жүргізеді. Өзгерту керек болса, соған немесе тізілімді "
    "жүргізушіге жүгініңіз.",
    ru="Эту запись ведет секретарь ее территории. Если ее нужно изменить, обратитесь к нему или к "
    "ведущему реестр.",
    en="This record is kept by the secretary of its territory. To change it, ask that secretary "
    "or the keeper of the registry.",
)
NOT_YOUR_TERRITORY = LocalText(
    kk="Бұл аумақтағы жазбаларды сіз жүргізбейсіз. Өз аумағыңызды таңдаңыз.",
    ru="Записи этой территории ведете не вы. Выберите свою территорию.",
    en="You do not keep the records of this territory. Choose one of yours.",
)
UNKNOWN_TERRITORY = LocalText(
    kk="Мұндай аумақ жіктеуіште жоқ. Тізімнен таңдаңыз.",
    ru="Такой территории нет в классификаторе. Выберите из списка.",
    en="The classifier has no such territory. Choose one of the list.",
)
PERSON_NAME_NEEDED = LocalText(
    kk="Адамның тегі мен атын құжаттағыдай жазыңыз.",
    ru="Напишите фамилию и имя лица так, как в документе.",
    en="Write the surname and given name of the person as in the paper.",
)
IIN_KNOWN = LocalText(
    kk="Осы ЖСН-мен адам тізілімге енгізілген. Жаңасын енгізбей, бар жазбаны ашып түзетіңіз.",
    ru="Лицо с этим ИИН уже есть в реестре. Не вносите его снова, откройте и исправьте "
    "имеющуюся запись.",
    en="A person with this IIN is in the registry already. Open and correct that entry instead of "
    "making another.",
)
IIN_ELSEWHERE = LocalText(
    kk="Бұл ЖСН-мен жазба енгізілмейді. Тізілімді жүргізушіге жүгініңіз: ол нөмірді тексеріп, "
    "не істеу керегін айтады.",
    ru="Запись с этим ИИН не вносится. Обратитесь к ведущему реестр: он проверит номер и скажет, "
    "как быть.",
    en="No entry is made with this IIN. Ask the keeper of the registry, who checks the number and "
    "says what to do.",
)
ERASED = LocalText(
    kk="Бұл адамның дербес деректері жойылған: жазба енді өзгертілмейді.",
    ru="Персональные данные этого лица удалены: запись больше не меняется.",
    en="The personal data of this person were erased: the record is not changed any more.",
)
