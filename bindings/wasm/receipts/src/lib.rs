//! What logs have signed, verified, behind a border that texts, numbers and bytes cross.
//!
//! `../../js/verify.ts` makes the entry `obmen/receipts` of it. What is told or thrown is a list, since making JSON would be
//! a large part of the whole.

#![expect(
    clippy::missing_errors_doc,
    reason = "each throws what is refused, and nothing else"
)]

use obmen::check::Argument;
use obmen::check::Language::{Bg, En};
use obmen_nominations::Refusal;
use obmen_nominations::log::{Checkpoint, Note, PlaceProof, Signs, TrustPolicy, VerifierKey};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// What is told, or what is thrown.
type Told = Result<Vec<JsValue>, JsValue>;

/// Whole numbers are told as JavaScript has them: beyond 2^53 the nearest one.
#[expect(clippy::cast_precision_loss, reason = "numbers are doubles there")]
fn number(number: u64) -> JsValue {
    JsValue::from_f64(number as f64)
}

/// The code, message and help in English, both in Bulgarian, and the name and the value of each argument.
#[expect(clippy::needless_pass_by_value, reason = "it maps errors")]
fn refused(refusal: Refusal) -> JsValue {
    let words = [En, Bg].map(|language| [refusal.message(language), refusal.help(language)]);
    let mut told = vec![JsValue::from_str(refusal.code())];
    told.extend(words.into_iter().flatten().map(JsValue::from));
    for (name, argument) in refusal.arguments.iter() {
        told.push(JsValue::from_str(name));
        told.push(match argument {
            Argument::Text(text) => JsValue::from_str(text),
            Argument::Number(number) => JsValue::from_f64(number.get()),
            Argument::Term(term) => JsValue::from_str(term.code),
            Argument::List(words, _) => JsValue::from(words.clone()),
        });
    }
    JsValue::from(told)
}

/// The origin, the size and the root.
fn told(checkpoint: &Checkpoint) -> Vec<JsValue> {
    let Checkpoint { origin, head } = checkpoint;
    vec![
        JsValue::from_str(origin),
        number(head.size),
        JsValue::from(head.root.to_string()),
    ]
}

/// A checkpoint, and the place of an entry below it.
fn placed(checkpoint: &Checkpoint, index: u64) -> Vec<JsValue> {
    let mut told = told(checkpoint);
    told.push(number(index));
    told
}

/// Returns the name of a key, and whether it is a witness's.
#[wasm_bindgen(js_name = readKey)]
pub fn read_key(key: &str) -> Told {
    let key = VerifierKey::read(key).map_err(refused)?;
    let witness = key.signs() == Signs::Cosignatures;
    Ok(vec![
        JsValue::from_str(key.name()),
        JsValue::from_bool(witness),
    ])
}

/// Returns the text of a note, and the time that the signature of a key tells.
#[wasm_bindgen(js_name = verifyNote)]
pub fn verify_note(note: &str, key: &str) -> Told {
    let verified = || {
        let note = Note::read(note)?;
        let time = note.verify(&VerifierKey::read(key)?)?;
        Ok(vec![JsValue::from_str(note.text()), number(time)])
    };
    verified().map_err(refused)
}

/// Returns what the log of a key has signed.
#[wasm_bindgen(js_name = verifyCheckpoint)]
pub fn verify_checkpoint(note: &str, key: &str) -> Told {
    let verified = || {
        let key = VerifierKey::read(key)?;
        Ok(told(&Checkpoint::verify(&Note::read(note)?, &key)?))
    };
    verified().map_err(refused)
}

/// Verifies the proof of an entry: returns the checkpoint that covers it by the key of its log, and its place.
#[wasm_bindgen(js_name = verifyReceipt)]
pub fn verify_receipt(proof: &str, line: &[u8], key: &str) -> Told {
    let verified = || {
        let key = VerifierKey::read(key)?;
        let leaf = obmen_nominations::leaf_hash(line);
        let place = PlaceProof::read(proof)?.verify(leaf, &key)?;
        Ok(placed(&place.checkpoint, place.index))
    };
    verified().map_err(refused)
}

/// Returns the id of an entry.
#[wasm_bindgen(js_name = leafHash)]
pub fn leaf_hash(line: &[u8]) -> String {
    obmen_nominations::leaf_hash(line).to_string()
}

/// Whom a reader trusts.
#[wasm_bindgen]
pub struct Trust(TrustPolicy);

#[wasm_bindgen]
impl Trust {
    /// Reads a policy.
    pub fn read(text: &str) -> Result<Trust, JsValue> {
        TrustPolicy::read(text).map(Trust).map_err(refused)
    }

    /// Returns the policy as text.
    pub fn text(&self) -> String {
        self.0.to_string()
    }

    /// Returns the keys of the logs.
    pub fn logs(&self) -> Vec<String> {
        self.0.logs().map(ToString::to_string).collect()
    }

    /// Returns the checkpoint, and behind it the name and the time of each witness that has cosigned it.
    pub fn verify(&self, note: &str) -> Told {
        let covered = Note::read(note).and_then(|note| self.0.verify(&note));
        let covered = covered.map_err(refused)?;
        let mut told = told(&covered.checkpoint);
        for cosigner in covered.cosigners {
            told.extend([JsValue::from(cosigner.name), number(cosigner.time)]);
        }
        Ok(told)
    }

    /// Verifies the proof of an entry: returns the checkpoint that covers it, and its place.
    #[wasm_bindgen(js_name = verifyReceipt)]
    pub fn verify_receipt(&self, proof: &str, line: &[u8]) -> Told {
        let verified = || {
            let proof = PlaceProof::read(proof)?;
            let leaf = obmen_nominations::leaf_hash(line);
            let covered = self.0.verify_place(&proof, leaf)?;
            Ok(placed(&covered.checkpoint, proof.index))
        };
        verified().map_err(refused)
    }
}
