//! What `bench.js` calls.

use std::rc::Rc;

use sayso::annotation::{
    Claim, Content, Mark, MarkId, MarkKind, Place, Source, SourceId, SourceKind, Timestamp,
};
use sayso::app::Driven;
use sayso::article::{Article, ArticleId, Block, BlockKind, Foreign};
use sayso::session::{Intent, Record, Session};
use sayso::text::{ByteOffset, Spans, Text, Utf16Offset};
use sayso::view::Ask;
use wasm_bindgen::prelude::wasm_bindgen;

/// Voices that mentions are shared out to: a full register.
const VOICES: usize = 40;

#[wasm_bindgen(module = "/bench.js")]
extern "C" {
    /// Puts `window.bench` into the page.
    fn offer(page: Bench);
}

pub(crate) fn start() {
    if let Some(page) = Driven::start() {
        offer(Bench { page, shown: 0 });
    }
}

/// The page as `bench.js` sees it.
#[wasm_bindgen]
pub struct Bench {
    page: Driven,
    /// Articles that were shown, so that each is another one.
    shown: u32,
}

#[wasm_bindgen]
impl Bench {
    /// Shows an article of paragraphs, one a line.
    pub fn load(&mut self, text: String) {
        self.shown += 1;
        let article = Rc::new(paragraphs(text));
        let mut session = Session::new(ArticleId::from(format!("bench-{}", self.shown).as_str()), article);
        session.removed = false;
        self.page.show(session);
    }

    /// Places marks: their names one a line, and three numbers each: 1 for a mention and 0 for a claim, where it
    /// begins and where it ends. Returns how many were placed.
    pub fn place(&self, names: &str, numbers: &[u32]) -> usize {
        let Some(session) = self.page.session() else { return 0 };
        let mut next = Session::clone(&session);
        next.sources = voices();
        let placed = names.split('\n').zip(numbers.chunks_exact(3));
        let placed = placed.filter_map(|(name, numbers)| mark(&session.article.text, name, numbers));
        let all: Vec<Rc<Mark>> = session.marks.iter().cloned().chain(placed).collect();
        let count = all.len() - session.marks.iter().len();
        next.marks = Rc::new(all.into_iter().collect());
        self.page.show(next);
        count
    }

    /// Adds one mark, as a step that is stored.
    pub fn add(&self, name: &str, numbers: &[u32]) {
        let Some(session) = self.page.session() else { return };
        let mark = mark(&session.article.text, name, numbers).map(Record::Mark);
        self.page.ask(Ask::Do(Intent::Merge(mark.into_iter().collect())));
    }

    /// Removes one mark, as a step that is stored.
    pub fn remove(&self, name: &str) {
        self.page.ask(Ask::Do(Intent::RemoveMark(MarkId::from(name))));
    }

    /// Marks what is selected as a claim, as its key does. Returns its name and where it begins, in two lines.
    pub fn mark(&self) -> Option<String> {
        self.page.ask(Ask::MarkSelection(MarkKind::Claim));
        let session = self.page.session()?;
        let hand = session.hand()?;
        let start = session.article.text.utf16(hand.spans()?.hull()).start.0;
        Some(format!("{}\n{start}", hand.id))
    }

    /// The JSON file that people get.
    pub fn export(&self) -> String {
        self.page.export()
    }
}

fn paragraphs(text: String) -> Article {
    let text = Text::new(text);
    let mut at = 0;
    let mut blocks = Vec::new();
    for line in text.as_str().split('\n') {
        let range = ByteOffset(at)..ByteOffset(at + line.len());
        blocks.extend(text.span(range).map(|span| Block { kind: BlockKind::Paragraph, span }));
        at += line.len() + 1;
    }
    Article { text, blocks, inlines: Vec::new() }
}

fn voices() -> Rc<sayso::annotation::Register> {
    let mut register = sayso::annotation::Register::default();
    for at in 0..VOICES {
        let kind = SourceKind::ALL[at % SourceKind::ALL.len()];
        register.insert(Rc::new(Source::new(voice(at), format!("Voice {at}"), kind)));
    }
    Rc::new(register)
}

fn voice(at: usize) -> SourceId {
    SourceId::from(format!("v{at:03}").as_str())
}

fn mark(text: &Text, name: &str, numbers: &[u32]) -> Option<Rc<Mark>> {
    let &[kind, start, end] = numbers else { return None };
    let span = text.span_utf16(Utf16Offset(start as usize)..Utf16Offset(end as usize))?;
    let content = match kind {
        0 => Content::Claim(Claim::default()),
        _ => Content::Source(voice(start as usize % VOICES)),
    };
    Some(Rc::new(Mark {
        id: MarkId::from(name),
        place: Place::Placed(Spans::from(span)),
        content,
        note: String::new(),
        tags: Vec::new(),
        fields: Vec::new(),
        creator: String::new(),
        codebook: String::new(),
        created: Timestamp::default(),
        modified: Timestamp::default(),
        drift: None,
        foreign: Foreign::default(),
    }))
}
