"""What the shipped templates say, in Kazakh and in Russian."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed words of a template in one language."""

    title: str
    of: str
    period: str
    stated: str
    summary: str
    counts: tuple[str, ...]
    all: str
    direction: str
    executor: str
    by_direction: str
    by_executor: str
    columns: tuple[str, ...]
    execution: str
    indicators: str
    values: tuple[str, ...]
    idle: str
    agreed: str
    rate: str
    demonstration: str
    post: str
    name: str
    page: str


KK = Labels(
    title="ЖИЫНТЫҚ ЕСЕП",
    of="іс-шаралар жоспарының орындалуы туралы",
    period="Есепті кезең",
    stated="Тапсырмалардың күйі алынған күн",
    summary="Қорытынды",
    counts=(
        *("Тапсырма", "Мерзімінде орындалды", "Кеш орындалды", "Қаралып жатыр"),
        *("Қайтарылды", "Мерзімі өткен", "Мерзімі келмеген", "Босатылды"),
        *("Уақтылы / мерзімі келген", "Үлесі, %"),
    ),
    all="Барлығы",
    direction="Бағыт",
    executor="Орындаушы",
    by_direction="Бағыттар бойынша",
    by_executor="Орындаушылар бойынша",
    columns=(
        *("Р/с №", "Іс-шара", "Аяқталу нысаны", "Орындау мерзімі", "Жауапты орындаушылар"),
        "Орындалуы туралы ақпарат",
    ),
    execution="Іс-шаралардың орындалуы",
    indicators="Нысаналы индикаторлар",
    values=("Жыл", "Жоспар", "Факт", "Бағалау"),
    idle="Осы кезеңде мерзімі жоқ іс-шаралар",
    agreed="Келісу бойынша тапсырмалар бөлек есептеледі: уақтылы",
    rate="Үлесі – мерзімі келген тапсырмалардың ішінде уақтылы ұсынылып, қабылданғандары. "
    "Босатылған және қолданылмайтын тапсырмалар есепке алынбайды.",
    demonstration="Демонстрация: деректер ойдан шығарылған",
    post="Лауазымы",
    name="Тегі, аты-жөні",
    page="бет",
)
RU = Labels(
    title="СВОДНЫЙ ОТЧЕТ",
    of="об исполнении плана мероприятий",
    period="Отчетный период",
    stated="Состояние поручений на",
    summary="Итоги",
    counts=(
        *("Поручений", "Исполнено в срок", "Исполнено с опозданием", "На рассмотрении"),
        *("Возвращено", "Просрочено", "Срок не наступил", "Освобождено"),
        *("В срок / срок наступил", "Доля, %"),
    ),
    all="Всего",
    direction="Направление",
    executor="Исполнитель",
    by_direction="По направлениям",
    by_executor="По исполнителям",
    columns=(
        *("№ п/п", "Мероприятие", "Форма завершения", "Срок исполнения"),
        *("Ответственные исполнители", "Информация об исполнении"),
    ),
    execution="Исполнение мероприятий",
    indicators="Целевые индикаторы",
    values=("Год", "План", "Факт", "Оценка"),
    idle="Мероприятия без срока в этом периоде",
    agreed="Поручения по согласованию считаются отдельно: в срок",
    rate="Доля – принятые и представленные в срок из тех, чей срок наступил. Освобожденные и "
    "неприменимые поручения не учитываются.",
    demonstration="Демонстрация: данные вымышлены",
    post="Должность",
    name="Фамилия, инициалы",
    page="стр.",
)
COUNTS = (
    *("owed", "fulfilled", "fulfilled_late", "submitted", "returned", "overdue", "pending"),
    "released",
)
