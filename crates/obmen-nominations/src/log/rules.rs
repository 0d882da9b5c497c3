//! `nomination/log-`: why a log, or what it signed, is not believed.

obmen::rules! {
    LOG_BAD_KEY {
        code: "nomination/log-bad-key",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "this is no key of a log or a witness: {reason}", bg: "това не е ключ на дневник или свидетел: {reason}" },
        help: { en: "give the key as its owner publishes it: `name+hash+base64`", bg: "дайте ключа, както го публикува притежателят му: `име+хеш+base64`" },
        why: {
            en: "A key has a name, and a hash that is of both. One that does not fit was cut, mistyped or exchanged, and would verify nothing.",
            bg: "Ключът има име и хеш, изчислен от двете. Ако хешът не съвпада, ключът е отрязан, сгрешен или подменен и с него нищо не може да се потвърди.",
        }
    }
    LOG_NOTE_NOT_READ {
        code: "nomination/log-note-not-read",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the signed note cannot be read: {reason}", bg: "подписаната бележка не може да се прочете: {reason}" },
        help: { en: "fetch it again, and keep every byte of it", bg: "изтеглете я отново и не променяйте нито един неин байт" },
        why: {
            en: "A note is a text, an empty line, and a line for each signature (c2sp.org/signed-note). What was signed is its bytes, so nothing is guessed.",
            bg: "Бележката е текст, празен ред и по един ред за всеки подпис (c2sp.org/signed-note). Подписани са байтовете ѝ, затова нищо не се отгатва.",
        }
    }
    LOG_NOT_SIGNED {
        code: "nomination/log-not-signed",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "no key that is known of `{key}` has signed this", bg: "никой от известните ключове на `{key}` не е подписал това" },
        help: { en: "ask the log for its own checkpoint; if it has handed over to another key, give that one too, as its site publishes it", bg: "поискайте от дневника собствената му контролна точка; ако той вече подписва с друг ключ, добавете и него, както го публикува сайтът му" },
        why: {
            en: "Signatures of keys that are not known beforehand say nothing, whatever name they bear.",
            bg: "Подписите с ключове, които не са известни предварително, не казват нищо, каквото и име да носят.",
        }
    }
    LOG_WRONG_SIGNATURE {
        code: "nomination/log-wrong-signature",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the signature of `{key}` is of something else", bg: "подписът на `{key}` не е за този текст" },
        help: { en: "do not use what it says; ask the log for its checkpoint again, and keep both", bg: "не използвайте съдържанието; поискайте от дневника контролната точка отново и запазете и двете" },
        why: {
            en: "The text was changed after it was signed, or somebody else signed it under this name.",
            bg: "Текстът е променен след подписването или някой друг го е подписал под това име.",
        }
    }
    LOG_CHECKPOINT_NOT_READ {
        code: "nomination/log-checkpoint-not-read",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the note is no checkpoint: {reason}", bg: "бележката не е контролна точка: {reason}" },
        help: { en: "sign the log's name, its size and its root, a line each", bg: "подпишете името на дневника, размера и корена му, всяко на отделен ред" },
        why: {
            en: "A checkpoint has one form (c2sp.org/tlog-checkpoint), so that two programs never read two trees in it.",
            bg: "Контролната точка има само една форма (c2sp.org/tlog-checkpoint), за да не прочетат две програми в нея две различни дървета.",
        }
    }
    LOG_OTHER_ORIGIN {
        code: "nomination/log-other-origin",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "this is of the log `{origin}`, and not of `{expected}`", bg: "това е от дневника `{origin}`, а не от `{expected}`" },
        help: { en: "verify each log with its own key", bg: "проверявайте всеки дневник със собствения му ключ" },
        why: {
            en: "A key vouches for the log of its name. Under another's name it could say what that log never did.",
            bg: "Ключът важи за дневника, чието име носи. Под чуждо име с него би могло да се каже нещо, което онзи дневник никога не е казвал.",
        }
    }
    LOG_PROOF_NOT_READ {
        code: "nomination/log-proof-not-read",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the proof cannot be read: {reason}", bg: "доказателството не може да се прочете: {reason}" },
        help: { en: "give the whole file as it was handed out", bg: "дайте целия файл, както е получен" },
        why: {
            en: "A proof has one form (c2sp.org/tlog-proof): the entry's index, the hashes beside its path, and the signed checkpoint.",
            bg: "Доказателството има само една форма (c2sp.org/tlog-proof): номера на записа, съседните хешове по пътя му и подписаната контролна точка.",
        }
    }
    LOG_NOT_INCLUDED {
        code: "nomination/log-not-included",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the proof does not show this entry at place {index} of {size}", bg: "доказателството не показва този запис на място {index} от {size}" },
        help: { en: "give the entry's bytes as they were recorded, and the proof of that entry", bg: "дайте байтовете на записа, както са в дневника, и доказателството за същия запис" },
        why: {
            en: "The hashes of a proof lead from one entry at one place to the root that the log has signed, and from no other.",
            bg: "Хешовете на едно доказателство водят от един запис на едно място до корена, подписан от дневника, и от никой друг.",
        }
    }
    LOG_INCONSISTENT {
        code: "nomination/log-inconsistent",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the proof does not show that the log of {size} {size|entry|entries} extends the checkpoint of {older}", bg: "доказателството не показва, че дневникът с {size} {size|запис|записа} продължава контролната точка за {older}" },
        help: { en: "give the proof from the older checkpoint to the newer one; if it fails again, keep both and show them to the log's partners", bg: "дайте доказателството от по-старата контролна точка до по-новата; ако пак не стане, запазете и двете и ги покажете на партньорите на дневника" },
        why: {
            en: "A log only adds. Where a newer checkpoint does not begin with all that an older one covers, an entry was altered, removed or moved, or the log shows two lists of votes.",
            bg: "Дневникът само добавя. Ако по-новата контролна точка не започва с всичко, което обхваща по-старата, запис е променен, изваден или преместен или дневникът показва два списъка с гласове.",
        }
    }
    LOG_BAD_ENTRY {
        code: "nomination/log-bad-entry",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "line {line} of the log breaks the rule `{rule}`", bg: "ред {line} от дневника нарушава правилото `{rule}`" },
        help: { en: "look at the line; fetch the log again if it was cut on its way", bg: "вижте реда; изтеглете дневника отново, ако е отрязан по пътя" },
        why: {
            en: "Every line of a log is an entry in its one form. A line that is none cannot be counted, and what follows it cannot be placed.",
            bg: "Всеки ред от дневника е запис в единствената допустима форма. Ред, който не е такъв, не може да се брои, а на следващите не може да се определи мястото.",
        }
    }
    LOG_FOREIGN_ENTRY {
        code: "nomination/log-foreign-entry",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "line {line} is an entry of the log `{origin}`, and not of `{expected}`", bg: "ред {line} е запис от дневника `{origin}`, а не от `{expected}`" },
        help: { en: "keep each log in a file of its own", bg: "пазете всеки дневник в отделен файл" },
        why: {
            en: "An entry names its log. One that was carried over from another would count twice.",
            bg: "Във всеки запис пише от кой дневник е. Пренесен в друг, той би се броил два пъти.",
        }
    }
    LOG_OUT_OF_ORDER {
        code: "nomination/log-out-of-order",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "line {line} has the entry {seq}, and entry {expected} comes later", bg: "на ред {line} стои запис {seq}, а запис {expected} идва по-късно" },
        help: { en: "fetch the log again; if it stays so, entries were moved", bg: "изтеглете дневника отново; ако остане така, записи са разместени" },
        why: {
            en: "Entries are numbered from 0 in the order in which they were recorded, which decides what a void, a closing or an hour means.",
            bg: "Записите са номерирани от 0 по реда, в който са направени; от реда зависи какво значат анулирането, закриването и часът.",
        }
    }
    LOG_REMOVED_ENTRY {
        code: "nomination/log-removed-entry",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "line {line} has the entry {seq}, and entry {expected} is not there", bg: "на ред {line} стои запис {seq}, а запис {expected} липсва" },
        help: { en: "fetch the log again; if it stays so, an entry was taken out", bg: "изтеглете дневника отново; ако остане така, запис е изваден" },
        why: {
            en: "Entries are numbered from 0 without a gap, so that what is missing shows at its place.",
            bg: "Записите са номерирани от 0 без прекъсване, така че липсващото личи на мястото си.",
        }
    }
    LOG_MISNUMBERED_ENTRY {
        code: "nomination/log-misnumbered-entry",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "line {line} says that it is entry {seq}, and stands in the place of entry {expected}", bg: "записът на ред {line} е с номер {seq}, а стои на мястото на запис {expected}" },
        help: { en: "fetch the log again; if it stays so, the entry was altered, or put in the place of another", bg: "изтеглете дневника отново; ако остане така, записът е променен или поставен на мястото на друг" },
        why: {
            en: "An entry has its number inside what is signed. Nothing is missing here and nothing stands twice, so the number itself is wrong.",
            bg: "Номерът е част от подписания запис. Тук нищо не липсва и нищо не се повтаря, значи самият номер е грешен.",
        }
    }
    LOG_REPEATED_ENTRY {
        code: "nomination/log-repeated-entry",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "line {line} has the entry {seq} once more", bg: "на ред {line} отново стои запис {seq}" },
        help: { en: "fetch the log again; if it stays so, an entry was repeated, or a redacted line claims to be another entry", bg: "изтеглете дневника отново; ако остане така, запис е повторен или заличен ред се представя за друг запис" },
        why: {
            en: "No two entries have one number or one hash. What takes an entry back would not say which of the two it means.",
            bg: "Два записа нямат един и същ номер или хеш. Иначе не би било ясно кой от двата се анулира или оттегля.",
        }
    }
    LOG_TRUNCATED {
        code: "nomination/log-truncated",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the log has {lines} {lines|entry|entries}, and its checkpoint is of {size}", bg: "дневникът има {lines} {lines|запис|записа}, а контролната му точка е за {size}" },
        help: { en: "fetch the rest of the log; a checkpoint is signed for what has been written", bg: "изтеглете останалата част от дневника; контролната точка се подписва за вече записаното" },
        why: {
            en: "What a checkpoint covers must be there. Fewer entries are a log that was cut, or restored from an older copy.",
            bg: "Обхванатото от контролната точка трябва да е налице. По-малко записи значат, че дневникът е отрязан или възстановен от по-старо копие.",
        }
    }
    LOG_UNPROVEN {
        code: "nomination/log-unproven",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the log has {lines} {lines|entry|entries}, and its checkpoint is of only {size}", bg: "дневникът има {lines} {lines|запис|записа}, а контролната му точка е само за {size}" },
        help: { en: "use the log's newest checkpoint, or only the lines that this one covers", bg: "използвайте най-новата контролна точка или само редовете, които тази обхваща" },
        why: {
            en: "Nothing vouches yet for what stands beyond a checkpoint; the log may still sign something else.",
            bg: "За записите след контролната точка още нищо не гарантира; дневникът може да подпише и други.",
        }
    }
    LOG_OTHER_ROOT {
        code: "nomination/log-other-root",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the checkpoint is of other entries than the {size} of this log", bg: "контролната точка не е за записите в този дневник (общо {size}), а за други" },
        help: { en: "keep both, and compare with another copy of the log: one of them was altered", bg: "запазете и двете и сравнете с друго копие на дневника: едното е променено" },
        why: {
            en: "The root of a checkpoint is of all bytes of all entries. With another root an entry was altered, or the log shows different entries to different people.",
            bg: "Коренът в контролната точка зависи от всички байтове на всички записи. Щом е друг, някой запис е променен или дневникът показва различни записи на различни хора.",
        }
    }
}
