"""What is said of the faults of a template."""

from birlik.base.values.local_text import LocalText

NO_FIELDS = LocalText(
    kk="Үлгіде бірде-бір өріс жоқ: есеп бос шығады. Төмендегі өрістерді қолданыңыз.",
    ru="В шаблоне нет ни одного поля: отчет получится пустым. Используйте поля из списка ниже.",
    en="The template has no field at all: the report would be empty. Use the fields listed below.",
)
BADLY_PLACED = LocalText(
    kk="Үлгі толтырылмайды: қайталау немесе шарт бір жерде басталып, басқа жерде аяқталған. "
    "Кестенің жолын қайталау үшін {%tr … %}, абзацты қайталау үшін {%p … %} жазыңыз; басы мен "
    "соңы жеке жолда немесе жеке абзацта тұруы тиіс.",
    ru="Шаблон не заполняется: цикл или условие начинается в одном месте, а кончается в другом. "
    "Чтобы повторять строки таблицы, пишите {%tr … %}, абзацы – {%p … %}; начало и конец должны "
    "стоять в отдельных строках или абзацах.",
    en="The template cannot be filled: a loop or condition begins in one place and ends in "
    "another. To repeat rows of a table write {%tr … %}, paragraphs {%p … %}; beginning and end "
    "stand in rows or paragraphs of their own.",
)


def unknown(path: str, offered: str) -> LocalText:
    """A field that is not there, and those that may have been meant."""
    return LocalText(
        f"«{path}» деген өріс жоқ. Мүмкін: {offered}.",
        f"Поля «{path}» нет. Возможно: {offered}.",
        f"There is no field “{path}”. Perhaps: {offered}.",
    )


def nothing_under(path: str) -> LocalText:
    """Something is asked of a field that has no parts."""
    return LocalText(
        f"«{path}»: бұл өрістің құрамдас бөліктері жоқ, нүктеден кейінгісін алып тастаңыз.",
        f"«{path}»: у этого поля нет частей, уберите точку и то, что за ней.",
        f"“{path}”: this field has no parts; remove the point and what follows it.",
    )


def no_list(path: str) -> LocalText:
    """A loop over something that is no list."""
    return LocalText(
        f"«{path}» тізім емес, оны қайталауға болмайды.",
        f"«{path}» не список, повторять нечего.",
        f"“{path}” is not a list; there is nothing to repeat.",
    )


def not_allowed(what: str) -> LocalText:
    """Something that the language of templates offers and this product does not."""
    return LocalText(
        f"«{what}» қолданылмайды: үлгіде тек өріс, қайталау (for) және шарт (if) болады.",
        f"«{what}» не применяется: в шаблоне бывают только поля, циклы (for) и условия (if).",
        f"“{what}” is not available: a template has only fields, loops (for) and conditions (if).",
    )


def not_closed(words: str) -> LocalText:
    """A tag whose brackets do not close."""
    return LocalText(
        f"Жақша жабылмаған: «{words}». Өріс {{{{ … }}}}, белгі {{% … %}} түрінде жазылады.",
        f"Скобка не закрыта: «{words}». Поле пишут как {{{{ … }}}}, метку как {{% … %}}.",
        f"A bracket is not closed: “{words}”. A field is written {{{{ … }}}}, a tag {{% … %}}.",
    )


def not_ended(tag: str, end: str) -> LocalText:
    """A loop or condition without an end."""
    return LocalText(
        f"{tag} басталған, бірақ аяқталмаған: {{% {end} %}} қосыңыз.",
        f"{tag} начато, но не закончено: добавьте {{% {end} %}}.",
        f"{tag} is begun but not ended: add {{% {end} %}}.",
    )


def not_begun(tag: str) -> LocalText:
    """An end without a loop or condition."""
    return LocalText(
        f"{tag}: бұған сәйкес басы жоқ.",
        f"{tag}: для этого конца нет начала.",
        f"{tag}: nothing that it ends was begun.",
    )


def unknown_tag(tag: str) -> LocalText:
    """A tag that means nothing here."""
    return LocalText(
        f"{tag}: мұндай белгі жоқ. Белгілер: for, endfor, if, elif, else, endif.",
        f"{tag}: такой метки нет. Метки: for, endfor, if, elif, else, endif.",
        f"{tag}: there is no such tag. Tags: for, endfor, if, elif, else, endif.",
    )


def unread(words: str) -> LocalText:
    """A tag that cannot be read."""
    return LocalText(
        f"Оқылмайды: {words}. Өріс {{{{ measure.title }}}} түрінде жазылады.",
        f"Не читается: {words}. Поле пишут так: {{{{ measure.title }}}}.",
        f"Cannot be read: {words}. A field is written as {{{{ measure.title }}}}.",
    )
