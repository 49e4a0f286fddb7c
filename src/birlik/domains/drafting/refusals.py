"""Why something is refused to somebody with the draft of a plan, in every language."""

from birlik.base.values.local_text import LocalText

NO_DRAFTS = LocalText(
    kk="Лауазымыңыз жоспар жобаларын көруге құқық бермейді. Үйлестірушіге жүгініңіз.",
    ru="Ваша должность не дает права видеть проекты планов. Обратитесь к координатору.",
    en="Your office does not open the drafts of plans. Ask your coordinator.",
)
NOTHING_HERE = LocalText(
    kk="Мұнда сіздің лауазымыңыздың аясына кіретін жоспар жобасы жоқ. Басқа лауазымда әрекет "
    "етсеңіз, оны жоғарыдан таңдаңыз.",
    ru="Здесь нет проекта плана, который относится к вашей должности. Если вы действуете и в "
    "другой должности, выберите ее вверху страницы.",
    en="There is no draft of a plan here within the reach of your office. If you hold another "
    "office, choose it at the top of the page.",
)
NO_DRAFTING = LocalText(
    kk="Бұл жоспар жобасын әзірлеу сіздің лауазымыңызға жүктелмеген. Оны үйлестіруші, ал өңірде "
    "өңірлік ассамблеяның хатшысы әзірлейді.",
    ru="Разработка этого проекта плана не поручена вашей должности. Его готовит координатор, а в "
    "регионе – секретарь региональной ассамблеи.",
    en="Your office does not write this draft. A coordinator does, and in a region the secretary "
    "of its assembly.",
)
CLOSED = LocalText(
    kk="Жоспар жобасы бекітуге ұсынылған, енді өзгермейді. Алдымен оны кері қайтарып алыңыз.",
    ru="Проект плана внесен на утверждение и больше не меняется. Сначала отзовите его.",
    en="The draft was submitted for approval and no longer changes. Take it back first.",
)
NOBODY_TO_ASK = LocalText(
    kk="Жоспар жобасында орындаушысы бар бірде-бір іс-шара жоқ. Алдымен орындаушыларды көрсетіңіз.",
    ru="В проекте плана нет ни одного мероприятия с исполнителем. Сначала укажите исполнителей.",
    en="No measure of the draft names an executor. Name the executors first.",
)
NOT_ASKED = LocalText(
    kk="Бұл келісу сіздің органыңыздан сұралмаған.",
    ru="Этого согласования у вашего органа не запрашивали.",
    en="Your body was not asked for this agreement.",
)
AGREEMENT_OVER = LocalText(
    kk="Бұл келісу аяқталған. Соңғы айналымның сұратуын ашыңыз.",
    ru="Это согласование завершено. Откройте запрос последнего круга.",
    en="This agreement is over. Open the request of the last round.",
)
ANSWERED = LocalText(
    kk="Жауап берілген. Жаңа жауап келесі айналымда беріледі.",
    ru="Ответ уже дан. Новый ответ дается в следующем круге согласования.",
    en="The answer has been given. A new one is given in the next round.",
)
NO_MEASURES = LocalText(
    kk="Жоспар жобасында іс-шара жоқ. Алдымен іс-шараларды қосыңыз.",
    ru="В проекте плана нет мероприятий. Сначала добавьте их.",
    en="The draft has no measures. Add them first.",
)
NO_APPROVAL = LocalText(
    kk="Бұл жоспарды бекіту туралы шешім сіздің лауазымыңызға жатпайды. Өңірлік жоспарды өңірлік "
    "ассамблеяның төрағасы бекітеді.",
    ru="Решение об утверждении этого плана не относится к вашей должности. План региона утверждает "
    "председатель региональной ассамблеи.",
    en="Your office does not decide on this plan. The chair of the region's assembly approves a "
    "regional one.",
)
NOT_SUBMITTED = LocalText(
    kk="Жоспар жобасы бекітуге ұсынылмаған.",
    ru="Проект плана не внесен на утверждение.",
    en="The draft was not submitted for approval.",
)
NOT_APPROVED = LocalText(
    kk="Қабылданған мәтінді жоспар бекітілгеннен кейін бір рет қана байланыстыруға болады.",
    ru="Принятый текст связывают с проектом один раз, после утверждения плана.",
    en="The adopted text is tied to the draft once, after the plan was approved.",
)
LETTER_WANTED = LocalText(
    kk="Органның атынан жауапты тіркеу үшін хаттың нөмірі мен күнін көрсетіңіз.",
    ru="Чтобы записать ответ за орган, укажите номер и дату письма.",
    en="To record the answer of a body, give the number and the day of its letter.",
)
REMARKS_WANTED = LocalText(
    kk="Кемінде бір ескерту жазыңыз немесе «Келісемін» дегенді таңдаңыз.",
    ru="Напишите хотя бы одно замечание или выберите «Согласовано».",
    en="Write at least one remark, or choose “Agreed”.",
)
NOT_IN_DRAFT = LocalText(
    kk="Мұндай тармақ бұл жоспар жобасында жоқ. Бетті жаңартыңыз.",
    ru="Такого пункта в этом проекте плана нет. Обновите страницу.",
    en="This draft has no such point. Reload the page.",
)
NO_PLAN_TO_DERIVE = LocalText(
    kk="Өңірлік жоспар қабылданған республикалық жоспардан туындайды. Алдымен сол жоспарды "
    "таңдаңыз.",
    ru="План региона выводится из принятого республиканского плана. Сначала выберите этот план.",
    en="A regional plan derives from the adopted national one. Choose that plan first.",
)
ACT_TAKEN = LocalText(
    kk="Бұл акт басқа жоспар жобасымен байланыстырылған.",
    ru="Этот акт уже связан с другим проектом плана.",
    en="This act is tied to another draft already.",
)
