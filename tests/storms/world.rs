//! A store with tabs on it, as the page has them: each with a session in memory, and with what the
//! others wrote and it has not heard of yet.

use std::collections::VecDeque;
use std::rc::Rc;

use super::store::Store;
use proptest::prelude::*;
use sayso::annotation::{MarkKind, Timestamp, Verdict};
use sayso::article::{Article, ArticleId, Block, BlockKind, Details, Inline, InlineKind};
use sayso::journal::{Conflict, Journal, Key};
use sayso::session::{Intent, Record, Session, Stamp, plan};
use sayso::text::{ByteOffset, Span, Spans, Text};

pub(crate) const STORY: &str = "The Harbour Board said on Tuesday that the bridge is safe. \u{1f642}\n\
    “We knew,” said one senior official. “Nobody acted.”\n\
    The bridge carries a third of the freight.";

/// Something a person does to the open article. Numbers choose among what there is.
#[derive(Debug, Clone)]
pub(crate) enum Act {
    Mark(MarkKind, usize),
    Note(usize, u8),
    Verdict(usize),
    Tie(usize, usize),
    Stretch(usize, usize),
    RemoveMark(usize),
    Rename(usize, u8),
    RemoveSource(usize),
    Title(u8),
    RemoveArticle,
    RestoreArticle,
    Undo,
    Redo,
    Name(u8),
    RestoreAt(usize),
    TakeOther,
}

pub(crate) fn act() -> impl Strategy<Value = Act> {
    let kind = prop::sample::select(MarkKind::ALL.to_vec());
    let one = 0_usize..64;
    prop_oneof![
        6 => (kind, one.clone()).prop_map(|(kind, at)| Act::Mark(kind, at)),
        6 => (one.clone(), any::<u8>()).prop_map(|(mark, words)| Act::Note(mark, words)),
        2 => one.clone().prop_map(Act::Verdict),
        3 => (one.clone(), one.clone()).prop_map(|(claim, source)| Act::Tie(claim, source)),
        2 => (one.clone(), one.clone()).prop_map(|(mark, at)| Act::Stretch(mark, at)),
        3 => one.clone().prop_map(Act::RemoveMark),
        2 => (one.clone(), any::<u8>()).prop_map(|(source, name)| Act::Rename(source, name)),
        1 => one.clone().prop_map(Act::RemoveSource),
        1 => any::<u8>().prop_map(Act::Title),
        1 => Just(Act::RemoveArticle),
        1 => Just(Act::RestoreArticle),
        5 => Just(Act::Undo),
        4 => Just(Act::Redo),
        1 => any::<u8>().prop_map(Act::Name),
        1 => one.prop_map(Act::RestoreAt),
        2 => Just(Act::TakeOther),
    ]
}

pub(crate) fn id() -> ArticleId {
    "a".into()
}

pub(crate) fn article() -> Rc<Article> {
    let text = Text::new(STORY);
    let mut at = 0;
    let lines = STORY.split_inclusive('\n').filter_map(|line| {
        let span = text.span(ByteOffset(at)..ByteOffset(at + line.trim_end().len()));
        at += line.len();
        span.map(|span| Block { kind: BlockKind::Paragraph, span })
    });
    let blocks = lines.collect();
    let first =
        text.span(ByteOffset(0)..ByteOffset(3)).map(|span| Inline { kind: InlineKind::Emphasis, span });
    Rc::new(Article { text, blocks, inlines: first.into_iter().collect() })
}

/// The `n`-th word of the story.
fn word(n: usize) -> Span {
    let text = &article().text;
    let words: Vec<&str> = STORY.split([' ', '\n']).collect();
    let word = words[n % words.len()];
    let at = word.as_ptr() as usize - STORY.as_ptr() as usize;
    text.span(ByteOffset(at)..ByteOffset(at + word.len())).expect("a word")
}

/// A page that shows the article.
pub(crate) struct Tab {
    pub(crate) journal: Journal<Rc<Store>>,
    pub(crate) session: Session,
    /// What others wrote and it has not heard of yet.
    pub(crate) inbox: VecDeque<String>,
    pub(crate) conflicts: Vec<Conflict>,
    latest: i64,
}

/// A store and the pages that are open on it.
pub(crate) struct World {
    pub(crate) store: Rc<Store>,
    pub(crate) tabs: Vec<Tab>,
    pub(crate) clock: i64,
    opened: usize,
}

impl World {
    /// A store with one article, open in so many tabs.
    pub(crate) fn new(tabs: usize) -> World {
        let store: Rc<Store> = Rc::default();
        let mut journal = Journal::new(store.clone(), "first");
        let details = Details { title: "Bridge".to_owned(), ..Details::default() };
        let first = Session::first(details, Vec::new(), Timestamp(1_000), "Ada".to_owned());
        journal.add(&id(), &article(), &first).expect("there is room");
        let mut world = World { store, tabs: Vec::new(), clock: 1_000, opened: 0 };
        for _ in 0..tabs {
            let tab = world.open();
            world.tabs.push(tab);
        }
        world
    }

    fn open(&mut self) -> Tab {
        self.opened += 1;
        let mut journal = Journal::new(self.store.clone(), &format!("t{}", self.opened * 7 % 10));
        let loaded = journal.load().expect("a store in memory");
        assert_eq!(loaded.aside, []);
        let session =
            loaded.shelves.into_iter().find(|shelf| shelf.id == id()).expect("the article").session();
        let latest = session.changed.0;
        Tab { journal, session, inbox: VecDeque::new(), conflicts: Vec::new(), latest }
    }

    /// The page is loaded again.
    pub(crate) fn reload(&mut self, tab: usize) {
        self.tabs[tab] = self.open();
    }

    /// What a page opened now would show.
    pub(crate) fn stored(&self) -> Session {
        let mut journal = Journal::new(self.store.clone(), "reader");
        journal.shelf(&id()).expect("a store in memory").expect("the article").session()
    }

    /// Does something in a tab, as the page does: plan, apply, keep.
    pub(crate) fn act(&mut self, tab: usize, act: &Act) {
        let clock = self.clock;
        let Some(intent) = self.tabs[tab].intent(act) else { return };
        let here = &mut self.tabs[tab];
        here.latest = clock.max(here.latest + 1);
        let name = |kind: &str| format!("{kind}{:06}-{tab}", here.latest);
        let ids = [name("m"), name("s"), name("n"), name("r")];
        let stamp = Stamp { at: Timestamp(here.latest), by: "Ada".to_owned(), ids, codebook: String::new() };
        let Some(transaction) = plan(&here.session, &intent, &stamp).transaction else { return };
        here.session = here.session.apply(&transaction);
        self.store.written.borrow_mut().clear();
        here.journal.append(&id(), &article().text, &transaction).expect("there is room");
        let new = self.store.written.borrow().clone();
        assert_eq!(new.len(), 1, "a step is one key");
        for (other, there) in self.tabs.iter_mut().enumerate() {
            if other != tab {
                there.inbox.extend(new.iter().cloned());
            }
        }
    }

    /// A tab hears of one of the things it has not heard of.
    pub(crate) fn deliver(&mut self, tab: usize, which: usize) {
        let here = &mut self.tabs[tab];
        let count = here.inbox.len();
        if let Some(key) = (count > 0).then(|| here.inbox.remove(which % count)).flatten() {
            here.hear(&key);
        }
    }

    /// All tabs hear of everything, in an order that the seed chooses.
    pub(crate) fn deliver_all(&mut self, seed: usize) {
        for tab in 0..self.tabs.len() {
            let mut turn = seed;
            while !self.tabs[tab].inbox.is_empty() {
                self.deliver(tab, turn);
                turn = turn.wrapping_mul(31).wrapping_add(7);
            }
        }
    }

    /// A tab folds all but `leave` steps.
    pub(crate) fn fold(&mut self, tab: usize, leave: usize) {
        let journal = &mut self.tabs[tab].journal;
        let Some(fold) = journal.fold(&id(), leave) else { return };
        let packed = pack(fold.past());
        journal.finish_fold(fold, &packed).expect("a store in memory");
    }
}

impl Tab {
    fn hear(&mut self, key: &str) {
        let Key::Entry(entry) = Key::parse(key) else { panic!("an entry: {key}") };
        let session = &self.session;
        let text = &session.article.text;
        // It may be folded by now; then the tab that folds has heard of it, and this one reads anew.
        let Some(received) = self.journal.receive(&entry, text, |id| session.record(id)) else {
            let shelf = self.journal.shelf(&id()).expect("a store in memory");
            self.session = shelf.expect("the article").session();
            return;
        };
        self.latest = self.latest.max(received.transaction.at.0);
        self.session = self.session.apply(&received.transaction);
        self.conflicts.extend(received.conflicts);
    }

    fn intent(&mut self, act: &Act) -> Option<Intent> {
        let session = &self.session;
        let mark = |n: usize| session.marks.iter().nth(n % session.marks.iter().len().max(1));
        let source = |n: usize| session.sources.iter().nth(n % session.sources.iter().len().max(1));
        Some(match act {
            Act::Mark(kind, at) => Intent::Mark(*kind, Spans::from(word(*at))),
            Act::Note(n, words) => Intent::SetNote(mark(*n)?.id.clone(), format!("note {words}")),
            Act::Verdict(n) => Intent::SetVerdict(mark(*n)?.id.clone(), Verdict::ALL[n % Verdict::ALL.len()]),
            Act::Tie(claim, to) => Intent::Tie(mark(*claim)?.id.clone(), source(*to)?.id.clone()),
            Act::Stretch(n, at) => Intent::SetBounds(mark(*n)?.id.clone(), Spans::from(word(*at))),
            Act::RemoveMark(n) => Intent::RemoveMark(mark(*n)?.id.clone()),
            Act::Rename(n, name) => {
                let source = source(*n)?;
                Intent::EditSource(sayso::annotation::Source {
                    name: format!("voice {name}"),
                    ..(**source).clone()
                })
            }
            Act::RemoveSource(n) => Intent::RemoveSource(source(*n)?.id.clone()),
            Act::Title(n) => {
                Intent::EditDetails(Details { title: format!("Title {n}"), ..(*session.details).clone() })
            }
            Act::RemoveArticle if !session.removed => Intent::RemoveArticle,
            Act::RestoreArticle if session.removed => Intent::RestoreArticle,
            Act::RemoveArticle | Act::RestoreArticle => return None,
            Act::Undo => Intent::Undo,
            Act::Redo => Intent::Redo,
            Act::Name(n) => Intent::NameState(format!("state {n}")),
            Act::RestoreAt(n) => {
                let steps = self.journal.history(&id()).len();
                let then = self.journal.state_at(&id(), n % steps.max(1))?;
                Intent::RestoreState(then.records(), "then".to_owned())
            }
            Act::TakeOther => {
                let conflict = self.conflicts.pop()?;
                Intent::TakeOther(conflict.id, conflict.other)
            }
        })
    }
}

/// What two pages must agree on.
pub(crate) fn shown(session: &Session) -> (bool, Vec<Record>) {
    (session.removed, session.records())
}

/// Packs as the browser does ("deflate-raw"), but in blocks that are only stored.
pub(crate) fn pack(text: &str) -> Vec<u8> {
    let mut packed = Vec::new();
    let mut rest = text.as_bytes();
    loop {
        let (block, after) = rest.split_at(rest.len().min(0xffff));
        let length = block.len() as u16;
        packed.push(u8::from(after.is_empty()));
        packed.extend(length.to_le_bytes());
        packed.extend((!length).to_le_bytes());
        packed.extend(block);
        rest = after;
        if rest.is_empty() {
            return packed;
        }
    }
}

pub(crate) fn unpack(packed: &[u8]) -> String {
    let (mut bytes, mut rest) = (Vec::new(), packed);
    while let [_, low, high, _, _, after @ ..] = rest {
        let (block, after) = after.split_at(usize::from(u16::from_le_bytes([*low, *high])));
        bytes.extend(block);
        rest = after;
    }
    String::from_utf8(bytes).expect("it was packed here")
}
