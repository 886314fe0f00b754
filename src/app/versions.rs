//! The history of the open article: listed, looked at, restored, named.

use std::rc::Rc;

use super::desk::{Desk, State};
use super::past::{Past, Shown};
use crate::article::ArticleId;
use crate::browser;
use crate::journal::FoldKey;
use crate::session::{Hand, History, Intent, Session, Transaction};
use crate::view::{Ask, HistoryView, Look, Looking, Page, Panel, Tone};
use crate::words;

impl State {
    /// Does what is asked of the history.
    pub(super) fn look(&mut self, look: Look) {
        match look {
            Look::Unfold(first) => self.with_past(|past| past.unfold(first)),
            Look::MoreSteps(first) => self.with_past(|past| past.more_steps(first)),
            Look::MoreSittings => self.with_past(Past::more_sittings),
            Look::At(step) => self.look_at(step),
            Look::Now => self.back_to_now(),
            Look::Restore => self.restore_state(),
            Look::Name(name) => self.name_state(name),
        }
    }

    /// Opens what the panel needs and forgets it again, as the panel and the page change.
    pub(super) fn follow_panel(&mut self, desk: &Desk) {
        let here = match &self.page {
            Page::Article(id, _) => Some(id.clone()),
            Page::Library => None,
        };
        let listed = here.filter(|_| self.panel == Some(Panel::History));
        match (&self.past, listed) {
            (Some(past), Some(id)) if past.article == id => {}
            (_, Some(id)) => self.open_past(id, desk),
            // What is looked at stays, whether or not the list stands beside it.
            (Some(past), None) if past.shown.is_some() && self.is_at(&past.article) => {}
            (Some(_), None) => self.past = None,
            (None, None) => {}
        }
    }

    fn is_at(&self, id: &ArticleId) -> bool {
        matches!(&self.page, Page::Article(here, _) if here == id)
    }

    fn open_past(&mut self, id: ArticleId, desk: &Desk) {
        let journal = self.outbox.journal();
        let (packed, versions) = (journal.packed(&id), journal.history(&id));
        let mut past = Past::new(id, versions);
        past.reading = packed.len();
        self.past = Some(past);
        self.with_past(|_| {});
        for (key, bytes) in packed {
            let desk = desk.clone();
            browser::inflate(&bytes, move |text| {
                desk.with(|state| state.unpacked(&key, text.as_deref().ok()));
            });
        }
    }

    /// Older steps are known now, or cannot be.
    fn unpacked(&mut self, key: &FoldKey, text: Option<&str>) {
        let known = text.is_some_and(|text| self.outbox.journal().unpack(key, text));
        let Some(past) = self.past.as_mut().filter(|past| past.article == key.article) else { return };
        past.reading = past.reading.saturating_sub(1);
        past.gaps |= !known;
        if past.reading == 0 {
            self.past_again(&key.article);
        }
    }

    /// A step was made here, so the list grows by it.
    pub(super) fn past_grows(&mut self, id: &ArticleId, transaction: &Transaction) {
        if let Some(past) = self.past.as_mut().filter(|past| past.article == *id) {
            past.add(transaction);
        }
    }

    /// Another tab did something, which may stand anywhere in the list.
    pub(super) fn past_again(&mut self, id: &ArticleId) {
        if self.past.as_ref().is_none_or(|past| past.article != *id) {
            return;
        }
        let versions = self.outbox.journal().history(id);
        if let Some(past) = self.past.as_mut() {
            past.renew(versions);
        }
    }

    /// The list, while its panel is open.
    pub(super) fn history_view(&self) -> Option<Rc<HistoryView>> {
        let past = self.past.as_ref().filter(|_| self.panel == Some(Panel::History))?;
        Some(past.view())
    }

    /// The bar over what is looked at.
    pub(super) fn looking(&self) -> Option<Rc<Looking>> {
        let past = self.past.as_ref().filter(|past| self.is_at(&past.article))?;
        Some(past.shown.as_ref()?.bar.clone())
    }

    /// The session of an article as it is shown, if that is not as it is now.
    pub(super) fn shown_past(&self, id: &ArticleId) -> Option<&Rc<Session>> {
        let past = self.past.as_ref().filter(|past| past.article == *id)?;
        Some(&past.shown.as_ref()?.session)
    }

    /// Does something with the list.
    pub(super) fn with_past(&mut self, f: impl FnOnce(&mut Past)) {
        if let Some(past) = &mut self.past {
            f(past);
            past.draw();
        }
    }

    /// Shows the article as it was after a step.
    pub(super) fn look_at(&mut self, step: usize) {
        self.settle_drafts();
        self.put_pencil_down();
        let Some(id) = self.past.as_ref().map(|past| past.article.clone()) else { return };
        let was = self.outbox.journal().state_at(&id, step);
        let Some((was, now)) = was.zip(self.sessions.get(&id).cloned()) else {
            self.back_to_now();
            return self.tell(Tone::Trouble, words::state_not_found(), None);
        };
        let hand = self.open().and_then(|session| session.in_hand.clone()).map_or(Hand::Drop, Hand::Take);
        let mut was = was.hold(&hand);
        // The same article, so that its text is not drawn again; and nothing to undo in it.
        was.article = now.article.clone();
        was.history = History::default();
        self.with_past(|past| past.look(step, Rc::new(was)));
        self.mend_filter();
        self.search_again();
        if let Some(bar) = self.looking() {
            self.say(words::shows_state(&bar.moment, &bar.told));
        }
    }

    /// Shows the article as it is now.
    pub(super) fn back_to_now(&mut self) {
        let Some(past) = self.past.as_mut().filter(|past| past.shown.is_some()) else { return };
        past.shown = None;
        past.draw();
        self.mend_filter();
        self.search_again();
        self.say(words::shows_now());
    }

    /// Makes the article what is shown of its past, in one step that can be taken back.
    pub(super) fn restore_state(&mut self) {
        let Some(Shown { session, which, .. }) = self.past.as_ref().and_then(|past| past.shown.clone())
        else {
            return;
        };
        self.back_to_now();
        let Some(done) = self.carry_out(&Intent::RestoreState(session.records(), which)) else { return };
        match &done.transaction {
            Some(_) => self.announce(&done, None),
            None => self.tell_aloud(words::same_as_now()),
        }
    }

    /// Gives the article as it is now a name.
    pub(super) fn name_state(&mut self, name: String) {
        if name.trim().is_empty() {
            return self.with_past(|past| past.trouble = Some(words::state_needs_name()));
        }
        self.with_past(|past| past.trouble = None);
        self.work(&Intent::NameState(name));
    }

    /// Puts a session with something else in hand in the place it was taken from.
    pub(super) fn hold_shown(&mut self, session: Session) {
        let looks = self.shown_past(&session.id).is_some();
        match self.past.as_mut().and_then(|past| past.shown.as_mut()).filter(|_| looks) {
            Some(shown) => shown.session = Rc::new(session),
            None => self.put(session),
        }
    }

    /// Says why nothing can be changed while an earlier state is shown; whether that is so.
    pub(super) fn refuse_if_past(&mut self, ask: &Ask) -> bool {
        let refused = self.looking().is_some() && changes(ask);
        if refused {
            self.tell_aloud(words::looking_back());
        }
        refused
    }
}

/// Whether a request may change the open article.
fn changes(ask: &Ask) -> bool {
    use crate::view::Dialog;
    match ask {
        Ask::Do(Intent::Take(_) | Intent::LetGo) => false,
        Ask::Show(dialog) => matches!(dialog, Dialog::Source(_) | Dialog::Merge(_) | Dialog::Steps),
        Ask::Do(_)
        | Ask::MarkSelection(_)
        | Ask::MarkLabel(_)
        | Ask::Type(_)
        | Ask::SaveSource(_)
        | Ask::Stretch(..)
        | Ask::Draw(Some(_))
        | Ask::AddPiece
        | Ask::ReplaceBounds
        | Ask::Place(_)
        | Ask::Answer(true)
        | Ask::Travel(..)
        | Ask::Look(Look::Name(_)) => true,
        _ => false,
    }
}
