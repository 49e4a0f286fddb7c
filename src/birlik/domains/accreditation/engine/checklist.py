"""What the codes of the checklist and of the criteria mean; which hold on a day, the norms say."""

from collections.abc import Mapping

from birlik.base.values.local_text import LocalText

PAPERS: Mapping[str, LocalText] = {
    "application": LocalText(
        "Аккредиттеу туралы жетекші қол қойған өтініш",
        "Заявление об аккредитации, подписанное руководителем",
        "Application signed by the head",
    ),
    "charter": LocalText("Жарғының көшірмесі", "Копия устава", "Copy of the articles"),
    "registration": LocalText(
        "Заңды тұлғаны мемлекеттік тіркеу туралы анықтама",
        "Справка о государственной регистрации юридического лица",
        "Proof of registration as a legal entity",
    ),
    "head": LocalText(
        "Жетекшіні сайлау туралы шешім",
        "Решение об избрании руководителя",
        "Decision by which the head was elected",
    ),
    "members": LocalText(
        "Мүшелер мен филиалдардың саны туралы мәлімет",
        "Сведения о численности членов и о филиалах",
        "Number of members, and the branches",
    ),
    "report": LocalText(
        "Соңғы үш жылдағы қызмет туралы есеп",
        "Отчет о деятельности за последние три года",
        "Report on the work of the last three years",
    ),
    "plan": LocalText(
        "Келесі кезеңге арналған жұмыс жоспары",
        "План работы на следующий период",
        "Plan of work for the next period",
    ),
}
CRITERIA: Mapping[str, LocalText] = {
    "registered": LocalText(
        "Бірлестік заңды тұлға ретінде тіркелген немесе республикалық бірлестіктің филиалы",
        "Объединение зарегистрировано как юридическое лицо или является филиалом республиканского",
        "The association is a registered legal entity, or a branch of a republican one",
    ),
    "lawful": LocalText(
        "Жарғылық мақсаттары этносаралық келісімге қызмет етеді және заңға қайшы келмейді",
        "Уставные цели служат межэтническому согласию и не противоречат закону",
        "Its aims serve accord between ethnic groups and keep to the law",
    ),
    "works": LocalText(
        "Мәдениетті, тілді және дәстүрлерді дамыту жұмысын тұрақты жүргізеді",
        "Постоянно ведет работу по развитию культуры, языка и традиций",
        "It works steadily for culture, language and traditions",
    ),
    "reports": LocalText(
        "Қызметі туралы жыл сайын есеп береді",
        "Ежегодно отчитывается о деятельности",
        "It reports on its work every year",
    ),
}


def missing_of(needed: tuple[str, ...], brought: frozenset[str]) -> tuple[str, ...]:
    """The papers that are needed and not brought, in the order of the checklist."""
    return tuple(code for code in needed if code not in brought)
