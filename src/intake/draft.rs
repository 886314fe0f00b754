//! What was found, before a person has looked at it.

use super::FileKind;
use crate::article::{
    Article, Block, BlockKind, Details, Inline, InlineKind, LinkAddress, Notice as Repaired, Parsed, Refusal,
    check_length,
};
use crate::text::{ByteOffset, Repair, Text, clean};

/// An article as it was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// What is known about it.
    pub details: Details,
    /// All blocks that were found, in reading order, also those that are proposed to be left out.
    pub blocks: Vec<Found>,
    /// The names of its parts (the chapters of a book) in order; empty if it has none.
    pub parts: Vec<String>,
    /// What a person should know of how it was read.
    pub notices: Vec<Notice>,
}

/// A block that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it seems to be.
    pub kind: BlockKind,
    /// Its text, in stretches that are set alike.
    pub pieces: Vec<Piece>,
    /// Whether it is of the article. What is not (a menu, an advertisement) is shown and left out.
    pub kept: bool,
    /// Which of [`Draft::parts`] it belongs to; 0 if there are none.
    pub part: usize,
}

/// A stretch of a block that is set alike throughout.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Piece {
    /// Its words.
    pub text: String,
    /// Whether it is stressed.
    pub emphasis: bool,
    /// Whether it is of weight.
    pub strong: bool,
    /// Where it leads.
    pub link: Option<LinkAddress>,
}

/// Something a person should know of how a draft came about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Notice {
    /// Characters were changed or taken out, in so many places.
    Repaired(Repair, usize),
    /// The name says another kind than this, which it is and was read as.
    ReadAs(FileKind),
    /// It is no Unicode: this encoding, by the name that the web gives it, was recognised by its letters.
    Encoding(String),
    /// In so many places stand bytes that are no letters.
    Lost(usize),
    /// So many chapters, by their names, could not be read.
    PartsUnread(Vec<String>),
    /// So many changes were tracked: what was deleted is left out, what was inserted is here.
    Tracked {
        /// How many deletions.
        deleted: usize,
        /// How many insertions.
        inserted: usize,
    },
    /// So many footnotes and endnotes stand at the end.
    Footnotes(usize),
    /// So many comments were left out.
    Comments(usize),
    /// So many tables are read row by row.
    Tables(usize),
    /// So many pictures have no place in a text.
    Pictures(usize),
    /// So many attached files were left out.
    Attachments(usize),
    /// The times of so many captions were left out.
    Timings(usize),
    /// So many pages have no text: they are pictures.
    EmptyPages(usize),
    /// So many lines that stand on page after page (running heads, page numbers) are left out.
    RunningLines(usize),
    /// So many words that were broken at a line end are whole again.
    Mended(usize),
    /// No article was told from the rest of a page: all of it is here.
    WholePage,
}

impl Found {
    /// A block of plain words that is kept.
    #[must_use]
    pub fn plain(kind: BlockKind, text: &str) -> Found {
        let piece = Piece { text: text.to_owned(), ..Piece::default() };
        Found { kind, pieces: vec![piece], kept: true, part: 0 }
    }

    /// Its words.
    #[must_use]
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

impl Draft {
    /// The same; if nothing says its title, that is its headline.
    pub(super) fn titled(mut self) -> Draft {
        let headline = self.blocks.iter().find(|found| found.kept && found.kind == BlockKind::Title);
        if let Some(headline) = headline.filter(|_| self.details.title.is_empty()) {
            self.details.title = headline.text().split_whitespace().collect::<Vec<_>>().join(" ");
        }
        self
    }

    /// The article of the blocks that are kept, a blank line between them. The text is what the pieces
    /// hold, cleaned at the door; white space around a block goes.
    ///
    /// # Errors
    ///
    /// [`Refusal::Empty`] if nothing is kept, [`Refusal::TooLong`] if it is more than can be kept.
    pub fn parsed(&self) -> Result<Parsed, Refusal> {
        let mut sheet = Sheet::default();
        for found in self.blocks.iter().filter(|found| found.kept) {
            sheet.put(found);
        }
        let Sheet { text, blocks, inlines, .. } = sheet;
        if blocks.is_empty() {
            return Err(Refusal::Empty);
        }
        check_length(text.as_bytes())?;
        let text = Text::new(text);
        let span = |(from, to): (usize, usize)| text.span(ByteOffset(from)..ByteOffset(to));
        let blocks =
            blocks.into_iter().filter_map(|(kind, at)| Some(Block { kind, span: span(at)? })).collect();
        let inlines =
            inlines.into_iter().filter_map(|(kind, at)| Some(Inline { kind, span: span(at)? })).collect();
        let notices = self.notices.iter().filter_map(|notice| match notice {
            Notice::Repaired(repair, places) => Some(Repaired::Repaired(*repair, *places)),
            _ => None,
        });
        Ok(Parsed {
            details: self.details.clone(),
            notices: notices.collect(),
            article: Article { text, blocks, inlines },
        })
    }
}

/// The text as it grows, with places in bytes.
#[derive(Default)]
struct Sheet {
    text: String,
    blocks: Vec<(BlockKind, (usize, usize))>,
    inlines: Vec<(InlineKind, (usize, usize))>,
    /// Where among the inlines the last one of emphasis, of weight and with a link stands.
    last: [Option<usize>; 3],
}

impl Sheet {
    fn put(&mut self, found: &Found) {
        let before = self.text.len();
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        let from = self.inlines.len();
        self.last = [None; 3];
        for piece in &found.pieces {
            self.write(piece, start);
        }
        self.text.truncate(self.text.trim_end().len().max(start));
        let end = self.text.len();
        if end == start {
            self.text.truncate(before);
            self.inlines.truncate(from);
            return;
        }
        for (_, (_, to)) in self.inlines.iter_mut().skip(from) {
            *to = (*to).min(end);
        }
        let set = self.inlines.split_off(from);
        self.inlines.extend(set.into_iter().filter(|(_, (from, to))| from < to));
        self.blocks.push((found.kind, (start, end)));
    }

    fn write(&mut self, piece: &Piece, start: usize) {
        let cleaned = clean(&piece.text).text;
        let words = if self.text.len() == start { cleaned.trim_start() } else { cleaned.as_str() };
        let from = self.text.len();
        self.text.push_str(words);
        let at = (from, self.text.len());
        if from == at.1 {
            return;
        }
        let link = piece.link.clone().map(InlineKind::Link);
        let set = [
            piece.emphasis.then_some(InlineKind::Emphasis),
            piece.strong.then_some(InlineKind::Strong),
            link,
        ];
        let mut last = self.last;
        for (kind, last) in set.into_iter().zip(&mut last).filter_map(|(kind, last)| Some((kind?, last))) {
            *last = Some(self.set(kind, at, *last));
        }
        self.last = last;
    }

    /// A stretch that goes on where the last of its kind ended is one with it. Where it stands comes back.
    fn set(&mut self, kind: InlineKind, at: (usize, usize), last: Option<usize>) -> usize {
        let before = last.and_then(|last| Some((last, self.inlines.get_mut(last)?)));
        match before {
            Some((last, (each, (_, to)))) if *each == kind && *to == at.0 => {
                *to = at.1;
                last
            }
            _ => {
                self.inlines.push((kind, at));
                self.inlines.len() - 1
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Draft, Found, Piece};
    use crate::article::{BlockKind, InlineKind, LinkAddress, Refusal};

    fn piece(text: &str) -> Piece {
        Piece { text: text.to_owned(), ..Piece::default() }
    }

    #[test]
    fn kept_blocks_become_one_text() {
        let left = Found { kept: false, ..Found::plain(BlockKind::Aside, "Menu") };
        let link = LinkAddress::new("https://a.example");
        let pieces = vec![
            piece("  The "),
            Piece { emphasis: true, ..piece("toll") },
            Piece { emphasis: true, link, ..piece(" stays") },
            piece(".\u{a0}\n"),
        ];
        let told = Found { kind: BlockKind::Paragraph, pieces, kept: true, part: 0 };
        let draft = Draft {
            blocks: vec![
                left,
                Found::plain(BlockKind::Title, "Toll"),
                Found::plain(BlockKind::Heading, " "),
                told,
            ],
            ..Draft::default()
        };
        let parsed = draft.parsed().expect("something is kept");
        let text = &parsed.article.text;
        assert_eq!(text.as_str(), "Toll\n\nThe toll stays.");
        let blocks: Vec<_> =
            parsed.article.blocks.iter().map(|block| (block.kind, text.slice(block.span))).collect();
        assert_eq!(blocks, [(BlockKind::Title, "Toll"), (BlockKind::Paragraph, "The toll stays.")]);
        let inlines: Vec<_> = parsed.article.inlines.iter().map(|set| text.slice(set.span)).collect();
        assert_eq!(inlines, ["toll stays", " stays"]);
        assert_eq!(parsed.article.inlines.first().map(|set| &set.kind), Some(&InlineKind::Emphasis));
    }

    #[test]
    fn nothing_kept_is_no_article() {
        assert_eq!(Draft::default().parsed(), Err(Refusal::Empty));
        let blank =
            Draft { blocks: vec![Found::plain(BlockKind::Paragraph, " \u{200b}\n")], ..Draft::default() };
        assert_eq!(blank.parsed(), Err(Refusal::Empty));
    }
}
