//! Articles of any size with any number of marks, to measure by. Words are made from numbers, so every
//! run sees the same.

use std::rc::Rc;

use sayso::annotation::{Mark, MarkId, MarkKind, Place, Timestamp};
use sayso::article::{Article, ArticleId, Block, BlockKind, Details};
use sayso::session::{Intent, Record, Session, Stamp, Transaction, plan};
use sayso::text::{ByteOffset, Span, Spans, Text};

/// When everything was made.
const AT: Timestamp = Timestamp(1_772_618_400_000);

/// Words of a paragraph.
const PARAGRAPH: usize = 60;

/// An article with words for so many marks, in paragraphs of 60 words with letters of one, two, three
/// and four bytes.
#[must_use]
pub fn article(words: usize) -> Rc<Article> {
    let mut written = String::new();
    let mut blocks = Vec::new();
    for first in (0..words.max(1)).step_by(PARAGRAPH) {
        let start = ByteOffset(written.len());
        for n in first..(first + PARAGRAPH).min(words.max(1)) {
            written.push_str(&format!("w{n:06}é—"));
            written.push(if n % 50 == 7 { '\u{1f642}' } else { ' ' });
        }
        blocks.push(start..ByteOffset(written.len()));
        written.push('\n');
    }
    let text = Text::new(written);
    let spans = blocks.into_iter().filter_map(|range| text.span(range));
    let blocks = spans.map(|span| Block { kind: BlockKind::Paragraph, span }).collect();
    Rc::new(Article { text, blocks, inlines: Vec::new() })
}

/// The `n`-th word of such an article.
#[must_use]
pub fn word(text: &Text, n: usize) -> Option<Span> {
    let at = text.as_str().find(&format!("w{n:06}"))?;
    text.span(ByteOffset(at)..ByteOffset(at + "w000000é".len()))
}

/// The words of such an article, in order.
#[must_use]
pub fn words(text: &Text) -> Vec<Span> {
    let starts = text.as_str().match_indices('w').map(|(at, _)| at);
    starts.filter_map(|at| text.span(ByteOffset(at)..ByteOffset(at + "w000000é".len()))).collect()
}

/// The transaction that brings an article in with a claim on each of its first `marks` words.
#[must_use]
pub fn first(article: &Rc<Article>, marks: usize) -> Transaction {
    let pattern = pattern(article);
    let words = words(&article.text);
    let records = words.iter().take(marks).enumerate().filter_map(|(n, span)| {
        let mark = Mark {
            id: MarkId::from(format!("m{n:06}").as_str()),
            place: Place::Placed(Spans::from(*span)),
            ..pattern.clone()?
        };
        Some(Record::Mark(Rc::new(mark)))
    });
    Session::first(Details::default(), records.collect(), AT, String::new())
}

/// An article with that transaction applied.
#[must_use]
pub fn session(marks: usize) -> Session {
    // Some words are left for marks to come.
    let article = article(marks + 8);
    let first = first(&article, marks);
    Session::new(id(), article).apply(&first)
}

/// The name of the article.
#[must_use]
pub fn id() -> ArticleId {
    "a".into()
}

/// What planning the `n`-th step needs from outside.
#[must_use]
pub fn stamp(n: usize) -> Stamp {
    let ids = ["m", "s", "n", "r"].map(|kind| format!("{kind}-new-{n}"));
    let at = Timestamp(AT.0 + 1 + i64::try_from(n).unwrap_or_default());
    Stamp { at, by: String::new(), ids, codebook: String::new() }
}

/// The claim that planning makes, for others to be made like it.
fn pattern(article: &Rc<Article>) -> Option<Mark> {
    let bare = Session::new(id(), article.clone());
    let word = word(&article.text, 0)?;
    let planned = plan(&bare, &Intent::Mark(MarkKind::Claim, Spans::from(word)), &stamp(0)).transaction?;
    planned.change.edits().find_map(|(_, edit)| match &edit.after {
        Some(Record::Mark(mark)) => Some(Mark::clone(mark)),
        _ => None,
    })
}
