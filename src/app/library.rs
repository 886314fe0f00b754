//! The library: articles come in, are renamed, taken out and put back.

use std::rc::Rc;

use super::desk::State;
use crate::article::{Article, ArticleId, Details, Parsed, plain};
use crate::browser;
use crate::insight::sourcing;
use crate::session::{Intent, Record, Session, plan};
use crate::view::{Card, Dialog, Page, Remedy, Tab, Tone};
use crate::words;

/// An article of our own to try things out on.
const SAMPLE: &str = include_str!("sample.txt");

impl State {
    /// Adds what was pasted; a refusal is said in the dialog, which keeps what was typed.
    pub(super) fn add_text(&mut self, title: &str, text: &str) {
        if self.refuse_if_read_only() {
            return;
        }
        match plain(text) {
            Ok(parsed) => {
                self.dialog = None;
                self.shelved = Rc::default();
                self.add_parsed(title, parsed);
            }
            Err(refusal) => self.dialog = Some(Dialog::Paste(Some(words::refusal(&refusal)))),
        }
    }

    pub(super) fn shelve(&mut self, title: String, text: String) {
        self.shelved = Rc::new((title, text));
        self.dialog = None;
    }

    /// Opens the sample; the one that is here already, if there is one.
    pub(super) fn open_sample(&mut self) {
        let Ok(parsed) = plain(SAMPLE) else { return };
        let same = |session: &&Rc<Session>| !session.removed && session.article.text == parsed.article.text;
        match self.sessions.values().find(same).map(|session| session.id.clone()) {
            Some(there) => show(&there),
            None => self.add_parsed("", parsed),
        }
    }

    /// Adds an article that was read, and goes there.
    pub(super) fn add_parsed(&mut self, title: &str, parsed: Parsed) {
        let Parsed { article, mut details, notices } = parsed;
        if !title.trim().is_empty() {
            details.title = title.trim().into();
        }
        let id = ArticleId::from(browser::new_id().as_str());
        self.add_article(id.clone(), article, details, Vec::new());
        if let Some(sentence) = words::repairs(&notices) {
            self.tell(Tone::Calm, sentence, None);
        }
        show(&id);
    }

    /// Puts an article with what is said about it into the library and the store.
    pub(super) fn add_article(
        &mut self,
        id: ArticleId,
        article: Article,
        details: Details,
        said: Vec<Record>,
    ) {
        let stamp = self.stamp();
        let article = Rc::new(article);
        let first = Session::first(details, said, stamp.at, stamp.by);
        self.outbox.add(&id, &article, &first);
        self.put(Session::new(id, article).apply(&first));
    }

    pub(super) fn show_details(&mut self, id: ArticleId) {
        if let Some(session) = self.sessions.get(&id) {
            self.dialog = Some(Dialog::Details(id, session.details.clone()));
        }
    }

    pub(super) fn save_details(&mut self, id: &ArticleId, mut details: Details) {
        self.dialog = None;
        if let Some(session) = self.sessions.get(id) {
            if details.title.trim().is_empty() {
                details.title.clone_from(&session.details.title);
            }
            self.work_on(id, &Intent::EditDetails(details));
        }
    }

    /// Takes an article out; one click puts it back.
    pub(super) fn remove(&mut self, id: &ArticleId) {
        let Some(title) = self.sessions.get(id).map(|session| session.details.title.clone()) else { return };
        if self.work_on(id, &Intent::RemoveArticle) {
            self.say(words::deleted(&title));
            self.tell(Tone::Calm, words::deleted(&title), Some(Remedy::Restore(id.clone())));
        }
    }

    pub(super) fn restore(&mut self, id: &ArticleId) {
        if self.work_on(id, &Intent::RestoreArticle) {
            self.withdraw_restoring(id);
        }
    }

    /// An article that is back, or gone for good, is not offered back any more.
    fn withdraw_restoring(&mut self, id: &ArticleId) {
        let offered = Some(Remedy::Restore(id.clone()));
        Rc::make_mut(&mut self.notices).retain(|notice| notice.remedy != offered);
    }

    /// Deletes an article for good. What cannot be deleted stays in the list.
    pub(super) fn forget(&mut self, id: &ArticleId) {
        self.dialog = None;
        if self.refuse_if_read_only() {
            return;
        }
        match self.outbox.journal().forget(id) {
            Ok(()) => self.drop_session(id),
            Err(trouble) => self.tell(Tone::Trouble, words::not_deleted(&trouble), None),
        }
    }

    pub(super) fn drop_session(&mut self, id: &ArticleId) {
        self.sessions.remove(id);
        self.changed.remove(id);
        self.withdraw_restoring(id);
        Rc::make_mut(&mut self.cards).retain(|card| card.id != *id);
    }

    /// Carries out an intent on any article; whether anything changed.
    pub(super) fn work_on(&mut self, id: &ArticleId, intent: &Intent) -> bool {
        let Some(session) = self.sessions.get(id).cloned() else { return false };
        let stamp = self.stamp();
        let Some(transaction) = plan(&session, intent, &stamp).transaction else { return false };
        if self.refuse_if_read_only() {
            return false;
        }
        let next = self.keep(&session, &transaction);
        self.put(next);
        true
    }

    /// Writes the cards anew whose articles have changed, once the library is shown: counting words is not
    /// for the moment in which a mark is made.
    pub(super) fn file_cards(&mut self) {
        if self.page == Page::Library {
            for id in std::mem::take(&mut self.changed) {
                if let Some(session) = self.sessions.get(&id).cloned() {
                    self.file_card(&session);
                }
            }
        }
    }

    /// Writes the library's card of a session anew. Words are counted once, since texts never change.
    fn file_card(&mut self, session: &Session) {
        let at = self.cards.iter().position(|card| card.id == session.id);
        let known = at.and_then(|at| self.cards.get(at)).map(|card| (card.words, card.added.clone()));
        let (words, added) =
            known.unwrap_or_else(|| (session.article.word_count(), browser::day(session.added.0)));
        let before = session.details.follows.as_ref();
        let title = |id| self.sessions.get(id).map(|before| before.details.title.clone());
        let follows = before.map(|id| (id.clone(), title(id)));
        let card = Rc::new(Card { follows, ..card(session, words, added) });
        let cards = Rc::make_mut(&mut self.cards);
        match at.and_then(|at| cards.get_mut(at)) {
            Some(slot) => *slot = card,
            None => {
                let later = |other: &Rc<Card>| {
                    self.sessions.get(&other.id).is_some_and(|other| other.added > session.added)
                };
                cards.insert(cards.partition_point(later), card);
            }
        }
    }

    /// The page an address leads to.
    pub(super) fn page_at(&mut self, address: &str) -> Page {
        let Some(name) = address.trim_start_matches('/').strip_prefix("a/") else { return Page::Library };
        let overview = name.strip_suffix("/overview").map(|name| (name, Tab::Overview));
        for (name, tab) in std::iter::once((name, Tab::Annotate)).chain(overview) {
            let id = ArticleId::from(name);
            if self.sessions.get(&id).is_some_and(|session| !session.removed) {
                return Page::Article(id, tab);
            }
        }
        // The mirror may still bring it.
        if self.outbox.mirroring.awaited() {
            self.outbox.mirroring.lost_way = true;
        } else {
            self.tell(Tone::Trouble, words::no_such_article(), None);
        }
        Page::Library
    }
}

fn card(session: &Session, words: usize, added: String) -> Card {
    let details = &session.details;
    let origin = [details.byline.as_str(), details.publisher.as_str()];
    Card {
        id: session.id.clone(),
        removed: session.removed,
        title: details.title.clone(),
        origin: origin.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · "),
        added,
        words,
        sources: session.sources.iter().len(),
        follows: None,
        sourcing: sourcing(session),
    }
}

/// Goes to an article; the address changes, so the back button leads back.
pub(super) fn show(id: &ArticleId) {
    browser::go(&format!("/a/{id}"));
}
