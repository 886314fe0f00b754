//! Sessions in use: intents in sequence, read back as a line a claim.

mod bounds;
mod fields;
mod filter;
mod places;
mod register;
mod search;
mod states;
mod telling;
mod ties;
mod travel;
mod undo;

use std::rc::Rc;

use super::{Intent, Session, Stamp, Verb, claims, follow_up, plan};
use crate::annotation::{Mark, MarkId, MarkKind, MarkSet, Register, SaidBy, SourceId, Timestamp};
use crate::article::{Article, ArticleId, Block, BlockKind, Details};
use crate::text::{ByteOffset, Span, Spans, Text};

const STORY: &str = "The Harbour Board said on Tuesday that the bridge is safe.\n\
    “We knew,” said one senior official, who asked not to be named. “Nobody acted.”\n\
    The bridge carries a third of the freight.";

/// A stamp whose ids follow its time.
fn stamp(at: i64) -> Stamp {
    let id = |kind: &str, n: u8| format!("{kind}{at:05}-{n}");
    let ids = [id("m", 0), id("s", 0), id("m", 1), id("s", 1)];
    Stamp { at: Timestamp(at), by: String::new(), ids, codebook: String::new() }
}

/// A session and the counter its stamps come from.
struct Hand {
    session: Session,
    clock: i64,
}

impl Hand {
    fn reading(story: &str) -> Hand {
        let text = Text::new(story);
        let mut at = 0;
        let blocks = story.split('\n').filter_map(|line| {
            let span = text.span(ByteOffset(at)..ByteOffset(at + line.len()));
            at += line.len() + 1;
            span.map(|span| Block { kind: BlockKind::Paragraph, span })
        });
        let blocks = blocks.collect();
        let session =
            Session::new(ArticleId::from("a"), Rc::new(Article { text, blocks, inlines: Vec::new() }));
        let details = Details { title: "Bridge".into(), ..Default::default() };
        let first = Session::first(details, Vec::new(), Timestamp(1), String::new());
        Hand { session: session.apply(&first), clock: 1 }
    }

    /// As the page does it: plan, apply, then what follows by itself.
    #[expect(clippy::needless_pass_by_value, reason = "cases read better without borrows")]
    fn act(&mut self, intent: Intent) -> &mut Hand {
        self.clock += 1;
        let stamp = stamp(self.clock);
        let plan = plan(&self.session, &intent, &stamp);
        if let Some(transaction) = &plan.transaction {
            self.session = self.session.apply(transaction);
        }
        self.session = self.session.clone().hold(&plan.hand);
        if let Some(next) = follow_up(&intent, &plan) {
            self.act(next);
        }
        self
    }

    fn span(&self, phrase: &str) -> Span {
        let at = self.session.article.text.as_str().find(phrase).expect("the phrase is in the story");
        let range = ByteOffset(at)..ByteOffset(at + phrase.len());
        self.session.article.text.span(range).expect("a span")
    }

    /// The spans of phrases; a phrase is looked for in the whole story.
    fn spans(&self, phrases: &str) -> Spans {
        Spans::new(phrases.split(" … ").map(|phrase| self.span(phrase)).collect()).expect("a phrase")
    }

    fn mark(&mut self, kind: MarkKind, phrase: &str) -> &mut Hand {
        let spans = self.spans(phrase);
        self.act(Intent::Mark(kind, spans))
    }

    fn claim(&self) -> MarkId {
        self.session.claim_in_hand().expect("a claim in hand").id.clone()
    }

    /// The mark on these words.
    fn on(&self, quote: &str) -> &Rc<Mark> {
        let mut marks = self.session.marks.iter();
        marks.find(|mark| mark.quote(&self.session.article.text) == quote).expect("a mark on these words")
    }

    fn id(&self, quote: &str) -> MarkId {
        self.on(quote).id.clone()
    }

    /// The words of all marks.
    fn quotes(&self) -> Vec<String> {
        self.session.marks.iter().map(|mark| mark.quote(&self.session.article.text)).collect()
    }

    /// The names in the register.
    fn names(&self) -> Vec<&str> {
        self.session.sources.iter().map(|source| source.name.as_str()).collect()
    }

    /// What *Undo* would take back, and of what.
    fn last(&self) -> (Verb, &str, &str) {
        let step = self.session.history.undo_step().expect("a step");
        let (first, second) = step.both();
        (step.verb, first, second)
    }

    /// Everything that is kept.
    fn kept(&self) -> (Rc<MarkSet>, Rc<Register>, Rc<Details>, bool) {
        let session = &self.session;
        (session.marks.clone(), session.sources.clone(), session.details.clone(), session.removed)
    }

    /// Does something that changes something, and sees that *Undo* takes back all of it and *Redo*
    /// makes it again.
    fn step(&mut self, intent: Intent) -> &mut Hand {
        let before = self.kept();
        self.act(intent);
        let after = self.kept();
        assert_ne!(before, after, "nothing changed");
        assert_eq!(self.act(Intent::Undo).kept(), before);
        assert_eq!(self.act(Intent::Redo).kept(), after);
        self
    }

    /// Does something that changes nothing.
    fn refused(&mut self, intent: Intent) -> &mut Hand {
        let before = (self.kept(), self.session.history.undo_steps().len());
        self.act(intent);
        assert_eq!(before, (self.kept(), self.session.history.undo_steps().len()));
        self
    }

    fn source(&self, name: &str) -> SourceId {
        self.session.sources.iter().find(|s| s.name == name).expect("in the register").id.clone()
    }

    /// One line a claim: `quote < source (mention, cue)`.
    fn told(&self) -> String {
        let text = &self.session.article.text;
        let quote = |id: &Option<MarkId>| {
            id.as_ref().map_or("-".into(), |id| self.session.marks.get(id).expect("no loose end").quote(text))
        };
        let lines = claims(&self.session).map(|mark| {
            let said = match &mark.claim().expect("a claim").said_by {
                SaidBy::Open => "?".into(),
                SaidBy::Nobody => "nobody".into(),
                SaidBy::Sources(all) => {
                    let each = all.iter().map(|a| {
                        let name = &self.session.sources.get(&a.source).expect("no loose end").name;
                        format!("{name} ({}, {})", quote(&a.mention), quote(&a.cue))
                    });
                    each.collect::<Vec<_>>().join(" + ")
                }
            };
            format!("{} < {said}", mark.quote(text))
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

#[track_caller]
fn check(gesture: impl FnOnce(&mut Hand), told: &str) {
    let mut hand = Hand::reading(STORY);
    gesture(&mut hand);
    assert_eq!(hand.told(), told);
}
