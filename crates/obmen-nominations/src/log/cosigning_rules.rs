//! `nomination/witness-` and `nomination/trust-`: why a witness does not cosign, and why a reader does not trust.

obmen::rules! {
    WITNESS_REQUEST_NOT_READ {
        code: "nomination/witness-request-not-read",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the request to the witness cannot be read: {reason}", bg: "заявката към свидетеля не може да се прочете: {reason}" },
        help: { en: "send `old` and the size that the witness has seen, the hashes of the proof, an empty line and the signed checkpoint", bg: "изпратете `old` и размера, който свидетелят е видял, хешовете от доказателството, празен ред и подписаната контролна точка" },
        why: {
            en: "A request has one form (c2sp.org/tlog-witness), so that every log can ask every witness.",
            bg: "Заявката има само една форма (c2sp.org/tlog-witness), за да може всеки дневник да се обърне към всеки свидетел.",
        }
    }
    WITNESS_OTHER_SIZE {
        code: "nomination/witness-other-size",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the proof begins at the size {old}, and the witness has seen {seen}", bg: "доказателството започва от размер {old}, а свидетелят е видял {seen}" },
        help: { en: "ask again, with the proof that the checkpoint extends the tree of the size {seen}", bg: "изпратете нова заявка с доказателство, че контролната точка продължава дървото с размер {seen}" },
        why: {
            en: "A witness compares with the last that it has cosigned. A proof from another size says nothing of that.",
            bg: "Свидетелят сравнява с последното, което е заверил. Доказателство, което започва от друг размер, не казва нищо за него.",
        }
    }
    WITNESS_STALE_CHECKPOINT {
        code: "nomination/witness-stale-checkpoint",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the checkpoint is of {size} {size|entry|entries}, and the witness has already seen {seen}", bg: "контролната точка е за {size} {size|запис|записа}, а свидетелят вече е видял {seen}" },
        help: { en: "send the log's newest checkpoint; if it has none of that size, it was restored from an older copy and must not go on", bg: "изпратете най-новата контролна точка на дневника; ако няма такава за този размер, той е възстановен от по-старо копие и не бива да продължава" },
        why: {
            en: "A log only grows. One that is smaller than before has lost entries, or hides them.",
            bg: "Дневникът само расте. Щом е по-малък отпреди, е загубил записи или ги крие.",
        }
    }
    WITNESS_FORK {
        code: "nomination/witness-fork",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the log has signed another tree of {size} {size|entry|entries} than the one that the witness has cosigned", bg: "дневникът е подписал друго дърво с {size} {size|запис|записа}, а не онова, което свидетелят е заверил" },
        help: { en: "keep both checkpoints and show them to the log's partners: together they prove what it did", bg: "запазете и двете контролни точки и ги покажете на партньорите на дневника: заедно те доказват какво е направил" },
        why: {
            en: "Two roots at one size are two lists of votes under one signature: a split view, or a log that was rewritten.",
            bg: "Два корена при един и същ размер са два списъка с гласове под един подпис: дневникът показва различни записи на различни хора или е пренаписан.",
        }
    }
    WITNESS_INCONSISTENT {
        code: "nomination/witness-inconsistent",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the proof does not show that the tree of {size} {size|entry|entries} extends the one of {seen} that the witness has seen", bg: "доказателството не показва, че дървото с {size} {size|запис|записа} продължава онова с {seen}, което свидетелят е видял" },
        help: { en: "make the proof anew from the log's own tree; if it fails again, an entry was altered, removed or moved", bg: "направете доказателството отново от самото дърво на дневника; ако и то не е вярно, някой запис е променен, изваден или преместен" },
        why: {
            en: "A proof of consistency leads from the old root to the new one only when all old entries stand unchanged at the beginning.",
            bg: "Доказателството за съгласуваност води от стария корен до новия само ако всички стари записи стоят непроменени в началото.",
        }
    }
    WITNESS_NOT_BEGUN {
        code: "nomination/witness-not-begun",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "nothing is remembered here of what the witness has seen", bg: "тук не е запомнено нищо от видяното от свидетеля" },
        help: { en: "name the folder in which the witness remembers; begin one (`--new`) only for a witness that has cosigned nothing yet", bg: "посочете папката, в която свидетелят помни; започнете нова (`--new`) само за свидетел, който още нищо не е заверил" },
        why: {
            en: "A witness that has forgotten what it cosigned would cosign another log under the same name. So it begins only when it is told to.",
            bg: "Свидетел, който е забравил какво е заверил, би заверил и друг дневник под същото име. Затова започва само ако му се каже.",
        }
    }
    WITNESS_BEGUN_ALREADY {
        code: "nomination/witness-begun-already",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the witness remembers here what it has seen, and does not begin anew", bg: "свидетелят вече помни тук какво е видял и не започва отначало" },
        help: { en: "go on without `--new`; another witness has a folder and a key of its own", bg: "продължете без `--new`; друг свидетел има своя папка и свой ключ" },
        why: {
            en: "To begin anew is to forget what was cosigned, and a witness that forgets vouches for nothing.",
            bg: "Ако започне отначало, ще забрави какво е заверил, а свидетел, който забравя, не гарантира нищо.",
        }
    }
    TRUST_UNKNOWN_LOG {
        code: "nomination/trust-unknown-log",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "no key of the log `{origin}` is known here", bg: "тук не е известен ключ на дневника `{origin}`" },
        help: { en: "if it is to be trusted, pin the key that its owner publishes", bg: "ако му имате доверие, добавете към доверените ключове този, който притежателят му публикува" },
        why: {
            en: "Anybody can sign under any name; only keys that are known beforehand tell whose checkpoint it is.",
            bg: "Всеки може да подпише под всякакво име; само предварително известните ключове показват чия е контролната точка.",
        }
    }
    TRUST_NOT_READ {
        code: "nomination/trust-not-read",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "line {line} of the trust policy cannot be read: {reason}", bg: "ред {line} от политиката за доверие не може да се прочете: {reason}" },
        help: { en: "write the logs and witnesses, then the groups of these, and last the quorum, a line each", bg: "напишете дневниците и свидетелите, после групите от тях и накрая кворума, всяко на отделен ред" },
        why: {
            en: "A policy has one form (c2sp.org/tlog-policy). A line that is skipped could be the witness that matters.",
            bg: "Политиката има само една форма (c2sp.org/tlog-policy). Пропуснатият ред може да е тъкмо решаващият свидетел.",
        }
    }
    TRUST_WRONG_TYPE {
        code: "nomination/trust-wrong-type",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the key `{key}` is not {expected}", bg: "ключът `{key}` не е {expected}" },
        help: { en: "ask its owner for the key of that type", bg: "поискайте от притежателя му ключа от този вид" },
        why: {
            en: "A log signs what it says, a witness what it has seen and when. The type tells them apart, so that neither signature passes for the other.",
            bg: "Дневникът подписва това, което твърди, а свидетелят – какво и кога е видял. Ключовете им се различават по вида, за да не мине единият подпис за другия.",
        }
    }
    TRUST_DUPLICATE_KEY {
        code: "nomination/trust-duplicate-key",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the key `{key}` is there already, perhaps under another name", bg: "ключът `{key}` вече е посочен, може би под друго име" },
        help: { en: "keep one of the two lines", bg: "оставете единия от двата реда" },
        why: {
            en: "One owner under two names would count twice, and could make a quorum alone.",
            bg: "Един притежател под две имена би се броил два пъти и би могъл сам да образува кворум.",
        }
    }
    TRUST_OWN_WITNESS {
        code: "nomination/trust-own-witness",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the witness `{witness}` is the log `{origin}` itself", bg: "свидетелят `{witness}` е самият дневник `{origin}`" },
        help: { en: "name witnesses that others run, with keys of their own", bg: "посочете свидетели, които се поддържат от други и имат собствени ключове" },
        why: {
            en: "A log that vouches for itself adds nothing to its signature; the quorum would count one more than there are.",
            bg: "Дневник, който сам гарантира за себе си, не добавя нищо към подписа си; в кворума би се броил един свидетел повече.",
        }
    }
    TRUST_QUORUM_NOT_MET {
        code: "nomination/trust-quorum-not-met",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "too few witnesses have cosigned the checkpoint; missing: {missing}", bg: "твърде малко свидетели са заверили контролната точка; липсват: {missing}" },
        help: { en: "ask the log for a checkpoint that its witnesses have cosigned, or wait until they have", bg: "поискайте от дневника контролна точка, заверена от свидетелите му, или изчакайте да я заверят" },
        why: {
            en: "Without its witnesses a log can show every reader another list of votes, each with a valid signature.",
            bg: "Без свидетелите си дневникът може да покаже на всеки читател друг списък с гласове, всеки с валиден подпис.",
        }
    }
}
