//! `nomination/tally-`: what does not count, and why; and what a sum does not say.

obmen::rules! {
    TALLY_SUPERSEDED {
        code: "nomination/tally-superseded",
        severity: Hint,
        since: 2,
        judges: Machine,
        message: { en: "vote {seq} of `{origin}` is of a person whose vote {other} of `{site}` counts", bg: "глас {seq} от `{origin}` е на човек, чийто глас {other} от `{site}` се брои" },
        help: { en: "nothing is to be done: a person may vote at several sites, and more strongly later", bg: "не е нужно да правите нищо: човек може да гласува на няколко сайта, а по-късно и с по-силно доказателство" },
        why: {
            en: "A person counts once for a practice in an edition. Of several votes the final one counts, then the one with the stronger proof, then the earliest.",
            bg: "За една практика в едно издание човек се брои веднъж. От няколко гласа се брои окончателният, после този с по-силно доказателство, после най-ранният.",
        }
    }
    TALLY_VOIDED {
        code: "nomination/tally-voided",
        severity: Hint,
        since: 2,
        judges: Machine,
        message: { en: "entry {other} takes back vote {seq} of `{origin}`", bg: "глас {seq} от `{origin}` е анулиран със запис {other}" },
        help: { en: "look in the log for the reason that the entry gives", bg: "вижте в дневника причината, посочена в записа" },
        why: {
            en: "A log may take back its own votes, openly: by an entry that says which and why.",
            bg: "Дневникът може да анулира свои гласове, но открито: със запис, в който пише кой глас и защо.",
        }
    }
    TALLY_WITHDRAWN {
        code: "nomination/tally-withdrawn",
        severity: Hint,
        since: 2,
        judges: Machine,
        message: { en: "the voter withdrew vote {seq} of `{origin}` by entry {other} of `{site}`", bg: "гласувалият е оттеглил глас {seq} от `{origin}` със запис {other} от `{site}`" },
        help: { en: "nothing is to be done", bg: "не е нужно да правите нищо" },
        why: {
            en: "Whoever holds the secret of a vote may take it back. The site that took the vote records it; a tally follows such an entry in whichever log it stands.",
            bg: "Който има тайната на един глас, може да го оттегли. Записва го сайтът, който е приел гласа; при преброяването такъв запис важи, в който и дневник да стои.",
        }
    }
    TALLY_FORK {
        code: "nomination/tally-fork",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "entry {seq} of `{origin}` does not count: the log has shown two different entries at place {other}", bg: "запис {seq} от `{origin}` не се брои: дневникът е показал два различни записа на място {other}" },
        help: { en: "keep both copies with their checkpoints: they prove it; ask the site which of them it stands by, and its witnesses what they saw", bg: "запазете двете копия с контролните им точки: те са доказателството; попитайте сайта кое от тях признава, а свидетелите му – какво са видели" },
        why: {
            en: "A log is one for everybody. Where it signed two histories, neither can be believed from there on.",
            bg: "Дневникът е един за всички. Щом е подписал две истории, оттам нататък не може да се вярва на нито една.",
        }
    }
    TALLY_AFTER_CLOSING {
        code: "nomination/tally-after-closing",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "vote {seq} of `{origin}` stands after entry {other}, which closed its edition", bg: "глас {seq} от `{origin}` стои след запис {other}, с който изданието му е закрито" },
        help: { en: "record votes before the edition is closed", bg: "записвайте гласовете, преди изданието да се закрие" },
        why: {
            en: "The closing entry says what the edition came to. A vote after it would change that.",
            bg: "Записът за закриването казва с какъв резултат е завършило изданието. Глас след него би го променил.",
        }
    }
    TALLY_BACKDATED {
        code: "nomination/tally-backdated",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "vote {seq} of `{origin}` bears an hour before that of entry {other}, which closed its edition, and stands after it", bg: "глас {seq} от `{origin}` е с час преди този на запис {other}, с който изданието му е закрито, а стои след него" },
        help: { en: "ask the site how the vote came there; a log's hours never go back", bg: "попитайте сайта как гласът се е озовал там; часовете в дневника не вървят назад" },
        why: {
            en: "A vote that was slipped in after the closing can bear any hour; its place in the log cannot be chosen.",
            bg: "Глас, вмъкнат след закриването, може да бъде с какъвто и да е час; мястото му в дневника не може да се избира.",
        }
    }
    TALLY_HOUR_BACK {
        code: "nomination/tally-hour-back",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "vote {seq} of `{origin}` bears an hour before that of entry {other}, which stands before it", bg: "глас {seq} от `{origin}` носи час преди този на запис {other}, който стои преди него" },
        help: { en: "ask the site how the vote came there; a log's hours never go back", bg: "попитайте сайта как гласът се е озовал там; часовете в дневника не вървят назад" },
        why: {
            en: "Of two votes of a person the earlier counts, and a policy takes votes until an hour. Whoever writes hours as they like decides both.",
            bg: "От два гласа на един човек се брои по-ранният, а правилата приемат гласове до определен час. Който пише часове по свое желание, решава и двете.",
        }
    }
    TALLY_SECOND_CLOSING {
        code: "nomination/tally-second-closing",
        severity: Warning,
        since: 2,
        judges: Machine,
        message: { en: "entry {seq} of `{origin}` closes an edition that entry {other} has closed", bg: "запис {seq} от `{origin}` закрива издание, което запис {other} вече е закрил" },
        help: { en: "hold to the first; ask the site why there is another", bg: "придържайте се към първия; попитайте сайта защо има втори" },
        why: {
            en: "A result that can be recorded anew is none. What changed after the closing is told of by the entries that changed it.",
            bg: "Резултат, който може да се запише наново, не е резултат. Промененото след закриването се вижда от записите, които са го променили.",
        }
    }
    TALLY_CLOSING_MISMATCH {
        code: "nomination/tally-closing-mismatch",
        severity: Warning,
        since: 2,
        judges: Machine,
        message: { en: "entry {seq} of `{origin}` closes `{edition}` with {stated} {stated|vote|votes}, and its result is not that of this count, which has {counted}", bg: "запис {seq} от `{origin}` закрива `{edition}` с {stated} {stated|глас|гласа}, а резултатът му не е този на настоящото преброяване, в което са {counted}" },
        help: { en: "count the logs of all sites, whole and by the edition's policy; if the results still differ, look for what was taken back since, and ask the site", bg: "пребройте дневниците на всички сайтове, цели и по правилата на изданието; ако резултатите пак се различават, вижте какво е анулирано или оттеглено след това и попитайте сайта" },
        why: {
            en: "The closing entry stands for the counts once the key of the scope is gone. Whoever can count again sees whether it tells the truth.",
            bg: "Закриващият запис замества преброяването, след като ключът на обхвата е унищожен. Който може да преброи наново, вижда дали записът е верен.",
        }
    }
    TALLY_OUTSIDE_POLICY {
        code: "nomination/tally-outside-policy",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "vote {seq} of `{origin}` has a class, a scope or an hour that the policy of its edition does not allow", bg: "глас {seq} от `{origin}` има клас, обхват или час, които правилата на изданието му не допускат" },
        help: { en: "ask the site how it was admitted", bg: "попитайте сайта как е бил приет гласът" },
        why: {
            en: "The edition names its policy by the hash. A vote that this policy would have refused was not admitted by it.",
            bg: "Изданието посочва правилата си чрез хеша им. Глас, който те не биха допуснали, не е приет по тях.",
        }
    }
    TALLY_REDACTED {
        code: "nomination/tally-redacted",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "entry {seq} of `{origin}` was redacted, and no entry voids it", bg: "запис {seq} от `{origin}` е заличен, а не е анулиран с друг запис" },
        help: { en: "look for another copy of the log; ask the site to void the vote or to give the entry", bg: "потърсете друго копие на дневника; поискайте от сайта да анулира гласа или да предостави записа" },
        why: {
            en: "Only what was voided may be forgotten. Else a site could make any vote unreadable.",
            bg: "Може да се забрави само анулираното. Иначе сайтът би могъл да направи нечетим всеки глас.",
        }
    }
    TALLY_VOID_NOT_OWN {
        code: "nomination/tally-void-not-own",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "entry {seq} of `{origin}` voids what is no vote of that log", bg: "със запис {seq} от `{origin}` се анулира нещо, което не е глас от същия дневник" },
        help: { en: "void a vote in the log that it stands in; in any other only the voter's withdrawal is followed", bg: "анулирайте гласа в дневника, в който стои; в друг важи само оттегляне от гласувалия" },
        why: {
            en: "Each log answers for its own votes. If any could void another's, one site could empty all.",
            bg: "Всеки дневник отговаря за своите гласове. Ако можеше да анулира и чужди, един сайт би могъл да изпразни всички дневници.",
        }
    }
    TALLY_TAKEN_BACK_EARLY {
        code: "nomination/tally-taken-back-early",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "entry {seq} of `{origin}` takes back vote {other}, which comes only after it", bg: "със запис {seq} от `{origin}` се отменя глас {other}, който идва едва след него" },
        help: { en: "take a vote back after it was recorded", bg: "отменете гласа, след като е записан" },
        why: {
            en: "A vote that was taken back before it was cast is a vote that somebody prepared.",
            bg: "Глас, отменен още преди да е подаден, е подготвен от някого предварително.",
        }
    }
    TALLY_WRONG_TOKEN {
        code: "nomination/tally-wrong-token",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "entry {seq} of `{origin}` withdraws vote {other} of `{site}` with a secret that is not of that vote", bg: "оттеглянето на глас {other} от `{site}` със запис {seq} от `{origin}` е с тайна, която не е на този глас" },
        help: { en: "withdraw a vote with the secret that its receipt holds", bg: "оттеглете гласа с тайната от разписката му" },
        why: {
            en: "The secret was told to the voter alone. Without it anybody could take back anybody's vote.",
            bg: "Тайната е дадена само на гласувалия. Ако не беше нужна, всеки би могъл да оттегли чужд глас.",
        }
    }
    TALLY_TAKEN_BACK_ALREADY {
        code: "nomination/tally-taken-back-already",
        severity: Hint,
        since: 2,
        judges: Machine,
        message: { en: "entry {seq} of `{origin}` takes back vote {other} of `{site}`, which another entry takes back", bg: "със запис {seq} от `{origin}` се отменя глас {other} от `{site}`, който е отменен с друг запис" },
        help: { en: "nothing is to be done", bg: "не е нужно да правите нищо" },
        why: {
            en: "A vote is gone when it is taken back once. A void of what its voter has withdrawn lets the site erase it.",
            bg: "Гласът отпада с първата отмяна. Като анулира оттегления глас, сайтът може да го заличи.",
        }
    }
    TALLY_WITHDRAWAL_UNMATCHED {
        code: "nomination/tally-withdrawal-unmatched",
        severity: Warning,
        since: 2,
        judges: Machine,
        message: { en: "entry {seq} of `{origin}` withdraws a vote that none of these logs shows", bg: "със запис {seq} от `{origin}` се оттегля глас, който не се вижда в никой от тези дневници" },
        help: { en: "count the logs of all sites, each whole and with nothing redacted that is not void", bg: "пребройте дневниците на всички сайтове, всеки изцяло и без заличени записи, които не са анулирани" },
        why: {
            en: "A withdrawal may stand in another log than its vote. When the vote's log is counted too, the vote will be gone.",
            bg: "Оттеглянето може да стои в друг дневник, а не в този на гласа. Когато се преброи и дневникът на гласа, гласът няма да се брои.",
        }
    }
    TALLY_SEVERAL_SCOPES {
        code: "nomination/tally-several-scopes",
        severity: Warning,
        since: 2,
        judges: Machine,
        message: { en: "`{edition}` has votes of {scopes} scopes: the sum is one of votes, not of persons", bg: "в `{edition}` има гласове от {scopes} обхвата: сборът е на гласове, а не на хора" },
        help: { en: "say so wherever the sum is shown, or show each scope alone", bg: "кажете го навсякъде, където показвате сбора, или показвайте всеки обхват отделно" },
        why: {
            en: "Tags of different scopes are made with different keys, so nobody can see that a person voted in both.",
            bg: "Етикетите в различните обхвати са направени с различни ключове, затова никой не може да види, че един човек е гласувал и в двата.",
        }
    }
    TALLY_SEVERAL_POLICIES {
        code: "nomination/tally-several-policies",
        severity: Warning,
        since: 2,
        judges: Machine,
        message: { en: "`{edition}` is the name of {policies} editions with different policies, which are not summed", bg: "`{edition}` е име на {policies} издания с различни правила; гласовете им не се събират" },
        help: { en: "agree on one policy, to the byte, before an edition opens", bg: "договорете едни и същи правила, до последния байт, преди изданието да се открие" },
        why: {
            en: "A vote is worth what the policy demands of it. Where policies differ, a sum would compare what is not alike.",
            bg: "Гласът струва толкова, колкото изискват от него правилата. Където правилата се различават, сборът би смесил несравними неща.",
        }
    }
    TALLY_MISMATCH {
        code: "nomination/tally-mismatch",
        severity: Warning,
        since: 2,
        judges: Machine,
        message: { en: "the source states {stated} {stated|nomination|nominations} of `{practice}`, and the logs count {counted} in `{edition}`", bg: "източникът посочва {stated} {stated|номинация|номинации} за `{practice}`, а по дневниците са {counted} в `{edition}`" },
        help: { en: "show both, each with where it comes from; never add them up", bg: "показвайте и двете числа, всяко с произхода му; никога не ги събирайте" },
        why: {
            en: "A number on a page is a claim of its publisher; a count of the logs can be repeated by anybody.",
            bg: "Числото на една страница е твърдение на издателя ѝ; преброяването по дневниците може да бъде повторено от всеки.",
        }
    }
}
