//! Words of obmen's own in messages.

use obmen::check::{Term, Texts};

macro_rules! terms {
    ($( $NAME:ident = $en:literal, $bg:literal; )+) => { $(
        pub(crate) const $NAME: Term = Term { code: $en, texts: Texts { en: $en, bg: $bg } };
    )+ };
}

terms! {
    ALGORITHM = "`SHA-256` or `PBKDF2/SHA-256`", "`SHA-256` или `PBKDF2/SHA-256`";
    COST = "a whole number up to 1,000,000", "цяло число до 1 000 000";
    CHECKPOINT_LINES = "it needs three lines that are not empty", "нужни са три реда, които не са празни";
    CHECKPOINT_ROOT = "the third line is no SHA-256 in Base64", "третият ред не е SHA-256 в Base64";
    CHECKPOINT_SIZE = "the second line is no size in decimal digits", "вторият ред не е размер с десетични цифри";
    HEX_16 = "16 bytes in small hexadecimal letters", "16 байта с малки шестнайсетични букви";
    HEX_32 = "32 bytes in small hexadecimal letters", "32 байта с малки шестнайсетични букви";
    KEY_FORM = "it is not of the form `name+hash+base64`", "не е във вида `име+хеш+base64`";
    KEY_HASH = "the hash is of another name or key", "хешът е на друго име или друг ключ";
    KEY_NAME = "the name is empty, or has a space or a `+`", "името е празно или съдържа интервал или `+`";
    KEY_OF_LOG = "the key of a log, of the type `01`", "ключ на дневник, от вида `01`";
    KEY_OF_WITNESS = "the key of a witness, of the type `04`", "ключ на свидетел, от вида `04`";
    KEY_TYPE = "the type is neither `01` nor `04`", "видът не е нито `01`, нито `04`";
    KEY_WEAK = "it is no key that only its owner can sign with", "не е ключ, с който може да подписва само притежателят му";
    NOTE_BORDER = "no empty line with signatures below it", "няма празен ред с подписи под него";
    NOTE_CONTROL = "a control character", "управляващ знак";
    NOTE_END = "no newline at the end", "няма нов ред в края";
    NOTE_LINE = "a line below the text is no signature", "ред под текста не е подпис";
    NOTE_MANY = "more than 16 signatures", "повече от 16 подписа";
    OBJECT = "an object", "обект";
    POLICY_LEAST = "a group needs `any`, `all`, or a number from 1 to that of its members", "групата иска `any`, `all` или число от 1 до броя на членовете ѝ";
    POLICY_LINE = "it is none of `log KEY [URL]`, `witness NAME KEY [URL]`, `group NAME any|all|NUMBER NAME …` and `quorum NAME`", "не е нито `log КЛЮЧ [АДРЕС]`, нито `witness ИМЕ КЛЮЧ [АДРЕС]`, нито `group ИМЕ any|all|ЧИСЛО ИМЕ …`, нито `quorum ИМЕ`";
    POLICY_NAME = "the name is taken already", "името вече е заето";
    POLICY_QUORUM = "there must be one line `quorum`", "трябва да има точно един ред `quorum`";
    POLICY_TWICE = "the member is in a group already", "членът вече е в група";
    POLICY_UNKNOWN = "the name stands in no line before it", "името не стои в никой предходен ред";
    PREFIX = "at most 64 small hexadecimal digits", "най-много 64 малки шестнайсетични цифри";
    PROOF_BORDER = "no empty line before the checkpoint", "няма празен ред преди контролната точка";
    PROOF_EXTRA = "what follows `extra` is no Base64", "след `extra` не стои Base64";
    PROOF_FIRST = "the first line is not `c2sp.org/tlog-proof@v1`", "първият ред не е `c2sp.org/tlog-proof@v1`";
    PROOF_HASH = "a line is no SHA-256 in Base64", "ред не е SHA-256 в Base64";
    PROOF_INDEX = "no line `index` with decimal digits", "няма ред `index` с десетични цифри";
    PROOF_LONG = "more than 63 hashes", "повече от 63 хеша";
    REQUEST_OLD = "the first line is not `old` and a size in decimal digits", "първият ред не е `old` и размер с десетични цифри";
    TEXT = "a string", "низ";
    THIRTY_TWO = "the number 32", "числото 32";
    WHOLE = "a whole number that is not negative", "неотрицателно цяло число";
}
