"""Why somebody may not take over a record of control."""

from birlik.base.values.local_text import LocalText

NO_TAKING_OVER = LocalText(
    kk="Бастапқы қалдықты актілерді импорттайтын үйлестіруші ғана енгізеді. Үйлестірушіге "
    "жүгініңіз.",
    ru="Начальные остатки вносит координатор, который импортирует акты. Обратитесь к координатору.",
    en="Only a coordinator who imports acts takes over past records. Ask your coordinator.",
)
