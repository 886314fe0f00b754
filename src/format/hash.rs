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
/// It is worked out half a byte at a time: the table for whole bytes would add a kilobyte to the page.
pub(super) fn crc32(parts: &[&str]) -> u32 {
    let mut sum = u32::MAX;
    for byte in parts.iter().flat_map(|part| part.bytes()) {
        sum = fold_in(sum ^ u32::from(byte));
        sum = fold_in(sum);
    }
    !sum
}

/// Takes the lowest four bits out of a sum.
fn fold_in(sum: u32) -> u32 {
    let step = TABLE.get((sum & 15) as usize).copied().unwrap_or_default();
    sum >> 4 ^ step
}

/// What each four bits come to, by the polynomial `EDB88320`.
const TABLE: [u32; 16] = [
    0x0000_0000,
    0x1DB7_1064,
    0x3B6E_20C8,
    0x26D9_30AC,
    0x76DC_4190,
    0x6B6B_51F4,
    0x4DB2_6158,
    0x5005_713C,
    0xEDB8_8320,
    0xF00F_9344,
    0xD6D6_A3E8,
    0xCB61_B38C,
    0x9B64_C2B0,
    0x86D3_D2D4,
    0xA00A_E278,
    0xBDBD_F21C,
];

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
