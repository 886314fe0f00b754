//! The whole page with an article of some dozen marks.

use std::rc::Rc;

use js_sys::{Function, Promise};
use sayso::annotation::{
    Claim, Content, Mark, MarkId, Place, Register, Source, SourceId, SourceKind, Timestamp,
};
use sayso::app::Driven;
use sayso::article::{ArticleId, Foreign, plain};
use sayso::session::{Intent, Record, Session};
use sayso::text::{ByteOffset, Spans};
use sayso::view::Ask;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, HtmlElement};

use crate::drawn;

/// Claims in the article. Every paragraph has one.
pub(crate) const MARKS: usize = 24;

/// Frames without a drawing after which the page rests.
const QUIET: usize = 30;

const PARAGRAPH: &str =
    "The ferry stays in the harbour, said the pilot, and nobody asked her why it did.\n\n";

#[wasm_bindgen(inline_js = "
    export function type_into(field, text) {
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
")]
extern "C" {
    /// What a key does to a field.
    pub(crate) fn type_into(field: &HtmlElement, text: &str);
}

thread_local! {
    static DRIVEN: Driven = start();
}

/// The page with an article that nothing was done to.
pub(crate) struct Page(Driven);

/// What decides where things stand.
const STYLES: [&str; 5] = [
    include_str!("../../styles/tokens.css"),
    include_str!("../../styles/base.css"),
    include_str!("../../styles/frame.css"),
    include_str!("../../styles/article.css"),
    include_str!("../../styles/claims.css"),
];

/// The page is opened once: what it listens to it listens to for ever.
fn start() -> Driven {
    drawn::listen();
    let styles = document().create_element("style").unwrap();
    styles.set_text_content(Some(&STYLES.concat()));
    document().body().unwrap().append_child(&styles).unwrap();
    let app = document().create_element("div").unwrap();
    app.set_id("app");
    document().body().unwrap().append_child(&app).unwrap();
    Driven::start().expect("a place for the page")
}

/// Shows another article, and waits until it is drawn.
pub(crate) async fn open() -> Page {
    let page = Page(DRIVEN.with(Driven::clone));
    page.rests().await;
    drawn::take();
    let parsed = plain(&PARAGRAPH.repeat(MARKS)).expect("a text");
    let id = format!("drawn-{}", js_sys::Math::random());
    let mut session = Session::new(ArticleId::from(id.as_str()), Rc::new(parsed.article));
    session.removed = false;
    let mut register = Register::default();
    register.insert(voice());
    session.sources = Rc::new(register);
    session.marks = Rc::new((0..MARKS).map(|at| claim(&session, &format!("mark-{at}"), at, 0)).collect());
    page.0.show(session);
    page.rests().await;
    page
}

impl Page {
    /// Asks what a view would ask, and counts what that draws until the page rests.
    pub(crate) async fn does(&self, ask: Ask) {
        self.rests().await;
        drawn::take();
        self.0.ask(ask);
        self.rests().await;
    }

    /// A step that brings one claim more, in a paragraph that is seen.
    pub(crate) fn one_more(&self, name: &str) -> Ask {
        let session = self.0.session().expect("an article");
        Ask::Do(Intent::Merge(vec![Record::Mark(claim(&session, name, 1, name.len() * 5))]))
    }

    /// Waits until nothing is drawn any more and all is kept.
    pub(crate) async fn rests(&self) {
        let (mut quiet, mut before) = (0, drawn::count());
        while quiet < QUIET {
            frame().await;
            let kept = document().query_selector(".saving.saved").unwrap().is_some();
            quiet = if kept && drawn::count() == before { quiet + 1 } else { 0 };
            before = drawn::count();
        }
    }
}

/// What is typed into.
pub(crate) fn field(selector: &str) -> HtmlElement {
    drawn::take();
    document().query_selector(selector).unwrap().expect(selector).unchecked_into()
}

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

async fn frame() {
    let mut next = |resolve: Function, _| {
        web_sys::window().unwrap().request_animation_frame(&resolve).unwrap();
    };
    JsFuture::from(Promise::new(&mut next)).await.unwrap();
}

fn voice() -> Rc<Source> {
    Rc::new(Source::new(SourceId::from("pilot"), "the pilot".into(), SourceKind::NamedPerson))
}

/// A claim of a few words in a paragraph.
fn claim(session: &Session, name: &str, paragraph: usize, from: usize) -> Rc<Mark> {
    let block = session.article.blocks.get(paragraph).expect("a paragraph").span;
    let start = ByteOffset(block.start().0 + from);
    let span = session.article.text.span(start..ByteOffset(start.0 + 9)).expect("whole characters");
    Rc::new(Mark {
        id: MarkId::from(name),
        place: Place::Placed(Spans::from(span)),
        content: Content::Claim(Claim::default()),
        note: String::new(),
        tags: Vec::new(),
        fields: Vec::new(),
        creator: String::new(),
        codebook: String::new(),
        created: Timestamp::default(),
        modified: Timestamp::default(),
        drift: None,
        foreign: Foreign::default(),
    })
}
