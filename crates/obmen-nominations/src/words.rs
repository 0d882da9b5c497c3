//! Words of obmen's own in messages.

use obmen::check::{Term, Texts};

macro_rules! terms {
    ($( $NAME:ident = $en:literal, $bg:literal; )+) => { $(
        pub(crate) const $NAME: Term = Term { code: $en, texts: Texts { en: $en, bg: $bg } };
    )+ };
}

terms! {
    ALGORITHM = "`SHA-256` or `PBKDF2/SHA-256`", "`SHA-256` или `PBKDF2/SHA-256`";
    HEX_16 = "16 bytes in small hexadecimal letters", "16 байта с малки шестнайсетични букви";
    HEX_32 = "32 bytes in small hexadecimal letters", "32 байта с малки шестнайсетични букви";
    OBJECT = "an object", "обект";
    PREFIX = "at most 64 small hexadecimal digits", "най-много 64 малки шестнайсетични цифри";
    TEXT = "a string", "низ";
    THIRTY_TWO = "the number 32", "числото 32";
    WHOLE = "a whole number that is not negative", "неотрицателно цяло число";
}
