//! Files in and out.

use std::rc::Rc;

use super::desk::{Desk, State};
use super::errands::Job;
use super::library::show;
use crate::annotation::Timestamp;
use crate::article::{Article, ArticleId, Details};
use crate::browser::{self, File};
use crate::errand::{Answer, Errand, codebook_of};
use crate::format::entry::EntryError;
use crate::format::exchange::Format;
use crate::format::native::{self, Document};
use crate::format::parcel::{Parcel, Unpacked};
use crate::intake::FileKind;
use crate::session::{Intent, Record, Session};
use crate::view::{Dialog, Remedy, Scope, Tone};
use crate::words;

/// What exports say they were written by.
pub(super) const GENERATOR: &str = concat!("Sayso ", env!("CARGO_PKG_VERSION"));

/// Lets the person choose files and opens them.
pub(super) fn pick(desk: &Desk) {
    let desk = desk.clone();
    let accept = Format::ENDINGS.into_iter().chain(FileKind::EXTENSIONS).collect::<Vec<_>>().join(",");
    browser::pick(&accept, move |files| open(&desk, files));
}

/// Opens files one after the other.
pub(super) fn open(desk: &Desk, files: Vec<File>) {
    desk.with(|state| state.open_files(files, Errand::Open, desk));
}

impl State {
    /// Takes in what came of a file: all of it or, with a sentence, nothing.
    pub(super) fn take_in(&mut self, job: &Job, answer: Answer) {
        if let Job::Order(number, order) = job {
            return self.take_prepared(*number, order.format, answer);
        }
        let name = job.name();
        // Another tab may have brought a newer version meanwhile.
        if self.refuse_if_read_only() {
            return;
        }
        match answer {
            // Articles that go out have gone their way above.
            Answer::Prepared(prepared) => self.save_codes(&prepared),
            Answer::Refused(why) => self.tell_refusal(job, why),
            Answer::Draft(draft, remarks) => self.arrive(name, *draft, remarks),
            Answer::Backup(entries, remarks) => self.adopt(&name, entries, &remarks),
            Answer::Codebook(sealed, remarks) => match codebook_of(&sealed) {
                Ok(codebook) => self.take_in_codebook(&name, codebook, remarks),
                Err(error) => self.damaged(&name, &error),
            },
            Answer::Articles(parcels, remarks) => {
                match parcels.into_iter().map(unpacked).collect::<Result<Vec<_>, _>>() {
                    Ok(articles) => match job {
                        Job::File(.., alone) => self.take_in_articles(&name, articles, &remarks, *alone),
                        Job::Version(_) => self.take_in_version(articles, remarks),
                        Job::Visit(..) | Job::Order(..) | Job::Codes(..) => {
                            self.take_in_articles(&name, articles, &remarks, true);
                        }
                    },
                    Err(error) => self.damaged(&name, &error),
                }
            }
        }
    }

    fn damaged(&mut self, name: &str, error: &EntryError) {
        self.tell(Tone::Trouble, words::damaged_on_its_way(name, error), None);
    }

    /// Takes in articles. With `go` the last one is shown.
    fn take_in_articles(&mut self, file: &str, articles: Vec<Opened>, remarks: &str, go: bool) {
        let plain = matches!(&*articles, [Opened { id: None, .. }]);
        let mut report = Vec::new();
        let mut last = None;
        for article in articles {
            let (id, sentence) = self.take_in_article(article);
            self.errands.texts.note(file, &id);
            report.push(sentence);
            last = Some(id);
        }
        if report.is_empty() {
            report.push(words::no_articles_in_file());
        }
        // Of a text that is shown at once there is no need to say that it was opened.
        let sentence =
            if plain && go { remarks.to_owned() } else { words::import_report(file, &report, remarks) };
        if !sentence.is_empty() {
            let tone = if plain || remarks.is_empty() { Tone::Calm } else { Tone::Trouble };
            self.tell(tone, sentence, None);
        }
        if let (Some(id), true) = (last, go) {
            show(&id);
        }
    }

    /// An article that is here already is merged with; the same name on another text is a new article.
    fn take_in_article(&mut self, opened: Opened) -> (ArticleId, String) {
        let Opened { id, unpacked: Unpacked { article, details, records } } = opened;
        let title = details.title.clone();
        let there = id.as_ref().and_then(|id| self.sessions.get(id));
        let same = there.map(|session| session.article.text == article.text);
        match (id, same) {
            (Some(id), Some(true)) => {
                let restored = self.work_on(&id, &Intent::RestoreArticle);
                let merged = self.work_on(&id, &Intent::Merge(records));
                (id, words::article_merged(&title, restored || merged))
            }
            (Some(id), None) => {
                self.add_article(id.clone(), article, details, records);
                (id, words::article_opened(&title))
            }
            (None, _) => (self.add_new(article, details, records), words::article_opened(&title)),
            (Some(_), Some(false)) => {
                (self.add_new(article, details, records), words::article_copied(&title))
            }
        }
    }

    /// Takes in a new version and shows it, with the places to look at.
    fn take_in_version(&mut self, articles: Vec<Opened>, told: String) {
        for Opened { unpacked: Unpacked { article, details, records }, .. } in articles {
            let id = self.add_new(article, details, records);
            self.arrive_at_places(&id);
            show(&id);
        }
        self.tell(Tone::Calm, told, None);
    }

    /// Adds an article under a new name.
    pub(super) fn add_new(&mut self, article: Article, details: Details, records: Vec<Record>) -> ArticleId {
        let id = ArticleId::from(browser::new_id().as_str());
        self.add_article(id.clone(), article, details, records);
        id
    }

    /// Saves the open article or the library as JSON.
    pub(super) fn export(&mut self, scope: Scope) {
        self.settle_drafts();
        let sessions: Vec<Rc<Session>> = match scope {
            Scope::Article => self.open().cloned().into_iter().collect(),
            Scope::Library | Scope::Picked => {
                self.sessions.values().filter(|session| !session.removed).cloned().collect()
            }
        };
        let name = match (scope, sessions.first()) {
            (Scope::Article, Some(session)) => file_name(&session.details.title, "sayso"),
            _ => "sayso-library.json".into(),
        };
        let documents: Vec<Document> = sessions.iter().map(|session| document(session)).collect();
        let json = native::export(&documents, Timestamp(browser::now()), GENERATOR);
        let looking = self.looking().filter(|_| scope == Scope::Article);
        let done = match looking {
            Some(looking) => words::exported_as_it_was(&looking.moment, &name),
            None => words::exported(documents.len(), &name),
        };
        if self.save_file(&name, &json, done) && scope == Scope::Library {
            self.copied();
        }
    }

    /// Whether the file went out; either way it is told.
    pub(super) fn save_file(&mut self, name: &str, text: &str, done: String) -> bool {
        let kind = if name.ends_with(".json") { "application/json" } else { "text/plain" };
        let saved = browser::download(name, kind, text);
        match &saved {
            Ok(()) => self.tell_of_storage(done),
            Err(error) if self.dialog == Some(Dialog::Storage) => {
                self.tell_trouble(words::not_exported(&error.to_string()));
            }
            Err(error) => {
                self.tell(Tone::Trouble, words::not_exported(&error.to_string()), Some(Remedy::ExportAll));
            }
        }
        saved.is_ok()
    }
}

/// An article that came in, and its name if it brought one.
struct Opened {
    id: Option<ArticleId>,
    unpacked: Unpacked,
}

fn unpacked(parcel: Parcel) -> Result<Opened, EntryError> {
    Ok(Opened { unpacked: parcel.unpack()?, id: parcel.id })
}

pub(super) fn document(session: &Session) -> Document {
    Document {
        id: session.id.clone(),
        article: Article::clone(&session.article),
        details: Details::clone(&session.details),
        sources: session.sources.iter().cloned().collect(),
        marks: session.marks.iter().cloned().collect(),
    }
}

/// A file name that every system takes, made of the title and of what the file is.
pub(super) fn file_name(title: &str, kind: &str) -> String {
    format!("{}.{kind}.json", file_stem(title))
}

/// What a file is called, made of the title.
pub(super) fn file_stem(title: &str) -> String {
    let plain: String = title.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<&str> = plain.split_whitespace().take(8).collect();
    let stem: String = words.join("-").to_lowercase().chars().take(60).collect();
    if stem.is_empty() { "article".to_owned() } else { stem }
}
