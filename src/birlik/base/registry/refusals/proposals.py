"""Why a proposal is not made, decided or withdrawn: each says what to do, in every language."""

from birlik.base.values.local_text import LocalText

NOT_YOURS = LocalText(
    kk="Карточкаға өзгерісті сол құрылымның басшысы ғана ұсынады.",
    ru="Изменение карточки предлагает только руководитель этой структуры.",
    en="Only the head of a body proposes changes of its card.",
)
NO_PROPOSALS = LocalText(
    kk="Бұл ұсынысты оны енгізген басшы мен сол аумақтың хатшысы ғана көреді.",
    ru="Это предложение видят только руководитель, который его внес, и секретарь территории.",
    en="This proposal is seen by the head who made it and by the secretary of the territory.",
)
SETTLED = LocalText(
    kk="Бұл ұсыныс қаралып қойған немесе кері қайтарып алынған.",
    ru="Это предложение уже рассмотрено или отозвано.",
    en="This proposal was decided or withdrawn already.",
)
WAITS_ALREADY = LocalText(
    kk="Бұл құрылымның қаралмаған ұсынысы бар. Оны қайтарып алыңыз не шешімін күтіңіз.",
    ru="У этой структуры уже есть нерассмотренное предложение. Отзовите его или дождитесь решения.",
    en="A proposal of this body waits already. Withdraw it first, or wait for the decision.",
)
NOT_PROPOSED = LocalText(
    kk="Бұл өрісті ұсыныс арқылы өзгертуге болмайды. Хатшыға хат жазыңыз.",
    ru="Это поле нельзя изменить предложением. Напишите секретарю.",
    en="This field cannot be changed by a proposal. Write to the secretary.",
)
REASON_NEEDED = LocalText(
    kk="Неге қабылданбағанын жазыңыз: басшы соны оқиды.",
    ru="Напишите, почему предложение отклонено: это прочтет руководитель.",
    en="Write why the proposal is declined: the head will read it.",
)
