//! What is done to a pasted or opened text, once, at the door.

/// A text as it will be kept, and what was changed to make it so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned {
    /// The text from now on; all offsets speak of it.
    pub text: String,
    /// What was changed, each kind once, with the number of places.
    pub repairs: Vec<(Repair, usize)>,
}

/// A kind of change made at the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Repair {
    /// `CR LF`, `CR`, `NEL`, `VT`, `FF` and the Unicode line and paragraph separators became `LF`.
    LineEnd,
    /// No-break, thin, figure and other typographic spaces became the plain space.
    Space,
    /// Byte-order marks, zero-width spaces and soft hyphens were taken out: nobody sees them, and
    /// they make equal words unequal.
    Invisible,
    /// NUL and other control characters were taken out.
    Control,
    /// Characters that the file could not say (U+FFFD); they stay as they are.
    Unreadable,
}

/// Cleans a text. Cleaning twice changes nothing more.
///
/// Joiners (U+200C, U+200D), direction marks and the ideographic space stay: they carry meaning.
///
/// ```
/// use sayso::text::{Repair, clean};
/// let cleaned = clean("\u{feff}one\r\ntwo\u{a0}three");
/// assert_eq!(cleaned.text, "one\ntwo three");
/// assert_eq!(cleaned.repairs, [(Repair::LineEnd, 1), (Repair::Space, 1), (Repair::Invisible, 1)]);
/// ```
#[must_use]
pub fn clean(raw: &str) -> Cleaned {
    let mut text = String::with_capacity(raw.len());
    let mut counts = std::collections::BTreeMap::new();
    let mut characters = raw.chars().peekable();
    while let Some(c) = characters.next() {
        if c == '\r' && characters.peek() == Some(&'\n') {
            characters.next();
        }
        let (kept, repair) = settle(c);
        text.extend(kept);
        if let Some(repair) = repair {
            *counts.entry(repair).or_insert(0) += 1;
        }
    }
    Cleaned { text, repairs: counts.into_iter().collect() }
}

/// What one character becomes, and why.
fn settle(c: char) -> (Option<char>, Option<Repair>) {
    match c {
        '\n' | '\t' => (Some(c), None),
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => (Some('\n'), Some(Repair::LineEnd)),
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => (Some(' '), Some(Repair::Space)),
        '\u{feff}' | '\u{200b}' | '\u{ad}' | '\u{2060}' => (None, Some(Repair::Invisible)),
        '\u{fffd}' => (Some(c), Some(Repair::Unreadable)),
        _ if c.is_control() => (None, Some(Repair::Control)),
        _ => (Some(c), None),
    }
}
