//! Bytes of a page become letters.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// Within so many bytes from its start a page says in which encoding it is written.
const HEAD: usize = 2_048;

/// The letters of a page: by its first bytes, by what it says, else UTF-8 if it is that, else as pages of the
/// West were written before. What means nothing there becomes U+FFFD.
pub(in crate::intake) fn letters(bytes: &[u8]) -> Cow<'_, str> {
    let valid = || str::from_utf8(bytes).is_ok().then_some(UTF_8);
    let encoding = Encoding::for_bom(bytes)
        .map(|(encoding, _)| encoding)
        .or_else(|| wide(bytes))
        .or_else(|| told(bytes).filter(|told| *told != UTF_8).or_else(valid))
        .unwrap_or(WINDOWS_1252);
    encoding.decode(bytes).0
}

/// UTF-16 without a mark: every other byte of its first tag is a zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [b'<', 0, _, 0, ..] => Some(encoding_rs::UTF_16LE),
        [0, b'<', 0, _, ..] => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

/// What `<meta charset="…">`, `<meta http-equiv>` or the XML declaration says. A page that can say so in plain
/// letters is not UTF-16.
fn told(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..HEAD.min(bytes.len()))?).to_ascii_lowercase();
    let after =
        ["charset", "encoding"].iter().find_map(|word| head.split_once(word).map(|(_, after)| after))?;
    let value = after.trim_start().strip_prefix('=')?.trim_start_matches([' ', '"', '\'']);
    let label = value.split(['"', '\'', ' ', ';', '>', '/', '?']).next()?;
    Encoding::for_label_no_replacement(label.as_bytes()).map(Encoding::output_encoding)
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn letters_are_read_as_the_page_says() {
        let check = |bytes: &[u8], expected: &str| assert!(letters(bytes).ends_with(expected), "{expected}");
        check("<p>Zölle".as_bytes(), "Zölle");
        check(b"\xEF\xBB\xBF<meta charset=latin1>Z\xC3\xB6lle", "Zölle");
        check(b"<p>Z\xF6lle \x84so\x93", "Zölle „so“");
        check(b"<meta charset='iso-8859-1'><p>Z\xF6lle", "Zölle");
        check(
            b"<META http-equiv=Content-Type content=\"text/html; charset=KOI8-R\"><p>\xF0\xCF\xD2\xD4",
            "Порт",
        );
        check(b"<?xml version='1.0' encoding='shift_jis'?><p>\x8D\x60", "港");
        check(b"<meta charset=utf-8><p>Z\xF6lle", "Zölle");
        check(b"\xFF\xFE<\0p\0>\0a\0", "<p>a");
        check(b"<\0p\0>\0a\0", "<p>a");
        check(b"<meta charset=nonsense><p>a", "a");
    }
}
