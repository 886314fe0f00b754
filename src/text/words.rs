//! Words as people mean them.
//!
//! UAX #29 says where a word may end; people hold more together than it does: *well-known*, *AT&T*,
//! the *officials’* plan, *$3.5*, *20%*, *U.S.*

use unicode_segmentation::UnicodeSegmentation;

use super::{ByteOffset, Span, Text, nested_quotations};

/// The words of a stretch in order. Punctuation is none; an emoji or a symbol (*→*, *+*) is one by
/// itself. An apostrophe belongs to its word unless it is a quotation mark.
///
/// ```
/// use sayso::text::{Text, words};
/// let text = Text::new("“It’s a so-called ‘fix’ 🙂,” he said.");
/// let words: Vec<_> =
///     words(&text, text.whole().expect("not empty")).into_iter().map(|word| text.slice(word)).collect();
/// assert_eq!(words, ["It’s", "a", "so-called", "fix", "🙂", "he", "said"]);
/// ```
#[must_use]
pub fn words(text: &Text, stretch: Span) -> Vec<Span> {
    let base = stretch.start().0;
    let pieces: Vec<Piece<'_>> = text
        .slice(stretch)
        .split_word_bound_indices()
        .map(|(at, word)| Piece::new(base + at, word))
        .collect();
    let marks = apostrophes_that_quote(text, stretch, &pieces);
    let mut words: Vec<Word> = Vec::new();
    let mut behind = None;
    for (at, piece) in pieces.iter().enumerate() {
        let ahead = pieces.get(at + 1);
        let quotes = marks.binary_search(&piece.at).is_ok();
        let joined = words.last_mut().filter(|word| word.end == piece.at);
        match joined {
            Some(word) if !quotes && (word.goes_on(piece) || word.joins(piece, ahead)) => {
                word.take(piece, ahead);
            }
            _ if piece.kind == Kind::Space => {}
            _ if piece.kind == Kind::Mark && (quotes || !piece.stands(behind, ahead)) => {}
            _ => words.push(Word::new(piece, ahead)),
        }
        behind = Some(piece);
    }
    words.iter().filter_map(|word| text.span(ByteOffset(word.start)..ByteOffset(word.end))).collect()
}

/// All of a stretch, cut wherever a word may end (UAX #29): words, signs and white space.
///
/// ```
/// use sayso::text::{Text, pieces};
/// let text = Text::new("It isn’t 🙂.");
/// let pieces: Vec<_> =
///     pieces(&text, text.whole().expect("not empty")).into_iter().map(|piece| text.slice(piece)).collect();
/// assert_eq!(pieces, ["It", " ", "isn’t", " ", "🙂", "."]);
/// ```
#[must_use]
pub fn pieces(text: &Text, stretch: Span) -> Vec<Span> {
    let base = stretch.start().0;
    let pieces = text.slice(stretch).split_word_bound_indices();
    pieces
        .filter_map(|(at, piece)| text.span(ByteOffset(base + at)..ByteOffset(base + at + piece.len())))
        .collect()
}

/// The places of quotation marks that look like apostrophes, in order.
fn apostrophes_that_quote(text: &Text, stretch: Span, pieces: &[Piece<'_>]) -> Vec<usize> {
    if !pieces.iter().any(|piece| is_apostrophe(piece.text)) {
        return Vec::new();
    }
    let mut marks = Vec::new();
    for quotation in nested_quotations(text, stretch) {
        // Two apostrophes may be one mark.
        let ByteOffset(start) = quotation.whole.start();
        let ByteOffset(end) = quotation.whole.end();
        let inside = quotation.within.map_or(end..end, |within| within.start().0..within.end().0);
        marks.extend((start..inside.start).chain(inside.end..end));
    }
    marks.sort_unstable();
    marks
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Holds a letter or a figure.
    Letters,
    /// Neither a letter, nor punctuation, nor space.
    Symbol,
    /// Punctuation, and what may belong to a word.
    Mark,
    Space,
}

/// A stretch between two edges of UAX #29.
#[derive(Debug, Clone, Copy)]
struct Piece<'t> {
    at: usize,
    text: &'t str,
    kind: Kind,
}

impl<'t> Piece<'t> {
    fn new(at: usize, text: &'t str) -> Piece<'t> {
        let kind = if text.starts_with(|c: char| c.is_whitespace() || c.is_control()) {
            Kind::Space
        } else if text.contains(char::is_alphanumeric) {
            Kind::Letters
        } else if text.starts_with(is_punctuation) || is_prefix(text) {
            Kind::Mark
        } else {
            Kind::Symbol
        };
        Piece { at, text, kind }
    }

    fn has_letters(&self) -> bool {
        self.kind == Kind::Letters
    }

    fn is_figures(&self) -> bool {
        self.text.starts_with(|c: char| c.is_numeric())
    }

    /// Whether it begins the word ahead, *$3*, *−5*, *’90s*, or is one by itself.
    fn stands(&self, behind: Option<&Piece<'_>>, ahead: Option<&Piece<'_>>) -> bool {
        if is_prefix(self.text) {
            return true;
        }
        let Some(ahead) = ahead.filter(|ahead| ahead.has_letters()) else { return false };
        let free = behind.is_none_or(|behind| behind.kind == Kind::Space || matches!(behind.text, "(" | "["));
        let signed = matches!(self.text, "-" | "−" | "+" | ".") && ahead.is_figures();
        let clipped = is_apostrophe(self.text) && !behind.is_some_and(Piece::has_letters);
        (signed && free) || clipped
    }
}

/// A word as far as it is known, in bytes.
#[derive(Debug)]
struct Word {
    start: usize,
    end: usize,
    /// Its last piece is a joiner, so the next one belongs to it.
    open: bool,
    /// Its last piece holds letters or figures.
    letters: bool,
    last_character: char,
    /// It is letters and full stops in turn, as *U.S* is.
    initials: bool,
}

impl Word {
    fn new(piece: &Piece<'_>, ahead: Option<&Piece<'_>>) -> Word {
        let mut word = Word {
            start: piece.at,
            end: piece.at,
            open: false,
            letters: false,
            last_character: ' ',
            initials: piece.text.contains('.') && piece.text.split('.').all(is_initial),
        };
        word.take(piece, ahead);
        word
    }

    fn take(&mut self, piece: &Piece<'_>, ahead: Option<&Piece<'_>>) {
        let first = self.start == self.end;
        let holds_on = if first { piece.kind == Kind::Mark } else { is_joiner(piece.text) };
        self.initials = first && self.initials;
        self.end = piece.at + piece.text.len();
        self.letters = piece.has_letters();
        self.open = holds_on && ahead.is_some_and(Piece::has_letters);
        self.last_character = piece.text.chars().next_back().unwrap_or(' ');
    }

    /// Whether the piece goes on what a joiner left open.
    fn goes_on(&self, piece: &Piece<'_>) -> bool {
        self.open && piece.has_letters()
    }

    /// Whether the piece that follows at once belongs to it.
    fn joins(&self, piece: &Piece<'_>, ahead: Option<&Piece<'_>>) -> bool {
        let between = is_joiner(piece.text) && ahead.is_some_and(Piece::has_letters);
        let plural = is_apostrophe(piece.text) && matches!(self.last_character, 's' | 'S');
        let measured = matches!(piece.text, "%" | "‰" | "°") && self.last_character.is_numeric();
        self.letters && (between || plural || measured || (piece.text == "." && self.initials))
    }
}

fn is_initial(part: &str) -> bool {
    part.starts_with(char::is_alphabetic) && part.chars().nth(1).is_none()
}

fn is_apostrophe(piece: &str) -> bool {
    matches!(piece, "'" | "’" | "‘" | "ʼ")
}

fn is_joiner(piece: &str) -> bool {
    matches!(piece, "-" | "‐" | "‑" | "&" | "@" | "°") || is_apostrophe(piece)
}

fn is_prefix(piece: &str) -> bool {
    matches!(piece, "$" | "€" | "£" | "¥" | "₹" | "₽" | "₩" | "#" | "@" | "§")
}

/// Whether a character stands between words or around them.
fn is_punctuation(c: char) -> bool {
    match c {
        '$' | '%' | '&' | '+' | '<' | '=' | '>' | '^' | '|' | '~' | '`' => false,
        '¡' | '«' | '»' | '¿' | '·' | '،' | '؛' | '؟' | '۔' | '।' | '॥' | '−' => true,
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{3001}'..='\u{3003}' => true,
        '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}' | '・' => true,
        '！'
        | '（'
        | '）'
        | '，'
        | '．'
        | '：'
        | '；'
        | '？'
        | '［'
        | '］'
        | '｛'
        | '｝'
        | '｡'..='･'
        | '＂' => true,
        _ => c.is_ascii_punctuation(),
    }
}
