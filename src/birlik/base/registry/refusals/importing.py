"""Why a file of rows is not taken into the register, as a whole."""

from birlik.base.values.local_text import LocalText

NO_IMPORT = LocalText(
    kk="Тізілімге файлдан жазбаларды оны жүргізетін лауазым ғана енгізеді. Өңірлік ассамблеяның "
    "хатшысына жүгініңіз.",
    ru="Записи из файла вносят те, кто ведет реестр. Обратитесь к секретарю региональной "
    "ассамблеи.",
    en="Rows of a file are taken in by those who keep the register. Ask the secretary of the "
    "regional assembly.",
)
NOT_YOUR_FILE = LocalText(
    kk="Бұл файлды басқа адам жүктеген: оны сол адам ғана көреді.",
    ru="Этот файл загрузил другой: его видит только тот, кто загрузил.",
    en="Somebody else brought this file: only that person sees it.",
)
NOT_READ_YET = LocalText(
    kk="Файл әлі тексерілген жоқ немесе бұрын алынған. Бетті жаңартыңыз.",
    ru="Файл еще не проверен или уже принят. Обновите страницу.",
    en="The file is not checked yet, or was taken before. Reload the page.",
)
BEYOND_REACH = LocalText(
    kk="Жолдардың кейбірі сіз жүргізбейтін аумаққа жатады. Файлды қайта тексертіңіз.",
    ru="Некоторые строки относятся к территории, которую ведете не вы. Проверьте файл заново.",
    en="Some of the rows belong to a territory that you do not keep. Have the file checked again.",
)
CLEARED = LocalText(
    kk="Файлдың мазмұны өшірілген: сақтау мерзімі өтті. Файлды қайта жүктеңіз.",
    ru="Содержимое файла стерто: срок хранения истек. Загрузите файл снова.",
    en="The content of the file was cleared: it was kept long enough. Bring the file again.",
)
EMPTY_HANDED = LocalText(
    kk="Файлда алынатын жол жоқ.",
    ru="В файле нет строк, которые можно принять.",
    en="No row of the file can be taken.",
)
ONLY_WORKER = LocalText(
    kk="Файлды жүйенің өзі тексереді.",
    ru="Файл проверяет сама система.",
    en="Files are checked by the system itself.",
)
