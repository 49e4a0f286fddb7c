"""Why a file cannot be read, in the words of the person who brought it."""

from birlik.base.values.local_text import LocalText


class UnreadableSourceError(ValueError):
    """The file cannot be turned into text; `reason` says why and what to do instead."""

    def __init__(self, reason: LocalText) -> None:
        super().__init__(reason.get("en"))
        self.reason = reason


TOO_LARGE = LocalText(
    kk="Файл тым үлкен. Актінің мәтіні бар файлды суреттерсіз жүктеңіз.",
    ru="Файл слишком велик. Загрузите файл с текстом акта без изображений.",
    en="The file is too large. Bring the file with the act's text, without pictures.",
)
EMPTY = LocalText(
    kk="Файлда мәтін жоқ.",
    ru="В файле нет текста.",
    en="The file holds no text.",
)
NOT_TEXT = LocalText(
    kk="Файл мәтін емес немесе оның кодтауы белгісіз. DOCX, HTML, PDF немесе мәтін жүктеңіз.",
    ru="Файл не текст, или его кодировка неизвестна. Загрузите DOCX, HTML, PDF или текст.",
    en="The file is not text, or its encoding is unknown. Bring a DOCX, HTML, PDF or text file.",
)
OLD_WORD = LocalText(
    kk="Бұл ескі Word (DOC) немесе RTF файлы. Оны DOCX ретінде сақтап, қайта жүктеңіз.",
    ru="Это файл старого Word (DOC) или RTF. Сохраните его как DOCX и загрузите снова.",
    en="This is an old Word (DOC) or RTF file. Save it as DOCX and bring it again.",
)
BROKEN_WORD = LocalText(
    kk="DOCX файлы бүлінген немесе ол Word құжаты емес.",
    ru="Файл DOCX поврежден или не является документом Word.",
    en="The DOCX file is damaged, or is not a Word document.",
)
HOSTILE = LocalText(
    kk="Файлдың құрылымы қауіпті болғандықтан, ол ашылмады.",
    ru="Файл не открыт: его устройство опасно.",
    en="The file was not opened: its structure is dangerous.",
)
BROKEN_PDF = LocalText(
    kk="PDF файлы бүлінген.",
    ru="Файл PDF поврежден.",
    en="The PDF file is damaged.",
)
LOCKED_PDF = LocalText(
    kk="PDF файлы құпиясөзбен қорғалған. Қорғаусыз көшірмесін жүктеңіз.",
    ru="Файл PDF защищен паролем. Загрузите копию без защиты.",
    en="The PDF file is locked by a password. Bring a copy without it.",
)
SCANNED_PDF = LocalText(
    kk="PDF файлында мәтін жоқ, онда тек беттердің суреті бар. Мәтіні бар файлды жүктеңіз.",
    ru="В файле PDF нет текста, только изображения страниц. Загрузите файл с текстом.",
    en="The PDF holds pictures of pages and no text. Bring a file with text.",
)
NO_BODY = LocalText(
    kk="Сақталған бетте актінің мәтіні табылмады.",
    ru="На сохраненной странице не найден текст акта.",
    en="The saved page holds no text of an act.",
)
