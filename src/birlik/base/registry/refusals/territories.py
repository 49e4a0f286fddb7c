"""Why the classifier of territories is not taken, or a place not continued."""

from birlik.base.values.local_text import LocalText

NO_TERRITORIES = LocalText(
    kk="Аумақтарды құрылымдар тізілімін қарайтын лауазымдар көреді. Тізілімді жүргізушіге "
    "жүгініңіз.",
    ru="Территории видят должности, которым доступен реестр структур. Обратитесь к ведущему "
    "реестр.",
    en="Territories are seen by offices that read the registry of structures. Ask the keeper of "
    "the registry.",
)
TAKEN_ALREADY = LocalText(
    kk="Бұл жіктеуіш бұрын қабылданған. Жаңа басылымын жүктеңіз.",
    ru="Этот классификатор уже принят. Загрузите новую редакцию.",
    en="This classifier was taken over before. Bring a newer edition.",
)
EARLIER_EDITION = LocalText(
    kk="Бұдан кейінгі күннен бастап қолданылатын басылым қабылданған. Күнді түзетіңіз.",
    ru="Уже принята редакция, действующая с более позднего дня. Исправьте дату.",
    en="An edition that holds from a later day was taken over already. Correct the day.",
)
DAY_TO_COME = LocalText(
    kk="Бұл күн әлі келген жоқ. Басылымды ол күшіне енген күні қабылдаңыз.",
    ru="Этот день еще не наступил. Примите редакцию в день, когда она начнет действовать.",
    en="That day is still to come. Take the edition over on the day from which it holds.",
)
MANY_GONE = LocalText(
    kk="Файлда тізілімдегі көп аумақ жоқ. Файл толық болса, мұны растайтын белгіні қойыңыз.",
    ru="В файле нет многих территорий реестра. Если файл полный, отметьте это.",
    en="Many places of the registry are not in the file. If the file is whole, tick that it is.",
)
OWN_CODE = LocalText(
    kk="Аумақ өзін өзі жалғастырмайды. Бұрынғы кодын жазыңыз.",
    ru="Территория не продолжает сама себя. Укажите прежний код.",
    en="A place does not continue itself. Give the earlier code.",
)
UNKNOWN_CODE = LocalText(
    kk="Тізілімде мұндай код жоқ. Тоғыз цифрлы кодты тексеріңіз.",
    ru="Такого кода в реестре нет. Проверьте девять цифр кода.",
    en="The registry has no such code. Check its nine digits.",
)
STILL_THERE = LocalText(
    kk="Ол код күшінде: тек күші жойылған код жалғастырылады.",
    ru="Тот код действует: продолжить можно только код, который отменен.",
    en="That code is in force: only a code that was given up is continued.",
)
