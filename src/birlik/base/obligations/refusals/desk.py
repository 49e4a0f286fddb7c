"""Why something is refused with resolutions, visas and signatures."""

from birlik.base.values.local_text import LocalText

NO_DIRECTING = LocalText(
    kk="Тапсырма бойынша қарарды оны орындайтын органның басшысы ғана жазады.",
    ru="Резолюцию по поручению пишет только руководитель органа, за которым оно числится.",
    en="Only the head of the body that owes this obligation writes a resolution on it.",
)
DIRECTOR_REVIEWS = LocalText(
    kk="Қарар бойынша берілген есепті қарар жазылған органның басшысы немесе жауапты орындаушысы "
    "қарайды.",
    ru="Отчет по резолюции рассматривает руководитель или ответственный исполнитель органа, где "
    "она написана.",
    en="What is reported under a resolution is reviewed by the head or the responsible executor of "
    "the body that wrote it.",
)
DIRECTOR_DECIDES = LocalText(
    kk="Қарар бойынша тапсырманы қарар жазған органның басшысы ғана шешеді.",
    ru="Поручение по резолюции решает только руководитель органа, где она написана.",
    en="Only the head of the body that wrote the resolution decides on what it gave.",
)
TOO_DEEP = LocalText(
    kk="Бұл тапсырма қатарынан төрт қарар бойынша берілген: одан әрі қарар жазылмайды.",
    ru="Это поручение дано уже четвертой резолюцией подряд: дальше резолюции не пишут.",
    en="This was given by the fourth resolution in a row: none is written below it.",
)
NO_LINES = LocalText(
    kk="Кімге не тапсырылатынын жазыңыз: кемінде бір жол керек.",
    ru="Напишите, кому и что поручается: нужна хотя бы одна строка.",
    en="Say who is to do what: at least one line is needed.",
)
EMPTY_LINE = LocalText(
    kk="Әр жолда не істеу керегін қазақша немесе орысша жазыңыз.",
    ru="В каждой строке напишите на казахском или русском, что сделать.",
    en="Write in every line, in Kazakh or Russian, what is to be done.",
)
TERM_NEEDED = LocalText(
    kk="Әр жолда мерзімін көрсетіңіз: күнін таңдаңыз немесе сөзбен жазыңыз.",
    ru="В каждой строке укажите срок: выберите день или напишите словами.",
    en="Give every line its term: a day, or words.",
)
TERM_UNREAD = LocalText(
    kk="Бір жолдың мерзімі түсініксіз немесе өтіп кеткен. Күнін 20.11.2026 үлгісімен көрсетіңіз.",
    ru="Срок одной из строк непонятен или уже прошел. Укажите день, как 20.11.2026.",
    en="The term of a line cannot be understood or has passed. Give a day, as 20.11.2026.",
)
LATER_THAN_PARENT = LocalText(
    kk="Бір жолдың мерзімі тапсырманың өз мерзімінен кеш. Ерте күн таңдаңыз немесе солай "
    "болуы керегін белгілеңіз.",
    ru="Срок одной из строк позже срока самого поручения. Выберите день раньше или отметьте, что "
    "так и задумано.",
    en="A line falls due later than the obligation itself. Choose an earlier day, or mark that it "
    "is meant so.",
)
WRITTEN_MEANWHILE = LocalText(
    kk="Осы тапсырмаға қазір ғана басқа қарар жазылды. Оны тапсырманың бетінен қараңыз. Тағы бір "
    "қарар керек болса, қайта жіберіңіз.",
    ru="По этому поручению только что написана другая резолюция. Посмотрите ее на странице "
    "поручения. Если нужна еще одна, отправьте снова.",
    en="Another resolution has just been written on this obligation. Look at it on the page of the "
    "obligation. If one more is needed, send this again.",
)
FOREIGN_EXECUTOR = LocalText(
    kk="Орындаушы осы органның өзі, оның бөлімшесі, ведомстволық ұйымы немесе аумағындағы орган "
    "болуы тиіс. Тізімнен таңдаңыз.",
    ru="Исполнителем может быть сам орган, его подразделение, подведомственная организация или "
    "орган на его территории. Выберите из списка.",
    en="The executor must be the body itself, a part of it, an institution under it, or a body in "
    "its territory. Choose from the list.",
)
OFFICE_ELSEWHERE = LocalText(
    kk="Лауазым таңдалған орындаушыға тиесілі емес. Сол органның лауазымын таңдаңыз.",
    ru="Должность относится не к выбранному исполнителю. Выберите должность этого органа.",
    en="The office is not in the chosen body. Choose an office of that body.",
)
NO_CHILDREN = LocalText(
    kk="Қарар бойынша берілген, әлі орындалмаған тапсырма жоқ.",
    ru="Нет поручений по резолюции, которые еще не исполнены.",
    en="Nothing given by a resolution is still owed here.",
)
OVER_HEADS = LocalText(
    kk="Қарар бойынша берілген тапсырмалар әлі орындалмаған. Оларды күтпей есеп берудің себебін "
    "жазыңыз: оны есепті қарайтын адам көреді.",
    ru="Поручения по резолюции еще не исполнены. Напишите, почему отчет представляется, не "
    "дожидаясь их: это увидит тот, кто рассматривает отчет.",
    en="What resolutions gave to others is still open. Say why the report does not wait for it: "
    "whoever reviews the report reads that.",
)
NO_WAY = LocalText(
    kk="Есептердің бұрыштама жолын тізілімді жүргізуші немесе органның басшысы ғана белгілейді.",
    ru="Порядок визирования отчетов устанавливает ведущий реестр или руководитель органа.",
    en="Only the keeper of the registry or the head of the body lays the way of its reports.",
)
OFFICE_OUTSIDE = LocalText(
    kk="Бұл жолға осы органның, оның бөлімшелерінің немесе жоғары тұрған органның лауазымдары ғана "
    "кіреді, әрқайсысы бір рет.",
    ru="В этот порядок входят только должности самого органа, его подразделений или вышестоящего "
    "органа, каждая один раз.",
    en="Only offices of the body, of its parts or of the body above it stand on this way, each "
    "once.",
)
NO_ROUND = LocalText(
    kk="Бұл органның есептері бұрыштамасыз ұсынылады: айналымға жіберудің қажеті жоқ.",
    ru="Отчеты этого органа представляются без виз: направлять на визирование не нужно.",
    en="The reports of this body need no visas: there is no round to send it on.",
)
GOES_ROUND = LocalText(
    kk="Жоба бұрыштама алуда. Шешімдерді күтіңіз.",
    ru="Проект уже на визировании. Дождитесь решений.",
    en="The draft is going round already. Wait for what the offices say.",
)
NO_VISA = LocalText(
    kk="Бұрыштаманы өзінен сұралған лауазым ғана қояды. Басқа лауазымда әрекет етсеңіз, оны "
    "жоғарыдан таңдаңыз.",
    ru="Визу ставит только та должность, у которой ее просят. Если вы действуете и в другой "
    "должности, выберите ее вверху страницы.",
    en="Only the office that is asked gives a visa. If you hold another office, choose it at the "
    "top of the page.",
)
NOT_YOUR_TURN = LocalText(
    kk="Бұл бұрыштама қазір күтілмейді: кезек басқа лауазымда немесе айналым аяқталған.",
    ru="Эта виза сейчас не ожидается: очередь другой должности или визирование окончено.",
    en="This visa is not awaited now: it is another office's turn, or the round is over.",
)
SIGN_BY_SUBMITTING = LocalText(
    kk="Қол қоятын лауазым есепті ұсынады немесе ескертумен қайтарады.",
    ru="Подписывающая должность представляет отчет или возвращает его с замечанием.",
    en="The office that signs submits the report, or sends it back with a remark.",
)
VISA_REMARK_NEEDED = LocalText(
    kk="Ескертуіңізді жазыңыз: орындаушы нені түзету керегін білуі тиіс.",
    ru="Напишите замечание: исполнитель должен знать, что исправить.",
    en="Write your remark: the executor must know what to mend.",
)
ROUND_FIRST = LocalText(
    kk="Бұл органның есебі бұрыштамалардан кейін ұсынылады. Алдымен жобаны айналымға жіберіңіз.",
    ru="Отчет этого органа представляется после виз. Сначала направьте проект на визирование.",
    en="A report of this body is submitted after its visas. First send the draft round.",
)
VISAS_AWAITED = LocalText(
    kk="Есеп әлі бұрыштама алуда: барлығы келіскеннен кейін ғана ұсынылады.",
    ru="Отчет еще на визировании: его представляют, когда согласуют все.",
    en="The report is still going round: it is submitted once all have agreed.",
)
ONLY_SIGNS = LocalText(
    kk="Бұл органның есебін қол қоятын лауазым ғана ұсынады.",
    ru="Отчет этого органа представляет только подписывающая должность.",
    en="Only the office that signs submits a report of this body.",
)
SIGNER_IS_HERE = LocalText(
    kk="Қол қоятын лауазым осы жүйеде жұмыс істейді: есепке өзі қол қойсын.",
    ru="Подписывающая должность работает в этой системе: пусть подпишет отчет здесь.",
    en="The office that signs works in this cabinet: let it sign here.",
)
SIGNATORY_NEEDED = LocalText(
    kk="Қағаздағы қолдың иесін, күнін (бүгіннен кеш емес) және сканын көрсетіңіз.",
    ru="Укажите, кто и когда (не позже сегодняшнего дня) подписал бумагу, и приложите скан.",
    en="Say who signed the paper and when, today at the latest, and add the scan.",
)
