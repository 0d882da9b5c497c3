//! Whatever is handed in where votes are taken is answered; an entry that is read is written as the same bytes; and
//! nothing that was not made by the site passes for its own.
#![no_main]

use libfuzzer_sys::fuzz_target;
use obmen::check::Language;
use obmen::nomination::{Entry, Policy};
use obmen_nominations::{Action, Answer, Binding, KeyFile, Known, Purpose, Refusal, Request, Ring, Secret, Token, search};

const NOW: u64 = 1_772_442_000;

fn told(refusal: &Refusal) {
    for language in [Language::En, Language::Bg] {
        assert!(!refusal.message(language).is_empty() && !refusal.to_json(language).is_empty());
    }
}

fuzz_target!(|bytes: &[u8]| {
    if let Ok(entry) = Entry::read(bytes) {
        assert_eq!(entry.to_json().as_bytes(), bytes);
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Ok(policy) = Policy::read(text) {
        assert!(policy.check().is_ok());
    }
    let ring = Ring::new(Secret::new("site-1", &std::array::from_fn::<u8, 32, _>(|at| at as u8)).unwrap());
    let binding = Binding {
        site: "obmen.example.bg",
        practice: "flgr:20070736",
        edition: "2026-spring",
        action: Action::Vote,
    };
    told(&Answer::read(text, &binding, &ring, NOW).expect_err("nobody has the key"));
    for purpose in [Purpose::Typed, Purpose::EmailLink, Purpose::EmailCode] {
        let token = Token::read(text, purpose, binding.practice, binding.edition, b"", &ring, NOW);
        told(&token.expect_err("nobody has the key"));
    }
    // The text behind the Base64 is where the reader of answers has most to do.
    let encoded = data_encoding::BASE64.encode(bytes);
    told(&Answer::read(&encoded, &binding, &ring, NOW).expect_err("nobody has the key"));
    let handed_in = [
        Request::read(text).err(),
        Request::read_with_known(text).err(),
        Known::read(text).err(),
    ];
    handed_in.iter().flatten().for_each(told);
    match KeyFile::read(text) {
        Ok(file) => assert_eq!(KeyFile::read(&file.text()).unwrap().text(), file.text()),
        Err(refusal) => told(&refusal),
    }
    if let Err(refusal) = search(text) {
        told(&refusal);
    }
});
