//! Two sites of one scope take votes, a voter takes one back and a site another, a witness watches both logs, what they add
//! up to counts each person once, and each site closes the edition with the result, which anybody can compare.
//!
//! `cargo run -p obmen-examples --bin two_sites`

use std::error::Error;
use std::time::{SystemTime, UNIX_EPOCH};

use obmen::check::Language;
use obmen::nomination::{Hex, Hour, Policy, Reason};
use obmen_nominations::log::{
    AddCheckpoint, Answer, Checkpoint, Note, PlaceProof, SigningKey, Signs, Tree, TrustPolicy,
    VerifiedLog, Witness, Witnessed,
};
use obmen_nominations::{
    Admission, Decision, Identity, KeyFile, Known, Memory, Request, Source, Tally, leaf_hash,
};

/// A site that keeps its log in memory; `obmen_nominations::fs::FileStore` keeps one in files.
struct Site {
    admission: Admission<Memory>,
    key: SigningKey,
    lines: Vec<String>,
}

/// What a voter takes home: the vote as it was recorded, and the secret that takes it back.
struct Kept {
    line: String,
    secret: Hex<32>,
}

impl Site {
    fn new(name: &str, policy: &Policy, keys: &KeyFile) -> Result<Site, Box<dyn Error>> {
        let (policy, keys) = (policy.clone(), keys.keys()?);
        let mut admission = Admission::new(name, policy, keys, Memory::default())?;
        admission.open("flgr:20070736")?;
        Ok(Site {
            admission,
            key: SigningKey::new(name, Signs::Notes, &chance()?)?,
            lines: Vec::new(),
        })
    }

    /// Takes the vote of a person whom the site has identified, and gives what the voter takes home.
    fn vote(&mut self, person: &str, now: u64) -> Result<Kept, Box<dyn Error>> {
        let request = Request::read(r#"{"practice": "flgr:20070736", "class": "eid"}"#)?;
        let known = Known {
            person: Some(Identity::person(person)?),
            ..Known::default()
        };
        match self.admission.admit(&request, &known, now, chance()?)? {
            Decision::Counted(receipt) => {
                let (line, secret) = (receipt.line().to_owned(), receipt.withdrawal);
                self.lines.push(line.clone());
                Ok(Kept { line, secret })
            }
            other => Err(other.to_json(Language::En).into()),
        }
    }

    /// Takes a vote back for its voter, who has kept the secret of the receipt.
    fn withdraw(&mut self, vote: &Kept, now: u64) -> Result<(), Box<dyn Error>> {
        let withdrawn = self
            .admission
            .withdraw(&vote.line, vote.secret, now, chance()?)?;
        self.lines.push(withdrawn?.line);
        Ok(())
    }

    /// Takes a vote back for the site, openly.
    fn void(&mut self, vote: &Kept, now: u64) -> Result<(), Box<dyn Error>> {
        let void = self
            .admission
            .void(&vote.line, Reason::Irregular, now, chance()?)?;
        self.lines.push(void?.line);
        Ok(())
    }

    fn tree(&self) -> Tree {
        let mut tree = Tree::default();
        tree.extend(self.lines.iter().map(|line| leaf_hash(line.as_bytes())));
        tree
    }

    /// Signs all that the log has, and has it cosigned.
    fn checkpoint(
        &self,
        witness: &mut Witness<Witnessed>,
        now: u64,
    ) -> Result<Note, Box<dyn Error>> {
        let origin = self.key.verifier().name().to_owned();
        let tree = self.tree();
        let head = tree.head();
        let mut note = Note::new(&Checkpoint { origin, head }.to_string())?;
        note.sign(&self.key, now)?;
        let seen = witness.latest(self.key.verifier().name())?.size;
        let request = AddCheckpoint::new(&tree, seen, note.clone()).ok_or("another tree")?;
        match witness.add_checkpoint(&request.to_string(), now)? {
            Answer::Cosigned { lines, .. } => note.cosigned(&lines, witness.verifier())?,
            refused => return Err(refused.body().into()),
        };
        Ok(note)
    }

    /// Records what the edition came to.
    fn close(&mut self, tally: Hex<32>, votes: u64, now: u64) -> Result<(), Box<dyn Error>> {
        let closed = self.admission.close_edition(tally, votes, now, chance()?)?;
        self.lines.push(closed?.line);
        Ok(())
    }
}

/// Anybody who has the lines, the notes and the keys reads the same logs, and as much of them is final.
fn verified(
    sites: [&Site; 2],
    trust: &TrustPolicy,
    witness: &mut Witness<Witnessed>,
    now: u64,
) -> Result<Vec<(VerifiedLog, u64)>, Box<dyn Error>> {
    let mut verified = Vec::new();
    for site in sites {
        let note = site.checkpoint(witness, now)?;
        let covered = trust.verify(&note)?;
        let lines = site.lines.iter().map(String::as_bytes);
        let log = VerifiedLog::verify(lines, &[note], site.key.verifier())?;
        verified.push((log, covered.checkpoint.head.size));
    }
    Ok(verified)
}

fn sources(logs: &[(VerifiedLog, u64)]) -> Vec<Source<'_>> {
    let logs = logs.iter();
    logs.map(|&(ref log, final_size)| Source { log, final_size })
        .collect()
}

fn main() -> Result<(), Box<dyn Error>> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let (opens, closes) = (Hour::at(now), Hour::at(now + 86_400));
    let policy = Policy::new("2026-autumn", "bg", opens, closes);
    let keys = KeyFile::new("2026-autumn", "1", chance()?, chance()?)?;
    let mut smolyan = Site::new("smolyan.example.bg", &policy, &keys)?;
    let mut lovech = Site::new("lovech.example.bg", &policy, &keys)?;

    // The third votes at both sites: one tag, one vote that counts.
    for person in ["BG/1", "BG/2", "BG/3"] {
        smolyan.vote(person, now)?;
    }
    for person in ["BG/3", "BG/4"] {
        lovech.vote(person, now)?;
    }
    let regretted = lovech.vote("BG/5", now)?;
    lovech.withdraw(&regretted, now)?;
    let irregular = smolyan.vote("BG/6", now)?;
    smolyan.void(&irregular, now)?;

    let witness_key = SigningKey::new("dobrich.example.bg", Signs::Cosignatures, &chance()?)?;
    let logs = [&smolyan, &lovech].map(|site| site.key.verifier().clone());
    let mut witness = Witness::new(witness_key, logs.to_vec(), Witnessed::default())?;
    let trust = TrustPolicy::read(&format!(
        "log {}\nlog {}\nwitness dobrich {}\nquorum dobrich\n",
        smolyan.key.verifier(),
        lovech.key.verifier(),
        witness.verifier()
    ))?;

    let logs = verified([&smolyan, &lovech], &trust, &mut witness, now)?;
    let policies = [policy];
    let tally = Tally::of(&sources(&logs), &policies);
    for edition in &tally.editions {
        for standing in &edition.standings {
            println!(
                "{}. {}: {} votes, {} of them final",
                standing.place, standing.practice, standing.votes, standing.final_votes
            );
        }
    }
    for finding in tally.findings() {
        println!("{}", finding.message(Language::En));
    }

    // What a voter keeps, and what it convinces others of.
    let note = smolyan.checkpoint(&mut witness, now)?;
    let proof = PlaceProof::new(&smolyan.tree(), 2, note).ok_or("no such entry")?;
    let line = smolyan.lines.get(2).ok_or("no such entry")?;
    let covered = trust.verify_place(&proof, leaf_hash(line.as_bytes()))?;
    println!(
        "entry 2 of {} stands under a checkpoint that {} has cosigned",
        covered.checkpoint.origin,
        covered
            .cosigners
            .iter()
            .map(|each| &*each.name)
            .collect::<Vec<_>>()
            .join(", ")
    );

    // When nobody can dispute a vote any more, each site records the result; whoever counts again compares.
    let later = now + 86_400 + 86_400 * u64::from(policies[0].appeal_days);
    for edition in &tally.editions {
        for site in [&mut smolyan, &mut lovech] {
            site.close(edition.hash, edition.votes, later)?;
        }
    }
    let logs = verified([&smolyan, &lovech], &trust, &mut witness, later)?;
    let recount = Tally::of(&sources(&logs), &policies);
    for closing in recount
        .editions
        .iter()
        .flat_map(|edition| &edition.closings)
    {
        println!(
            "{} closed with {} votes, {}",
            closing.origin,
            closing.votes,
            match closing.agrees {
                Some(true) => "as the recount has them",
                _ => "and the recount has others",
            }
        );
    }
    Ok(())
}

/// Bytes of the system's randomness.
fn chance<const N: usize>() -> Result<[u8; N], getrandom::Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}
