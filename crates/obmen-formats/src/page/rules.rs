//! `page/`: what only the reader of a page can find.

obmen::rules! {
    NO_SECTION {
        code: "page/no-section",
        severity: Error,
        since: 1,
        judges: Machine,
        message: { en: "this is no page of an exchange: it has neither background, practice nor results", bg: "това не е страница на обмен: няма нито предистория, нито практика, нито резултати" },
        help: { en: "give the whole page, printed as text or saved as HTML, with its headings `Background`, `Practice`, `Results`", bg: "дайте цялата страница, отпечатана като текст или запазена като HTML, със заглавията `Предистория`, `Практика`, `Резултати`" },
        why: {
            en: "The reader knows a page by its headings, in English or Bulgarian, each on a line of its own. Without any of them it would have to guess what is a practice and what is the menu.",
            bg: "Четецът познава страницата по заглавията ѝ, на български или английски, всяко на отделен ред. Без нито едно от тях би трябвало да гадае кое е практиката и кое е менюто.",
        }
    }
    UNREAD_TEXT {
        code: "page/unread-text",
        severity: Warning,
        since: 1,
        judges: Machine,
        message: { en: "nothing was made of the text `{text}`", bg: "текстът `{text}` не беше използван" },
        help: { en: "put it into the field where it belongs, or leave it if it is the site's own", bg: "сложете го в полето, където му е мястото, или го оставете, ако е на самия сайт" },
        why: {
            en: "A line outside the sections that is neither known furniture of the site nor a field would otherwise be lost in silence.",
            bg: "Ред извън разделите, който не е нито позната част от сайта, нито поле, иначе би се загубил мълчаливо.",
        }
    }
    UNREAD_VALUE {
        code: "page/unread-value",
        severity: Warning,
        since: 1,
        judges: Machine,
        message: { en: "`{value}` could not be read", bg: "`{value}` не може да се разчете" },
        help: { en: "fill the field in by hand; dates are read as `15 August 2013` or `15.08.2013`, counts as digits", bg: "попълнете полето ръчно; датите се четат като `15 август 2013` или `15.08.2013`, броят като цифри" },
        why: {
            en: "The page has the field, but its value is no date or no count. It is left out of the record rather than guessed.",
            bg: "Страницата има това поле, но стойността му не е дата или не е брой. Тя се пропуска в записа, вместо да се гадае.",
        }
    }
}
