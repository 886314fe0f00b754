//! The checksum in front of stored values, written a second time so that the first is not its own judge.

/// The value as it would be stored under `key`: eight hexadecimal digits of CRC-32 (ISO 3309) over the
/// key, a space and the JSON; a space; the JSON.
#[must_use]
pub fn seal(key: &str, json: &str) -> String {
    let mut sum = !0_u32;
    for byte in key.bytes().chain([b' ']).chain(json.bytes()) {
        sum ^= u32::from(byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
        }
    }
    format!("{:08x} {json}", !sum)
}
