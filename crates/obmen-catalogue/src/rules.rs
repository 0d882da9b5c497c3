//! `catalogue/`: what no record shows alone.

obmen::rules! {
    DUPLICATE_ID {
        code: "catalogue/duplicate-id",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the id `{id}` is that of record {first} already", bg: "идентификаторът `{id}` вече е на запис {first}" },
        help: { en: "give each practice an id of its own, or keep only one of the two records", bg: "дайте на всяка практика свой идентификатор или оставете само единия от двата записа" },
        why: {
            en: "Links, nominations and translations name a practice by its id. Where two records have the same one, nobody can tell which of them is meant. The records are counted from 1 in the order of the register; the ids are compared as they are written.",
            bg: "Връзките, номинациите и преводите сочат практиката с нейния идентификатор. Когато два записа имат един и същ, никой не може да разбере кой от тях се има предвид. Записите се броят от 1 по реда им в регистъра; идентификаторите се сравняват така, както са написани.",
        }
    }
}
