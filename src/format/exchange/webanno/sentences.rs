//! The text, put together of sentences, and where tokens stand in it.

use std::ops::Range;

use super::escape;
use crate::article::TEXT_LIMIT;
use crate::format::exchange::Fault;
use crate::text::{ByteOffset, Span, Text, Utf16Offset};

/// How many tokens of a sentence are looked for in vain before no more of it are.
const MISSES: usize = 100;

/// The text as far as it is read.
pub(super) struct Body {
    text: String,
    /// Its length in UTF-16 units.
    units: usize,
    /// The lines of a sentence whose first token has not come yet.
    heading: Option<String>,
    sentence: Option<Sentence>,
    java: bool,
}

/// The sentence that is being read.
struct Sentence {
    text: Text,
    /// Where it starts, and where the file says it does.
    start: usize,
    said: usize,
    /// Where the last token ends, in bytes.
    after: ByteOffset,
    /// Where the last token stands, and where the file says it does.
    token: (usize, usize),
    misses: usize,
}

/// Where a token or a part of one was found, in UTF-16 units.
pub(super) struct Found {
    pub(super) at: Option<Range<usize>>,
    /// Whether it stands elsewhere than the file says.
    pub(super) moved: bool,
}

impl Body {
    /// Begins; up to version 3.1 the text is written as Java has strings.
    pub(super) fn new(java: bool) -> Body {
        Body { text: String::new(), units: 0, heading: None, sentence: None, java }
    }

    /// A line of a sentence, above its tokens.
    pub(super) fn line(&mut self, line: &str) {
        let heading = self.heading.get_or_insert_default();
        *heading += &escape::text(line, self.java);
        heading.push('\n');
    }

    /// A token, by its offsets, and by its words where they are others. `None` if there is no sentence that it
    /// could be of.
    pub(super) fn token(&mut self, at: &Range<usize>, words: &str) -> Result<Option<Found>, Fault> {
        if let Some(heading) = self.heading.take() {
            self.begin(&heading, at.start)?;
        }
        let java = self.java;
        Ok(self.sentence.as_mut().map(|sentence| sentence.token(at, words, java)))
    }

    /// A part of the last token, by its offsets.
    pub(super) fn part(&self, at: &Range<usize>) -> Option<Found> {
        let sentence = self.sentence.as_ref()?;
        let (is, said) = sentence.token;
        let moved = |offset: usize| (offset + is).checked_sub(said);
        let span = moved(at.start).zip(moved(at.end)).and_then(|(start, end)| sentence.span(&(start..end)));
        Some(Found { at: span.map(|span| sentence.place(span)), moved: false })
    }

    /// A sentence whose first token starts there. What is missing before it was white space; if it starts
    /// where the one before ends, the line end between them was none.
    fn begin(&mut self, heading: &str, said: usize) -> Result<(), Fault> {
        if said > TEXT_LIMIT {
            return Err(Fault::TooLong(said));
        }
        if self.units == said + 1 && self.text.ends_with('\n') {
            self.text.pop();
            self.units -= 1;
        }
        let missing = said.saturating_sub(self.units);
        self.text.extend(std::iter::repeat_n(' ', missing));
        self.units += missing;
        self.text += heading;
        let start = self.units;
        self.units += heading.encode_utf16().count();
        let text = Text::new(heading);
        self.sentence = Some(Sentence { text, start, said, after: ByteOffset(0), token: (0, 0), misses: 0 });
        Ok(())
    }

    /// The whole text. Every line was given a line end, the last one has none.
    pub(super) fn finish(mut self) -> String {
        self.text += &self.heading.unwrap_or_default();
        if self.text.ends_with('\n') {
            self.text.pop();
        }
        self.text
    }
}

impl Sentence {
    fn token(&mut self, at: &Range<usize>, words: &str, java: bool) -> Found {
        let start = |offset: usize| offset.checked_sub(self.said);
        let there = start(at.start).zip(start(at.end)).and_then(|(start, end)| self.span(&(start..end)));
        let plain = escape::text(words, java);
        let is_it = |span: &Span| [words, &plain].contains(&self.text.slice(*span));
        let fits = there.filter(is_it);
        let found = if fits.is_some() { None } else { self.search(words) };
        if let Some(span) = fits.or(found).or(there) {
            self.after = span.end();
            self.token = (self.text.utf16(span).start.0, at.start);
        }
        Found { at: fits.or(found).or(there).map(|span| self.place(span)), moved: found.is_some() }
    }

    /// Looks for words behind the last token.
    fn search(&mut self, words: &str) -> Option<Span> {
        if words.is_empty() || self.misses >= MISSES {
            return None;
        }
        let found = self.text.after(self.after).find(words).and_then(|at| {
            let start = self.after.0 + at;
            self.text.span(ByteOffset(start)..ByteOffset(start + words.len()))
        });
        self.misses += usize::from(found.is_none());
        found
    }

    /// A span of UTF-16 units of the sentence.
    fn span(&self, at: &Range<usize>) -> Option<Span> {
        self.text.span_utf16(Utf16Offset(at.start)..Utf16Offset(at.end))
    }

    /// Where in the whole text it is.
    fn place(&self, span: Span) -> Range<usize> {
        let at = self.text.utf16(span);
        self.start + at.start.0..self.start + at.end.0
    }
}
