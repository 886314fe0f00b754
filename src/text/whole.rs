//! A whole text with the index that converts its units.

use std::ops::Range;
use std::rc::Rc;

use super::index::{Place, TextIndex};
use super::{ByteOffset, CodePointOffset, Span, Utf16Offset};

/// An immutable text. Cloning is cheap.
///
/// It is the only place where offsets are converted and the only maker of [`Span`]s.
///
/// ```
/// use sayso::text::{CodePointOffset, Text, Utf16Offset};
/// let text = Text::new("a 🙂 b");
/// let face = text.span_utf16(Utf16Offset(2)..Utf16Offset(4)).expect("a whole character");
/// assert_eq!(text.slice(face), "🙂");
/// assert_eq!(text.code_points(face), CodePointOffset(2)..CodePointOffset(3));
/// assert_eq!(text.span_utf16(Utf16Offset(2)..Utf16Offset(3)), None, "it would cut the character");
/// ```
#[derive(Debug, Clone)]
pub struct Text(Rc<(String, TextIndex)>);

impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.as_str() == other.as_str()
    }
}

impl Eq for Text {}

impl Text {
    /// Takes a text as it is, to the letter. What a person pastes goes through
    /// [`clean`](super::clean) first.
    pub fn new(text: impl Into<String>) -> Text {
        let text = text.into();
        let index = TextIndex::new(&text);
        Text(Rc::new((text, index)))
    }

    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0.0
    }

    fn index(&self) -> &TextIndex {
        &self.0.1
    }

    /// The length in bytes.
    #[must_use]
    pub fn len(&self) -> ByteOffset {
        ByteOffset(self.index().end().byte)
    }

    /// Whether there is no character at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len().0 == 0
    }

    /// The length in UTF-16 units.
    #[must_use]
    pub fn utf16_len(&self) -> Utf16Offset {
        Utf16Offset(self.index().end().utf16)
    }

    /// The length in code points.
    #[must_use]
    pub fn code_point_len(&self) -> CodePointOffset {
        CodePointOffset(self.index().end().code_point)
    }

    /// The whole text as a span; `None` if it is empty.
    #[must_use]
    pub fn whole(&self) -> Option<Span> {
        self.span(ByteOffset(0)..self.len())
    }

    /// A span by bytes. `None` if it is empty, runs past the end, or starts or ends inside a
    /// character.
    #[must_use]
    pub fn span(&self, range: Range<ByteOffset>) -> Option<Span> {
        let slice = self.as_str().get(range.start.0..range.end.0)?;
        (!slice.is_empty()).then(|| Span::known(range))
    }

    /// A span by UTF-16 units, with the same refusals as [`Text::span`].
    #[must_use]
    pub fn span_utf16(&self, range: Range<Utf16Offset>) -> Option<Span> {
        let index = self.index();
        let start = index.at_utf16(self.as_str(), range.start)?;
        let end = index.at_utf16(self.as_str(), range.end)?;
        self.between(start, end)
    }

    /// A span by code points, with the same refusals as [`Text::span`].
    #[must_use]
    pub fn span_code_points(&self, range: Range<CodePointOffset>) -> Option<Span> {
        let index = self.index();
        let start = index.at_code_point(self.as_str(), range.start)?;
        let end = index.at_code_point(self.as_str(), range.end)?;
        self.between(start, end)
    }

    fn between(&self, start: Place, end: Place) -> Option<Span> {
        self.span(ByteOffset(start.byte)..ByteOffset(end.byte))
    }

    /// The characters of a span. Empty if the span belongs to another, shorter text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.as_str().get(span.start().0..span.end().0).unwrap_or_default()
    }

    /// What stands before a place; all of the text if the place is not in it.
    #[must_use]
    pub fn before(&self, place: ByteOffset) -> &str {
        self.as_str().get(..place.0).unwrap_or(self.as_str())
    }

    /// What stands after a place; nothing if the place is not in the text.
    #[must_use]
    pub fn after(&self, place: ByteOffset) -> &str {
        self.as_str().get(place.0..).unwrap_or_default()
    }

    /// A span in UTF-16 units.
    #[must_use]
    pub fn utf16(&self, span: Span) -> Range<Utf16Offset> {
        Utf16Offset(self.place(span.start()).utf16)..Utf16Offset(self.place(span.end()).utf16)
    }

    /// A span in code points.
    #[must_use]
    pub fn code_points(&self, span: Span) -> Range<CodePointOffset> {
        let (start, end) = (self.place(span.start()), self.place(span.end()));
        CodePointOffset(start.code_point)..CodePointOffset(end.code_point)
    }

    /// The byte offset of a place counted in UTF-16 units; `None` past the end or inside a
    /// character.
    #[must_use]
    pub fn byte_at_utf16(&self, offset: Utf16Offset) -> Option<ByteOffset> {
        self.index().at_utf16(self.as_str(), offset).map(|place| ByteOffset(place.byte))
    }

    /// A place in UTF-16 units; the end of the text for one that is not in it.
    #[must_use]
    pub fn utf16_at(&self, place: ByteOffset) -> Utf16Offset {
        Utf16Offset(self.place(place).utf16)
    }

    /// A place of a foreign text counts as the end of this one.
    fn place(&self, offset: ByteOffset) -> Place {
        self.index().at_byte(self.as_str(), offset).unwrap_or_else(|| self.index().end())
    }
}
