//! The stored form of a past: the entries that were folded into a snapshot, whole but packed.
//!
//! Whoever packs makes bytes; here 14 bits of them become a character, for a store counts UTF-16
//! units and not bits. The characters are those from U+4E00 on: one unit each, the same in every
//! normal form, and nothing that JSON would have to escape.
//!
//! ```text
//! 30a1f7c4 {"v":2,"steps":256,"sum":"91a0c7e2","bytes":5,"packed":"丘一丐"}
//! ```

use super::decode::needed;
use super::{EntryError, VERSION, seal};
use crate::format::hash::crc32;
use crate::format::json::Reader;

/// The first of the characters that stand for 14 bits.
const FIRST: u32 = 0x4E00;
/// The bits in a character.
const BITS: u32 = 14;

/// Folded entries, packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// How many entries are in it.
    pub steps: u64,
    /// The CRC-32 of the text that was packed, as 8 hexadecimal digits.
    pub sum: String,
    /// The packed text.
    pub packed: Vec<u8>,
}

#[derive(serde::Serialize)]
struct Line<'a> {
    v: u64,
    steps: u64,
    sum: &'a str,
    bytes: usize,
    packed: &'a str,
}

impl Past {
    /// A past of so many entries, with the text that holds them and what packing made of it.
    #[must_use]
    pub fn of(steps: u64, text: &str, packed: Vec<u8>) -> Past {
        Past { steps, sum: sum(text), packed }
    }

    /// Whether this is the text that was packed.
    #[must_use]
    pub fn holds(&self, text: &str) -> bool {
        self.sum == sum(text)
    }

    /// Writes a past to be stored under `key`.
    #[must_use]
    pub fn encode(&self, key: &str) -> String {
        let Past { steps, sum, packed } = self;
        let letters = letters(packed);
        seal::write(&Line { v: VERSION, steps: *steps, sum, bytes: packed.len(), packed: &letters }, key)
    }

    /// Reads a past that was stored under `key`.
    ///
    /// # Errors
    ///
    /// If the value or its key was changed since it was written, or if a newer version wrote it.
    pub fn decode(value: &str, key: &str) -> Result<Past, EntryError> {
        let mut reader = Reader::strict();
        let mut line = seal::line(value, key, VERSION, &mut reader)?;
        let (steps, sum) = (needed(line.number("steps")?, &line, "steps")?, line.needed_text("sum")?);
        let length = needed(line.number("bytes")?, &line, "bytes")?;
        let packed = bytes(&line.needed_text("packed")?, length);
        line.dismiss(&mut reader)?;
        let packed = packed.ok_or_else(|| EntryError::WrongShape { path: "packed".to_owned() })?;
        Ok(Past { steps, sum, packed })
    }
}

fn sum(text: &str) -> String {
    format!("{:08x}", crc32(&[text]))
}

fn letters(bytes: &[u8]) -> String {
    let mut letters = String::with_capacity(bytes.len() * 12 / 7 + 3);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        (held, bits) = (held << 8 | u32::from(*byte), bits + 8);
        if bits >= BITS {
            bits -= BITS;
            letters.extend(char::from_u32(FIRST + (held >> bits)));
            held &= (1 << bits) - 1;
        }
    }
    if bits > 0 {
        letters.extend(char::from_u32(FIRST + (held << (BITS - bits))));
    }
    letters
}

/// The bytes again, if the letters are of so many.
fn bytes(letters: &str, length: usize) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(letters.len());
    let (mut held, mut bits) = (0_u32, 0);
    for letter in letters.chars() {
        if bytes.len() == length {
            return None;
        }
        let value = u32::from(letter).checked_sub(FIRST).filter(|value| value >> BITS == 0)?;
        (held, bits) = (held << BITS | value, bits + BITS);
        while bits >= 8 && bytes.len() < length {
            bits -= 8;
            bytes.push((held >> bits & 0xFF) as u8);
        }
        held &= (1 << bits) - 1;
    }
    (bytes.len() == length && bits < BITS).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_every_length_come_back() {
        for length in 0..100 {
            let all: Vec<u8> = (0..length).map(|at: usize| (at * 151 + length * 7) as u8).collect();
            let packed = letters(&all);
            assert_eq!(packed.chars().count(), (length * 8).div_ceil(14));
            assert_eq!(bytes(&packed, length), Some(all));
            assert_eq!(bytes(&packed, length + 2), None);
            assert_eq!(
                bytes(&packed.repeat(3), length),
                (length == 0).then(Vec::new),
                "letters beyond the last byte"
            );
        }
        assert_eq!(bytes(&letters(&[255; 70]), 70), Some(vec![255; 70]));
        for odd in ["a", "\u{4dff}", "\u{8e00}", "\u{1f642}"] {
            assert_eq!(bytes(odd, 1), None, "{odd}");
        }
    }

    #[test]
    fn a_past_comes_back_under_its_own_key_alone() {
        let past = Past::of(3, "key\tvalue", vec![1, 2, 3]);
        let stored = past.encode("a");
        assert_eq!(Past::decode(&stored, "a"), Ok(past.clone()));
        assert_eq!(Past::decode(&stored, "b"), Err(EntryError::Damaged));
        assert!(past.holds("key\tvalue") && !past.holds("key\tother"));
    }
}
