"""Why two entries are not merged, or a merge is not taken back: each says what to do."""

from birlik.base.values.local_text import LocalText

NO_DUPLICATES = LocalText(
    kk="Қайталанған жазбаларды тізілімді немесе өз аумағын жүргізетін адам ғана қарайды.",
    ru="Повторы просматривает тот, кто ведет реестр или свою территорию.",
    en="Duplicates are looked through by those who keep the registry or a territory of it.",
)
NOT_YOUR_PAIR = LocalText(
    kk="Мұндай жұп жоқ немесе ол сіздің аумағыңыздан тыс.",
    ru="Такой пары нет, или она вне вашей территории.",
    en="There is no such pair, or it lies outside your territory.",
)
SAME_ENTRY = LocalText(
    kk="Бұл — бір ғана жазба. Екі түрлі жазбаны таңдаңыз.",
    ru="Это одна и та же запись. Выберите две разные.",
    en="This is one and the same entry. Choose two.",
)
ALREADY_MERGED = LocalText(
    kk="Бұл жазбалардың бірі бұрыннан басқа жазбамен біріктірілген. Тізімді жаңартыңыз.",
    ru="Одна из этих записей уже объединена с другой. Обновите список.",
    en="One of these entries has already been merged with another. Reload the list.",
)
TWO_NUMBERS = LocalText(
    kk="Жеке сәйкестендіру нөмірлері әртүрлі: бұл екі адам. Нөмірдің бірі қате болса, алдымен оны "
    "түзетіңіз.",
    ru="ИИН разные: это два человека. Если один из номеров ошибочен, сначала исправьте его.",
    en="Their identity numbers differ: these are two people. If one is wrong, correct it first.",
)
TWO_BINS = LocalText(
    kk="БСН әртүрлі: бұл екі заңды тұлға. Нөмірдің бірі қате болса, алдымен карточканы түзетіңіз.",
    ru="БИН разные: это два юридических лица. Если один из номеров ошибочен, сначала исправьте "
    "карточку.",
    en="Their BINs differ: these are two legal entities. If one is wrong, correct its card first.",
)
ACCOUNT_IS_CENTRAL = LocalText(
    kk="Бұл адамдардың бірінде есептік жазба бар: біріктіру оның құқықтарын өзгертеді. Мұны "
    "тізілімді жүргізуші жасайды.",
    ru="У одного из этих лиц есть учетная запись: объединение изменит ее права. Это делает ведущий "
    "реестр.",
    en="One of these people has an account, whose rights the merge would change. The keeper of the "
    "registry does that.",
)
TWO_ACCOUNTS = LocalText(
    kk="Екеуінің де есептік жазбасы бар, ал адам бір жазбамен кіреді. Алдымен біреуін жабыңыз.",
    ru="У обоих есть учетные записи, а у лица она одна. Сначала закройте одну из них.",
    en="Both have an account, and a person has one. Close one of them first.",
)
TWO_DECLARATIONS = LocalText(
    kk="Екі жазбада да адамның өз мәлімдемесі сақталған. Алдымен адамнан сұрап, біреуін жойыңыз.",
    ru="В обеих записях хранится собственное заявление лица. Сначала уточните у него и удалите "
    "одно.",
    en="Both entries hold a declaration of the person. Ask the person, and delete one first.",
)
PAPERS_ARE_CENTRAL = LocalText(
    kk="Бұл құрылымның атына тапсырмалар мен құжаттар бар: біріктіру оларды басқа жазбаға "
    "көшіреді. Мұны тізілімді жүргізуші жасайды.",
    ru="На эту структуру записаны поручения и документы: объединение переведет их на другую "
    "запись. Это делает ведущий реестр.",
    en="Obligations and papers are in the name of this body, and the merge would pass them on. The "
    "keeper of the registry does that.",
)
REORGANISED = LocalText(
    kk="Қалатын болып таңдалмаған құрылым қайта ұйымдастыруға қатысқан: құжаттар оны атайды. Сол "
    "жазбаны қалдырыңыз не қайта ұйымдастыруды қайтарыңыз.",
    ru="Структура, которая не сохраняется, участвовала в реорганизации: на нее ссылаются бумаги. "
    "Сохраните именно ее или отмените запись о реорганизации.",
    en="The body that is not kept took part in a reorganisation, whose papers name it. Keep that "
    "one, or take the reorganisation back.",
)
ONE_WITHIN_OTHER = LocalText(
    kk="Бір құрылым екіншісінің құрамында тұр. Қайталану болса, алдымен карточкадағы жоғары "
    "органды түзетіңіз.",
    ru="Одна из структур входит в другую. Если это повтор, сначала исправьте вышестоящий орган в "
    "карточке.",
    en="One body is a part of the other. If they are one, correct the parent on the card first.",
)
NOT_THERE_THEN = LocalText(
    kk="Біріктірілетін жазбаның атына құжаттар бар, ал қалатын құрылым ол кезде болмаған. "
    "Құрылған және жабылған күнін сол жазбадан алыңыз не оны қалдырыңыз.",
    ru="На исчезающую запись оформлены документы, а сохраняемой структуры тогда не было. Возьмите "
    "из нее даты создания и закрытия или сохраните именно ее.",
    en="Papers are in the name of the entry that goes, from a time when the kept one did not "
    "exist. Take over its dates, or keep that entry.",
)
STAND_TOGETHER = LocalText(
    kk="Екі жазба да бір жерде тұр, ал онда біреуі ғана болуы керек, әрі оларға құжаттар "
    "тіркелген. Алдымен сол жердегі артық жазбаны аяқтаңыз не түзетіңіз, сосын біріктіріңіз.",
    ru="Обе записи стоят там, где может быть только одна, и на них есть документы. Сначала "
    "завершите или исправьте лишнюю там, затем объедините.",
    en="Both stand where only one can, and papers hang on them. End or correct the one too many "
    "there, then merge.",
)
MERGE_UNDONE = LocalText(
    kk="Бұл біріктіру бұрыннан қайтарылған.",
    ru="Это объединение уже отменено.",
    en="This merge has already been taken back.",
)
MERGED_FURTHER = LocalText(
    kk="Қалдырылған жазба кейін басқа жазбамен біріктірілген. Алдымен соны қайтарыңыз.",
    ru="Сохраненная запись потом объединена с другой. Сначала отмените то объединение.",
    en="The entry that was kept has since been merged with another. Take that back first.",
)
NEW_HANGS = LocalText(
    kk="Біріктіргеннен кейін бұл жазбаға жаңа деректер қосылды: қайсысына тиесілі екені белгісіз. "
    "Енді қайтаруға болмайды, қажет болса жаңа жазба енгізіңіз.",
    ru="После объединения появились новые записи, и неизвестно, к кому из двух они относятся. "
    "Отменить уже нельзя; если нужно, внесите новую запись.",
    en="New records have been added since the merge, and it is not known whose they are. It can no "
    "longer be taken back; enter a new entry if needed.",
)
CARD_CHANGED = LocalText(
    kk="Біріктіргеннен кейін карточка өзгертілді: бұрынғы мәнін қайтару сол өзгерісті жояр еді.",
    ru="После объединения карточка менялась: возврат прежних значений стер бы эти изменения.",
    en="The card has been changed since the merge: taking it back would wipe that out.",
)
RUN_GOES_ON = LocalText(
    kk="Іздеу қазір жүріп жатыр. Аяқталуын күтіңіз.",
    ru="Поиск уже идет. Дождитесь его окончания.",
    en="A search is going on already. Wait until it ends.",
)
