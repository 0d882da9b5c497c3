//! A limit for each caller, as advice: programs are slowed down, nobody is told apart.

use std::collections::HashMap;
use std::fmt;
use std::net::IpAddr;

use crate::refusal::Refusal;
use crate::rules;
use crate::secret::{Purpose, Secret};

/// So many callers are counted in an hour; those that come after are not limited, since a full memory must lock nobody
/// out.
const MOST_CALLERS: usize = 100_000;

const DAY: u64 = 86_400;

/// The network of a caller, hashed under a key of the day: without the site's key it cannot be turned back, nor joined with
/// that of another day. It is never recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bucket([u8; 8]);

impl Bucket {
    /// Returns the bucket of an address: its first 24 bits, or 48 of IPv6: mostly one network of one owner.
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
pub struct Limiter {
    most: u32,
    hour: u64,
    counts: HashMap<Bucket, u32>,
}

/// Callers are never printed.
impl fmt::Debug for Limiter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Limiter")
            .field("most", &self.most)
            .finish_non_exhaustive()
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: u64 = 1_795_882_549;

    fn bucket(address: &str, seed: u8, now: u64) -> Bucket {
        let bytes: [u8; 32] = std::array::from_fn(|at| seed ^ u8::try_from(at).unwrap());
        let site = Secret::new("1", &bytes).unwrap();
        Bucket::of(address.parse().unwrap(), &site, now)
    }

    #[test]
    fn a_bucket_is_a_network_on_a_day_under_a_key() {
        let one = bucket("192.0.2.7", 1, NOW);
        let midnight = NOW / DAY * DAY;
        for same in [
            bucket("192.0.2.255", 1, NOW),
            bucket("::ffff:192.0.2.7", 1, NOW),
            bucket("192.0.2.7", 1, midnight),
            bucket("192.0.2.7", 1, midnight + DAY - 1),
        ] {
            assert_eq!(same, one);
        }
        for other in [
            bucket("192.0.3.7", 1, NOW),
            // An address of the deprecated form is one of IPv6.
            bucket("::192.0.2.7", 1, NOW),
            bucket("192.0.2.7", 2, NOW),
            bucket("192.0.2.7", 1, midnight - 1),
            bucket("192.0.2.7", 1, midnight + DAY),
        ] {
            assert_ne!(other, one);
        }
        let one = bucket("2001:db8:1::7", 1, NOW);
        assert_eq!(bucket("2001:db8:1:ffff::1", 1, NOW), one);
        assert_ne!(bucket("2001:db8:2::7", 1, NOW), one);
    }

    #[test]
    fn a_full_memory_locks_nobody_out() {
        let mut limiter = Limiter::new(1);
        let callers = |from: usize| (from..).map(|caller| Bucket((caller as u64).to_be_bytes()));
        for caller in callers(0).take(MOST_CALLERS) {
            assert_eq!(limiter.count(caller, NOW), Ok(()));
        }
        // Who came in time is limited; who came later is neither limited nor remembered.
        for caller in callers(0).take(3) {
            let refusal = limiter.count(caller, NOW).unwrap_err();
            assert_eq!(refusal.code(), "nomination/too-many");
        }
        for caller in callers(MOST_CALLERS)
            .take(3)
            .chain(callers(MOST_CALLERS).take(3))
        {
            assert_eq!(limiter.count(caller, NOW), Ok(()));
        }
        assert_eq!(limiter.counts.len(), MOST_CALLERS);

        // The next hour begins anew, for all.
        for caller in callers(MOST_CALLERS).take(3) {
            assert_eq!(limiter.count(caller, NOW + 3600), Ok(()));
            assert!(limiter.count(caller, NOW + 3600).is_err());
        }
    }
}
