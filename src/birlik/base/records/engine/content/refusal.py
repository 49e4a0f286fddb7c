"""Why a file is not taken, in the words of the person who brought it."""

from birlik.base.values.local_text import LocalText


class UnfitFileError(Exception):
    """A file is not taken; `reason` says why and what to do instead. `is_marked` when it bears a
    mark of limited access, so that only a card of it may be kept."""

    def __init__(self, reason: LocalText, *, is_marked: bool = False) -> None:
        super().__init__(reason.get("en"))
        self.reason = reason
        self.is_marked = is_marked


EMPTY = LocalText(kk="Файл бос.", ru="Файл пуст.", en="The file is empty.")
UNKNOWN = LocalText(
    kk="Мұндай файл қабылданбайды. Қабылданатыны: PDF, DOCX, XLSX, PPTX, ODT, ODS, JPEG, PNG, "
    "WEBP, TXT, CSV және құжаттан бөлек электрондық қолтаңба (CMS).",
    ru="Такие файлы не принимаются. Принимаются PDF, DOCX, XLSX, PPTX, ODT, ODS, JPEG, PNG, "
    "WEBP, TXT, CSV и отдельная электронная подпись (CMS).",
    en="Files of this kind are not taken. Taken are PDF, DOCX, XLSX, PPTX, ODT, ODS, JPEG, PNG, "
    "WEBP, TXT, CSV and a detached electronic signature (CMS).",
)
OLD_OFFICE = LocalText(
    kk="Бұл ескі Word немесе Excel файлы (DOC, XLS), RTF не құпиясөзбен қорғалған құжат. Оны "
    "құпиясөзсіз DOCX, XLSX немесе PDF ретінде сақтап, қайта жүктеңіз.",
    ru="Это файл старого Word или Excel (DOC, XLS), RTF или документ под паролем. Сохраните его "
    "без пароля как DOCX, XLSX или PDF и загрузите снова.",
    en="This is a file of an old Word or Excel (DOC, XLS), RTF, or a document under a password. "
    "Save it without a password as DOCX, XLSX or PDF and bring it again.",
)
ARCHIVE = LocalText(
    kk="Мұрағат файлдары (ZIP және басқа) қабылданбайды. Ішіндегі файлдарды бөлек жүктеңіз.",
    ru="Архивы (ZIP и другие) не принимаются. Загрузите файлы из архива по отдельности.",
    en="Archives (ZIP and others) are not taken. Bring the files in it one by one.",
)
BROKEN = LocalText(
    kk="Файл бүлінген немесе толық емес. Оны ашып тексеріп, қайта сақтап жүктеңіз.",
    ru="Файл поврежден или неполон. Откройте его, проверьте, сохраните заново и загрузите.",
    en="The file is damaged or not whole. Open it, check it, save it anew and bring it again.",
)
HOSTILE = LocalText(
    kk="Файлдың құрылымы қауіпті болғандықтан, ол қабылданбады. Құжатты PDF ретінде сақтап "
    "жүктеңіз.",
    ru="Файл не принят: его устройство опасно. Сохраните документ как PDF и загрузите его.",
    en="The file was not taken: its structure is dangerous. Save the document as PDF and "
    "bring that.",
)
MACROS = LocalText(
    kk="Файлда макростар немесе сценарийлер бар. Оларсыз көшірмесін (DOCX, XLSX, PDF) жүктеңіз.",
    ru="В файле есть макросы или сценарии. Загрузите копию без них (DOCX, XLSX, PDF).",
    en="The file holds macros or scripts. Bring a copy without them (DOCX, XLSX, PDF).",
)
LOCKED = LocalText(
    kk="Файл құпиясөзбен қорғалған. Қорғаусыз көшірмесін жүктеңіз.",
    ru="Файл защищен паролем. Загрузите копию без защиты.",
    en="The file is locked by a password. Bring a copy without it.",
)
TOO_LONG = LocalText(
    kk="Файл тым ұзақ: оның мәтінін тексеру мүмкін емес. Оны бөліктерге бөліп жүктеңіз.",
    ru="Файл слишком длинный, проверить его текст нельзя. Загрузите его по частям.",
    en="The file is too long for its text to be checked. Bring it in parts.",
)
TOO_MANY_POINTS = LocalText(
    kk="Сурет тым үлкен: 60 миллион нүктеден аспауы тиіс. Оны кішірейтіп, қайта жүктеңіз.",
    ru="Изображение слишком велико: не более 60 миллионов точек. Уменьшите его и загрузите снова.",
    en="The picture is too large: at most 60 million points. Make it smaller and bring it again.",
)
SIGNED_WITHIN = LocalText(
    kk="Бұл қолтаңбаның ішінде құжаттың өзі бар. Құжатты және одан бөлек қолтаңбаны жүктеңіз.",
    ru="В этой подписи лежит сам документ. Загрузите документ и отдельную от него подпись.",
    en="This signature holds the document itself. Bring the document and a detached signature.",
)
MARKED = LocalText(
    kk="Файлда қолжетімділігі шектеулі құжаттың белгісі бар («ДСП», «Қызмет бабында пайдалану "
    "үшін» немесе құпиялылық белгісі). Файл қабылданбады, одан ештеңе сақталған жоқ. Оның орнына "
    "карточка енгізіңіз: нөмірі, күні, қайда сақталғаны.",
    ru="В файле есть пометка ограниченного доступа («ДСП», «Для служебного пользования» или гриф "
    "секретности). Файл не принят, и ничего из него не сохранено. Вместо него заполните карточку: "
    "номер, дата, где хранится.",
    en="The file bears a mark of limited access («ДСП», “For official use” or a secrecy stamp). It "
    "was not taken, and nothing of it is kept. Fill in a card instead: number, date, where it "
    "lies.",
)
