//! Sums that tie what is written to what it speaks of.

use sha2::{Digest as _, Sha256};

/// The SHA-256 of a text's UTF-8, as 64 lower-case hexadecimal digits.
///
/// ```
/// use sayso::format::sha256_hex;
/// assert!(sha256_hex("abc").starts_with("ba7816bf8f01cfea"));
/// ```
#[must_use]
pub fn sha256_hex(text: &str) -> String {
    format!("{:x}", Sha256::digest(text))
}

/// The CRC-32 of the parts as if they were one (ISO-HDLC, the one of IEEE 802.3, gzip and PNG).
///
/// It is worked out bit by bit: a table would add kilobytes to the page and save a millisecond.
pub(super) fn crc32(parts: &[&str]) -> u32 {
    /// The polynomial of IEEE 802.3 with its bits reversed.
    const POLYNOMIAL: u32 = 0xEDB8_8320;
    let mut sum = u32::MAX;
    for byte in parts.iter().flat_map(|part| part.bytes()) {
        sum ^= u32::from(byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ (POLYNOMIAL * (sum & 1));
        }
    }
    !sum
}

#[cfg(test)]
mod tests {
    use super::{crc32, sha256_hex};

    #[test]
    fn the_published_check_values_come_out() {
        assert_eq!(crc32(&["123456789"]), 0xCBF4_3926);
        assert_eq!(crc32(&["1234", "", "56789"]), 0xCBF4_3926);
        assert_eq!(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
