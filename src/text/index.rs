//! Converts between the units: a checkpoint every [`STRIDE`] bytes, then a short scan.

use super::{ByteOffset, CodePointOffset, Utf16Offset};

/// Bytes between two checkpoints: a scan stays within two cache lines or so, and the table of a
/// megabyte takes 8,192 rows.
const STRIDE: usize = 128;

/// The same place in all three units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    pub(super) byte: usize,
    pub(super) utf16: usize,
    pub(super) code_point: usize,
}

impl Place {
    fn after(self, c: char) -> Place {
        Place {
            byte: self.byte + c.len_utf8(),
            utf16: self.utf16 + c.len_utf16(),
            code_point: self.code_point + 1,
        }
    }
}

/// The checkpoints of one text. Conversions cost a binary search and a scan of at most
/// [`STRIDE`] bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TextIndex {
    checkpoints: Vec<Place>,
    end: Place,
}

impl TextIndex {
    pub(super) fn new(text: &str) -> TextIndex {
        let mut checkpoints = vec![Place::default()];
        let (mut at, mut next) = (Place::default(), STRIDE);
        for c in text.chars() {
            if at.byte >= next {
                checkpoints.push(at);
                next = at.byte + STRIDE;
            }
            at = at.after(c);
        }
        TextIndex { checkpoints, end: at }
    }

    pub(super) fn end(&self) -> Place {
        self.end
    }

    pub(super) fn at_byte(&self, text: &str, offset: ByteOffset) -> Option<Place> {
        self.find(text, offset.0, |place| place.byte)
    }

    pub(super) fn at_utf16(&self, text: &str, offset: Utf16Offset) -> Option<Place> {
        self.find(text, offset.0, |place| place.utf16)
    }

    pub(super) fn at_code_point(&self, text: &str, offset: CodePointOffset) -> Option<Place> {
        self.find(text, offset.0, |place| place.code_point)
    }

    /// The place whose `unit` is `wanted`; `None` past the end or inside a character.
    fn find(&self, text: &str, wanted: usize, unit: impl Fn(Place) -> usize) -> Option<Place> {
        let after = self.checkpoints.partition_point(|place| unit(*place) <= wanted);
        let mut at = *self.checkpoints.get(after.checked_sub(1)?)?;
        let mut rest = text.get(at.byte..)?.chars();
        while unit(at) < wanted {
            at = at.after(rest.next()?);
        }
        (unit(at) == wanted).then_some(at)
    }
}
