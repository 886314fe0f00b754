//! A block while it is read: its pieces, one after another.

use super::{Found, Piece};
use crate::article::{BlockKind, LinkAddress};

/// How words are set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Set {
    pub(super) emphasis: bool,
    pub(super) strong: bool,
    pub(super) link: Option<LinkAddress>,
}

/// The pieces of a block so far. What is set alike is one piece.
#[derive(Debug, Default)]
pub(super) struct Line {
    pieces: Vec<Piece>,
    /// Whether there is more than white space.
    is_filled: bool,
}

impl Line {
    pub(super) fn put(&mut self, text: &str, set: &Set) {
        if text.is_empty() {
            return;
        }
        self.is_filled = self.is_filled || !text.trim().is_empty();
        match self.pieces.last_mut() {
            Some(last) if last.is_set(set) => last.text.push_str(text),
            _ => self.pieces.push(Piece {
                text: text.to_owned(),
                emphasis: set.emphasis,
                strong: set.strong,
                link: set.link.clone(),
            }),
        }
    }

    /// Whether white space is all there is.
    pub(super) fn is_blank(&self) -> bool {
        !self.is_filled
    }

    /// Whether a line ended just now.
    pub(super) fn ends_in_line(&self) -> bool {
        self.pieces.last().is_some_and(|piece| piece.text.trim_end_matches(' ').ends_with('\n'))
    }

    /// Whether a space put now would follow another, or begin the block.
    pub(super) fn ends_in_space(&self) -> bool {
        self.pieces.last().is_none_or(|piece| piece.text.ends_with(char::is_whitespace))
    }

    /// The block; the line is empty afterwards. A headline is of weight as it is.
    pub(super) fn take(&mut self, kind: BlockKind) -> Found {
        let mut pieces = std::mem::take(&mut self.pieces);
        self.is_filled = false;
        if matches!(kind, BlockKind::Title | BlockKind::Heading) {
            pieces.iter_mut().for_each(|piece| piece.strong = false);
        }
        Found { kind, pieces, kept: true, part: 0 }
    }
}

impl Piece {
    fn is_set(&self, set: &Set) -> bool {
        (self.emphasis, self.strong, &self.link) == (set.emphasis, set.strong, &set.link)
    }
}

/// A row of a table: one block if each cell has one at most, else the blocks of its cells one after another,
/// as tables are also used to put things side by side.
pub(super) fn row(cells: Vec<Vec<Found>>) -> Vec<Found> {
    let filled: Vec<Vec<Found>> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
    if filled.len() < 2 || filled.iter().any(|cell| cell.len() > 1) {
        return filled.into_iter().flatten().collect();
    }
    let mut pieces = Vec::new();
    for found in filled.into_iter().flatten() {
        if !pieces.is_empty() {
            pieces.push(Piece { text: "\t".to_owned(), ..Piece::default() });
        }
        pieces.extend(found.pieces);
    }
    vec![Found { kind: BlockKind::Paragraph, pieces, kept: true, part: 0 }]
}

/// Puts its number before the words of a note.
pub(super) fn number(note: &mut [Found], number: usize) {
    if let Some(piece) = note.first_mut().and_then(|found| found.pieces.first_mut()) {
        piece.text = format!("[{number}] {}", piece.text.trim_start());
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Set, row};
    use crate::article::BlockKind;
    use crate::intake::Found;

    #[test]
    fn what_is_set_alike_is_one_piece() {
        let mut line = Line::default();
        let strong = Set { strong: true, ..Set::default() };
        for (text, set) in
            [("The ", &Set::default()), ("toll", &Set::default()), ("", &strong), (" stays", &strong)]
        {
            line.put(text, set);
        }
        let found = line.take(BlockKind::Paragraph);
        let pieces: Vec<_> = found.pieces.iter().map(|piece| (piece.text.as_str(), piece.strong)).collect();
        assert_eq!(pieces, [("The toll", false), (" stays", true)]);
        assert!(line.is_blank());
    }

    #[test]
    fn a_row_of_short_cells_is_one_block() {
        let cell = |text| vec![Found::plain(BlockKind::Paragraph, text)];
        let texts = |cells| row(cells).iter().map(Found::text).collect::<Vec<_>>();
        assert_eq!(texts(vec![cell("2025"), vec![], cell("9 %")]), ["2025\t9 %"]);
        let long = [cell("One."), cell("Two.")].concat();
        assert_eq!(texts(vec![cell("2025"), long]), ["2025", "One.", "Two."]);
        assert!(row(vec![vec![]]).is_empty());
    }
}
