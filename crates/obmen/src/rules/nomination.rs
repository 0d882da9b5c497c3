//! `nomination/`: the form of entries and policies. What happens to votes is judged where they are handed in.

crate::rules! {
    ENTRY_TOO_LARGE {
        code: "nomination/entry-too-large",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the entry has {size} bytes; at most {limit} are taken", bg: "записът в дневника е {size} байта; приемат се най-много {limit}" },
        help: { en: "do not read this log further; an entry that obmen wrote is never so large", bg: "не четете този дневник нататък; запис, написан от obmen, никога не е толкова голям" },
        why: {
            en: "Entries hold a dozen short fields. A limit keeps a foreign log from filling the memory of whoever verifies it.",
            bg: "Записите съдържат десетина кратки полета. Ограничението не позволява чужд дневник да запълни паметта на онзи, който го проверява.",
        }
    }
    ENTRY_NOT_JSON {
        code: "nomination/entry-not-json",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the entry is no object of JSON: {reason}", bg: "записът в дневника не е JSON обект: {reason}" },
        help: { en: "restore the line from the log's own copy; a line that was cut off stands at the end only", bg: "възстановете реда от копието на дневника; отрязан ред може да стои само в края" },
        why: {
            en: "Each line of a log is one JSON object. Anything else was not written by a log, or was damaged.",
            bg: "Всеки ред от дневника е един JSON обект. Всичко друго не е написано от дневник или е повредено.",
        }
    }
    ENTRY_UNKNOWN_FIELD {
        code: "nomination/entry-unknown-field",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "an entry of this kind has no field `{field}`", bg: "запис от този вид няма поле `{field}`" },
        help: { en: "take the field away before the entry is hashed; what must never be recorded would otherwise be there for ever", bg: "махнете полето, преди записът да се хешира; иначе това, което никога не бива да се записва, би останало завинаги" },
        why: {
            en: "A log cannot forget. So it takes only the fields that were weighed: no address, no browser, no minute, no free text.",
            bg: "Дневникът не може да забравя. Затова приема само обмислените полета: без адрес, без браузър, без минута, без свободен текст.",
        }
    }
    ENTRY_MISSING_FIELD {
        code: "nomination/entry-missing-field",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the entry has no `{field}`", bg: "в записа липсва `{field}`" },
        help: { en: "write every field of the entry's kind", bg: "запишете всички полета за този вид запис" },
        why: {
            en: "Every field of an entry is needed to count it or to verify it, so none has a value of its own when it is absent.",
            bg: "Всяко поле на записа е нужно, за да се преброи или провери, затова никое няма подразбираща се стойност.",
        }
    }
    ENTRY_DUPLICATE_FIELD {
        code: "nomination/entry-duplicate-field",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "`{field}` stands twice in the entry", bg: "`{field}` стои два пъти в записа" },
        help: { en: "restore the line from the log's own copy", bg: "възстановете реда от копието на дневника" },
        why: {
            en: "Readers differ in which of two values they take, so that one line would be two votes to two of them.",
            bg: "Едни програми вземат първата от две стойности, други – втората, така че един ред би бил различен глас за едните и за другите.",
        }
    }
    ENTRY_BAD_VALUE {
        code: "nomination/entry-bad-value",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "`{field}` is {value}, and must be {expected}", bg: "`{field}` е {value}, а трябва да бъде {expected}" },
        help: { en: "write {expected}, in its one form", bg: "запишете {expected}, в единствената допустима форма" },
        why: {
            en: "Each value has one way to be written, so that equal entries are equal bytes and equal hashes.",
            bg: "Всяка стойност се записва по един начин, така че еднаквите записи са еднакви байтове и еднакви хешове.",
        }
    }
    ENTRY_NOT_CANONICAL {
        code: "nomination/entry-not-canonical",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the entry is not in canonical form", bg: "записът не е в каноничната си форма" },
        help: { en: "write it by RFC 8785: fields in the order of the alphabet, no spaces, no escapes", bg: "запишете го по RFC 8785: полетата по азбучен ред, без интервали, без екраниране" },
        why: {
            en: "The id of an entry is the hash of its bytes. Other bytes of the same meaning are another entry, so a log that holds them was not written by its rules.",
            bg: "Идентификаторът на записа е хешът на байтовете му. Други байтове със същия смисъл са друг запис, така че дневник, който ги съдържа, не е писан по правилата.",
        }
    }
    POLICY_NOT_READ {
        code: "nomination/policy-not-read",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "this is no policy: {reason}", bg: "това не са правила за гласуване: {reason}" },
        help: { en: "write `edition`, `scope`, `opens` and `closes`, and no field that a policy does not have", bg: "запишете `edition`, `scope`, `opens` и `closes` и не добавяйте поле, което правилата нямат" },
        why: {
            en: "A field that is not understood could be a rule that somebody relies on, so it is refused rather than left out.",
            bg: "Неразбрано поле може да е правило, на което някой разчита, затова се отказва, вместо да се пропусне.",
        }
    }
    POLICY_BAD_VALUE {
        code: "nomination/policy-bad-value",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "`{field}` of the policy is outside its range", bg: "`{field}` в правилата е извън допустимото" },
        help: { en: "names are small letters, digits and hyphens; an edition closes after it opens; classes stand weakest first, each once; a challenge costs 1 to 1,000,000 and lasts 1 to 300 seconds; a confirmation lasts 1 to 1,440 minutes", bg: "имената са от малки латински букви, цифри и тирета; изданието се закрива, след като се открие; класовете са от най-слабия нагоре, всеки веднъж; задачата струва от 1 до 1 000 000 и важи от 1 до 300 секунди; потвърждението важи от 1 до 1440 минути" },
        why: {
            en: "A policy of no cost or of endless time protects nothing, and would do so in silence.",
            bg: "Правила без цена или с безкраен срок не пазят нищо, и то мълчаливо.",
        }
    }
}
