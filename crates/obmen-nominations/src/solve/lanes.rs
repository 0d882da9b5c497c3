//! The hashes of four keys side by side in vectors.
//!
//! For WebAssembly, which reaches no SHA instructions of the processor: there it is twice as fast as hash after hash.
//! Everything here is inlined into the caller's `dispatch!`.
#![expect(
    clippy::inline_always,
    reason = "a function of its own is compiled for the oldest processor"
)]
#![expect(
    clippy::indexing_slicing,
    reason = "places below 16 in arrays of 16, and lanes below 4"
)]

use fearless_simd::{Simd, SimdBase, SimdFrom, u32x4};
use obmen::nomination::Algorithm;
use sha2::{Digest, Sha256};

/// A word of each of four hashes.
type Word<S> = u32x4<S>;

// The hash of nothing yet, and the constants of the rounds (FIPS 180-4, 5.3.3 and 4.2.2).
#[rustfmt::skip]
const INITIAL: [u32; 8] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
];
#[rustfmt::skip]
const CONSTANTS: [[u32; 16]; 4] = [
    [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    ],
    [
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    ],
    [
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    ],
    [
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ],
];

/// Returns keys after more rounds; `keys` are those after the first, which is the only one with a salt.
#[inline(always)]
pub(super) fn more<S: Simd>(
    simd: S,
    algorithm: Algorithm,
    passwords: &[Vec<u8>; 4],
    keys: [[u8; 32]; 4],
    rounds: u32,
) -> [[u8; 32]; 4] {
    let mut keys = side_by_side(simd, keys.map(|key| words(&key)));
    let initial = INITIAL.map(|word| Word::splat(simd, word));
    match algorithm {
        Algorithm::Sha256 => {
            for _ in 0..rounds {
                keys = again(simd, initial, keys, 0);
            }
        }
        Algorithm::Pbkdf2 => {
            let secret = side_by_side(simd, passwords.each_ref().map(|password| block(password)));
            let [inner, outer] = [0x3636_3636, 0x5c5c_5c5c]
                .map(|pad| compress(simd, initial, secret.map(|word| word ^ pad)));
            let mut last = keys;
            for _ in 0..rounds {
                last = again(simd, inner, last, 64);
                last = again(simd, outer, last, 64);
                for (key, word) in keys.iter_mut().zip(last) {
                    *key ^= word;
                }
            }
        }
    }
    let mut out = [[0; 32]; 4];
    for (lane, key) in out.iter_mut().enumerate() {
        for (bytes, word) in key.as_chunks_mut().0.iter_mut().zip(&keys) {
            *bytes = word[lane].to_be_bytes();
        }
    }
    out
}

/// Returns the key of an HMAC as a block (RFC 2104).
fn block(password: &[u8]) -> [u32; 16] {
    if password.len() > 64 {
        return words(&Sha256::digest(password));
    }
    let mut block = [0; 64];
    for (place, byte) in block.iter_mut().zip(password) {
        *place = *byte;
    }
    words(&block)
}

/// Returns the words of bytes, and zeros after the last.
fn words<const N: usize>(bytes: &[u8]) -> [u32; N] {
    let mut words = [0; N];
    for (word, bytes) in words.iter_mut().zip(bytes.as_chunks().0) {
        *word = u32::from_be_bytes(*bytes);
    }
    words
}

fn side_by_side<S: Simd, const N: usize>(simd: S, [a, b, c, d]: [[u32; N]; 4]) -> [Word<S>; N] {
    std::array::from_fn(|at| Word::simd_from(simd, [a[at], b[at], c[at], d[at]]))
}

/// Hashes hashes on top of a state that so many bytes have made.
#[inline(always)]
fn again<S: Simd>(simd: S, state: [Word<S>; 8], hash: [Word<S>; 8], before: u32) -> [Word<S>; 8] {
    let mut block = [Word::splat(simd, 0); 16];
    for (place, word) in block.iter_mut().zip(hash) {
        *place = word;
    }
    block[8] = Word::splat(simd, 1 << 31);
    block[15] = Word::splat(simd, (before + 32) * 8);
    compress(simd, state, block)
}

/// Hashes a block on top of a state (FIPS 180-4, 6.2.2).
#[inline(always)]
fn compress<S: Simd>(simd: S, state: [Word<S>; 8], block: [Word<S>; 16]) -> [Word<S>; 8] {
    let mut words = block;
    let mut now = state;
    for (sixteen, constants) in CONSTANTS.into_iter().enumerate() {
        for (at, constant) in constants.into_iter().enumerate() {
            if sixteen > 0 {
                let (near, far) = (words[(at + 1) % 16], words[(at + 14) % 16]);
                let near = turned(near, 7) ^ turned(near, 18) ^ (near >> 3);
                let far = turned(far, 17) ^ turned(far, 19) ^ (far >> 10);
                words[at] = words[at] + near + words[(at + 9) % 16] + far;
            }
            now = round(now, words[at] + Word::splat(simd, constant));
        }
    }
    for (word, before) in now.iter_mut().zip(state) {
        *word += before;
    }
    now
}

#[inline(always)]
#[expect(clippy::many_single_char_names, reason = "the names of the standard")]
fn round<S: Simd>([a, b, c, d, e, f, g, h]: [Word<S>; 8], word: Word<S>) -> [Word<S>; 8] {
    let first = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + (g ^ (e & (f ^ g))) + word;
    let second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (c & (a ^ b)));
    [first + second, a, b, c, d + first, e, f, g]
}

#[inline(always)]
fn turned<S: Simd>(word: Word<S>, by: u32) -> Word<S> {
    (word >> by) | (word << (32 - by))
}
