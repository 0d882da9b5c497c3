//! Why the files of a log are not written on.

obmen::rules! {
    LOG_NOT_BEGUN {
        code: "nomination/log-not-begun",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "no log was begun here", bg: "тук не е започван дневник" },
        help: { en: "look for a slip in the name of the folder; begin a log (`--new`) only where its key has signed none yet", bg: "проверете дали името на папката не е сбъркано; започнете дневник (`--new`) само ако ключът му още не е подписвал друг" },
        why: {
            en: "Under a key that has signed a log already, another log is a second one under the same name: what follows does not count. So a log begins only when it is told to.",
            bg: "С ключ, който вече е подписвал дневник, новият би бил втори под същото име и следващото няма да се брои. Затова дневник започва само ако му се каже.",
        }
    }
    LOG_BEGUN_ALREADY {
        code: "nomination/log-begun-already",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "a log was begun here, and does not begin anew", bg: "тук вече е започнат дневник и той не започва отначало" },
        help: { en: "go on without `--new`; another log has a folder, a name and a key of its own", bg: "продължете без `--new`; друг дневник има своя папка, свое име и свой ключ" },
        why: {
            en: "To begin anew is to sign another tree where one has been seen: two logs under one name, of which what follows does not count.",
            bg: "Ако започне отначало, ще подпише друго дърво на мястото на вече видяното: два дневника под едно име, от които следващото няма да се брои.",
        }
    }
    LOG_LOCKED {
        code: "nomination/log-locked",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "another process has the log open", bg: "друг процес е отворил дневника" },
        help: { en: "wait until it ends, or stop it", bg: "изчакайте го да приключи или го спрете" },
        why: {
            en: "Two that write at once would give two entries one number, and sign two trees.",
            bg: "Два процеса, които пишат едновременно, биха дали един номер на два записа и биха подписали две дървета.",
        }
    }
    LOG_IO {
        code: "nomination/log-io",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "`{file}` cannot be read or written: {reason}", bg: "`{file}` не може да се прочете или запише: {reason}" },
        help: { en: "look after the disk and the rights on the folder, then start again", bg: "проверете диска и правата върху папката и стартирайте отново" },
        why: {
            en: "No vote is acknowledged before the disk has it.",
            bg: "Никой глас не се потвърждава, преди да е на диска.",
        }
    }
    LOG_POISONED {
        code: "nomination/log-poisoned",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the log takes nothing more since a write failed", bg: "дневникът не приема нищо повече след неуспешен запис на диска" },
        help: { en: "mend the disk, then open the log anew", bg: "оправете диска и отворете дневника отново" },
        why: {
            en: "After a failed write nobody knows what the disk holds until it is read again.",
            bg: "След неуспешен запис никой не знае какво има на диска, докато не се прочете отново.",
        }
    }
    LOG_DAMAGED {
        code: "nomination/log-damaged",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "`{file}` is not as it was written, by the rule `{rule}`", bg: "съдържанието на `{file}` не е такова, каквото е било записано, според правилото `{rule}`" },
        help: { en: "keep the folder as it is, and go on from the newest copy of it; nothing was changed", bg: "запазете папката такава, каквато е, и продължете от най-новото ѝ копие; нищо не е променено" },
        why: {
            en: "What a checkpoint covers was acknowledged and signed. To go on from less would lose votes, and show two logs under one name.",
            bg: "Обхванатото от контролна точка е потвърдено и подписано. Ако се продължи от по-малко записи, ще се изгубят гласове и под едно име ще се показват два дневника.",
        }
    }
    LOG_OTHER_KEY {
        code: "nomination/log-other-key",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "`{key}` is not the key of the log, which is `{expected}`", bg: "ключът на дневника не е `{key}`, а `{expected}`" },
        help: { en: "give the key that the log signs with; another comes into force only by an entry in the log", bg: "дайте ключа, с който дневникът подписва; друг влиза в сила само чрез запис в дневника" },
        why: {
            en: "Whoever follows a log knows its key, or learns the next one from the log itself. What any other has signed is believed by nobody.",
            bg: "Който следи дневник, знае ключа му или научава следващия от самия дневник. На подписаното с друг ключ никой не вярва.",
        }
    }
    LOG_RESTORED {
        code: "nomination/log-restored",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "a checkpoint of {seen} {seen|entry|entries} was seen, and this copy with {size} does not continue it", bg: "видяна е контролна точка за {seen} {seen|запис|записа}, а това копие с {size} не я продължава" },
        help: { en: "go on from the newest copy of the log; if there is none, begin another log under another name", bg: "продължете от най-новото копие на дневника; ако няма такова, започнете друг дневник с друго име" },
        why: {
            en: "A backup lacks what was recorded after it. To sign other entries where some have been seen shows two logs under one name, and what follows does not count.",
            bg: "В резервното копие липсва записаното след него. Ако на мястото на вече видени записи се подпишат други, под едно име ще се показват два дневника и следващото няма да се брои.",
        }
    }
    LOG_NOT_VOID {
        code: "nomination/log-not-void",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "no entry of this log voids `{leaf}`", bg: "в този дневник няма запис, с който `{leaf}` се анулира" },
        help: { en: "record the void first", bg: "първо запишете анулирането" },
        why: {
            en: "An entry that was erased cannot be counted any more. Only a void says so to everybody who has counted it.",
            bg: "Заличен запис вече не може да се брои. Само анулирането казва това на всички, които са го преброили.",
        }
    }
    NONCES_DAMAGED {
        code: "nomination/nonces-damaged",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the file `nonces` is not as it was written from line {line} on", bg: "от ред {line} нататък файлът `nonces` не е такъв, какъвто е бил записан" },
        help: { en: "put the file back as the last process left it, never an older copy; or take no votes until everything given out has expired, a day at most, and then open the log with `--forget-nonces`", bg: "върнете файла, какъвто го е оставил последният процес, никога по-старо копие; или не приемайте гласове, докато не изтече срокът на всичко дадено, най-много един ден, и тогава отворете дневника с `--forget-nonces`" },
        why: {
            en: "It says which answers, links and codes have been used. Without a line of it one of them could be used again.",
            bg: "В него пише кои отговори, връзки и кодове са използвани. Ако липсва ред, някой от тях би могъл да се използва отново.",
        }
    }
}
