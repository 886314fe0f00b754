//! Where two tabs cross: both changed the same thing, or one changed what a person writes about in the
//! other. The later change counts, and nothing that was written is dropped.

use std::rc::Rc;

use super::desk::State;
use super::drafts::write_into;
use super::library::show;
use crate::annotation::{Mark, MarkId};
use crate::article::ArticleId;
use crate::browser;
use crate::journal::{Conflict, Received};
use crate::session::{Intent, Record, RecordId, Session};
use crate::view::{Draft, Other, Page, Remedy, Tone};
use crate::words;

impl State {
    /// Another tab's step is about to be shown in place of `session`.
    pub(super) fn cross(&mut self, session: &Session, received: &Received) {
        for conflict in &received.conflicts {
            self.tell_conflict(session, conflict);
        }
        if self.drafts.is_empty() || !matches!(&self.page, Page::Article(id, _) if *id == session.id) {
            return;
        }
        for (id, edit) in received.transaction.change.edits() {
            if let (RecordId::Mark(mark), Some(Record::Mark(before))) = (id, &edit.before)
                && self.drafts.iter().any(|draft| draft.mark == *mark)
            {
                self.tell_of_draft(session, before, edit.after.clone());
            }
        }
    }

    fn tell_conflict(&mut self, session: &Session, conflict: &Conflict) {
        let Conflict { id, other, ours_lost } = conflict;
        let Some(known) = other.clone().or_else(|| session.record(id)) else { return };
        let sentence = words::crossed(&called(session, &known), *ours_lost);
        let offer = words::take_other(*ours_lost, other.is_none());
        self.offer_version(session, sentence, id, other.clone(), offer);
    }

    /// A mark that is written about was changed, or removed, in another tab.
    fn tell_of_draft(&mut self, session: &Session, before: &Rc<Mark>, after: Option<Record>) {
        let what = before.quote(&session.article.text);
        let id = RecordId::Mark(before.id.clone());
        if after.is_some() {
            // What stands in the field stays there, although what is stored has changed.
            self.restored = Rc::new(self.drafts.clone());
            let offer = words::take_other(false, false);
            let sentence = words::changed_while_writing(&what);
            return self.offer_version(session, sentence, &id, after, offer);
        }
        let drafts = self.take_drafts_of(&before.id);
        let mut mark = Mark::clone(before);
        drafts.iter().for_each(|draft| write_into(&mut mark, draft));
        let written: Vec<&str> = drafts.iter().map(|draft| draft.text.as_str()).collect();
        let sentence = words::removed_while_writing(&what, &written.join(" · "));
        let offer = words::put_back_with_it();
        self.offer_version(session, sentence, &id, Some(Record::Mark(Rc::new(mark))), offer);
    }

    fn take_drafts_of(&mut self, id: &MarkId) -> Vec<Draft> {
        let (taken, left) = std::mem::take(&mut self.drafts).into_iter().partition(|draft| draft.mark == *id);
        self.drafts = left;
        taken
    }

    fn offer_version(
        &mut self,
        session: &Session,
        sentence: String,
        id: &RecordId,
        record: Option<Record>,
        offer: String,
    ) {
        let other = Other { article: session.id.clone(), id: id.clone(), record, offer };
        self.tell(Tone::Trouble, sentence, Some(Remedy::Other(Rc::new(other))));
    }

    /// Takes the version that gave way, as a step that can be undone.
    pub(super) fn take_other(&mut self, other: &Rc<Other>) {
        let offered = Remedy::Other(other.clone());
        Rc::make_mut(&mut self.notices).retain(|notice| notice.remedy.as_ref() != Some(&offered));
        let intent = Intent::TakeOther(other.id.clone(), other.record.clone());
        if self.open().is_some_and(|session| session.id == other.article) {
            self.work(&intent);
        } else {
            self.work_on(&other.article, &intent);
        }
    }

    /// Another tab has deleted an article for good: if it is open here, it can be put back.
    pub(super) fn deleted_elsewhere(&mut self, id: &ArticleId) {
        let open =
            self.open().filter(|session| session.id == *id).map(|session| session.details.title.clone());
        if let Some(title) = open {
            self.settle_drafts();
            let entries = self.outbox.journal().raw_of(id).unwrap_or_default();
            let put_back = Remedy::PutBack(Rc::new(entries));
            self.tell(Tone::Trouble, words::deleted_elsewhere(&title), Some(put_back));
            self.page = Page::Library;
            browser::go("/");
        }
        self.drop_session(id);
    }

    /// Puts an article back that another tab has deleted for good.
    pub(super) fn put_back(&mut self, entries: &Rc<Vec<(String, String)>>) {
        if self.refuse_if_read_only() {
            return;
        }
        let offered = Remedy::PutBack(entries.clone());
        Rc::make_mut(&mut self.notices).retain(|notice| notice.remedy.as_ref() != Some(&offered));
        let adopted = self.outbox.journal().adopt(entries.to_vec());
        self.load_again();
        for id in &adopted.articles {
            self.restore(id);
            if let Some(title) = self.sessions.get(id).map(|session| session.details.title.clone()) {
                self.say(words::is_back(&title));
                show(id);
            }
        }
    }
}

fn called(session: &Session, record: &Record) -> String {
    match record {
        Record::Article(details) => details.title.clone(),
        Record::Source(source) => source.name.clone(),
        Record::Mark(mark) => mark.quote(&session.article.text),
    }
}
