"""Why something is refused with obligations: each says what to do, in every language."""

from collections.abc import Sequence

from birlik.base.obligations.engine.sufficiency import Lack
from birlik.base.values.local_text import LANGUAGES, LocalText

NO_ADOPTION = LocalText(
    kk="Актіні бақылауға қою үйлестірушінің өкілеттігіне жатады. Үйлестірушіге жүгініңіз.",
    ru="Ставить акт на контроль вправе координатор. Обратитесь к координатору.",
    en="Only a coordinator may put an act under control. Ask your coordinator.",
)
NOT_YOURS_TO_SEE = LocalText(
    kk="Бұл тапсырма сіздің лауазымыңыздың аясына кірмейді. Басқа лауазымда әрекет етсеңіз, оны "
    "жоғарыдан таңдаңыз.",
    ru="Это поручение не относится к вашей должности. Если вы действуете и в другой должности, "
    "выберите ее вверху страницы.",
    en="This obligation is outside the reach of your office. If you hold another office, choose it "
    "at the top of the page.",
)
NO_REPORTING = LocalText(
    kk="Бұл тапсырма бойынша борышкер органның жауапты орындаушысы ғана есеп береді.",
    ru="По этому поручению отчитывается ответственный исполнитель органа, за которым оно числится.",
    en="Only the responsible executor of the body that owes this obligation reports on it.",
)
NO_REVIEW = LocalText(
    kk="Мұны үйлестіруші ғана шешеді. Үйлестірушіге жүгініңіз.",
    ru="Это решает только координатор. Обратитесь к координатору.",
    en="Only a coordinator decides this. Ask your coordinator.",
)
LEAD_REVIEWS = LocalText(
    kk="Бірлесіп орындаушының есебін жинақтаушы қарайды.",
    ru="Отчет соисполнителя рассматривает ответственный за свод.",
    en="The lead executor reviews what a contributor reports.",
)
OWN_REPORT = LocalText(
    kk="Өз есебіңізді өзіңіз қарай алмайсыз. Оны басқа үйлестіруші қарайды.",
    ru="Свой отчет рассматривать нельзя. Его рассмотрит другой координатор.",
    en="You cannot review your own report. Another coordinator will.",
)
NOTHING_TO_REVIEW = LocalText(
    kk="Қарауды күтіп тұрған есеп жоқ: ол қаралып қойған немесе әлі берілмеген.",
    ru="Нет отчета, ожидающего рассмотрения: он уже рассмотрен или еще не подан.",
    en="No report waits for review: it has been reviewed already, or not been submitted yet.",
)
OTHER_REPORT = LocalText(
    kk="Осы арада жаңа есеп берілді немесе бұл есеп қаралып қойды. Бетті жаңартып, қайта қараңыз.",
    ru="Тем временем подан новый отчет или этот уже рассмотрен. Обновите страницу и посмотрите "
    "снова.",
    en="Meanwhile a new report came in, or this one was reviewed. Reload the page and look again.",
)
REASON_NEEDED = LocalText(
    kk="Себебін жазыңыз: орындаушы нені түзету керегін білуі тиіс.",
    ru="Напишите причину: исполнитель должен знать, что исправить.",
    en="Give the reason: the executor must know what to correct.",
)
GROUND_NEEDED = LocalText(
    kk="Негізін көрсетіңіз.", ru="Укажите основание.", en="Give the ground for it."
)
VOID = LocalText(
    kk="Бұл тапсырманың күші жоқ, ол бойынша есеп берілмейді.",
    ru="Это поручение не действует, отчет по нему не нужен.",
    en="This obligation is void; nothing is owed.",
)
RELEASED = LocalText(
    kk="Бұл тапсырманы орындаудан босатылған.",
    ru="От исполнения этого поручения освободили.",
    en="This obligation was released from execution.",
)
ACCEPTED = LocalText(
    kk="Есеп қабылданған, өзгерту қажет емес.",
    ru="Отчет уже принят, менять нечего.",
    en="The report has been accepted; there is nothing to change.",
)
NO_RECORD = LocalText(
    kk="Бұл тапсырманың мерзімі бақылау осында басталғанға дейін өткен: ол бойынша есеп "
    "қабылданбайды.",
    ru="Срок этого поручения прошел до начала контроля здесь: отчеты по нему не принимаются.",
    en="This obligation fell due before control began here: no reports are taken on it.",
)
UNDER_REVIEW = LocalText(
    kk="Есеп берілді және қаралып жатыр. Қарау нәтижесін күтіңіз.",
    ru="Отчет подан и рассматривается. Дождитесь решения.",
    en="The report was submitted and is under review. Wait for the decision.",
)
NOT_BEGUN = LocalText(
    kk="Есепті кезең әлі басталған жоқ.",
    ru="Отчетный период еще не начался.",
    en="The period has not begun yet.",
)
NO_CONTRIBUTIONS = LocalText(
    kk="Бұл тапсырмада бірлесіп орындаушылар жоқ.",
    ru="У этого поручения нет соисполнителей.",
    en="Nobody contributes to this obligation.",
)
NOT_ACCEPTED = LocalText(
    kk="Есебі қабылданған тапсырма ғана бақылаудан алынады.",
    ru="С контроля снимают только поручение, отчет по которому принят.",
    en="Only an obligation whose report was accepted can be taken off control.",
)
TAKEN_OFF = LocalText(
    kk="Тапсырма бақылаудан алынып қойған.",
    ru="Поручение уже снято с контроля.",
    en="The obligation has already been taken off control.",
)
EXTENSION_WAITS = LocalText(
    kk="Мерзімді ұзарту туралы өтініш шешімді күтіп тұр.",
    ru="Просьба о продлении уже ожидает решения.",
    en="A request to extend the due date already waits for a decision.",
)
NO_EXTENSION_WAITS = LocalText(
    kk="Шешімді күтіп тұрған өтініш жоқ.",
    ru="Нет просьбы, ожидающей решения.",
    en="No request waits for a decision.",
)
LATER_NEEDED = LocalText(
    kk="Жаңа мерзім қазіргіден кейін болуы тиіс.",
    ru="Новый срок должен быть позже нынешнего.",
    en="The new due date must be later than the present one.",
)
SETTLED = LocalText(
    kk="Бұл тапсырма бойынша шешім қабылданып қойған.",
    ru="По этому поручению решение уже принято.",
    en="This obligation has already been settled.",
)
EMPTY_REMARK = LocalText(kk="Хабарлама бос.", ru="Сообщение пустое.", en="The message is empty.")
SAVED_ELSEWHERE = LocalText(
    kk="Осы арада жобаны басқа біреу сақтады. Бетті жаңартып, мәтінді салыстырыңыз; сіз "
    "жазған мәтін осы бетте қалды.",
    ru="Тем временем черновик сохранил кто-то другой. Обновите страницу и сравните тексты; ваш "
    "текст остался на этой странице.",
    en="Somebody else has saved the draft meanwhile. Reload the page and compare; your text is "
    "still on this page.",
)
NOT_OF_DRAFT = LocalText(
    kk="Берілген есептің құжаттары өзгертілмейді.",
    ru="Документы поданного отчета не меняются.",
    en="Evidence of a submitted report cannot be changed.",
)
NOT_YOUR_UPLOAD = LocalText(
    kk="Бұл файлды басқа пайдаланушы жүктеп жатыр. Өз файлыңызды қайта таңдаңыз.",
    ru="Этот файл загружает другой пользователь. Выберите свой файл заново.",
    en="Somebody else is uploading this file. Choose your file again.",
)
SWEPT_BY_ITSELF = LocalText(
    kk="Аяқталмаған жүктеулерді жүйе өзі тазалайды.",
    ru="Незавершенные загрузки система убирает сама.",
    en="The installation itself clears away unfinished uploads.",
)
TOO_MANY_UPLOADS = LocalText(
    kk="Аяқталмаған жүктеулер тым көп. Алдымен оларды аяқтаңыз немесе тоқтатыңыз.",
    ru="Слишком много незавершенных загрузок. Сначала завершите или отмените их.",
    en="Too many uploads are unfinished. Finish or cancel them first.",
)
FILE_TOO_LARGE = LocalText(
    kk="Файл тым үлкен. Оны бөліктерге бөліңіз немесе суреттерін кішірейтіңіз.",
    ru="Файл слишком велик. Разделите его на части или уменьшите изображения.",
    en="The file is too large. Split it, or make its pictures smaller.",
)
UPLOAD_UNFINISHED = LocalText(
    kk="Файл толық жүктелмеді. Оны қайта таңдаңыз: жүктеу тоқтаған жерінен жалғасады.",
    ru="Файл загружен не полностью. Выберите его снова: загрузка продолжится с места остановки.",
    en="The file has not come whole. Choose it again: the upload goes on where it stopped.",
)

LACKS: dict[Lack, LocalText] = {
    "content": LocalText(
        kk="Не істелгенін қазақша немесе орысша жазыңыз.",
        ru="Напишите на казахском или русском, что сделано.",
        en="Write in Kazakh or Russian what was done.",
    ),
    "quantity": LocalText(
        kk="Нешеу орындалғанын дәлелдерімен қосыңыз: әрқайсысына файл немесе сілтеме беріңіз.",
        ru="Добавьте, сколько выполнено: к каждой единице файл или ссылку.",
        en="Add how many were done, each with a file or a link.",
    ),
    "evidence": LocalText(
        kk="Растайтын құжат қосыңыз: файл немесе сілтеме.",
        ru="Добавьте подтверждающий документ: файл или ссылку.",
        en="Add evidence: a file or a link.",
    ),
    "protocol": LocalText(
        kk="Қол қойылған хаттаманы қосыңыз: файлы, нөмірі, күні және органы керек.",
        ru="Приложите подписанный протокол: нужны файл, номер, дата и орган.",
        en="Attach the signed minutes: the file, its number, date and body are needed.",
    ),
    "protocol_period": LocalText(
        kk="Хаттаманың күні есепті кезеңге сәйкес келмейді.",
        ru="Дата протокола не относится к отчетному периоду.",
        en="The date of the minutes does not lie in the reported period.",
    ),
}
"""What a report lacks, said to its author."""
NO_WORDS = LocalText(
    kk="Актінің атауын немесе тармақтарын қазақ не орыс тілінде жазыңыз.",
    ru="Напишите название акта или его пункты на казахском либо русском языке.",
    en="Write the title of the act or its points in Kazakh or Russian.",
)
ACT_KNOWN = LocalText(
    kk="Түрі, нөмірі, күні және қабылдаған органы осындай акт бұрыннан бар. Нөмірі мен күнін "
    "тексеріңіз; акт өзгерген болса, оның түзетілген нұсқасын енгізіңіз.",
    ru="Акт такого вида с этим номером, датой и органом, его принявшим, уже есть. Проверьте номер "
    "и дату; если акт изменился, внесите его исправленную редакцию.",
    en="An act of this kind, number, date and issuer is already here. Check the number and the "
    "date; if the act has changed, enter its corrected version.",
)
PLAN_CHANGED = LocalText(
    kk="Сіз қарап отырғанда жағдай өзгерді. Төменде жаңа есептелген нәтиже: тексеріп, қайта "
    "растаңыз.",
    ru="Пока вы смотрели, положение изменилось. Ниже результат, рассчитанный заново: проверьте и "
    "подтвердите еще раз.",
    en="Things changed while you were looking. Below is what it does now: check it and confirm "
    "again.",
)
AMENDMENT_NEEDS_GROUND = LocalText(
    kk="Өзгеріс енгізген тармақты көрсетіңіз.",
    ru="Укажите пункт, которым внесено изменение.",
    en="Name the point that made the amendment.",
)
AMENDED_TOO_EARLY = LocalText(
    kk="Өзгеріс күні ол түзететін нұсқаның басталу күнінен бұрын. Күнін тексеріңіз.",
    ru="День изменения раньше дня, с которого действует изменяемая редакция. Проверьте дату.",
    en="The amendment begins before the version that it amends. Check the day.",
)


def told(lacks: Sequence[str]) -> LocalText:
    """What a report lacks, as one text."""
    texts = [text for lack, text in LACKS.items() if lack in lacks]
    kk, ru, en = (" ".join(text.get(code) for text in texts) for code in LANGUAGES)
    return LocalText(kk, ru, en)
