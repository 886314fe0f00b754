//! What of the article is near what is seen, and which cards stand beside that.

use std::ops::Range;
use std::rc::Rc;

use super::Sieve;
use crate::annotation::{Mark, MarkId, MarkKind};
use crate::article::Article;
use crate::session::Session;
use crate::text::ByteOffset;

/// Bytes that are taken to be near before anything was laid out.
const AT_FIRST: usize = 6_000;

/// Cards up to which all of them are there.
const FEW: usize = 200;

/// Cards up to which those a screen before and after what is seen are there too. More are never there beside
/// the text: folded, so many fill more than two screens, and each step moves all that stand below it.
const MANY: usize = 80;

/// Cards that come at once; the others follow while the page rests.
const AT_ONCE: usize = 60;

/// What is near.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Near {
    /// What is seen, and a screen before and after it: what is painted.
    pub(super) painted: Range<ByteOffset>,
    /// What is seen.
    pub(super) seen: Range<ByteOffset>,
    /// Whether every card is there: when the page is printed, and where cards do not stand beside the text
    /// but in a sheet that is gone through by itself.
    all: bool,
}

impl Near {
    /// The beginning of an article.
    pub(super) fn at_first(article: &Article) -> Near {
        let end = |bytes: usize| ByteOffset(bytes.min(article.text.len().0));
        Near { painted: ByteOffset(0)..end(AT_FIRST), seen: ByteOffset(0)..end(AT_FIRST / 4), all: false }
    }

    /// The same, with all cards or with those beside it alone.
    pub(super) fn with_cards(self, all: bool) -> Near {
        Near { all, ..self }
    }

    /// How many cards may come at once: for print all of them, since nothing can follow.
    pub(super) fn at_once(&self) -> usize {
        if self.all { usize::MAX } else { AT_ONCE }
    }

    /// All of it.
    pub(super) fn everything() -> Near {
        let all = ByteOffset(0)..ByteOffset(usize::MAX);
        Near { painted: all.clone(), seen: all, all: true }
    }
}

/// A mark that has a card, with its number in the whole list from 1, and whether it is there only because
/// it has the focus.
pub(super) type Listed = (usize, Rc<Mark>, bool);

/// The marks that have a card now, and how many there would be if all had one. Claims and notes have one, a
/// mention or a cue only while it is in hand; of very many only those near what is seen, besides the one in
/// hand and the one that has the focus.
pub(super) fn listed(
    session: &Session,
    sieve: &Sieve,
    near: &Near,
    kept: Option<&MarkId>,
) -> (Vec<Listed>, usize) {
    let (hand, kept) = (session.hand(), kept.and_then(|id| session.marks.get(id)));
    let is = |one: Option<&Rc<Mark>>, mark: &Rc<Mark>| one.is_some_and(|one| Rc::ptr_eq(one, mark));
    let open = sieve.filter.is_open();
    let has_card = |mark: &&Rc<Mark>| {
        let kind = matches!(mark.kind(), MarkKind::Claim | MarkKind::Note);
        (kind && (open || sieve.passes(session, mark))) || is(hand, mark)
    };
    let all: Vec<&Rc<Mark>> = session.marks.iter().filter(has_card).collect();
    let count = all.len();
    let numbered = all.into_iter().enumerate().map(|(at, mark)| (at + 1, mark));
    if count <= FEW || near.all {
        return (numbered.map(|(at, mark)| (at, mark.clone(), false)).collect(), count);
    }
    let mut beside = beside(session, near, &has_card).into_iter().peekable();
    let there = numbered.filter_map(|(at, mark)| {
        let stands = beside.next_if(|next| Rc::ptr_eq(next, mark)).is_some() || is(hand, mark);
        (stands || is(kept, mark)).then(|| (at, mark.clone(), !stands))
    });
    (there.collect(), count)
}

/// The marks with cards beside what is painted, in reading order; of very many the first of those beside what
/// is seen.
fn beside<'a>(
    session: &'a Session,
    near: &Near,
    has_card: &impl Fn(&&'a Rc<Mark>) -> bool,
) -> Vec<&'a Rc<Mark>> {
    let within = |stretch: &Range<ByteOffset>| session.marks.within(stretch.clone()).filter(has_card);
    let painted: Vec<&Rc<Mark>> = within(&near.painted).collect();
    if painted.len() <= MANY { painted } else { within(&near.seen).take(MANY).collect() }
}
