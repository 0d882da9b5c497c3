//! The vectors of nominations as Rust runs them: a site is set up, and steps are taken one after another.

use data_encoding::BASE64;
use obmen::check::{Diagnostic, Language};
use obmen::nomination::{Entry, Policy};
use obmen_nominations::{
    Action, Admission, Decision, Identity, Keys, Limiter, Memory, Refusal, Request, edition,
    leaf_hash, normalise_email, solve,
};
use serde_json::{Value, json};

use crate::logs::{self, Log};

/// A site, and what its last steps gave.
struct Site<'a> {
    setup: &'a Value,
    admission: Admission<Memory>,
    challenge: String,
    answer: String,
    token: String,
    code: String,
    log: Log,
}

/// What a step gives: its line, and what was not taken.
type Given = (String, Vec<Refusal>);

/// Takes the steps, and returns a line of JSON for each, with words in a language, and a finding for each that was not
/// taken as it was meant.
///
/// # Panics
/// When the setup or a step is not of the form that `vectors/README.md` describes.
#[must_use]
pub fn run(setup: &Value, steps: &[Value], language: Language) -> (String, Vec<Diagnostic>) {
    let mut site = Site::new(setup);
    let (mut written, mut found) = (String::new(), Vec::new());
    for (place, step) in steps.iter().enumerate() {
        let (line, refusals) = site
            .step(place, step, language)
            .unwrap_or_else(|refusal| (refusal.to_json(language), vec![refusal]));
        written += &line;
        written.push('\n');
        for Refusal {
            rule, arguments, ..
        } in refusals
        {
            let pointer = format!("/{place}");
            found.push(Diagnostic::new(rule, rule.severity, pointer, arguments));
        }
    }
    (written, found)
}

/// The bytes that stand for chance: each step has its own, and anybody can count them.
fn chance<const N: usize>(place: usize) -> [u8; N] {
    std::array::from_fn(|at| u8::try_from((16 * place + at) % 256).unwrap())
}

impl<'a> Site<'a> {
    fn new(setup: &'a Value) -> Site<'a> {
        let policy = Policy::read(&setup["policy"].to_string()).unwrap();
        let keys = Keys::read(&setup["keys"].to_string()).unwrap();
        let nonces = setup["nonces"].as_u64().unwrap_or(1000);
        let store = Memory::new(usize::try_from(nonces).unwrap());
        let mut admission = Admission::new(text(setup, "site"), policy, keys, store).unwrap();
        for practice in setup["open"].as_array().unwrap() {
            admission.open(practice.as_str().unwrap()).unwrap();
        }
        for practice in setup["closed"].as_array().unwrap() {
            admission.close(practice.as_str().unwrap()).unwrap();
        }
        Site {
            setup,
            admission,
            challenge: String::new(),
            answer: String::new(),
            token: String::new(),
            code: String::new(),
            log: Log::new(setup),
        }
    }

    fn step(&mut self, place: usize, step: &Value, language: Language) -> Result<Given, Refusal> {
        let now = step.get("now").unwrap_or(&self.setup["now"]);
        let now = now.as_u64().unwrap();
        let given = match text(step, "do") {
            "entry" => {
                let line = text(step, "line").as_bytes();
                Entry::read(line)?;
                json!({ "leaf": leaf_hash(line) })
            }
            "policy" => {
                let policy = Policy::read(&step["policy"].to_string())?;
                json!({ "edition": edition(&policy) })
            }
            "keys" => {
                let keys = Keys::read(&step["keys"].to_string())?;
                json!({ "site": keys.site.current.id(), "scope": keys.scope.current.id() })
            }
            "rekey" => {
                self.admission.rekey(Keys::read(&step["keys"].to_string())?);
                json!({})
            }
            "address" => json!({ "address": normalise_email(text(step, "address"))? }),
            "tag" => {
                let voter = text(step, "voter");
                let identity = match text(step, "kind") {
                    "browser" => Identity::browser(voter),
                    "email" => Identity::email(voter),
                    _ => Identity::person(voter),
                }?;
                let keys = Keys::read(&self.setup["keys"].to_string())?;
                let (edition, practice) = (self.admission.edition(), text(step, "practice"));
                json!({ "tag": identity.tag(&keys.scope.current, edition, practice) })
            }
            "challenge" => {
                let action = match text(step, "action") {
                    "vote" => Action::Vote,
                    _ => Action::Confirm,
                };
                let practice = text(step, "practice");
                self.challenge = self
                    .admission
                    .challenge(practice, action, now, chance(place))?;
                json!({ "challenge": self.challenge })
            }
            "picture" => {
                let picture = self
                    .admission
                    .picture(text(step, "practice"), now, chance(place))?;
                (self.code, self.token) = (picture.code, picture.token);
                json!({ "code": self.code, "token": self.token })
            }
            "solve" => {
                let challenge = step["challenge"].as_str().unwrap_or(&self.challenge);
                self.answer = solve(challenge)?;
                json!({ "answer": self.answer })
            }
            "alter" => {
                let bytes = BASE64.decode(self.answer.as_bytes()).unwrap();
                let text = String::from_utf8(bytes).unwrap();
                let [from, to] = [&step["from"], &step["to"]].map(|side| side.as_str().unwrap());
                assert!(text.contains(from), "{text} has no {from}");
                self.answer = BASE64.encode(text.replacen(from, to, 1).as_bytes());
                json!({ "answer": self.answer })
            }
            "limit" => {
                let most = u32::try_from(step["most"].as_u64().unwrap()).unwrap();
                self.admission.limit(Limiter::new(most));
                json!({})
            }
            "log-tally" => return logs::tally(self.setup, step),
            "admit" => return self.admit(place, step, now, language),
            other => match self.log.step(self.setup, step, now) {
                Some(given) => given?,
                None => panic!("no step `{other}`"),
            },
        };
        Ok((given.to_string(), Vec::new()))
    }

    fn admit(
        &mut self,
        place: usize,
        step: &Value,
        now: u64,
        language: Language,
    ) -> Result<Given, Refusal> {
        let request = step["request"].to_string();
        let request = request
            .replace("$answer", &self.answer)
            .replace("$token", &self.token)
            .replace("$code", &self.code);
        let request = match Request::read(&request) {
            Ok(request) => request,
            Err(refusal) => {
                let line = Decision::Refused(refusal.clone()).to_json(language);
                return Ok((line, vec![refusal]));
            }
        };
        let decision = self.admission.admit(&request, now, chance(place)).unwrap();
        let (line, refusal) = (decision.to_json(language), decision.refusal());
        let refusals = refusal.into_iter().collect();
        let sent: Value = serde_json::from_str(&line).unwrap();
        if let Some(token) = sent["send"]["token"].as_str() {
            token.clone_into(&mut self.token);
            self.code = sent["send"]["code"].as_str().unwrap_or_default().to_owned();
        }
        Ok((line, refusals))
    }
}

pub(crate) fn text<'a>(json: &'a Value, key: &str) -> &'a str {
    json[key]
        .as_str()
        .unwrap_or_else(|| panic!("{json} has no text `{key}`"))
}
