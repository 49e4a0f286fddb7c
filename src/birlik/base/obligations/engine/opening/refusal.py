"""Why a record of control, or a row of it, is not taken over, and what to do."""

from birlik.base.values.local_text import LocalText

NO_HEADINGS = LocalText(
    kk="Бірде-бір парақта қажетті бағандардың атаулары табылмады: «Іс-шара №», «Орындалды» және "
    "«Кезең» немесе «Мерзімі». Үлгіні жүктеп алып, деректерді соған көшіріңіз.",
    ru="Ни на одном листе не найдены заголовки нужных столбцов: «№ мероприятия», «Исполнено» и "
    "«Период» или «Срок». Скачайте шаблон и перенесите данные в него.",
    en="No sheet has the headings of the columns that are needed: “Measure No.”, “Done”, and "
    "“Period” or “Due date”. Download the template and copy what you have into it.",
)
DOUBLED_HEADING = LocalText(
    kk="«{heading}» атауы бірнеше бағанда тұр. Біреуін ғана қалдырып, қайта жүктеңіз.",
    ru="Заголовок «{heading}» стоит в нескольких столбцах. Оставьте один и загрузите снова.",
    en="The heading “{heading}” stands over several columns. Leave one and bring the file again.",
)
OTHER_ACT = LocalText(
    kk="Бұл файл басқа акт бойынша жасалған. Осы актінің үлгісін жүктеп алып, соны толтырыңыз.",
    ru="Этот файл составлен по другому акту. Скачайте шаблон этого акта и заполните его.",
    en="This file was made for another act. Download the template of this act and fill that in.",
)
FORMULA = LocalText(
    kk="Ұяшықта формула тұр. Оның орнына мәнін қойыңыз (Арнайы кірістіру → Мәндер).",
    ru="В ячейке формула. Поставьте вместо нее значение (Специальная вставка → Значения).",
    en="The cell holds a formula. Put its value there instead (Paste special → Values).",
)
FAULT = LocalText(
    kk="Ұяшықта қате көрсетілген ({words}). Дұрыс мәнін жазыңыз.",
    ru="В ячейке ошибка ({words}). Впишите верное значение.",
    en="The cell shows an error ({words}). Write the right value.",
)
NO_NUMBER = LocalText(
    kk="Іс-шараның нөмірін жазыңыз.",
    ru="Впишите номер мероприятия.",
    en="Write the number of the measure.",
)
NUMBER_IS_A_DAY = LocalText(
    kk="Іс-шараның нөмірі күнге айналып кеткен. Ұяшықтың пішімін «Мәтін» деп өзгертіп, нөмірді "
    "қайта жазыңыз.",
    ru="Номер мероприятия превратился в дату. Задайте ячейке формат «Текстовый» и впишите номер "
    "заново.",
    en="The number of the measure has turned into a date. Format the cell as text and write the "
    "number again.",
)
NO_SUCH_NUMBER = LocalText(
    kk="Бұл актіде нөмірі «{words}» іс-шара жоқ. Нөмірін және файл осы акт бойынша екенін "
    "тексеріңіз.",
    ru="В этом акте нет мероприятия с номером «{words}». Проверьте номер и то, что файл — по этому "
    "акту.",
    en="This act has no measure of the number “{words}”. Check the number, and that the file is of "
    "this act.",
)
NO_SUCH_CODE = LocalText(
    kk="«Birlik коды» бағанындағы {words} коды осы актіге жатпайды. Кодты өшіріп, қалған "
    "бағандарды толтырыңыз.",
    ru="Код {words} в столбце «Код Birlik» не относится к этому акту. Удалите код и заполните "
    "остальные столбцы.",
    en="The code {words} in the column “Birlik code” is not of this act. Delete it and fill in the "
    "other columns.",
)
CODE_OF_ANOTHER = LocalText(
    kk="«Birlik коды» басқа іс-шараны ({words}) көрсетеді. Жолдар ығысып кеткен болуы мүмкін: "
    "тексеріңіз.",
    ru="«Код Birlik» указывает на другое мероприятие ({words}). Возможно, строки сдвинулись: "
    "проверьте.",
    en="The “Birlik code” names another measure ({words}). The rows may have shifted: check them.",
)
NO_PERIOD_READ = LocalText(
    kk="«{words}» кезеңі түсініксіз. Мысалы, былай жазыңыз: 2023, 2023-H1, 2023 жылғы I тоқсан.",
    ru="Период «{words}» непонятен. Напишите, например: 2023, 2023-H1, I квартал 2023 года.",
    en="The period “{words}” is not understood. Write, for example: 2023, 2023-H1, first quarter "
    "of 2023.",
)
NO_DAY_READ = LocalText(
    kk="«{words}» күні түсініксіз. КК.АА.ЖЖЖЖ түрінде жазыңыз, мысалы 05.07.2023.",
    ru="Дата «{words}» непонятна. Напишите ее в виде ДД.ММ.ГГГГ, например 05.07.2023.",
    en="The date “{words}” is not understood. Write it as DD.MM.YYYY, for example 05.07.2023.",
)
NO_SUCH_PERIOD = LocalText(
    kk="Бұл іс-шара бойынша мұндай кезеңге ештеңе тиесілі болмаған. Тиесілі кезеңдер: {words}.",
    ru="По этому мероприятию за такой период ничего не причиталось. Есть периоды: {words}.",
    en="Nothing was owed under this measure for that period. There are: {words}.",
)
NO_SUCH_DUE_DATE = LocalText(
    kk="Бұл іс-шараның мұндай мерзімі болмаған. Оның мерзімдері: {words}.",
    ru="Такого срока у этого мероприятия не было. Его сроки: {words}.",
    en="Nothing of this measure was due on that day. It was due on: {words}.",
)
NO_SUCH_EXECUTOR = LocalText(
    kk="«{words}» бұл іс-шара бойынша осы кезеңде орындаушы болмаған. Атауын үлгідегідей жазыңыз.",
    ru="«{words}» не значится исполнителем этого мероприятия за этот период. Напишите название как "
    "в шаблоне.",
    en="“{words}” did not owe this measure for that period. Write the name as the template has it.",
)
AMBIGUOUS = LocalText(
    kk="Жол бірнеше тапсырмаға ({words}) сәйкес келеді. Кезеңді, мерзімді немесе орындаушыны дәл "
    "көрсетіңіз.",
    ru="Строка подходит к нескольким поручениям ({words}). Уточните период, срок или исполнителя.",
    en="The row fits several obligations ({words}). Say more exactly the period, the due date or "
    "the executor.",
)
DOUBLED_ROW = LocalText(
    kk="Дәл осы тапсырма туралы {words}-жолда да айтылған. Біреуін ғана қалдырыңыз.",
    ru="Об этом же поручении говорит строка {words}. Оставьте одну из них.",
    en="Row {words} speaks of the same obligation. Leave one of them.",
)
SAY_WHETHER_DONE = LocalText(
    kk="«Орындалды» бағанына иә не жоқ деп жазыңыз.",
    ru="В столбце «Исполнено» напишите да или нет.",
    en="Write yes or no in the column “Done”.",
)
NO_ANSWER_READ = LocalText(
    kk="«{words}» деген түсініксіз. Иә не жоқ деп жазыңыз.",
    ru="«{words}» непонятно. Напишите да или нет.",
    en="“{words}” is not understood. Write yes or no.",
)
DAY_NEEDED = LocalText(
    kk="Орындалған болса, хаттың күнін жазыңыз: ол мерзімінде орындалғанын анықтайды.",
    ru="Если исполнено, впишите дату письма: по ней видно, в срок ли.",
    en="Where it was done, write the date of the letter: it tells whether that was on time.",
)
DAY_OF_NOTHING = LocalText(
    kk="Орындалмаған делінген, бірақ хаттың күні бар. Екеуінің бірін түзетіңіз.",
    ru="Указано «не исполнено», но есть дата письма. Исправьте одно из двух.",
    en="It says not done, and there is a date of a letter. Correct one of the two.",
)
DAY_TO_COME = LocalText(
    kk="Хаттың күні әлі келген жоқ. Күнін тексеріңіз.",
    ru="Дата письма еще не наступила. Проверьте дату.",
    en="The date of the letter is still to come. Check it.",
)
DAY_BEFORE_PERIOD = LocalText(
    kk="Хаттың күні кезең басталғанға ({words}) дейін тұр. Күнін тексеріңіз.",
    ru="Дата письма раньше начала периода ({words}). Проверьте дату.",
    en="The date of the letter lies before the period begins ({words}). Check it.",
)
LETTER_TOO_LONG = LocalText(
    kk="Хаттың нөмірі тым ұзын: ең көбі 100 таңба.",
    ru="Номер письма слишком длинный: не более 100 знаков.",
    en="The number of the letter is too long: at most 100 characters.",
)
VOID_THEN = LocalText(
    kk="Бұл кезеңде акт күшінде болмаған немесе тапсырма түзетілген: ештеңе тиесілі емес. Жолды "
    "алып тастаңыз.",
    ru="В этот период акт не действовал или поручение исправлено: ничего не причитается. Уберите "
    "строку.",
    en="The act was not in force then, or the obligation was corrected: nothing is owed. Take the "
    "row out.",
)
CONTROLLED_HERE = LocalText(
    kk="Бұл тапсырма жүйеде бақылауда тұр: есепті тапсырманың өз бетінде беріңіз.",
    ru="Это поручение на контроле в системе: отчитайтесь на его странице.",
    en="This obligation is under control here: report on its own page.",
)
SETTLED_HERE = LocalText(
    kk="Бұл тапсырма бойынша жүйеде есеп берілген немесе шешім қабылданған: ол өзгермейді.",
    ru="По этому поручению в системе уже отчитались или принято решение: оно не меняется.",
    en="This obligation was reported on or decided here already: it does not change.",
)
