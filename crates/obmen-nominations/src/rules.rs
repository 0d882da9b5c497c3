//! `nomination/`: why a vote is not counted, or not yet.

obmen::rules! {
    CHALLENGE_TOO_LARGE {
        code: "nomination/challenge-too-large",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the answer has {size} bytes; at most {limit} are taken", bg: "отговорът е {size} байта; приемат се най-много {limit}" },
        help: { en: "send the challenge as it was given, with its solution and nothing else", bg: "изпратете задачата, както е получена, с решението ѝ и нищо друго" },
        why: {
            en: "The size is looked at first, so that a large answer costs nothing.",
            bg: "Размерът се проверява най-напред, за да не струва нищо дори голям отговор.",
        }
    }
    CHALLENGE_NOT_READ {
        code: "nomination/challenge-not-read",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the answer to the challenge cannot be read: {reason}", bg: "отговорът на задачата не може да се прочете: {reason}" },
        help: { en: "send the Base64 (RFC 4648, with padding) of the JSON with `challenge` and `solution`", bg: "изпратете JSON с `challenge` и `solution` в Base64 (RFC 4648, с допълване)" },
        why: {
            en: "An answer is JSON in Base64, as ALTCHA's protocol of version 2 has it.",
            bg: "Отговорът е JSON в Base64 по протокола на ALTCHA, версия 2.",
        }
    }
    CHALLENGE_UNKNOWN_FIELD {
        code: "nomination/challenge-unknown-field",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "`{field}` is no field of a challenge", bg: "`{field}` не е поле на задача" },
        help: { en: "send the challenge as it was given; parameters of other algorithms are not used here", bg: "изпратете задачата, както е получена; параметри на други алгоритми тук не се използват" },
        why: {
            en: "The signature covers the parameters that are known. One that is not known could mean something to one program and nothing to another.",
            bg: "Подписът обхваща познатите параметри. Непознат параметър би могъл да значи нещо за една програма и нищо за друга.",
        }
    }
    CHALLENGE_MISSING_FIELD {
        code: "nomination/challenge-missing-field",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the answer has no `{field}`", bg: "в отговора липсва `{field}`" },
        help: { en: "send the challenge as it was given, with its solution", bg: "изпратете задачата, както е получена, с решението ѝ" },
        why: {
            en: "Every field is part of what was signed or of what was found, so none can be guessed.",
            bg: "Всяко поле е част от подписаното или от намереното, затова никое не може да се отгатне.",
        }
    }
    CHALLENGE_DUPLICATE_FIELD {
        code: "nomination/challenge-duplicate-field",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "`{field}` stands twice in the answer", bg: "`{field}` стои два пъти в отговора" },
        help: { en: "send each field once", bg: "изпратете всяко поле веднъж" },
        why: {
            en: "Programs differ in which of two values they take. What was signed must be what is judged.",
            bg: "Едни програми вземат първата от две стойности, други – втората. Подписаното и проверяваното трябва да са едно и също.",
        }
    }
    CHALLENGE_FIELD_ORDER {
        code: "nomination/challenge-field-order",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "`{field}` stands before its place", bg: "`{field}` стои преди мястото си" },
        help: { en: "keep the fields in the order in which the challenge was given", bg: "запазете полетата в реда, в който е дадена задачата" },
        why: {
            en: "Nobody who solves a challenge has a reason to reorder it; who does is looking for two answers that are one.",
            bg: "Който решава задача, няма защо да размества полетата ѝ; който го прави, търси как един отговор да мине за два.",
        }
    }
    CHALLENGE_BAD_VALUE {
        code: "nomination/challenge-bad-value",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "`{field}` of the answer must be {expected}", bg: "`{field}` в отговора трябва да бъде {expected}" },
        help: { en: "send the challenge as it was given; the solution is `counter` and `derivedKey`", bg: "изпратете задачата, както е получена; решението е `counter` и `derivedKey`" },
        why: {
            en: "A challenge of obmen has a nonce, a salt and a key of known length and one of two algorithms: SHA-256 and PBKDF2 with it.",
            bg: "Задачата на obmen има nonce, сол и ключ с известна дължина и един от два алгоритъма: SHA-256 или PBKDF2 със SHA-256.",
        }
    }
    CHALLENGE_UPPER_CASE_HEX {
        code: "nomination/challenge-upper-case-hex",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "`{field}` is written in capital letters", bg: "`{field}` е с главни букви" },
        help: { en: "write hexadecimal digits in small letters", bg: "пишете шестнайсетичните цифри с малки букви" },
        why: {
            en: "The same bytes in other letters would look like another answer to whoever compares texts.",
            bg: "Същите байтове, изписани с други букви, биха изглеждали като друг отговор, когато се сравняват текстове.",
        }
    }
    CHALLENGE_KEY_SIGNATURE {
        code: "nomination/challenge-key-signature",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "a challenge that signs its key is not taken", bg: "задача, която подписва ключа си, не се приема" },
        help: { en: "give challenges without `keySignature`", bg: "давайте задачи без `keySignature`" },
        why: {
            en: "In that mode of ALTCHA the key is compared and not derived, so that one solved challenge serves whoever learns its key.",
            bg: "В този режим на ALTCHA ключът се сравнява, а не се извежда, така че една решена задача служи на всеки, който научи ключа ѝ.",
        }
    }
    CHALLENGE_EMPTY_PREFIX {
        code: "nomination/challenge-empty-prefix",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "a challenge with an empty prefix asks for no work", bg: "задача с празен префикс не изисква работа" },
        help: { en: "give challenges with the prefix `00`", bg: "давайте задачи с префикс `00`" },
        why: {
            en: "Every key begins with nothing, so the first try solves it.",
            bg: "На празен префикс отговаря всеки ключ, така че още първият опит решава задачата.",
        }
    }
    CHALLENGE_ZERO_COST {
        code: "nomination/challenge-zero-cost",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "a challenge of cost 0 asks for no work", bg: "задача с цена 0 не изисква работа" },
        help: { en: "give challenges of at least cost 1, or of what the policy says", bg: "давайте задачи с цена поне 1 или каквато определят правилата" },
        why: {
            en: "The cost is how often a key is hashed. Libraries differ in what they do for 0.",
            bg: "Цената е колко пъти се хешира ключът. При 0 различните библиотеки правят различни неща.",
        }
    }
    CHALLENGE_WITHOUT_EXPIRY {
        code: "nomination/challenge-without-expiry",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "a challenge without a time of expiry is not taken", bg: "задача без краен срок не се приема" },
        help: { en: "give challenges with `expiresAt`, in seconds since 1970", bg: "давайте задачи с `expiresAt`, в секунди от началото на 1970 година" },
        why: {
            en: "Absent or 0 means to ALTCHA that a challenge never expires: it could be solved in store and used on the last day.",
            bg: "За ALTCHA липсващ или нулев срок значи, че задачата не изтича никога: би могла да се реши предварително и да се използва в последния ден.",
        }
    }
    CHALLENGE_TOO_LONG_LIVED {
        code: "nomination/challenge-too-long-lived",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the challenge expires in {seconds} seconds; at most {limit} are taken", bg: "задачата изтича след {seconds} секунди; приемат се най-много {limit}" },
        help: { en: "give challenges for at most ten minutes, and set the clocks of the site's machines", bg: "давайте задачи за най-много десет минути и сверете часовниците на машините на сайта" },
        why: {
            en: "A used nonce is remembered until its challenge expires. The limit bounds that memory, and how many solutions can be kept in store.",
            bg: "Използваният nonce се помни, докато задачата изтече. Краткият срок ограничава и тази памет, и броя на решенията, които могат да се пазят в запас.",
        }
    }
    CHALLENGE_COUNTER {
        code: "nomination/challenge-counter",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the counter is no whole number from 0 to 4294967295", bg: "броячът не е цяло число от 0 до 4294967295" },
        help: { en: "send the counter that was found", bg: "изпратете намерения брояч" },
        why: {
            en: "The counter is hashed as four bytes. A larger one would be cut off to another's.",
            bg: "Броячът се хешира като четири байта. По-голям би бил отрязан и би съвпаднал с друг.",
        }
    }
    CHALLENGE_UNDERIVED_KEY {
        code: "nomination/challenge-underived-key",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the key is not derived from the challenge and the counter", bg: "ключът не е изведен от задачата и брояча" },
        help: { en: "send the counter and the key that were found", bg: "изпратете намерените брояч и ключ" },
        why: {
            en: "The work is to derive keys until one fits. A key that anybody could have written shows no work.",
            bg: "Работата е да се извеждат ключове, докато някой отговори на условието. Ключ, който всеки би могъл просто да напише, не доказва работа.",
        }
    }
    CHALLENGE_NO_WORK {
        code: "nomination/challenge-no-work",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the key does not begin as the challenge asks", bg: "ключът не започва така, както изисква задачата" },
        help: { en: "count the counter up from 0 until the key begins with `keyPrefix`", bg: "увеличавайте брояча от 0, докато ключът започне с `keyPrefix`" },
        why: {
            en: "Every counter gives a key; only about one in 256 gives one that begins with `00`. Libraries have forgotten to look.",
            bg: "Всеки брояч дава ключ, но само около един на 256 дава такъв, който започва с `00`. Имало е библиотеки, които забравят да проверят това.",
        }
    }
    TOKEN_NOT_READ {
        code: "nomination/token-not-read",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "this is no link or code of this exchange", bg: "това не е връзка или код на този обмен" },
        help: { en: "use the whole link as it was sent", bg: "използвайте цялата връзка, както е изпратена" },
        why: {
            en: "A token has a key's id, its content and a signature, divided by dots.",
            bg: "Токенът се състои от име на ключ, съдържание и подпис, разделени с точки.",
        }
    }
    WRONG_CODE {
        code: "nomination/wrong-code",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the code is not the one that was shown or sent", bg: "това не е кодът, който беше показан или изпратен" },
        help: { en: "ask for a new code; each one can be tried once", bg: "поискайте нов код; всеки код може да се въведе само веднъж" },
        why: {
            en: "The first attempt uses a code up, right or wrong, so that codes cannot be guessed by trying.",
            bg: "Първият опит изразходва кода, верен или не, така че кодовете не могат да се налучкват.",
        }
    }
    OTHER_SITE {
        code: "nomination/other-site",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "this was given out by another site", bg: "това е дадено от друг сайт" },
        help: { en: "vote on the site that gave it", bg: "гласувайте на сайта, който го е дал" },
        why: {
            en: "What proves a person or work to one site is not taken by another, or one solution would serve at all of them.",
            bg: "Доказаното пред един сайт не важи пред друг, иначе едно решение би служило навсякъде.",
        }
    }
    OTHER_PRACTICE {
        code: "nomination/other-practice",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "this was given out for another practice", bg: "това е дадено за друга практика" },
        help: { en: "ask again for this practice", bg: "поискайте ново за тази практика" },
        why: {
            en: "Each vote is proven for its own practice.",
            bg: "Всеки глас се доказва за своята практика.",
        }
    }
    OTHER_EDITION {
        code: "nomination/other-edition",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "this was given out for another edition", bg: "това е дадено за друго издание" },
        help: { en: "ask again in this edition", bg: "поискайте ново в това издание" },
        why: {
            en: "An edition is named with the hash of its policy: what was given out under other rules is not taken under these.",
            bg: "В името на изданието влиза хешът на правилата му: даденото при други правила не се приема при тези.",
        }
    }
    OTHER_ACTION {
        code: "nomination/other-action",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "this was given out for another purpose", bg: "това е дадено за друга цел" },
        help: { en: "ask again for what you want to do", bg: "поискайте ново за това, което искате да направите" },
        why: {
            en: "Asking for a message and casting a vote are two acts, each with a proof of its own.",
            bg: "Искането на съобщение и гласуването са две действия, всяко със свое доказателство.",
        }
    }
    EXPIRED {
        code: "nomination/expired",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "this expired {seconds} {seconds|second|seconds} ago", bg: "срокът изтече преди {seconds} {seconds|секунда|секунди}" },
        help: { en: "ask for a new one", bg: "поискайте ново" },
        why: {
            en: "What is good for a short time only cannot be collected and used at once.",
            bg: "Каквото важи кратко, не може да се трупа и после да се използва наведнъж.",
        }
    }
    UNKNOWN_KEY {
        code: "nomination/unknown-key",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "no key of the id `{key}` is known here", bg: "тук няма ключ с име `{key}`" },
        help: { en: "ask for a new one; whoever runs the site keeps the key before the current one for as long as what it signed is good", bg: "поискайте ново; сайтът пази предишния ключ, докато важи издаденото с него" },
        why: {
            en: "Keys change. Only the current one and the one before it are looked at.",
            bg: "Ключовете се сменят. Проверяват се само текущият и предишният.",
        }
    }
    BAD_SIGNATURE {
        code: "nomination/bad-signature",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the signature does not fit", bg: "подписът не е верен" },
        help: { en: "send what was given, unchanged", bg: "изпратете полученото без промяна" },
        why: {
            en: "The signature covers everything that was given out. Something in it was changed, or this site never gave it.",
            bg: "Подписът обхваща всичко, което е дадено. Нещо в него е променено или този сайт никога не го е давал.",
        }
    }
    REPLAYED {
        code: "nomination/replayed",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "this has been used already", bg: "това вече е използвано" },
        help: { en: "ask for a new one for each vote", bg: "поискайте ново за всеки глас" },
        why: {
            en: "One solution or one link is one attempt. It is used up before the costly part of its check, so that it cannot be sent twice at once.",
            bg: "Едно решение или една връзка стига за един опит. Отбелязва се като използвано преди скъпата част от проверката, за да не може да се изпрати два пъти едновременно.",
        }
    }
    NONCES_FULL {
        code: "nomination/nonces-full",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "too many votes are being cast at once", bg: "подават се твърде много гласове едновременно" },
        help: { en: "try again in some minutes", bg: "опитайте отново след няколко минути" },
        why: {
            en: "What has been used is remembered until it expires, in a store of bounded size. When it is full, nothing is taken that could have been used before.",
            bg: "Използваното се помни до изтичането му, в хранилище с ограничен размер. Когато то се напълни, не се приема нищо, което може вече да е използвано.",
        }
    }
    REQUEST_TOO_LARGE {
        code: "nomination/request-too-large",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the request has {size} bytes; at most {limit} are taken", bg: "заявката е {size} байта; приемат се най-много {limit}" },
        help: { en: "send the fields of the class, as they were given out", bg: "изпратете полетата на класа, както са получени" },
        why: {
            en: "The size is looked at first, so that a large request costs nothing.",
            bg: "Размерът се проверява най-напред, за да не струва нищо дори голяма заявка.",
        }
    }
    REQUEST_NOT_READ {
        code: "nomination/request-not-read",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the request cannot be read: {reason}", bg: "заявката не може да се прочете: {reason}" },
        help: { en: "send an object of JSON with `practice`, `class` and what proves the class", bg: "изпратете JSON обект с `practice`, `class` и доказателството за класа" },
        why: {
            en: "A request is one object of JSON: it says what is voted for, and how it is proven who votes.",
            bg: "Заявката е един JSON обект: в него пише за какво се гласува и как се доказва кой гласува.",
        }
    }
    REQUEST_MISSING_FIELD {
        code: "nomination/request-missing-field",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the request has no `{field}`", bg: "в заявката липсва `{field}`" },
        help: { en: "send every field that its class needs", bg: "изпратете всички полета, нужни за класа ѝ" },
        why: {
            en: "Each class is proven by fields of its own, and all of them are needed.",
            bg: "Всеки клас се доказва със свои полета и всички те са нужни.",
        }
    }
    REQUEST_UNKNOWN_FIELD {
        code: "nomination/request-unknown-field",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the request has no place for `{field}`", bg: "в заявката няма място за `{field}`" },
        help: { en: "leave it out; what the site knows of a voter never stands in the request", bg: "махнете го; това, което сайтът знае за гласуващия, никога не стои в заявката" },
        why: {
            en: "A field that is not looked at would make believe that it counts. Who the person is, whether they are a member and where they came from is said by the site, since a visitor could write anything.",
            bg: "Поле, което не се взема предвид, би създало впечатление, че има значение. Кой е човекът, дали е участник и откъде идва, казва сайтът, защото посетителят би могъл да напише каквото и да е.",
        }
    }
    REQUEST_DUPLICATE_FIELD {
        code: "nomination/request-duplicate-field",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the request has `{field}` twice", bg: "в заявката `{field}` стои два пъти" },
        help: { en: "send each field once", bg: "изпратете всяко поле веднъж" },
        why: {
            en: "Of two values one program takes the first and another the last.",
            bg: "От две стойности една програма взема първата, а друга – последната.",
        }
    }
    REQUEST_BAD_VALUE {
        code: "nomination/request-bad-value",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "`{field}` of the request must be {expected}", bg: "`{field}` в заявката трябва да бъде {expected}" },
        help: { en: "correct `{field}`", bg: "поправете `{field}`" },
        why: {
            en: "What stands there instead is not repeated, since it may be the identity of a voter.",
            bg: "Подадената стойност не се повтаря тук, защото може да издаде самоличността на гласуващ.",
        }
    }
    NOT_IDENTIFIED {
        code: "nomination/not-identified",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the site has not identified the person", bg: "сайтът не е идентифицирал лицето" },
        help: { en: "let the site identify the person first, or vote by another class", bg: "нека сайтът първо идентифицира лицето, или гласувайте с друг клас" },
        why: {
            en: "A vote by electronic identification counts for the person whom the site has identified, and not for whom the visitor names.",
            bg: "Глас с електронна идентификация се брои за лицето, което сайтът е идентифицирал, а не за онова, което посочи посетителят.",
        }
    }
    BAD_SUBJECT {
        code: "nomination/bad-subject",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the voter's identity has {size} bytes, and must have {least} to {most}", bg: "идентификаторът на гласуващия е {size} байта, а трябва да бъде от {least} до {most}" },
        help: { en: "give a first-party token of at least 16 bytes of chance, or the identity as the identification gives it", bg: "дайте издаден от сайта токен с поне 16 случайни байта или идентификатора, както го дава идентификацията" },
        why: {
            en: "Two voters of one identity count as one. A short token would be shared by chance or guessed.",
            bg: "Двама гласуващи с един и същ идентификатор се броят за един. Къс токен би съвпаднал случайно или би бил отгатнат.",
        }
    }
    BAD_KEY {
        code: "nomination/bad-key",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the key `{key}` cannot be used: {reason}", bg: "ключът `{key}` не може да се използва: {reason}" },
        help: { en: "make keys with `obmen nominate keygen`, and change them with `obmen nominate rekey`", bg: "създавайте ключове с `obmen nominate keygen` и ги сменяйте с `obmen nominate rekey`" },
        why: {
            en: "All that a site proves rests on its keys. Passwords and short keys are guessed; one key in two places, or two of one name, would let one thing pass for another.",
            bg: "Всичко, което сайтът доказва, се крепи на ключовете му. Паролите и късите ключове се отгатват; един ключ на две места или два с едно и също име биха позволили едно нещо да мине за друго.",
        }
    }
    KEYS_NOT_READ {
        code: "nomination/keys-not-read",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "these are no keys: see line {line}, column {column}", bg: "това не са ключове: вижте ред {line}, знак {column}" },
        help: { en: "give the text that `obmen nominate keygen` wrote, with `edition`, `site` and `scope`", bg: "дайте текста, който записва `obmen nominate keygen`, с `edition`, `site` и `scope`" },
        why: {
            en: "A file of keys is one object of JSON: the edition, and two lists, each with the current key and perhaps the one before. The message tells the place and not what stands there.",
            bg: "Файлът с ключове е един JSON обект: изданието и два списъка, във всеки от които са текущият ключ и евентуално предишният. Съобщението посочва мястото, но не и какво стои там.",
        }
    }
    KEYS_OF_OTHER_EDITION {
        code: "nomination/keys-of-other-edition",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the keys of the scope are of the edition `{edition}`, and the policy is of `{expected}`", bg: "ключовете на обхвата са за изданието `{edition}`, а правилата са за `{expected}`" },
        help: { en: "make the keys of the new edition with `obmen nominate rekey --edition`; all sites of the scope need the same", bg: "създайте ключове за новото издание с `obmen nominate rekey --edition`; на всички сайтове от обхвата са нужни същите" },
        why: {
            en: "The key that makes tags lives for one edition and its appeals. Used longer, it would join the votes of a person over the years.",
            bg: "Ключът, с който се правят етикетите, служи за едно издание и за обжалванията му. Използван по-дълго, той би свързал гласовете на един човек през годините.",
        }
    }
    KEYS_DESTROYED {
        code: "nomination/keys-destroyed",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the keys of the scope were destroyed after the edition `{edition}`", bg: "ключовете на обхвата са унищожени след изданието `{edition}`" },
        help: { en: "begin the next edition with `obmen nominate rekey --edition`", bg: "започнете следващото издание с `obmen nominate rekey --edition`" },
        why: {
            en: "When the appeals are over, nobody shall be able to find out who voted. Without the key no tag can be made again.",
            bg: "Когато обжалванията приключат, никой не бива да може да открие кой е гласувал. Без ключа нито един етикет не може да се направи отново.",
        }
    }
    APPEALS_OPEN {
        code: "nomination/appeals-open",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the votes of this edition can be disputed until {hour}", bg: "гласовете от това издание могат да се оспорват до {hour}" },
        help: { en: "destroy the keys of the scope then, and not before", bg: "унищожете ключовете на обхвата едва тогава" },
        why: {
            en: "Without the key nobody can show that a vote is or is not a person's own, and no appeal can be judged.",
            bg: "Без ключа никой не може да покаже дали един глас е на даден човек, и нито едно обжалване не може да се реши.",
        }
    }
    REKEYED {
        code: "nomination/rekeyed",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the keys of the site were changed while the vote was on its way", bg: "ключовете на сайта са сменени, докато гласът е бил на път" },
        help: { en: "vote again", bg: "гласувайте отново" },
        why: {
            en: "A tag that was made by the keys of before might not be found again, and the person could vote twice.",
            bg: "Етикет, направен с предишните ключове, може да не бъде намерен отново и човекът би могъл да гласува два пъти.",
        }
    }
    CLOCK_BEHIND {
        code: "nomination/clock-behind",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the clock is {seconds} {seconds|second|seconds} behind the last entry", bg: "часовникът изостава с {seconds} {seconds|секунда|секунди} от последния запис" },
        help: { en: "set the clock of the machine; nothing is recorded with an hour before that of the last entry", bg: "сверете часовника на машината; нищо не се записва с час преди последния запис" },
        why: {
            en: "Clocks step back a little; more than five minutes means that the clock or the log is wrong, and votes would stand in a wrong hour.",
            bg: "Часовниците понякога се връщат малко назад; повече от пет минути значат, че часовникът или дневникът е сгрешен и гласовете биха се записали с грешен час.",
        }
    }
    NOT_OPEN_YET {
        code: "nomination/not-open-yet",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "this edition takes votes from {hour}", bg: "това издание приема гласове от {hour}" },
        help: { en: "come back when it has opened", bg: "върнете се, когато се открие" },
        why: {
            en: "Votes count in the hours that the policy names.",
            bg: "Гласовете се броят в часовете, посочени в правилата.",
        }
    }
    CLOSED {
        code: "nomination/closed",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "this edition took votes until {hour}", bg: "това издание приемаше гласове до {hour}" },
        help: { en: "look at the result, or vote in the next edition", bg: "вижте резултата или гласувайте в следващото издание" },
        why: {
            en: "Votes count in the hours that the policy names.",
            bg: "Гласовете се броят в часовете, посочени в правилата.",
        }
    }
    UNKNOWN_PRACTICE {
        code: "nomination/unknown-practice",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "no practice `{practice}` takes part here", bg: "тук не участва практика `{practice}`" },
        help: { en: "name the practice by its register and its key there, such as `flgr:20070736`", bg: "посочете практиката с регистъра и ключа ѝ в него, например `flgr:20070736`" },
        why: {
            en: "A vote for what does not exist would stand in the log for ever.",
            bg: "Глас за нещо, което не съществува, би останал в дневника завинаги.",
        }
    }
    PRACTICE_CLOSED {
        code: "nomination/practice-closed",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the practice `{practice}` takes no votes", bg: "практиката `{practice}` не приема гласове" },
        help: { en: "vote for one that does", bg: "гласувайте за практика, която приема гласове" },
        why: {
            en: "A practice that was withdrawn, or merged with another, keeps its votes and takes no new ones.",
            bg: "Практика, която е оттеглена или слята с друга, запазва гласовете си и не приема нови.",
        }
    }
    OWN_PRACTICE {
        code: "nomination/own-practice",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "who carried a practice out does not vote for it", bg: "който е осъществил практиката, не гласува за нея" },
        help: { en: "vote for the practices of others", bg: "гласувайте за практиките на другите" },
        why: {
            en: "Others nominate the best. The initiator and the partners of a practice are not its judges.",
            bg: "Най-доброто го номинират другите. Инициаторът и партньорите на една практика не са нейни съдии.",
        }
    }
    CLASS_NOT_TAKEN {
        code: "nomination/class-not-taken",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "votes of the class `{class}` are not taken in this edition", bg: "в това издание не се приемат гласове от клас `{class}`" },
        help: { en: "use {taken}", bg: "използвайте {taken}" },
        why: {
            en: "The policy says how strongly a vote must be proven.",
            bg: "Правилата определят колко силно да е доказателството за един глас.",
        }
    }
    TOO_MANY {
        code: "nomination/too-many",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "too many attempts from here in this hour", bg: "твърде много опити оттук през този час" },
        help: { en: "try again in the next hour", bg: "опитайте отново през следващия час" },
        why: {
            en: "A limit for each caller slows programs down. It goes by the network of the caller and never by the site, so that a busy site locks nobody out.",
            bg: "Ограничението за всеки подател забавя автоматичните програми. То е за мрежата на подателя и никога за сайта, така че и натоварен сайт не спира никого.",
        }
    }
    DUPLICATE {
        code: "nomination/duplicate",
        severity: Hint,
        since: 2,
        judges: Machine,
        message: { en: "you have voted for this practice already", bg: "вече сте гласували за тази практика" },
        help: { en: "nothing needs to be done: the vote counts once", bg: "не е нужно да правите нищо: гласът се брои веднъж" },
        why: {
            en: "A person counts once for each practice in an edition. A vote of the same or a weaker proof changes nothing; a stronger one is recorded. It is told only to whoever proved the identity.",
            bg: "В едно издание всеки се брои веднъж за всяка практика. Глас със същото или с по-слабо доказателство не променя нищо; глас с по-силно се записва. Това се казва само на онзи, който е доказал самоличността си.",
        }
    }
    UNCONFIRMED {
        code: "nomination/unconfirmed",
        severity: Hint,
        since: 2,
        judges: Machine,
        message: { en: "the vote counts once the link or the code that was sent is used", bg: "гласът ще се брои, след като се използва изпратената връзка или изпратеният код" },
        help: { en: "open the message and use the link or the code within {minutes} {minutes|minute|minutes}", bg: "отворете съобщението и използвайте връзката или кода в срок до {minutes} {minutes|минута|минути}" },
        why: {
            en: "An address proves nothing until its owner answers. The answer here is the same for every address, so that nobody learns who has voted.",
            bg: "Адресът не доказва нищо, докато притежателят му не отговори. Отговорът тук е един и същ за всеки адрес, за да не научи никой кой е гласувал.",
        }
    }
    UNKNOWN_VOTE {
        code: "nomination/unknown-vote",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "this log holds no vote `{leaf}`, or no longer", bg: "в този дневник няма или вече няма глас `{leaf}`" },
        help: { en: "give the vote as its receipt has it, to the site that took it; what was taken back stays so", bg: "дайте гласа, както е в разписката, на сайта, който го е приел; отмененият глас си остава отменен" },
        why: {
            en: "A site takes back only what its own log holds, by the hash of all its bytes. What was voided is no vote any more; what was withdrawn the site may still void, so that it can be erased.",
            bg: "Сайтът отменя само глас от собствения си дневник, по хеша на всичките му байтове. Анулираният глас вече не е глас; оттегления сайтът още може да анулира, за да бъде заличен.",
        }
    }
    WRONG_WITHDRAWAL {
        code: "nomination/wrong-withdrawal",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "this is not the secret by which the vote can be taken back", bg: "това не е тайната, с която гласът може да се оттегли" },
        help: { en: "give the `withdrawal` of the vote's own receipt", bg: "дайте `withdrawal` от разписката на самия глас" },
        why: {
            en: "A vote holds the hash of a secret that only its voter was given. Whoever has it is the voter, and nobody else can take the vote back in the voter's name.",
            bg: "В гласа е записан хешът на тайна, която е дадена само на гласувалия. Който я има, той е гласувалият; никой друг не може да оттегли гласа от негово име.",
        }
    }
    STILL_OPEN {
        code: "nomination/still-open",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "this edition takes votes until {hour}", bg: "това издание приема гласове до {hour}" },
        help: { en: "record the result when the edition is over", bg: "запишете резултата, когато изданието приключи" },
        why: {
            en: "What is recorded as the result must be of all votes.",
            bg: "Записаното като резултат трябва да обхваща всички гласове.",
        }
    }
}
