//! What can be undone and redone.

use std::rc::Rc;

use super::{Change, Origin, RecordId, Step, Transaction, Verb};
use crate::annotation::Timestamp;

/// Steps that can be taken back; older ones fall off.
const LIMIT: usize = 500;

/// Milliseconds within which bounds that are changed again are changed in the same step.
const SAME_STEP: i64 = 2_000;

/// A step as the history keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) change: Change,
    pub(super) step: Step,
    /// When it was made, or last continued.
    at: Timestamp,
}

/// The undo and redo stacks of one session.
///
/// Limits: it is kept per record, not per field, so a step is forgotten as a whole as soon as
/// another tab changes one of its records; and it does not remember what was in hand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    undo: Vec<Rc<Entry>>,
    redo: Vec<Rc<Entry>>,
}

impl History {
    /// The name of the step that *Undo* would take back.
    #[must_use]
    pub fn undo_step(&self) -> Option<&Step> {
        self.undo.last().map(|entry| &entry.step)
    }

    /// The name of the step that *Redo* would make again.
    #[must_use]
    pub fn redo_step(&self) -> Option<&Step> {
        self.redo.last().map(|entry| &entry.step)
    }

    /// The steps that can be taken back, the latest first.
    pub fn undo_steps(&self) -> impl ExactSizeIterator<Item = &Step> {
        self.undo.iter().rev().map(|entry| &entry.step)
    }

    /// The steps that can be made again, the one undone last first.
    pub fn redo_steps(&self) -> impl ExactSizeIterator<Item = &Step> {
        self.redo.iter().rev().map(|entry| &entry.step)
    }

    pub(super) fn to_undo(&self) -> Option<&Entry> {
        self.undo.last().map(Rc::as_ref)
    }

    pub(super) fn to_redo(&self) -> Option<&Entry> {
        self.redo.last().map(Rc::as_ref)
    }

    /// Follows a transaction that was applied.
    pub(super) fn follow(&mut self, transaction: &Transaction) {
        match transaction.origin {
            // A name is not undone, and nothing is undone by it.
            _ if transaction.step.verb == Verb::NameState => {}
            Origin::Local => {
                self.redo.clear();
                self.add(transaction);
            }
            Origin::Undo => {
                move_one(&mut self.undo, &mut self.redo, transaction.change.invert(), transaction);
            }
            Origin::Redo => move_one(&mut self.redo, &mut self.undo, transaction.change.clone(), transaction),
            Origin::Remote => self.forget(&transaction.change),
            Origin::Import => {}
        }
    }

    /// A step of its own, unless it only goes on with the last one.
    fn add(&mut self, transaction: &Transaction) {
        let (mut change, step) = (transaction.change.clone(), transaction.step.clone());
        if let Some(last) = self.undo.pop_if(|last| continues(last, transaction)) {
            change = last.change.clone().then(change);
        }
        if !change.is_empty() {
            push(&mut self.undo, Rc::new(Entry { change, step, at: transaction.at }));
        }
    }

    /// Undo must neither overwrite nor revive what another tab did.
    fn forget(&mut self, change: &Change) {
        let touched: Vec<&RecordId> = change.edits().map(|(id, _)| id).collect();
        let free = |entry: &Rc<Entry>| !entry.change.edits().any(|(id, _)| touched.contains(&id));
        self.undo.retain(free);
        self.redo.retain(free);
    }
}

fn push(stack: &mut Vec<Rc<Entry>>, entry: Rc<Entry>) {
    if stack.len() == LIMIT {
        stack.remove(0);
    }
    stack.push(entry);
}

/// Moves the step that was undone or redone. What several tabs did is replayed as one history, so it
/// need not be the last; and of what is folded there is no entry, so it may have to be made up from
/// what was done.
fn move_one(from: &mut Vec<Rc<Entry>>, to: &mut Vec<Rc<Entry>>, change: Change, done: &Transaction) {
    let same = |entry: &Rc<Entry>| {
        entry.step == done.step && entry.change.edits().map(|(id, _)| id).eq(change.edits().map(|(id, _)| id))
    };
    match from.iter().rposition(same) {
        Some(at) => push(to, from.remove(at)),
        None if change.is_empty() => {}
        None => push(to, Rc::new(Entry { change, step: done.step.clone(), at: done.at })),
    }
}

/// Whether a transaction moves the bounds of the mark whose bounds were moved a moment ago.
fn continues(last: &Entry, transaction: &Transaction) -> bool {
    let moves = last.step.verb == Verb::SetBounds && transaction.step.verb == Verb::SetBounds;
    let soon = (0..=SAME_STEP).contains(&transaction.at.0.saturating_sub(last.at.0));
    let same = last.change.edits().map(|(id, _)| id).eq(transaction.change.edits().map(|(id, _)| id));
    moves && soon && same
}
