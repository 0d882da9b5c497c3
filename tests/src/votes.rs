//! The vectors of nominations as Rust runs them: a site is set up, and steps are taken one after another.

use data_encoding::BASE64;
use obmen::check::{Diagnostic, Language};
use obmen::nomination::{Entry, Policy, Reason};
use obmen_nominations::{
    Action, Admission, Decision, Identity, KeyFile, Keys, Known, Limiter, Memory, Proven, Refusal,
    Request, Unproven, edition, leaf_hash, normalise_email, solve,
};
use serde_json::{Value, json};

use crate::logs::{self, Log};
use crate::stores::Files;

/// A site, and what its last steps gave.
struct Site<'a> {
    setup: &'a Value,
    admission: Admission<Memory>,
    challenge: String,
    answer: String,
    token: String,
    code: String,
    line: String,
    withdrawal: String,
    proven: Option<Proven<'static>>,
    log: Log,
    files: Files,
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
        let keys = keys(&setup["keys"]).unwrap();
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
            line: String::new(),
            withdrawal: String::new(),
            proven: None,
            log: Log::new(setup),
            files: Files::default(),
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
                let mut file = KeyFile::read(&step["keys"].to_string())?;
                change(&mut file, step, now, place)?;
                serde_json::from_str(&file.text()).unwrap()
            }
            "rekey" => {
                self.admission.rekey(keys(&step["keys"])?)?;
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
                let keys = keys(&self.setup["keys"])?;
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
            "withdraw" => {
                let token = text(step, "token").replace("$withdrawal", &self.withdrawal);
                let (line, token) = (self.line(step), token.parse().unwrap());
                let done = self.admission.withdraw(&line, token, now, chance(place));
                json!({ "line": done.unwrap()?.line })
            }
            "void" => {
                let reason = text(step, "reason");
                let reason = Reason::ALL.iter().find(|known| known.as_str() == reason);
                let (line, reason) = (self.line(step), *reason.unwrap());
                let done = self.admission.void(&line, reason, now, chance(place));
                json!({ "line": done.unwrap()?.line })
            }
            "close" => {
                let (tally, votes) = (text(step, "tally").parse().unwrap(), &step["votes"]);
                let votes = votes.as_u64().unwrap();
                let done = self
                    .admission
                    .close_edition(tally, votes, now, chance(place));
                json!({ "line": done.unwrap()?.line })
            }
            "prove" => self.prove(place, step, now)?,
            "record" => return Ok(self.record(place, now, language)),
            other => {
                let given = self.log.step(self.setup, step, now);
                match given.or_else(|| self.files.step(self.setup, step, now)) {
                    Some(given) => given?,
                    None => panic!("no step `{other}`"),
                }
            }
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
        let (request, known) = match self.handed_in(step) {
            Ok(handed_in) => handed_in,
            Err(refusal) => return Ok(refused(refusal, language)),
        };
        let decision = self
            .admission
            .admit(&request, &known, now, chance(place))
            .unwrap();
        let given = told(&decision, language);
        if let Decision::Counted(receipt) = &decision {
            receipt.line().clone_into(&mut self.line);
            self.withdrawal = receipt.withdrawal.to_string();
        }
        if let Some(message) = decision.message() {
            message.token.clone_into(&mut self.token);
            self.code = message.code.clone().unwrap_or_default();
        }
        Ok(given)
    }

    /// The line of a step: that of the last vote that counted stands for `$line`.
    fn line(&self, step: &Value) -> String {
        text(step, "line").replace("$line", &self.line)
    }

    /// Proves what is handed in, to be recorded by a later step.
    fn prove(&mut self, place: usize, step: &Value, now: u64) -> Result<Value, Refusal> {
        let (request, known) = self.handed_in(step)?;
        // A proven vote borrows its request, and both outlive the step.
        let request: &'static Request<'_> = Box::leak(Box::new(request));
        let proven = self.admission.prove(request, &known, now, chance(place));
        match proven.unwrap() {
            Ok(proven) => {
                self.proven = Some(proven);
                Ok(json!({}))
            }
            Err(Unproven::Refused(refusal)) => Err(refusal),
            Err(Unproven::Provisional(_)) => panic!("nothing is proven by asking for a message"),
        }
    }

    fn record(&mut self, place: usize, now: u64, language: Language) -> Given {
        let proven = self.proven.take().unwrap();
        let decision = self.admission.record(&proven, now, chance(place)).unwrap();
        told(&decision, language)
    }

    /// What is handed in at a step: an object, or the text of one.
    fn handed_in(&self, step: &Value) -> Result<(Request<'static>, Known), Refusal> {
        let request = match &step["request"] {
            Value::String(text) => text.clone(),
            request => request.to_string(),
        };
        let request = request
            .replace("$answer", &self.answer)
            .replace("$token", &self.token)
            .replace("$code", &self.code);
        let known = match step.get("known") {
            Some(known) => Known::read(&known.to_string())?,
            None => Known::default(),
        };
        Ok((Request::read(request.leak())?, known))
    }
}

/// The line of a decision, with what is to be sent beside what is told; and the rule behind it.
fn told(decision: &Decision<'_>, language: Language) -> Given {
    let line = decision.to_json(language);
    let line = match decision.message() {
        Some(message) => {
            let told = line.strip_suffix('}').unwrap();
            format!(r#"{told},"send":{}}}"#, message.to_json())
        }
        None => line,
    };
    (line, decision.refusal().into_iter().collect())
}

fn refused(refusal: Refusal, language: Language) -> Given {
    told(&Decision::Refused(refusal), language)
}

fn keys(json: &Value) -> Result<Keys, Refusal> {
    KeyFile::read(&json.to_string())?.keys()
}

/// Does with keys what a step says.
fn change(file: &mut KeyFile, step: &Value, now: u64, place: usize) -> Result<(), Refusal> {
    let id = || text(step, "id");
    match step["then"].as_str() {
        None => Ok(()),
        Some("rotate-site") => file.rotate_site(id(), chance(place)),
        Some("rotate-scope") => file.rotate_scope(id(), chance(place)),
        Some("begin-edition") => file.begin_edition(text(step, "edition"), id(), chance(place)),
        Some("destroy-scope") => {
            let policy = Policy::read(&step["policy"].to_string())?;
            file.destroy_scope(&policy, now)
        }
        Some(other) => panic!("no `{other}` of keys"),
    }
}

pub(crate) fn text<'a>(json: &'a Value, key: &str) -> &'a str {
    json[key]
        .as_str()
        .unwrap_or_else(|| panic!("{json} has no text `{key}`"))
}
