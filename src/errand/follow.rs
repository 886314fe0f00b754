//! A new version of an article: its marks are looked for in another text.

use std::rc::Rc;

use super::{Answer, Letter, Progress};
use crate::annotation::{Anchoring, Mark, Outcome, Places, anchors};
use crate::article::{Article, ArticleId, Parsed, plain};
use crate::format::parcel::{Parcel, Unpacked};
use crate::session::Record;
use crate::text::Text;
use crate::words;

/// What the page asks: the article as it is, and the text of its new version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Following {
    /// The article, by its name in the store.
    pub article: Parcel,
    /// What the new version is called; empty if as the old one.
    pub title: String,
    /// The new text, as it was typed or pasted.
    pub text: String,
}

/// The word that a letter of this kind begins with.
const FOLLOW: &str = "follow";

impl Following {
    /// The letter that asks for it. No file goes with it.
    #[must_use]
    pub fn letter(&self) -> Letter {
        let Parcel { id, text, entry } = self.article.clone();
        let id = id.map(|id| id.to_string()).unwrap_or_default();
        vec![FOLLOW.to_owned(), id, text, entry, self.title.clone(), self.text.clone()]
    }

    /// What a letter asks for; `None` if something else.
    #[must_use]
    pub fn of(letter: &[String]) -> Option<Following> {
        let [word, id, text, entry, title, new] = letter else { return None };
        (word == FOLLOW).then(|| Following {
            article: Parcel {
                id: Some(ArticleId::from(id.as_str())).filter(|_| !id.is_empty()),
                text: text.clone(),
                entry: entry.clone(),
            },
            title: title.clone(),
            text: new.clone(),
        })
    }
}

/// Shares of the whole: what reading leaves behind it, and placing the marks, in percent.
const READ: u32 = 5;
const PLACED: u32 = 90;

/// Makes the new version: an article without a name in the store, that says which one it follows.
#[must_use]
pub fn follow(asked: &Following, watch: &mut dyn FnMut(Progress)) -> Answer {
    watch(Progress { doing: words::reading_marks(), share: 0 });
    let old = match asked.article.unpack() {
        Ok(old) => old,
        Err(error) => return Answer::Refused(words::damaged_on_its_way(&asked.title, &error)),
    };
    let title = old.details.title.clone();
    let new = match plain(&asked.text) {
        Ok(new) => new,
        Err(refusal) => return Answer::Refused(words::no_new_version(&title, &words::refusal(&refusal))),
    };
    if is_same(&old.article, &new.article) {
        return Answer::Refused(words::no_new_version(&title, &words::same_text()));
    }
    watch(Progress { doing: words::placing_marks(), share: READ });
    version(asked, old, new, watch)
}

/// Whether a text is what the article has, or what becomes of that at the door.
fn is_same(old: &Article, new: &Article) -> bool {
    let same = |text: &Text| text.as_str().trim() == new.text.as_str().trim();
    same(&old.text) || plain(old.text.as_str()).is_ok_and(|again| same(&again.article.text))
}

fn version(asked: &Following, old: Unpacked, new: Parsed, watch: &mut dyn FnMut(Progress)) -> Answer {
    let Unpacked { article, mut details, mut records } = old;
    let Parsed { article: new, notices, .. } = new;
    let new = new.keeping(&article);
    let marks: Vec<&mut Rc<Mark>> = records.iter_mut().filter_map(mark_of).collect();
    let outcomes = find(&article.text, &new.text, &marks, watch);
    let counts = Places::count(&outcomes);
    for (mark, outcome) in marks.into_iter().zip(outcomes) {
        *mark = Rc::new(mark.carried(&article.text, &new.text, outcome));
    }
    watch(Progress { doing: words::handing_over(), share: PLACED });
    details.follows.clone_from(&asked.article.id);
    if !asked.title.trim().is_empty() {
        details.title = asked.title.trim().to_owned();
    }
    let told = words::new_version(&details.title, &counts, &words::repairs(&notices).unwrap_or_default());
    Answer::Articles(vec![Parcel::pack(None, &new, details, records)], told)
}

fn mark_of(record: &mut Record) -> Option<&mut Rc<Mark>> {
    match record {
        Record::Mark(mark) => Some(mark),
        Record::Article(_) | Record::Source(_) => None,
    }
}

/// Looks for every mark. Each share is told once.
fn find(old: &Text, new: &Text, marks: &[&mut Rc<Mark>], watch: &mut dyn FnMut(Progress)) -> Vec<Outcome> {
    let wanted = marks.iter().map(|mark| anchors(old, &mark.place)).collect();
    let mut work = Anchoring::new(new, wanted);
    let mut told = READ;
    while work.step() {
        let (done, all) = work.progress();
        let share = READ + u32::try_from(done * (PLACED - READ) as usize / all.max(1)).unwrap_or_default();
        if share > told {
            told = share;
            watch(Progress { doing: words::placing_marks(), share });
        }
    }
    work.finish()
}
