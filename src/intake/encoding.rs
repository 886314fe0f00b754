//! The bytes of a text become letters, whatever encoding it was written in.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::caps::TEXT_BYTES;
use super::{Notice, Unread};
use crate::article::Refusal;

/// Where a page says which encoding it has, in bytes from its start (HTML, "prescan a byte stream").
const SAID_WITHIN: usize = 1_024;

/// One letter in so many may be none in the encoding that was recognised; of more it is no text.
const LOST_SHARE: usize = 50;

/// A text in which more than one letter in this many is a control character is none.
const CONTROL_SHARE: usize = 16;

/// Of damaged UTF-8, one foreign letter in so many may be lost.
const SOUND_SHARE: usize = 8;

/// Reads bytes as text. What is Unicode is read as that; of anything else the encoding is the one that the
/// server says it has, if it came from one, or is recognised by its letters, and a notice names it, so that
/// a person looks.
///
/// # Errors
///
/// [`Unread::Text`] for what is no text, [`Unread::TooLarge`] for more than any article has.
pub(super) fn text(bytes: &[u8], served: &str) -> Result<(String, Option<Notice>), Unread> {
    if bytes.len() > TEXT_BYTES {
        return Err(Unread::TooLarge { limit: TEXT_BYTES });
    }
    read(bytes, believed(served))
}

/// Reads the bytes of a page: as text, but what it says of itself counts before what is recognised, and what
/// its server says counts before that.
///
/// # Errors
///
/// As [`text`].
pub(super) fn page(bytes: &[u8], served: &str) -> Result<(String, Option<Notice>), Unread> {
    read(bytes, believed(served).or_else(|| said(bytes)))
}

fn read(bytes: &[u8], said: Option<&'static Encoding>) -> Result<(String, Option<Notice>), Unread> {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let sure = marked.or_else(|| wide(bytes)).or_else(|| sound(bytes)).or(said);
    let encoding = sure.unwrap_or_else(|| recognised(bytes));
    let text = encoding.decode(bytes).0.into_owned();
    let (lost, controls, all) = (lost(&text), text.chars().filter(is_control).count(), text.chars().count());
    if lost * LOST_SHARE > all || controls * CONTROL_SHARE > all {
        return Err(Refusal::NotText { at: first_wrong(bytes) }.into());
    }
    let told = match sure {
        None => Some(Notice::Encoding(encoding.name().to_owned())),
        Some(_) => (lost > 0).then_some(Notice::Lost(lost)),
    };
    Ok((text, told))
}

/// Which byte is the first that cannot be of a text.
fn first_wrong(bytes: &[u8]) -> usize {
    str::from_utf8(bytes)
        .map_or_else(|wrong| wrong.valid_up_to(), |text| text.find(|c| is_control(&c)).unwrap_or_default())
}

fn is_control(letter: &char) -> bool {
    matches!(letter, '\0'..='\u{8}' | '\u{e}'..='\u{1f}')
}

fn lost(text: &str) -> usize {
    text.chars().filter(|letter| *letter == char::REPLACEMENT_CHARACTER).count()
}

/// UTF-8, also where it is cut or damaged in a place or two: by far the most of its foreign letters are sound,
/// which no other encoding brings about.
fn sound(bytes: &[u8]) -> Option<&'static Encoding> {
    if str::from_utf8(bytes).is_ok() {
        return Some(UTF_8);
    }
    let (read, _) = UTF_8.decode_without_bom_handling(bytes);
    let foreign = read.chars().filter(|letter| !letter.is_ascii()).count();
    (lost(&read) * SOUND_SHARE < foreign).then_some(UTF_8)
}

/// UTF-16 without a mark: of plain letters every other byte is a NUL.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let (pairs, _) = bytes.as_chunks::<2>();
    let nuls = |which: fn(&[u8; 2]) -> u8| pairs.iter().filter(|pair| which(pair) == 0).count();
    let (first, second) = (nuls(|[first, _]| *first), nuls(|[_, second]| *second));
    match (first * 2 > pairs.len(), second * 2 > pairs.len()) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// The encoding by the letters that its bytes would be.
fn recognised(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// What a page says, in `charset=` or, as XML, in `encoding=`.
fn said(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..SAID_WITHIN.min(bytes.len()))?;
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let label = ["charset=", "encoding="].iter().find_map(|name| head.split_once(name))?.1;
    let is_end = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '>' | '/' | '?');
    believed(label.trim_start_matches(['"', '\'']).split(is_end).next()?)
}

/// The encoding of a name that the web knows. What is no Unicode, but is said to be, is said wrongly.
fn believed(label: &str) -> Option<&'static Encoding> {
    Encoding::for_label(label.as_bytes()).filter(|it| it.output_encoding() == *it && *it != UTF_8)
}

#[cfg(test)]
mod tests {
    use super::{page, text};
    use crate::intake::Notice;

    /// What is read, and the encoding if it was recognised.
    fn told(read: Result<(String, Option<Notice>), crate::intake::Unread>) -> Option<(String, String)> {
        let (text, notice) = read.ok()?;
        let name = notice.map(|notice| match notice {
            Notice::Encoding(name) => name,
            other => format!("{other:?}"),
        });
        Some((text, name.unwrap_or_default()))
    }

    #[test]
    fn unicode_is_read_as_it_is_and_the_rest_is_recognised() {
        let check = |bytes: &[u8], expected: &str, encoding: &str| {
            assert_eq!(told(text(bytes, "")), Some((expected.to_owned(), encoding.to_owned())));
        };
        let wide =
            |text: &str, bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<_>>();
        check("Der Zoll bleibt: „für alle“".as_bytes(), "Der Zoll bleibt: „für alle“", "");
        check(&wide("\u{feff}Le péage", u16::to_le_bytes), "Le péage", "");
        check(&wide("Le péage reste", u16::to_le_bytes), "Le péage reste", "");
        check(&wide("Le péage reste", u16::to_be_bytes), "Le péage reste", "");
        let cut =
            "Die Brücke bleibt für alle, größer und schöner, sagte sie über die Bürger: „Ja“".as_bytes();
        let (text_of_cut, notice) = text(&cut[..cut.len() - 1], "").expect("a text");
        assert!(text_of_cut.starts_with("Die Brücke bleibt für alle"));
        assert_eq!(notice, Some(Notice::Lost(1)));
        let (german, _, _) =
            encoding_rs::WINDOWS_1252.encode("Die Brücke bleibt, sagte die Bürgermeisterin: „Für alle.“");
        check(&german, "Die Brücke bleibt, sagte die Bürgermeisterin: „Für alle.“", "windows-1252");
        let (russian, _, _) =
            encoding_rs::WINDOWS_1251.encode("Мост остаётся, сказала она, и платить будут все.");
        check(&russian, "Мост остаётся, сказала она, и платить будут все.", "windows-1251");
        let (japanese, _, _) = encoding_rs::SHIFT_JIS.encode("橋は残ると彼女は言った。");
        check(&japanese, "橋は残ると彼女は言った。", "Shift_JIS");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let noise: Vec<u8> = (0..4_096_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert!(text(&noise, "").is_err());
        assert!(text(&[0; 64], "").is_err());
        assert!(text(b"\xFF\xFEa", "").is_err(), "half a letter after a mark");
    }

    #[test]
    fn what_a_page_says_counts_unless_it_is_unicode() {
        let check = |bytes: &[u8], expected: &str, encoding: &str| {
            let (text, name) = told(page(bytes, "")).expect("a page");
            assert_eq!((text.rsplit('>').next(), name.as_str()), (Some(expected), encoding));
        };
        check(b"<meta charset='iso-8859-2'><p>\xB1", "ą", "");
        check(b"<?xml version='1.0' encoding=\"windows-1251\"?><p>\xCC", "М", "");
        check(b"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'><p>\xCC", "л", "");
        check(b"<meta charset=utf-8><p>caf\xE9 and caf\xE9", "caf\u{e9} and caf\u{e9}", "windows-1252");
        check("<meta charset=koi8-r><p>café".as_bytes(), "café", "");
    }

    #[test]
    fn what_its_server_says_counts_before_what_a_page_says() {
        let check = |served: &str, bytes: &[u8], expected: &str, encoding: &str| {
            let (text, name) = told(page(bytes, served)).expect("a page");
            assert_eq!((text.rsplit('>').next(), name.as_str()), (Some(expected), encoding), "{served}");
        };
        check("ISO-8859-2", b"<p>\xB1", "ą", "");
        check("koi8-r", b"<meta charset=windows-1251><p>\xCC", "л", "");
        check("latin1", "<p>Über".as_bytes(), "Über", "");
        check("utf-8", b"<meta charset=koi8-r><p>\xCC", "л", "");
        check("no-such", b"<meta charset=koi8-r><p>\xCC", "л", "");
        check("utf-8", b"<p>caf\xE9 and caf\xE9", "caf\u{e9} and caf\u{e9}", "windows-1252");
        assert_eq!(told(text(b"\xB1", "iso-8859-2")), Some(("ą".to_owned(), String::new())));
    }
}
