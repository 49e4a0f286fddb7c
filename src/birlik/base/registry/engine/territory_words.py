"""Why a classifier, or a row of it, is not taken."""

from birlik.base.values.local_text import LocalText

NO_CLASSIFIER = LocalText(
    kk="Бұл файлда жіктеуіш табылмады: код (te), қазақша және орысша атау (kaz_name, rus_name) "
    "бағандары керек. Ұлттық статистика бюросының сайтындағы КАТО файлын жүктеңіз.",
    ru="Классификатора в файле нет: нужны столбцы с кодом (te) и названиями на казахском и русском "
    "языках (kaz_name, rus_name). Загрузите файл КАТО с сайта Бюро национальной статистики.",
    en="There is no classifier in this file: it needs columns with the code (te) and the names in "
    "Kazakh and Russian (kaz_name, rus_name). Bring the КАТО file of the Bureau of National "
    "Statistics.",
)
NO_PLACES = LocalText(
    kk="Жіктеуіште бірде-бір аумақ жоқ. Толық файлды жүктеңіз.",
    ru="В классификаторе нет ни одной территории. Загрузите полный файл.",
    en="The classifier has no place in it. Bring the whole file.",
)
NOT_A_CODE = LocalText(
    kk="Код тоғыз цифрдан тұруы тиіс.",
    ru="Код должен состоять из девяти цифр.",
    en="The code must have nine digits.",
)
OTHER_PARTS = LocalText(
    kk="Код пен оның бөліктері (ab, cd, ef, hij) сәйкес келмейді.",
    ru="Код не совпадает со своими частями (ab, cd, ef, hij).",
    en="The code differs from its parts (ab, cd, ef, hij).",
)
NO_NAME = LocalText(
    kk="Аумақтың атауы жоқ.",
    ru="У территории нет названия.",
    en="The place has no name.",
)
CODE_TWICE = LocalText(
    kk="Бұл код файлда екінші рет тұр.",
    ru="Этот код стоит в файле второй раз.",
    en="This code stands in the file for the second time.",
)
NO_REGION = LocalText(
    kk="Бұл аумақ жататын облыс немесе қала файлда жоқ.",
    ru="В файле нет области или города, где находится эта территория.",
    en="The region in which this place lies is not in the file.",
)
