//! The bytes of a file become a text.

use super::Refusal;
use super::refusal::{check_length, check_units};

/// A file in which more than one unit in this many is a control character is not text.
const CONTROL_SHARE: usize = 16;

/// Reads the bytes of a file as text: UTF-8 with or without a byte-order mark, UTF-16 with one.
///
/// Other encodings are not guessed at: a wrong guess changes people's words without telling them.
///
/// # Errors
///
/// [`Refusal::NotText`] where the bytes are no such text, and [`Refusal::TooLong`] above
/// [`TEXT_LIMIT`](super::TEXT_LIMIT). An empty file is an empty text.
///
/// ```
/// use sayso::article::{Refusal, decode};
/// assert_eq!(decode(b"\xEF\xBB\xBFsaid"), Ok("said".to_owned()));
/// assert_eq!(decode(b"\xFF\xFEs\0a\0"), Ok("sa".to_owned()));
/// assert_eq!(decode(b"caf\xE9"), Err(Refusal::NotText { at: 3 }));
/// ```
pub fn decode(bytes: &[u8]) -> Result<String, Refusal> {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest, 3),
        _ => utf8(bytes, 0),
    }
}

/// `before` is the length of the byte-order mark, in bytes.
fn utf8(bytes: &[u8], before: usize) -> Result<String, Refusal> {
    let text =
        str::from_utf8(bytes).map_err(|wrong| Refusal::NotText { at: before + wrong.valid_up_to() })?;
    check_length(bytes)?;
    match first_control(bytes.iter().map(|byte| u16::from(*byte))) {
        Some(at) => Err(Refusal::NotText { at: before + at }),
        None => Ok(text.to_owned()),
    }
}

/// Which unit is the first NUL, or else the first control character, of a file that is full of
/// control characters; `None` for a text, which may hold a stray one.
fn first_control(mut units: impl Iterator<Item = u16> + Clone) -> Option<usize> {
    let control = |unit: u16| unit < 0x20 && !matches!(unit, 0x09..=0x0D);
    let (length, count) =
        units.clone().fold((0, 0), |(n, found), unit| (n + 1, found + usize::from(control(unit))));
    if count * CONTROL_SHARE <= length {
        return None;
    }
    let first_nul = units.clone().position(|unit| unit == 0);
    first_nul.or_else(|| units.position(control))
}

/// The bytes after the byte-order mark, which is two bytes long.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Refusal> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    check_units(pairs.len())?;
    let units = pairs.iter().copied().map(unit);
    if let Some(index) = first_control(units.clone()) {
        return Err(Refusal::NotText { at: 2 + 2 * index });
    }
    let mut text = String::with_capacity(bytes.len());
    let mut at = 2;
    for character in char::decode_utf16(units) {
        let character = character.map_err(|_lone_surrogate| Refusal::NotText { at })?;
        text.push(character);
        at += 2 * character.len_utf16();
    }
    if odd.is_empty() { Ok(text) } else { Err(Refusal::NotText { at }) }
}

#[cfg(test)]
mod tests {
    use super::super::TEXT_LIMIT;
    use super::{Refusal, decode};

    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(decode(bytes).as_deref(), Ok(expected), "{bytes:?}");
    }

    fn refuse(bytes: &[u8], at: usize) {
        assert_eq!(decode(bytes), Err(Refusal::NotText { at }), "{bytes:?}");
    }

    fn in_utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        format!("\u{feff}{text}").encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn text_in_a_known_encoding_is_read() {
        check(b"", "");
        check(b"\xEF\xBB\xBF", "");
        check("“Trust,” said Tomás. 🙂".as_bytes(), "“Trust,” said Tomás. 🙂");
        check("\u{feff}said".as_bytes(), "said");
        for unit in [u16::to_le_bytes, u16::to_be_bytes] {
            check(&in_utf16("“Trust,” said Tomás. 🙂\r\n", unit), "“Trust,” said Tomás. 🙂\r\n");
            check(&in_utf16("", unit), "");
        }
    }

    #[test]
    fn a_stray_control_byte_is_for_the_clean_up() {
        check(b"a long enough line of text with \0 in it", "a long enough line of text with \0 in it");
        check(b"page one\x0Cpage two\x0C", "page one\x0Cpage two\x0C");
    }

    #[test]
    fn what_is_not_text_is_refused_where_it_shows() {
        refuse(b"caf\xE9 au lait", 3);
        refuse(b"\xEF\xBB\xBFcaf\xE9", 6);
        refuse(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3", 10);
        refuse(b"\x89PNG\r\n\x1a\n", 0);
        refuse(b"cut \xE2\x80", 4);
        refuse(b"s\0a\0i\0d\0", 1);
        refuse(b"PK\x03\x04\x14\0\x06\0", 5);
        refuse(b"ab\x01\x02\x03\x04", 2);
        refuse(&[0; 64], 0);
        refuse(b"\xFF\xFEa\0b", 4);
        refuse(b"\xFE\xFF\0a\xD8\x00\0b", 4);
        refuse(b"\xFF\xFEa\0\x3D\xD8", 4);
        refuse(b"\xFF\xFE\0\0a\0\0\0b\0\0\0", 2);
    }

    #[test]
    fn a_longer_text_than_is_taken_is_refused_in_its_own_length() {
        let limit = TEXT_LIMIT;
        assert_eq!(decode("é".repeat(limit).as_bytes()).map(|text| text.len()), Ok(2 * limit));
        let too_long = |length| Err(Refusal::TooLong { length, limit });
        assert_eq!(decode("é".repeat(limit + 1).as_bytes()), too_long(limit + 1));
        assert_eq!(decode("🙂".repeat(limit / 2 + 1).as_bytes()), too_long(limit + 2));
        assert_eq!(decode(&in_utf16(&"a".repeat(limit + 5), u16::to_le_bytes)), too_long(limit + 5));
    }
}
