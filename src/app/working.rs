//! Work on the open article: intents become transactions, are kept and are announced.

use std::rc::Rc;

use super::desk::State;
use crate::annotation::{Mark, MarkKind, Source};
use crate::browser;
use crate::session::{Hand, Intent, Origin, Plan, Session, Transaction, follow_up, plan};
use crate::text::{Span, Spans, trim, widen_to_graphemes};
use crate::view::{Caret, Tone};
use crate::words;

impl State {
    /// Does what a person asks of the open article, and what follows from it.
    pub(super) fn work(&mut self, intent: &Intent) {
        self.settle_drafts();
        self.put_pencil_down();
        let Some(done) = self.carry_out(intent) else { return };
        if done.transaction.is_some() {
            self.move_on();
        }
        self.close_dialog_after(intent);
        if self.propose(&done) {
            return;
        }
        let next = follow_up(intent, &done);
        let tied = next.and_then(|next| self.carry_out(&next)).and_then(|plan| plan.transaction);
        self.announce(&done, tied.as_ref());
    }

    /// Plans, applies and keeps one intent; `None` if no article is open or nothing may be changed.
    pub(super) fn carry_out(&mut self, intent: &Intent) -> Option<Plan> {
        let stamp = self.stamp();
        let session = self.open()?.clone();
        let plan = plan(&session, intent, &stamp);
        if plan.transaction.is_some() && self.refuse_if_read_only() {
            return None;
        }
        let next = match &plan.transaction {
            Some(transaction) => self.keep(&session, transaction),
            None => Session::clone(&session),
        };
        self.hold_shown(next.hold(&plan.hand));
        plan.transaction.iter().for_each(|done| self.ask_when_it_matters(done));
        Some(plan)
    }

    /// Applies a transaction and sends it to the store.
    pub(super) fn keep(&mut self, session: &Session, transaction: &Transaction) -> Session {
        self.outbox.append(&session.id, &session.article, transaction);
        self.past_grows(&session.id, transaction);
        session.apply(transaction)
    }

    pub(super) fn announce(&mut self, done: &Plan, tied: Option<&Transaction>) {
        let Some(session) = self.open().cloned() else { return };
        let sources = session.sources.iter().len();
        let sentence = match (&done.transaction, tied) {
            (Some(made), Some(tied)) => Some(words::marked_and_tied(&made.step, &tied.step)),
            (Some(made), None) => Some(match made.origin {
                Origin::Undo => words::undone(&made.step),
                Origin::Redo => words::redone(&made.step),
                Origin::Local | Origin::Remote | Origin::Import => words::done(&made.step, sources),
            }),
            (None, _) if done.hand == Hand::Keep => None,
            (None, _) => session.hand().map(|mark| describe(&session, mark)),
        };
        if let Some(sentence) = sentence {
            self.say(if self.settings.letters && asks_who(&session, &done.hand) {
                words::and_who(&sentence)
            } else {
                sentence
            });
        }
    }

    fn close_dialog_after(&mut self, intent: &Intent) {
        if matches!(intent, Intent::RemoveSource(_) | Intent::MergeSources { .. }) {
            self.dialog = None;
        }
    }

    pub(super) fn save_source(&mut self, source: Source) {
        self.dialog = None;
        self.work(&Intent::EditSource(source));
    }

    /// Marks what is selected in the article.
    pub(super) fn mark_selection(&mut self, kind: MarkKind) {
        self.mark_with(|spans| Intent::Mark(kind, spans));
    }

    /// Does something with what is selected, and says so if nothing is.
    pub(super) fn mark_with(&mut self, intent: impl FnOnce(Spans) -> Intent) {
        match self.selected_span() {
            Some(span) => {
                let clipped = browser::selection_leaves_article();
                self.work(&intent(span.into()));
                if clipped {
                    self.tell(Tone::Calm, words::only_inside(), None);
                }
            }
            None => self.say_nothing_selected(),
        }
    }

    pub(super) fn say_nothing_selected(&mut self) {
        if self.open().is_some() {
            self.tell_aloud(words::nothing_selected());
        }
    }

    /// What is selected, without white space at its edges and with whole characters only.
    /// Firefox forgets the selection when the keyboard goes to a menu; the caret does not.
    pub(super) fn selected_span(&self) -> Option<Span> {
        let text = &self.open()?.article.text;
        let drawn = || text.span_utf16(browser::selected(&self.slot.get()?)?);
        let at_caret = || {
            let Caret { anchor, focus } = self.pencil.caret?;
            text.span(anchor.min(focus)..anchor.max(focus))
        };
        let span = trim(text, drawn().or_else(at_caret)?)?;
        Some(widen_to_graphemes(text, span))
    }

    /// Puts a session in place of its former state.
    pub(super) fn put(&mut self, session: Session) {
        let session = Rc::new(session);
        let same_card = self.sessions.get(&session.id).is_some_and(|old| {
            let same_marks =
                Rc::ptr_eq(&old.marks, &session.marks) && Rc::ptr_eq(&old.sources, &session.sources);
            same_marks && old.details == session.details && old.removed == session.removed
        });
        if !same_card {
            self.changed.insert(session.id.clone());
        }
        self.sessions.insert(session.id.clone(), session);
        self.mend_filter();
        self.search_again();
    }
}

/// Whether a mention was made of a voice without a name, which a digit can name.
fn asks_who(session: &Session, hand: &Hand) -> bool {
    matches!(hand, Hand::Fresh(mention) if session.fresh.as_ref() == Some(mention))
}

fn describe(session: &Session, mark: &Mark) -> String {
    let quote = mark.quote(&session.article.text);
    let by = mark.claim().map(|claim| {
        let names = claim.said_by.attributions().iter().filter_map(|a| session.sources.get(&a.source));
        let names: Vec<String> = names.map(|source| source.name.clone()).collect();
        if names.is_empty() { words::no_source_yet() } else { words::list(&names) }
    });
    words::in_hand(&words::mark_kind(mark.kind()), &quote, &by.unwrap_or_default())
}
