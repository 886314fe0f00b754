//! Lines become blocks, and each block gets its kind.

use std::borrow::Cow;

use super::byline::byline;
use super::credit::is_credit;
use super::endings::{at_most, ends_in_prose, ends_sentence};
use super::furniture::{is_aside, is_furniture_line};
use super::layout::Layout;
use super::lines::{Lead, Line, lines};
use crate::article::{Block, BlockKind};
use crate::text::{ByteOffset, Span, Text};

/// The longest headline, in characters.
const LONGEST_TITLE: usize = 200;

/// The longest heading, in characters.
const LONGEST_HEADING: usize = 90;

/// The longest heading that may end with the dot of an abbreviation, in characters.
const LONGEST_STOPPED: usize = 20;

/// The longest headline that may be a question, in characters.
const LONGEST_QUESTION: usize = 100;

/// Bylines are looked for among this many blocks at most.
const TOP: usize = 12;

/// The blocks of a text in reading order. They hold every character that is not white space.
pub(super) fn blocks(text: &Text) -> Vec<Block> {
    let lines = lines(text.as_str());
    let layout = Layout::of(&lines);
    let groups = lines.chunk_by(|above, below| layout.joins(above, below));
    let drafts: Vec<Draft<'_>> = groups.filter_map(|group| Draft::of(text, group)).collect();
    let mut top = Top { is_open: true, has_title: false };
    let mut blocks = Vec::with_capacity(drafts.len());
    for (at, draft) in drafts.iter().enumerate() {
        top.is_open &= at < TOP;
        let kind = kind(draft, drafts.get(at + 1), &top);
        top = top.after(kind, draft);
        blocks.push(Block { kind, span: draft.span });
    }
    blocks
}

/// The lines of one block.
struct Draft<'t> {
    span: Span,
    lead: Lead,
    /// Its words on one line if it is short, else as they stand.
    words: Cow<'t, str>,
    /// How many lines it has.
    height: usize,
    after_blank: bool,
}

impl<'t> Draft<'t> {
    fn of(text: &'t Text, group: &[Line<'t>]) -> Option<Draft<'t>> {
        let (first, last) = (group.first()?, group.last()?);
        let span = text.span(ByteOffset(first.at)..ByteOffset(last.at + last.words.len()))?;
        let slice = text.slice(span);
        let words = match group.len() {
            2..=4 => Cow::Owned(slice.split_whitespace().collect::<Vec<_>>().join(" ")),
            _ => Cow::Borrowed(slice),
        };
        Some(Draft { span, lead: first.lead, words, height: group.len(), after_blank: first.after_blank })
    }

    /// Whether it reads like a paragraph: it ends as a sentence does, or it is long.
    fn is_prose(&self) -> bool {
        self.lead == Lead::Word && (ends_sentence(&self.words) || !at_most(&self.words, LONGEST_TITLE))
    }

    fn is_short_question(&self) -> bool {
        self.words.ends_with('?') && at_most(&self.words, LONGEST_QUESTION)
    }
}

/// How far the head of the article has been read.
struct Top {
    /// Whether the first real paragraph is still to come.
    is_open: bool,
    has_title: bool,
}

impl Top {
    fn after(&self, kind: BlockKind, draft: &Draft<'_>) -> Top {
        let story = matches!(kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quotation);
        // A line that is neither sentence nor headline may stand above the byline.
        let story = story && (draft.is_prose() || kind != BlockKind::Paragraph);
        Top {
            is_open: self.is_open && !story,
            has_title: self.has_title || kind == BlockKind::Title || story,
        }
    }
}

/// What a block is; a paragraph if in doubt.
fn kind(draft: &Draft<'_>, next: Option<&Draft<'_>>, top: &Top) -> BlockKind {
    let words = draft.words.as_ref();
    if is_credit(words) {
        return BlockKind::Credit;
    }
    if is_furniture_line(words) {
        return BlockKind::Aside;
    }
    if top.is_open && byline(words).is_some_and(|byline| byline.sure || top.has_title) {
        return BlockKind::Byline;
    }
    if !top.has_title && next.is_some() && is_title(draft) {
        return BlockKind::Title;
    }
    if is_aside(words) {
        return BlockKind::Aside;
    }
    match draft.lead {
        Lead::Item => BlockKind::ListItem,
        Lead::Quote => BlockKind::Quotation,
        Lead::Word if next.is_some_and(|next| is_heading(draft, next)) => BlockKind::Heading,
        Lead::Word => BlockKind::Paragraph,
    }
}

/// One line, or in wrapped text a few, that does not end as prose does. A question may be one if it
/// is short.
fn is_title(draft: &Draft<'_>) -> bool {
    let plain = draft.lead == Lead::Word && draft.words.contains(char::is_alphanumeric);
    let open = !ends_in_prose(&draft.words) || draft.is_short_question();
    plain && draft.height <= 3 && at_most(&draft.words, LONGEST_TITLE) && open
}

/// A short line above a paragraph: set apart by blank lines, or else visibly a heading.
fn is_heading(draft: &Draft<'_>, next: &Draft<'_>) -> bool {
    // *U.S.* may end a headline, but it ends a sentence more often; *8 p.m.* is a heading.
    let stopped = draft.words.ends_with('.') && !at_most(&draft.words, LONGEST_STOPPED);
    let short = draft.height == 1 && at_most(&draft.words, LONGEST_HEADING) && !stopped;
    let open = draft.words.contains(char::is_alphanumeric) && !ends_in_prose(&draft.words);
    let apart = draft.after_blank && next.after_blank;
    let above_text = next.is_prose() || next.lead != Lead::Word;
    short && open && above_text && (apart || looks_like_a_heading(&draft.words))
}

/// Every word starts with a capital, but for small ones. A script without capitals has no such look.
fn looks_like_a_heading(words: &str) -> bool {
    let small = |word: &str| at_most(word, 4) && !word.contains(char::is_uppercase);
    let capital = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let mut all = words.split_whitespace();
    all.next().is_some_and(|first| first.starts_with(char::is_uppercase))
        && all.all(|w| capital(w) || small(w))
}
