//! Challenges that make a computer work (ALTCHA protocol v2): given out signed, taken back once.

use obmen::check::Term;
use obmen::nomination::{Algorithm, ChallengePolicy, Hex};
use obmen::value::Json;
use serde::Serialize;

use crate::canonical::base64;
use crate::refusal::Refusal;
use crate::rules;
use crate::secret::{Purpose, Ring, Secret, equal};
use crate::solve::{Found, Prefix, Search, derive};
use crate::words::{self, ALGORITHM, COST, OBJECT, PREFIX, TEXT, THIRTY_TWO, WHOLE};

/// The most bytes of an answer.
const MAX_ANSWER: usize = 4096;

/// The longest time until a challenge expires, in seconds.
pub(crate) const MAX_SECONDS: u64 = 600;

/// How a key must begin: one in 256 does.
const PREFIX_OF_KEYS: &str = "00";

/// What a challenge is given out for. One for something else is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_structs,
    reason = "all of it is signed, so more of it would be another format"
)]
pub struct Binding<'a> {
    /// The site: the origin of its log.
    pub site: &'a str,
    /// The practice, by its register and its key there.
    pub practice: &'a str,
    /// The edition with the hash of its policy.
    pub edition: &'a str,
    /// What is to be done.
    pub action: Action,
}

/// What is done with a solved challenge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "closed: each has its own way through admission"
)]
pub enum Action {
    /// A vote is cast.
    Vote,
    /// A message is asked for, by which an e-mail address is proven.
    Confirm,
}

impl Action {
    /// Returns the word of JSON: `vote` or `confirm`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Action::Vote => "vote",
            Action::Confirm => "confirm",
        }
    }
}

/// What is signed, its fields in canonical order (RFC 8785), so that plain JSON of it is canonical.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Parameters<'a> {
    algorithm: Algorithm,
    cost: u32,
    data: Data<'a>,
    expires_at: u64,
    key_length: u32,
    key_prefix: &'a str,
    nonce: Hex<16>,
    salt: Hex<16>,
}

#[derive(Serialize)]
struct Data<'a> {
    action: &'a str,
    edition: &'a str,
    key: &'a str,
    practice: &'a str,
    site: &'a str,
}

impl Parameters<'_> {
    fn signature(&self, secret: &Secret) -> [u8; 32] {
        secret.sign(Purpose::Challenge, json(self).as_bytes())
    }

    /// The JSON in the order of the wire, which is that of ALTCHA's libraries.
    fn wire(&self) -> String {
        let Data {
            action,
            edition,
            key,
            practice,
            site,
        } = self.data;
        format!(
            r#"{{"algorithm":{},"cost":{},"keyLength":{},"keyPrefix":{},"nonce":{},"salt":{},"expiresAt":{},"data":{{"site":{},"practice":{},"edition":{},"action":{},"key":{}}}}}"#,
            json(&self.algorithm),
            self.cost,
            self.key_length,
            json(&self.key_prefix),
            json(&self.nonce),
            json(&self.salt),
            self.expires_at,
            json(&site),
            json(&practice),
            json(&edition),
            json(&action),
            json(&key),
        )
    }
}

/// JSON of strings and numbers in a fixed order: nothing of it can fail.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Returns a new challenge as JSON, good from `now` for as long as the policy says.
///
/// Times are seconds since 1970. `chance` is 32 fresh random bytes: a challenge is a secret of nobody, but two with one
/// nonce are one.
///
/// # Errors
/// `nomination/challenge-zero-cost` for a policy without cost, `nomination/challenge-too-long-lived` for one of more
/// than ten minutes.
pub fn challenge(
    binding: &Binding<'_>,
    policy: &ChallengePolicy,
    ring: &Ring,
    now: u64,
    chance: [u8; 32],
) -> Result<String, Refusal> {
    if policy.cost == 0 {
        return Err(Refusal::new(&rules::CHALLENGE_ZERO_COST));
    }
    let seconds = u64::from(policy.seconds);
    if seconds > MAX_SECONDS {
        return Err(too_long(seconds));
    }
    let (nonce, salt) = halves(chance);
    let parameters = Parameters {
        algorithm: policy.algorithm,
        cost: policy.cost,
        key_length: 32,
        key_prefix: PREFIX_OF_KEYS,
        nonce,
        salt,
        expires_at: now.saturating_add(seconds),
        data: Data {
            site: binding.site,
            practice: binding.practice,
            edition: binding.edition,
            action: binding.action.as_str(),
            key: ring.current.id(),
        },
    };
    let signature = Hex(parameters.signature(&ring.current));
    Ok(format!(
        r#"{{"parameters":{},"signature":"{signature}"}}"#,
        parameters.wire()
    ))
}

/// Returns the search for a challenge's solution; challenges of any site and any issuer of ALTCHA's version 2, with
/// keys of 32 bytes by SHA-256 or PBKDF2 with it.
///
/// # Errors
/// `nomination/challenge-…` when it is none of these.
pub fn search(challenge: &str) -> Result<Search, Refusal> {
    let json = Json::parse(challenge).map_err(|_| unread(words::NO_JSON))?;
    let parameters = present(json.get("parameters"), "parameters")?;
    let algorithm = algorithm(parameters.get("algorithm"))?;
    let cost = cost(parameters.get("cost"))?;
    if let Some(length) = parameters.get("keyLength") {
        key_length(Some(length))?;
    }
    let bytes = |field| {
        data_encoding::HEXLOWER_PERMISSIVE
            .decode(string(parameters.get(field), field)?.as_bytes())
            .map_err(|_| bad_value(field, Hex::<16>::TERM))
    };
    let (nonce, salt) = (bytes("nonce")?, bytes("salt")?);
    let prefix = string(parameters.get("keyPrefix"), "keyPrefix")?.to_lowercase();
    Search::new(algorithm, cost, &nonce, &salt, &prefix)
        .ok_or_else(|| bad_value("keyPrefix", PREFIX))
}

/// Returns the answer to a challenge, to be sent back: the Base64 of the challenge, just as it came, with its solution.
#[must_use]
pub fn answer(challenge: &str, counter: u32, key: &[u8; 32]) -> String {
    let challenge = challenge.trim();
    let key = Hex(*key);
    let json = format!(
        r#"{{"challenge":{challenge},"solution":{{"counter":{counter},"derivedKey":"{key}"}}}}"#
    );
    data_encoding::BASE64.encode(json.as_bytes())
}

/// Solves a challenge, however long it takes, and returns the [`answer`].
///
/// ```
/// # use obmen::nomination::ChallengePolicy;
/// # use obmen_nominations::{Action, Binding, Ring, Secret};
/// # let ring = Ring::new(Secret::new("1", &std::array::from_fn::<u8, 32, _>(|i| i as u8)).unwrap());
/// # let binding = Binding { site: "a", practice: "b:1", edition: "c", action: Action::Vote };
/// # let policy = ChallengePolicy::default();
/// let challenge = obmen_nominations::challenge(&binding, &policy, &ring, 1_795_882_549, [7; 32]).unwrap();
/// let answer = obmen_nominations::solve(&challenge).unwrap();
/// let answer = obmen_nominations::Answer::read(&answer, &binding, &ring, 1_795_882_600).unwrap();
/// assert!(answer.work().is_ok());
/// ```
///
/// # Errors
/// As [`search`]; `nomination/challenge-no-work` when no counter fits.
pub fn solve(challenge: &str) -> Result<String, Refusal> {
    let mut search = search(challenge)?;
    loop {
        if let Some(answer) = search.step(u32::MAX).answer(challenge) {
            return answer;
        }
    }
}

impl Found {
    /// Returns the [`answer`] to the challenge when its search is over; `None` while it is not.
    ///
    /// # Errors
    /// `nomination/challenge-no-work` when no counter fits.
    #[must_use]
    pub fn answer(self, challenge: &str) -> Option<Result<String, Refusal>> {
        match self {
            Found::Key { counter, key } => Some(Ok(answer(challenge, counter, &key))),
            Found::NotYet => None,
            Found::Nothing => Some(Err(Refusal::new(&rules::CHALLENGE_NO_WORK))),
        }
    }
}

fn halves(chance: [u8; 32]) -> (Hex<16>, Hex<16>) {
    let (mut first, mut second) = ([0; 16], [0; 16]);
    first.copy_from_slice(&chance[..16]);
    second.copy_from_slice(&chance[16..]);
    (Hex(first), Hex(second))
}

fn too_long(seconds: u64) -> Refusal {
    Refusal::new(&rules::CHALLENGE_TOO_LONG_LIVED)
        .with("seconds", seconds)
        .with("limit", MAX_SECONDS)
}

/// An answer to a challenge that this site gave out for this purpose, and that is still good.
///
/// What is left to do: use its nonce up, then look at its [`work`](Answer::work). In this order, or one solution is
/// sent many times at once.
#[derive(Debug)]
pub struct Answer {
    /// What is to be used up.
    pub nonce: [u8; 16],
    /// When it is forgotten: seconds since 1970.
    pub expires: u64,
    algorithm: Algorithm,
    cost: u32,
    salt: [u8; 16],
    prefix: Prefix,
    counter: Option<u32>,
    key: [u8; 32],
}

impl Answer {
    /// Reads an answer: its size, its form, what it was given out for, its time, its signature, in this order.
    ///
    /// # Errors
    /// The first of the rules `nomination/challenge-…`, `other-…`, `expired`, `unknown-key` and `bad-signature`
    /// that it breaks.
    pub fn read(
        text: &str,
        binding: &Binding<'_>,
        ring: &Ring,
        now: u64,
    ) -> Result<Answer, Refusal> {
        if text.len() > MAX_ANSWER {
            return Err(Refusal::new(&rules::CHALLENGE_TOO_LARGE)
                .with("size", text.len())
                .with("limit", MAX_ANSWER));
        }
        let bytes = base64(text).ok_or_else(|| unread(words::NO_BASE64))?;
        let text = std::str::from_utf8(&bytes).map_err(|_| unread(words::NO_UTF8))?;
        let json = Json::parse(text).map_err(|_| unread(words::NO_JSON))?;

        let given = Given::of(&json)?;
        let Parameters {
            data, expires_at, ..
        } = &given.parameters;
        let given_for = [
            (data.site == binding.site, &rules::OTHER_SITE),
            (data.practice == binding.practice, &rules::OTHER_PRACTICE),
            (data.edition == binding.edition, &rules::OTHER_EDITION),
            (data.action == binding.action.as_str(), &rules::OTHER_ACTION),
        ];
        if let Some((_, rule)) = given_for.into_iter().find(|(same, _)| !same) {
            return Err(Refusal::new(rule));
        }
        if *expires_at == 0 {
            return Err(Refusal::new(&rules::CHALLENGE_WITHOUT_EXPIRY));
        }
        expired(*expires_at, now)?;
        if *expires_at - now > MAX_SECONDS {
            return Err(too_long(*expires_at - now));
        }
        let signature = given.parameters.signature(ring.of(data.key)?);
        if !equal(&signature, &given.signature.0) {
            return Err(Refusal::new(&rules::BAD_SIGNATURE));
        }
        Ok(Answer {
            nonce: given.parameters.nonce.0,
            expires: *expires_at,
            algorithm: given.parameters.algorithm,
            cost: given.parameters.cost,
            salt: given.parameters.salt.0,
            prefix: given.prefix,
            counter: given.counter,
            key: given.key.0,
        })
    }

    /// Looks at the work: the counter, the key derived from it, how the key begins. Costs as much as the derivation.
    ///
    /// # Errors
    /// `nomination/challenge-counter`, `nomination/challenge-underived-key` or `nomination/challenge-no-work`.
    pub fn work(&self) -> Result<(), Refusal> {
        let counter = self
            .counter
            .ok_or_else(|| Refusal::new(&rules::CHALLENGE_COUNTER))?;
        let mut password = [0; 20];
        password[..16].copy_from_slice(&self.nonce);
        password[16..].copy_from_slice(&counter.to_be_bytes());
        let key = derive(self.algorithm, &password, &self.salt, self.cost);
        if !equal(&key, &self.key) {
            return Err(Refusal::new(&rules::CHALLENGE_UNDERIVED_KEY));
        }
        if !self.prefix.fits(&key) {
            return Err(Refusal::new(&rules::CHALLENGE_NO_WORK));
        }
        Ok(())
    }
}

/// An answer taken apart, and nothing judged yet but its form.
struct Given<'a> {
    parameters: Parameters<'a>,
    prefix: Prefix,
    signature: Hex<32>,
    /// `None` when it is none of four bytes.
    counter: Option<u32>,
    key: Hex<32>,
}

impl<'a> Given<'a> {
    fn of(json: &'a Json<'_>) -> Result<Given<'a>, Refusal> {
        let [challenge, solution] = fields(json, "answer", ["challenge", "solution"])?;
        let [parameters, signature] = fields(
            present(challenge, "challenge")?,
            "challenge",
            ["parameters", "signature"],
        )?;
        let parameters = present(parameters, "parameters")?;
        if parameters.get("keySignature").is_some() {
            return Err(Refusal::new(&rules::CHALLENGE_KEY_SIGNATURE));
        }
        let names = [
            "algorithm",
            "cost",
            "keyLength",
            "keyPrefix",
            "nonce",
            "salt",
            "expiresAt",
            "data",
        ];
        let [
            algorithm,
            cost,
            key_length,
            key_prefix,
            nonce,
            salt,
            expires_at,
            data,
        ] = fields(parameters, "parameters", names)?;
        let names = ["site", "practice", "edition", "action", "key"];
        let [site, practice, edition, action, key] = fields(present(data, "data")?, "data", names)?;
        let [counter, derived, _] = fields(
            present(solution, "solution")?,
            "solution",
            ["counter", "derivedKey", "time"],
        )?;

        let algorithm = self::algorithm(algorithm)?;
        let cost = self::cost(cost)?;
        self::key_length(key_length)?;
        let key_prefix = string(key_prefix, "keyPrefix")?;
        small(key_prefix, "keyPrefix")?;
        let prefix = Prefix::new(key_prefix).ok_or_else(|| bad_value("keyPrefix", PREFIX))?;
        if prefix.is_empty() {
            return Err(Refusal::new(&rules::CHALLENGE_EMPTY_PREFIX));
        }
        let (nonce, salt) = (hex(nonce, "nonce")?, hex(salt, "salt")?);
        let signature: Hex<32> = hex(signature, "signature")?;
        let derived: Hex<32> = hex(derived, "derivedKey")?;
        let expires_at = match expires_at {
            None | Some(Json::Null) => 0,
            some => count(some, "expiresAt")?,
        };
        let data = Data {
            site: string(site, "site")?,
            practice: string(practice, "practice")?,
            edition: string(edition, "edition")?,
            action: string(action, "action")?,
            key: string(key, "key")?,
        };

        Ok(Given {
            parameters: Parameters {
                algorithm,
                cost,
                key_length: 32,
                key_prefix,
                nonce,
                salt,
                expires_at,
                data,
            },
            prefix,
            signature,
            counter: count(Some(present(counter, "counter")?), "counter")
                .ok()
                .and_then(|counter| u32::try_from(counter).ok()),
            key: derived,
        })
    }
}

/// Refuses what expired by now.
pub(crate) fn expired(expires: u64, now: u64) -> Result<(), Refusal> {
    if expires <= now {
        return Err(Refusal::new(&rules::EXPIRED).with("seconds", now - expires));
    }
    Ok(())
}

/// Takes the fields of an object apart: each known, none twice, in this order.
fn fields<'a, 't, const N: usize>(
    json: &'a Json<'t>,
    name: &'static str,
    names: [&'static str; N],
) -> Result<[Option<&'a Json<'t>>; N], Refusal> {
    let Json::Object(given) = json else {
        return Err(bad_value(name, OBJECT));
    };
    let mut found = [None; N];
    let mut next = 0;
    for (field, value) in given {
        let refused = |rule| Err(Refusal::new(rule).with("field", field.as_ref()));
        let Some(place) = names.iter().position(|name| name == field) else {
            return refused(&rules::CHALLENGE_UNKNOWN_FIELD);
        };
        let Some(slot) = found.get_mut(place) else {
            continue;
        };
        if slot.replace(value).is_some() {
            return refused(&rules::CHALLENGE_DUPLICATE_FIELD);
        }
        if place < next {
            return refused(&rules::CHALLENGE_FIELD_ORDER);
        }
        next = place + 1;
    }
    Ok(found)
}

fn present<'a, 't>(
    value: Option<&'a Json<'t>>,
    field: &'static str,
) -> Result<&'a Json<'t>, Refusal> {
    value.ok_or_else(|| Refusal::new(&rules::CHALLENGE_MISSING_FIELD).with("field", field))
}

fn bad_value(field: &'static str, expected: obmen::check::Term) -> Refusal {
    Refusal::new(&rules::CHALLENGE_BAD_VALUE)
        .with("field", field)
        .with("expected", expected)
}

fn string<'a>(value: Option<&'a Json<'_>>, field: &'static str) -> Result<&'a str, Refusal> {
    present(value, field)?
        .as_str()
        .ok_or_else(|| bad_value(field, TEXT))
}

fn count(value: Option<&Json<'_>>, field: &'static str) -> Result<u64, Refusal> {
    match present(value, field)? {
        Json::Number(number) => number.as_count(),
        _ => None,
    }
    .ok_or_else(|| bad_value(field, WHOLE))
}

fn unread(reason: Term) -> Refusal {
    Refusal::new(&rules::CHALLENGE_NOT_READ).with("reason", reason)
}

fn algorithm(value: Option<&Json<'_>>) -> Result<Algorithm, Refusal> {
    let word = string(value, "algorithm")?;
    let known = Algorithm::ALL.iter().find(|known| known.as_str() == word);
    known
        .copied()
        .ok_or_else(|| bad_value("algorithm", ALGORITHM))
}

fn cost(value: Option<&Json<'_>>) -> Result<u32, Refusal> {
    let cost = count(value, "cost")?;
    match u32::try_from(cost) {
        Ok(0) => Err(Refusal::new(&rules::CHALLENGE_ZERO_COST)),
        Ok(cost @ 1..=ChallengePolicy::MAX_COST) => Ok(cost),
        _ => Err(bad_value("cost", COST)),
    }
}

fn key_length(value: Option<&Json<'_>>) -> Result<(), Refusal> {
    match count(value, "keyLength")? {
        32 => Ok(()),
        _ => Err(bad_value("keyLength", THIRTY_TWO)),
    }
}

fn small(text: &str, field: &'static str) -> Result<(), Refusal> {
    let hexadecimal = text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if hexadecimal && text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return Err(Refusal::new(&rules::CHALLENGE_UPPER_CASE_HEX).with("field", field));
    }
    Ok(())
}

fn hex<const N: usize>(value: Option<&Json<'_>>, field: &'static str) -> Result<Hex<N>, Refusal> {
    let text = string(value, field)?;
    small(text, field)?;
    text.parse().map_err(|_| bad_value(field, Hex::<N>::TERM))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_signed_is_canonical_and_the_wire_says_the_same() {
        let parameters = Parameters {
            algorithm: Algorithm::Sha256,
            cost: 3,
            data: Data {
                action: "vote",
                edition: "2026-spring@5a",
                key: "ключ \"1\"\n\u{7f}\u{1}",
                practice: "flgr:20070736",
                site: "obmen.example.bg",
            },
            expires_at: 1_795_882_549,
            key_length: 32,
            key_prefix: "00",
            nonce: Hex([1; 16]),
            salt: Hex([2; 16]),
        };
        let signed = crate::canonical::written(&parameters);
        assert_eq!(json(&parameters), signed);
        let wire: serde_json::Value = serde_json::from_str(&parameters.wire()).unwrap();
        assert_eq!(crate::canonical(&wire), signed);
    }
}
