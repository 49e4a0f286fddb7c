"""Why a workbook is not taken, in the words of the person who brought it."""

from birlik.base.records.engine.content.refusal import (
    ARCHIVE,
    BROKEN,
    HOSTILE,
    LOCKED,
    MACROS,
    OLD_OFFICE,
    TOO_LONG,
    UNKNOWN,
    UnfitFileError,
)
from birlik.base.values.local_text import LocalText

NO_WORKBOOK = LocalText(
    kk="Тек XLSX кітабы қабылданады. Файлды Excel немесе LibreOffice бағдарламасында ашып, «Excel "
    "кітабы (.xlsx)» түрінде сақтап, қайта жүктеңіз.",
    ru="Принимается только книга XLSX. Откройте файл в Excel или LibreOffice, сохраните его как "
    "«Книга Excel (.xlsx)» и загрузите снова.",
    en="Only an XLSX workbook is taken. Open the file in Excel or LibreOffice, save it as “Excel "
    "workbook (.xlsx)” and bring it again.",
)
OLD_WORKBOOK = LocalText(
    kk="Бұл ескі XLS файлы немесе құпиясөзбен қорғалған кітап. Оны құпиясөзсіз «Excel кітабы "
    "(.xlsx)» түрінде сақтап, қайта жүктеңіз.",
    ru="Это файл старого формата XLS или книга под паролем. Сохраните его без пароля как «Книга "
    "Excel (.xlsx)» и загрузите снова.",
    en="This is a file of the old XLS format, or a workbook under a password. Save it without a "
    "password as “Excel workbook (.xlsx)” and bring it again.",
)
WITH_MACROS = LocalText(
    kk="Кітапта макростар бар (XLSM, XLSB). Оны макроссыз «Excel кітабы (.xlsx)» түрінде сақтап, "
    "қайта жүктеңіз.",
    ru="В книге есть макросы (XLSM, XLSB). Сохраните ее без макросов как «Книга Excel (.xlsx)» и "
    "загрузите снова.",
    en="The workbook holds macros (XLSM, XLSB). Save it without them as “Excel workbook (.xlsx)” "
    "and bring it again.",
)
DANGEROUS = LocalText(
    kk="Файлдың құрылымы қауіпті болғандықтан, ол қабылданбады. Ұяшықтардың мәндерін жаңа кітапқа "
    "көшіріп, соны жүктеңіз.",
    ru="Файл не принят: его устройство опасно. Скопируйте значения ячеек в новую книгу и загрузите "
    "ее.",
    en="The file was not taken: its structure is dangerous. Copy the values of its cells into a "
    "new workbook and bring that.",
)
TOO_LARGE = LocalText(
    kk="Кітап тым үлкен. Толтырылған парақты ғана қалдырып, қажет болса оны бөліктерге бөліп, "
    "қайта жүктеңіз.",
    ru="Книга слишком велика. Оставьте только заполненный лист, при необходимости разделите его "
    "на части и загрузите снова.",
    en="The workbook is too large. Leave only the sheet that is filled in, in parts if need be, "
    "and bring it again.",
)
LINKED = LocalText(
    kk="Кітап басқа файлдарға немесе деректер көздеріне сілтеме жасайды. Сілтемелерді үзіп "
    "(Деректер → Байланыстарды өзгерту → Байланысты үзу), мәндерін қалдырып, қайта жүктеңіз.",
    ru="Книга ссылается на другие файлы или источники данных. Разорвите связи (Данные → "
    "Изменить связи → Разорвать связь), оставив значения, и загрузите снова.",
    en="The workbook refers to other files or sources. Break the links (Data → Edit links → Break "
    "link) so that values remain, and bring it again.",
)
SHEETLESS = LocalText(
    kk="Кітапта бірде-бір парақ жоқ. Файлды ашып тексеріп, қайта сақтап жүктеңіз.",
    ru="В книге нет ни одного листа. Откройте файл, проверьте его, сохраните заново и загрузите.",
    en="The workbook has no sheet. Open the file, check it, save it anew and bring it again.",
)
WORDED_FOR_WORKBOOKS = {
    UNKNOWN: NO_WORKBOOK,
    ARCHIVE: NO_WORKBOOK,
    OLD_OFFICE: OLD_WORKBOOK,
    MACROS: WITH_MACROS,
    HOSTILE: DANGEROUS,
    TOO_LONG: TOO_LARGE,
    LOCKED: LOCKED,
    BROKEN: BROKEN,
}


def about_workbook(error: UnfitFileError) -> UnfitFileError:
    """A refusal of any file, in words that fit a workbook."""
    return UnfitFileError(WORDED_FOR_WORKBOOKS.get(error.reason, error.reason))
