//! Work on the open article: intents become transactions, are kept and are announced.

use std::rc::Rc;

use super::desk::State;
use crate::annotation::{Mark, MarkKind, Source};
use crate::browser;
use crate::session::{Hand, Intent, Origin, Plan, Session, Transaction, follow_up, plan};
use crate::text::{Spans, trim, widen_to_graphemes};
use crate::view::{Draft, Field, Tone};
use crate::words;

impl State {
    /// Does what a person asks of the open article, and what follows from it.
    pub(super) fn work(&mut self, intent: &Intent) {
        self.settle_drafts();
        let Some(done) = self.carry_out(intent) else { return };
        let next = follow_up(intent, &done);
        let tied = next.and_then(|next| self.carry_out(&next)).and_then(|plan| plan.transaction);
        if done.transaction.is_some() {
            self.move_on();
        }
        self.announce(&done, tied.as_ref());
        self.close_dialog_after(intent);
    }

    /// Plans, applies and keeps one intent; `None` if no article is open or nothing may be changed.
    fn carry_out(&mut self, intent: &Intent) -> Option<Plan> {
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
        self.put(next.hold(&plan.hand));
        Some(plan)
    }

    /// Applies a transaction and sends it to the store.
    pub(super) fn keep(&mut self, session: &Session, transaction: &Transaction) -> Session {
        self.outbox.append(&session.id, &session.article, transaction);
        session.apply(transaction)
    }

    fn announce(&mut self, done: &Plan, tied: Option<&Transaction>) {
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
            self.say(sentence);
        }
    }

    fn close_dialog_after(&mut self, intent: &Intent) {
        if matches!(intent, Intent::RemoveSource(_) | Intent::Take(_)) {
            self.dialog = None;
        }
    }

    pub(super) fn save_source(&mut self, source: Source) {
        self.dialog = None;
        self.work(&Intent::EditSource(source));
    }

    /// Marks what is selected in the article.
    pub(super) fn mark_selection(&mut self, kind: MarkKind) {
        match self.selected_spans() {
            Some(spans) => self.work(&Intent::Mark(kind, spans)),
            None if self.open().is_some() => {
                self.tell(Tone::Calm, words::nothing_selected(), None);
                self.say(words::nothing_selected());
            }
            None => {}
        }
    }

    /// What is selected, without white space at its edges and with whole characters only.
    fn selected_spans(&self) -> Option<Spans> {
        let text = &self.open()?.article.text;
        let range = browser::selected(&self.slot.get()?)?;
        let span = trim(text, text.span_utf16(range)?)?;
        Some(widen_to_graphemes(text, span).into())
    }

    /// Keeps what is being typed, so that nothing is lost if the page goes away.
    pub(super) fn draft(&mut self, draft: Draft) {
        self.drafts.retain(|other| (&other.mark, other.field) != (&draft.mark, draft.field));
        self.drafts.push(draft);
    }

    /// What was typed becomes steps.
    pub(super) fn settle_drafts(&mut self) {
        for Draft { mark, field, text } in std::mem::take(&mut self.drafts) {
            let intent = match field {
                Field::Note => Intent::SetNote(mark, text),
                Field::Label => Intent::SetLabel(mark, text),
            };
            if let Some(done) = self.carry_out(&intent) {
                self.announce(&done, None);
            }
        }
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
            self.file_card(&session);
        }
        self.sessions.insert(session.id.clone(), session);
    }
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
