"""Why a reorganisation is refused: each says what to do, in every language."""

from birlik.base.values.local_text import LocalText

GROUND_NEEDED = LocalText(
    kk="Қайта ұйымдастырудың негізін көрсетіңіз: актінің түрі, күні және нөмірі.",
    ru="Укажите основание реорганизации: вид, дату и номер акта.",
    en="Give the ground of the reorganisation: the kind, date and number of the act.",
)
ONE_BODY = LocalText(
    kk="Бұл жағдайда бір ғана орган қайта ұйымдастырылады. Біреуін таңдаңыз.",
    ru="В этом случае реорганизуется один орган. Выберите один.",
    en="This kind of reorganisation is about one body. Choose one.",
)
SEVERAL_BODIES = LocalText(
    kk="Жаңа орган болып бірігу үшін кемінде екі орган керек. Бұрыннан бар органға қосылса, сол "
    "органды құқықтық мирасқор ретінде таңдаңыз.",
    ru="Для слияния в новый орган нужны хотя бы два органа. Если присоединяют к существующему, "
    "выберите его правопреемником.",
    en="To merge into a new body, name at least two bodies. If one joins an existing body, choose "
    "that body as the successor.",
)
ONE_SUCCESSOR = LocalText(
    kk="Бір ғана құқықтық мирасқорды көрсетіңіз.",
    ru="Укажите одного правопреемника.",
    en="Name one successor.",
)
SEVERAL_SUCCESSORS = LocalText(
    kk="Бөлу үшін кемінде екі құқықтық мирасқорды көрсетіңіз; таңдалмағанның бәрі біріншісіне "
    "өтеді.",
    ru="При разделении укажите хотя бы двух правопреемников; первому переходит все невыбранное.",
    en="To split a body, name at least two successors; the first takes whatever is not chosen.",
)
NO_SUCCESSOR = LocalText(
    kk="Құқықтық мирасқорсыз таратылған органның мирасқоры болмайды. Мирасқоры болса, басқа түрін "
    "таңдаңыз.",
    ru="У органа, упраздненного без правопреемника, его нет. Если он есть, выберите другой вид.",
    en="A body abolished without successor has none. If there is one, choose another kind.",
)
SAME_BODY = LocalText(
    kk="Орган өзіне өзі құқықтық мирасқор бола алмайды және екі рет аталмайды.",
    ru="Орган не может быть правопреемником самого себя и называется один раз.",
    en="A body cannot succeed itself, and is named once.",
)
NOT_THERE = LocalText(
    kk="Аталған органдардың бірі бұл күні болмаған немесе әлі құрылмаған. Күнін немесе органын "
    "түзетіңіз.",
    ru="Одного из названных органов в этот день еще или уже нет. Исправьте день или орган.",
    en="One of the bodies named does not exist on that day. Correct the day or the body.",
)
ENDS_ALREADY = LocalText(
    kk="Бұл органның соңғы күні мен құқықтық мирасқоры бұрын енгізілген: орган екі рет "
    "таратылмайды. Қате болса, алдымен бұрынғы қайта ұйымдастыруды қайтарыңыз.",
    ru="Конец этого органа и его правопреемник уже записаны: дважды орган не прекращается. Если "
    "там ошибка, сначала отмените прежнюю реорганизацию.",
    en="The end of this body is recorded already, and a body does not end twice. If that was "
    "wrong, first take the earlier reorganisation back.",
)
LATER_KNOWN = LocalText(
    kk="Бұл органмен одан кейінгі күні де қайта ұйымдастыру болған. Оларды ретімен енгізіңіз: "
    "алдымен кейінгісін қайтарыңыз.",
    ru="Для этого органа уже записана реорганизация более поздним днем. Записывайте их по порядку: "
    "сначала отмените более позднюю.",
    en="A reorganisation of this body on a later day is recorded already. Enter them in order: "
    "first take the later one back.",
)
CIRCLE = LocalText(
    kk="Құқықтық мирасқорлық шеңбер болып тұйықталады: бұл орган ақырында өзіне өзі мирасқор "
    "болар еді.",
    ru="Правопреемство замкнулось бы в круг: орган в конце концов стал бы преемником самого себя.",
    en="The succession would run in a circle: the body would in the end succeed itself.",
)
NAME_NEEDED = LocalText(
    kk="Жаңа органның атауын қазақша және орысша жазыңыз.",
    ru="Напишите название нового органа на казахском и русском языках.",
    en="Write the name of the new body in Kazakh and in Russian.",
)
NOT_OF_THESE = LocalText(
    kk="Таңдалған лауазым немесе іс-шара бұл органдарға тиесілі емес. Бетті жаңартып, қайта "
    "таңдаңыз.",
    ru="Выбранная должность или мероприятие не относится к этим органам. Обновите страницу и "
    "выберите заново.",
    en="An office or a measure that was chosen does not belong to these bodies. Reload the page "
    "and choose again.",
)
NOT_ABANDONED = LocalText(
    kk="Бұл орган құқықтық мирасқорсыз таратылмаған: орындаушысыз қалған тапсырмасы жоқ.",
    ru="Этот орган не упразднен без правопреемника: поручений без исполнителя у него нет.",
    en="This body was not abolished without successor: nothing of it is nobody's.",
)
HANGS = LocalText(
    kk="Бұл қайта ұйымдастырудан кейін жаңа жазбалар пайда болды: оны енді қайтаруға болмайды. "
    "Қарсы бағыттағы қайта ұйымдастыруды енгізіңіз.",
    ru="После этой реорганизации появились новые записи: отменить ее уже нельзя. Запишите обратную "
    "реорганизацию.",
    en="New records hang on this reorganisation: it can no longer be taken back. Enter the "
    "reverse reorganisation instead.",
)
NO_REORGANISATIONS = LocalText(
    kk="Қайта ұйымдастыруларды тізілімді жүргізуші мен үйлестіруші ғана көреді.",
    ru="Реорганизации видят ведущий реестр и координатор.",
    en="Reorganisations are seen by the keeper of the registry and the coordinator.",
)
ORDER_NEEDED = LocalText(
    kk="Алмастыру туралы бұйрықтың нөмірі мен күнін жазыңыз.",
    ru="Укажите номер и дату приказа о замещении.",
    en="Give the number and date of the order.",
)
TERM_BACKWARDS = LocalText(
    kk="Соңғы күн бірінші күннен бұрын тұр немесе өтіп кеткен. Күндерді тексеріңіз.",
    ru="Последний день раньше первого или уже прошел. Проверьте даты.",
    en="The last day lies before the first, or is over already. Check the dates.",
)
OUTSIDE_OFFICE = LocalText(
    kk="Бұл күндердің бірінде ол лауазымда болмайды. Мерзімді лауазымдағы мерзімге сыйғызыңыз.",
    ru="В один из этих дней эта должность за лицом не числится. Укажите дни внутри срока в "
    "должности.",
    en="On some of these days the person does not hold the office. Keep to the term in office.",
)
OWN_SUBSTITUTE = LocalText(
    kk="Адам өзін өзі алмастыра алмайды. Басқа адамды таңдаңыз.",
    ru="Нельзя замещать самого себя. Выберите другого.",
    en="Nobody stands in for themself. Choose somebody else.",
)
SUBSTITUTE_UNKNOWN = LocalText(
    kk="Бұл адамның жүйеде есептік жазбасы жоқ, хабарламалар жетпейді. Басқа адамды таңдаңыз не "
    "тізілімді жүргізушіге жүгініңіз.",
    ru="У этого лица нет учетной записи, и уведомления не дойдут. Выберите другого или обратитесь "
    "к ведущему реестр.",
    en="This person has no account, and no notice would arrive. Choose somebody else, or ask the "
    "keeper of the registry.",
)
COVERED_ALREADY = LocalText(
    kk="Осы күндерде бұл лауазымда біреу алмастырып отыр. Алдымен сол алмастыруды аяқтаңыз.",
    ru="В эти дни эту должность уже кто-то замещает. Сначала завершите то замещение.",
    en="Somebody stands in for this office on these days already. End that first.",
)
ABSENT_TOO = LocalText(
    kk="Таңдалған адамның өзі осы күндерде жоқ, оны біреу алмастырады. Басқа адамды таңдаңыз.",
    ru="Выбранный сам отсутствует в эти дни, его замещают. Выберите другого.",
    en="The person chosen is absent on these days too. Choose somebody else.",
)
NOT_A_COLLEAGUE = LocalText(
    kk="Өз орныңызға өз органыңыздың қызметкерін ғана белгілей аласыз. Басқасын тізілімді "
    "жүргізуші енгізеді.",
    ru="За себя можно назначить только сотрудника своего органа. Другого внесет ведущий реестр.",
    en="You may only name somebody of your own body. The keeper of the registry enters others.",
)
NOT_YOUR_ABSENCE = LocalText(
    kk="Тек өз жоқтығыңызды енгізе және аяқтай аласыз; басқаныкін тізілімді жүргізуші жүргізеді.",
    ru="Можно вносить и завершать только свое отсутствие; чужое ведет ведущий реестр.",
    en="You may only enter and end your own absence; the keeper of the registry keeps others'.",
)
ENDS_BEFORE = LocalText(
    kk="Бұл күні ол бұрыннан аяқталған немесе күн өтіп кеткен. Бүгінгі не кейінгі күнді жазыңыз.",
    ru="К этому дню оно уже закончилось, или день прошел. Укажите сегодня или более поздний день.",
    en="It is over by that day, or the day is past. Give today or a later day.",
)
