//! A limit for each caller, as advice: programs are slowed down, nobody is told apart.

use std::collections::HashMap;
use std::net::IpAddr;

use crate::refusal::Refusal;
use crate::rules;
use crate::secret::{Purpose, Secret};

/// So many callers are counted in an hour; those that come after are not limited, since a full memory must lock nobody
/// out.
const MOST_CALLERS: usize = 100_000;

const DAY: u64 = 86_400;

/// The network of a caller, hashed under a key of the day: it cannot be turned back, nor joined with that of another
/// day. It is never recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bucket([u8; 8]);

impl Bucket {
    /// Returns the bucket of an address: its first 24 bits, or 48 of IPv6, which are one network of one owner.
    #[must_use]
    pub fn of(address: IpAddr, site: &Secret, now: u64) -> Bucket {
        let day = (now / DAY).to_be_bytes();
        let code = match address.to_canonical() {
            IpAddr::V4(address) => site.code(Purpose::Limiter, &[&day, &address.octets()[..3]]),
            IpAddr::V6(address) => site.code(Purpose::Limiter, &[&day, &address.octets()[..6]]),
        };
        let mut bucket = [0; 8];
        bucket.copy_from_slice(&code[..8]);
        Bucket(bucket)
    }
}

/// Counts the attempts of each caller in an hour.
///
/// A limit is advice against the laziest programs, no proof of anything: a town hall is one address, and a botnet is
/// many. So the default is generous: 120 an hour.
#[derive(Debug)]
pub struct Limiter {
    most: u32,
    hour: u64,
    counts: HashMap<Bucket, u32>,
}

impl Default for Limiter {
    fn default() -> Limiter {
        Limiter::new(120)
    }
}

impl Limiter {
    /// Returns a limiter of so many attempts of a caller in an hour.
    #[must_use]
    pub fn new(most: u32) -> Limiter {
        Limiter {
            most,
            hour: 0,
            counts: HashMap::new(),
        }
    }

    /// Counts an attempt.
    ///
    /// # Errors
    /// `nomination/too-many` when the caller has used the hour's up.
    pub fn count(&mut self, caller: Bucket, now: u64) -> Result<(), Refusal> {
        let hour = now / 3600;
        if hour != self.hour {
            self.hour = hour;
            self.counts.clear();
        }
        if self.counts.len() >= MOST_CALLERS && !self.counts.contains_key(&caller) {
            return Ok(());
        }
        let count = self.counts.entry(caller).or_default();
        *count = count.saturating_add(1);
        if *count > self.most {
            return Err(Refusal::new(&rules::TOO_MANY));
        }
        Ok(())
    }
}
