//! Words of obmen's own in messages.

obmen::terms! {
    ALGORITHM = "`SHA-256` or `PBKDF2/SHA-256`", "`SHA-256` или `PBKDF2/SHA-256`";
    BOOLEAN = "true or false", "true или false";
    CLASS = "`typed`, `pow`, `email` or `eid`", "`typed`, `pow`, `email` или `eid`";
    CONFIRM = "`link` or `code`", "`link` или `code`";
    COST = "a whole number up to 1,000,000", "цяло число до 1 000 000";
    CHECKPOINT_LINES = "it needs three lines that are not empty", "нужни са три реда, които не са празни";
    CHECKPOINT_ROOT = "the third line is no SHA-256 in Base64", "третият ред не е SHA-256 в Base64";
    CHECKPOINT_SIZE = "the second line is no size in decimal digits", "вторият ред не е размер с десетични цифри";
    IP_ADDRESS = "an IP address", "IP адрес";
    KEYS_AGAIN = "it stands in the ring twice", "стои два пъти в един и същ набор";
    KEYS_FEW = "a ring holds the current key, and at most one before it", "наборът съдържа текущия ключ и най-много един предишен";
    KEYS_FLAT = "its bytes are plainly no chance", "байтовете му очевидно не са случайни";
    KEYS_HEX = "it is not 64 small hexadecimal digits", "не е от 64 малки шестнайсетични цифри";
    KEYS_ID = "its name must be 1 to 64 visible ASCII characters without quotes, backslashes and dots", "името му трябва да бъде от 1 до 64 видими знака от ASCII без кавички, обратни черти и точки";
    KEYS_ROTATED = "it was changed in this edition already, and votes under a third key would be counted twice", "вече е сменян в това издание, а гласове с трети ключ биха се броили два пъти";
    KEYS_SIZE = "it is not 32 bytes", "не е от 32 байта";
    KEY_FORM = "it is not of the form `name+hash+base64`", "не е във вида `име+хеш+base64`";
    KEY_HASH = "the hash is of another name or key", "хешът е на друго име или друг ключ";
    KEY_NAME = "the name is empty, or has a space or a `+`", "името е празно или съдържа интервал или `+`";
    KEY_TYPE = "the type is neither `01` nor `04`", "видът не е нито `01`, нито `04`";
    KEY_WEAK = "it is no key that only its owner can sign with", "не е ключ, с който може да подписва само притежателят му";
    KEY_WITNESS = "it is a witness's, and a log signs with one of type `01`", "на свидетел е, а дневник подписва с ключ от вид `01`";
    NO_OBJECT = "it is no object", "не е обект";
    NOTE_BORDER = "no empty line with signatures below it", "няма празен ред с подписи под него";
    NOTE_CONTROL = "a control character", "управляващ знак";
    NOTE_END = "no newline at the end", "няма нов ред в края";
    NOTE_LINE = "a line below the text is no signature", "ред под текста не е подпис";
    NOTE_MANY = "more than 16 signatures", "повече от 16 подписа";
    OBJECT = "an object", "обект";
    PREFIX = "at most 64 small hexadecimal digits", "най-много 64 малки шестнайсетични цифри";
    PROOF_BORDER = "no empty line before the checkpoint", "няма празен ред преди контролната точка";
    PROOF_EXTRA = "what follows `extra` is no Base64", "след `extra` не стои Base64";
    PROOF_FIRST = "the first line is not `c2sp.org/tlog-proof@v1`", "първият ред не е `c2sp.org/tlog-proof@v1`";
    PROOF_HASH = "a line is no SHA-256 in Base64", "ред не е SHA-256 в Base64";
    PROOF_INDEX = "no line `index` with decimal digits", "няма ред `index` с десетични цифри";
    PROOF_LONG = "more than 63 hashes", "повече от 63 хеша";
    TEXT = "a string", "низ";
    THIRTY_TWO = "the number 32", "числото 32";
    WHOLE = "a whole number that is not negative", "неотрицателно цяло число";
}
