"""Why a file or a row of it is not taken: each says what to do, in every language.

"{words}" stands for what the cell says, "{row}" for the number of a row.
"""

from birlik.base.values.local_text import LocalText

NO_HEADINGS = LocalText(
    kk="Файлда қажетті бағандары бар парақ табылмады: {words}. Үлгіні жүктеп алып, соған "
    "толтырыңыз.",
    ru="В файле нет листа с нужными столбцами: {words}. Скачайте шаблон и заполните его.",
    en="No sheet of the file has the columns that are needed: {words}. Download the template and "
    "fill it in.",
)
DOUBLED_HEADING = LocalText(
    kk="«{words}» бағаны екі рет кездеседі. Біреуін қалдырыңыз.",
    ru="Столбец «{words}» встречается дважды. Оставьте один.",
    en="The column “{words}” stands twice. Leave one of them.",
)
OTHER_KIND = LocalText(
    kk="Бұл файл басқа үлгі бойынша толтырылған. Бетте басқа түрді таңдаңыз немесе осы түрдің "
    "үлгісін жүктеп алыңыз.",
    ru="Этот файл заполнен по другому шаблону. Выберите на странице другой вид или скачайте шаблон "
    "этого вида.",
    en="This file was filled in from another template. Choose the other kind on the page, or "
    "download the template of this one.",
)
NO_ROWS = LocalText(
    kk="Тақырып жолының астында бірде-бір толтырылған жол жоқ. Үлгіні толтырып, қайта жүктеңіз.",
    ru="Под заголовками нет ни одной заполненной строки. Заполните шаблон и загрузите снова.",
    en="No row under the headings is filled in. Fill in the template and bring it again.",
)
TOO_MANY_ROWS = LocalText(
    kk="Файлда жол тым көп: бір файлда {words} жолға дейін болады. Оны бөліктерге бөліңіз.",
    ru="В файле слишком много строк: в одном файле их может быть до {words}. Разделите его на "
    "части.",
    en="The file has too many rows: a file may have up to {words}. Divide it into parts.",
)
NOT_A_TABLE = LocalText(
    kk="Файл кесте ретінде оқылмады. XLSX немесе CSV (UTF-8) түрінде сақтап, қайта жүктеңіз.",
    ru="Файл не читается как таблица. Сохраните его как XLSX или CSV (UTF-8) и загрузите снова.",
    en="The file cannot be read as a table. Save it as XLSX or CSV (UTF-8) and bring it again.",
)
FORMULA = LocalText(
    kk="Ұяшықта формула тұр. Оның мәнін ғана қалдырыңыз (Көшіру → Мәндерін қою).",
    ru="В ячейке формула. Оставьте в ней только значение (Копировать → Вставить значения).",
    en="The cell holds a formula. Leave only its value (Copy → Paste values).",
)
FAULT = LocalText(
    kk="Ұяшықта {words} қатесі тұр. Мәнін жазыңыз.",
    ru="В ячейке ошибка {words}. Впишите значение.",
    en="The cell shows the error {words}. Write the value.",
)
MERGED = LocalText(
    kk="Ұяшық басқаларымен біріктірілген ({words}). Біріктіруді алып тастап, мәнді әр жолға "
    "жазыңыз.",
    ru="Ячейка объединена с другими ({words}). Снимите объединение и впишите значение в каждую "
    "строку.",
    en="The cell is merged with others ({words}). Unmerge them and write the value in each row.",
)
NEEDED = LocalText(
    kk="Бұл ұяшық толтырылуы керек.",
    ru="Эту ячейку нужно заполнить.",
    en="This cell must be filled in.",
)
NO_DAY = LocalText(
    kk="«{words}» күн ретінде оқылмайды. Күнін толық жазыңыз: 20.11.2026.",
    ru="«{words}» не читается как дата. Напишите ее полностью: 20.11.2026.",
    en="“{words}” cannot be read as a date. Write it in full: 20.11.2026.",
)
NO_NUMBER = LocalText(
    kk="«{words}» сан ретінде оқылмайды. Тек бүтін сан жазыңыз.",
    ru="«{words}» не читается как число. Напишите только целое число.",
    en="“{words}” cannot be read as a number. Write a whole number alone.",
)
NO_FLAG = LocalText(
    kk="«{words}» дегеннен «иә» не «жоқ» екені түсініксіз. «иә» немесе «жоқ» деп жазыңыз.",
    ru="Из «{words}» не понять, да это или нет. Напишите «да» или «нет».",
    en="“{words}” says neither yes nor no. Write “yes” or “no”.",
)
LOST_ZEROS = LocalText(
    kk="Нөмірде 12 цифр болуы керек, мұнда {words}. Кесте алдыңғы нөлдерді өшірген болуы мүмкін: "
    "ұяшықты мәтін пішіміне ауыстырып, нөмірді құжаттан қайта жазыңыз.",
    ru="В номере должно быть 12 цифр, а здесь {words}. Возможно, таблица отбросила нули в начале: "
    "сделайте ячейку текстовой и впишите номер заново по документу.",
    en="The number must have 12 digits, here it has {words}. The sheet may have dropped zeros at "
    "its beginning: make the cell text, and write the number anew from the paper.",
)
TOO_LONG = LocalText(
    kk="Мәтін тым ұзын: {words} таңбадан аспауы керек.",
    ru="Текст слишком длинный: не больше {words} знаков.",
    en="The text is too long: {words} characters at most.",
)
MIXED = LocalText(
    kk="«{words}» сөзінде кирилл мен латын әріптері араласқан. Бір әліпбимен жазыңыз.",
    ru="В слове «{words}» смешаны кириллица и латиница. Напишите его одним алфавитом.",
    en="The word “{words}” mixes Cyrillic and Latin letters. Write it in one alphabet.",
)
MENDED = LocalText(
    kk="Араласқан әріптер түзетілді: «{words}».",
    ru="Смешанные буквы исправлены: «{words}».",
    en="Mixed letters were put right: “{words}”.",
)
UNKNOWN = LocalText(
    kk="«{words}» тізімде жоқ. Үлгідегі нұсқаулық парағынан таңдаңыз.",
    ru="«{words}» нет в списке. Выберите из листа с указаниями в шаблоне.",
    en="“{words}” is not in the list. Choose from the sheet of instructions in the template.",
)
EITHER = LocalText(
    kk="«{words}» екі мағына беруі мүмкін. Атауының орнына кодын жазыңыз.",
    ru="«{words}» может означать разное. Впишите код вместо названия.",
    en="“{words}” may mean either of two. Write the code in place of the name.",
)
UNKNOWN_BODY = LocalText(
    kk="«{words}» құрылымы сіздің аумағыңызда табылмады. Тізілімдегідей атауын, БСН не нөмірін "
    "жазыңыз.",
    ru="Структура «{words}» на вашей территории не найдена. Напишите название как в реестре, БИН "
    "или номер.",
    en="No body “{words}” was found in your territory. Write its name as in the register, its BIN "
    "or its number.",
)
BODY_EITHER = LocalText(
    kk="«{words}» деген бірнеше құрылым бар. Атауының орнына БСН не тізілімдегі нөмірін жазыңыз.",
    ru="Структур с названием «{words}» несколько. Впишите БИН или номер в реестре вместо названия.",
    en="There are several bodies “{words}”. Write the BIN or the number in the register instead.",
)
NO_SUCH_ENTRY = LocalText(
    kk="Тізілімде №{words} жазба жоқ немесе оны сіз жүргізбейсіз. Нөмірді тексеріңіз не ұяшықты "
    "бос қалдырыңыз.",
    ru="Записи №{words} в реестре нет, или ее ведете не вы. Проверьте номер или оставьте ячейку "
    "пустой.",
    en="The register has no entry No. {words}, or you do not keep it. Check the number, or leave "
    "the cell empty.",
)
ELSEWHERE = LocalText(
    kk="Бұл жол сіз жүргізбейтін аумаққа жатады. Оны сол аумақтың хатшысы енгізеді.",
    ru="Эта строка относится к территории, которую ведете не вы. Ее внесет секретарь той "
    "территории.",
    en="This row belongs to a territory that you do not keep. The secretary of that territory "
    "enters it.",
)
COULD_BE_TWO = LocalText(
    kk="Бұл жол тізілімдегі бірнеше жазбаға сай келеді: {words}. Тізілімдегі нөмірін жазыңыз, "
    "басқа жазба болса — «жаңа» деп жазыңыз.",
    ru="Строка подходит к нескольким записям реестра: {words}. Впишите номер в реестре, а если это "
    "другая запись — «новый».",
    en="The row fits several entries of the register: {words}. Write the number in the register, "
    "or “new” if it is another one.",
)
COULD_BE_KNOWN = LocalText(
    kk="Аты осындай адам тізілімде бар: {words}. Сол адам болса — тізілімдегі нөмірін, басқа адам "
    "болса — «жаңа» деп жазыңыз.",
    ru="Лицо с таким именем уже есть в реестре: {words}. Если это оно, впишите номер в реестре, "
    "если другое — «новый».",
    en="The register has somebody of this name: {words}. Write the number in the register if it is "
    "the same person, or “new” if it is another.",
)
CONTRADICTS = LocalText(
    kk="Нөмірі бір жазбаға, атауы басқа жазбаға сай келеді: {words}. Қайсысы екенін тексеріп, "
    "жолды түзетіңіз.",
    ru="Номер подходит к одной записи, а название к другой: {words}. Проверьте, о какой речь, и "
    "исправьте строку.",
    en="The number fits one entry and the name another: {words}. Check which is meant and correct "
    "the row.",
)
OTHER_BIN = LocalText(
    kk="Осындай атауы бар құрылымның БСН-і басқа: {words}. БСН-ді тексеріңіз, ал бұл басқа құрылым "
    "болса, нөмірі бағанына «жаңа» деп жазыңыз.",
    ru="У структуры с таким названием другой БИН: {words}. Проверьте БИН, а если это другая "
    "структура, впишите «новый» в столбец номера.",
    en="The body of this name has another BIN: {words}. Check the BIN, or write “new” in the "
    "column of the number if it is another body.",
)
SAME_AS_ROW = LocalText(
    kk="Бұл жол {row}-жолмен бірдей жазбаны білдіреді. Біреуін қалдырыңыз.",
    ru="Строка говорит о той же записи, что и строка {row}. Оставьте одну.",
    en="The row means the same entry as row {row}. Leave one of them.",
)
SAME_PERSON = LocalText(
    kk="Бұл адамды {row}-жол енгізеді. Екінші лауазымы болса, жарамды жолдарды алып болған соң осы "
    "жолды қайта жүктеңіз; басқа адам болса, нөмірі бағанына «жаңа» деп жазыңыз.",
    ru="Это лицо вносит строка {row}. Если у него вторая должность, загрузите эту строку снова, "
    "когда годные приняты; если это другое лицо, впишите «новый» в столбец номера.",
    en="Row {row} enters this person. For a second office, bring this row again once the good rows "
    "are taken; if it is another person, write “new” in the column of the number.",
)
PARENT_UNFIT = LocalText(
    kk="Жоғары тұрған құрылымның {row}-жолы қабылданбады. Алдымен соны түзетіңіз.",
    ru="Строка {row} с вышестоящей структурой не принята. Сначала исправьте ее.",
    en="Row {row}, of the body above, was not taken. Correct that first.",
)
CLOSED_BODY = LocalText(
    kk="Бұл құрылым жабылған: {words}. Қате болса, алдымен карточкасынан қайта ашыңыз.",
    ru="Эта структура закрыта: {words}. Если по ошибке, сначала откройте ее снова в карточке.",
    en="This body is closed: {words}. If that is a mistake, first open it again on its card.",
)
NOT_ITS_OFFICE = LocalText(
    kk="Мұндай құрылымда «{words}» лауазымы болмайды. Үлгідегі тізімнен таңдаңыз.",
    ru="В такой структуре нет должности «{words}». Выберите из списка в шаблоне.",
    en="A body of this kind has no office “{words}”. Choose from the list in the template.",
)
HOLDS_OTHERWISE = LocalText(
    kk="Бұл адам осы лауазымды {words} бастап атқарады. Күнін адамның карточкасында түзетіңіз.",
    ru="Это лицо занимает эту должность с {words}. Даты исправьте в карточке лица.",
    en="This person holds this office since {words}. Correct the dates on the person’s card.",
)
STANDS_OTHERWISE = LocalText(
    kk="Бұл адам осы тізілімде {words} бастап тұр. Күнін карточкасында түзетіңіз.",
    ru="Это лицо состоит в этом реестре с {words}. Даты исправьте в карточке лица.",
    en="This person stands in this register since {words}. Correct the dates on the person’s card.",
)
NOT_EMAIL = LocalText(
    kk="«{words}» электрондық пошта мекенжайына ұқсамайды. Мысалы: ent@example.kz.",
    ru="«{words}» не похоже на адрес электронной почты. Например: ent@example.kz.",
    en="“{words}” does not look like an e-mail address. For example: ent@example.kz.",
)
NOT_WEBSITE = LocalText(
    kk="«{words}» сайт мекенжайына ұқсамайды. Мысалы: https://example.kz.",
    ru="«{words}» не похоже на адрес сайта. Например: https://example.kz.",
    en="“{words}” does not look like the address of a website. For example: https://example.kz.",
)
OFFICE_NEEDED = LocalText(
    kk="Құрылым мен лауазым бірге жазылады: екеуін де толтырыңыз не екеуін де бос қалдырыңыз.",
    ru="Структура и должность пишутся вместе: заполните обе ячейки или оставьте обе пустыми.",
    en="Body and office go together: fill in both, or leave both empty.",
)
SINCE_NEEDED = LocalText(
    kk="Қай күннен бастап екенін жазыңыз.",
    ru="Укажите, с какого дня.",
    en="Say since which day.",
)


def told(reason: LocalText, words: object = "", *, row: int = 0) -> LocalText:
    """A reason with the words, or the row, that it is about."""
    said = str(words)
    return LocalText(
        *(
            text.replace("{words}", said).replace("{row}", str(row))
            for text in (reason.kk, reason.ru, reason.en)
        )
    )
