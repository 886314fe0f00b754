//! Files in and out.

use std::rc::Rc;

use super::desk::{Desk, State};
use super::library::{refused_file, show};
use crate::annotation::Timestamp;
use crate::article::{ArticleId, Refusal, TEXT_LIMIT, decode, plain};
use crate::browser::{self, File, FileError, OpenedFile};
use crate::format::native::{self, Document, ImportError, Imported};
use crate::format::{backup, codebook};
use crate::session::{Intent, Record, Session};
use crate::view::{Remedy, Scope, Tone};
use crate::words;

/// What the file chooser offers.
const ACCEPT: &str = ".txt,.text,.json,text/plain,application/json";

/// What exports say they were written by.
pub(super) const GENERATOR: &str = concat!("Sayso ", env!("CARGO_PKG_VERSION"));

/// Lets the person choose files and opens them.
pub(super) fn pick(desk: &Desk) {
    let desk = desk.clone();
    browser::pick(ACCEPT, move |files| open(&desk, files));
}

/// Opens files one after the other as they are read.
pub(super) fn open(desk: &Desk, files: Vec<File>) {
    let one = files.len() == 1;
    for file in files {
        let desk = desk.clone();
        browser::read(file, native::SIZE_LIMIT as u64, move |read| {
            desk.with(|state| match read {
                Ok(file) => state.take_in(&file, one),
                Err(error) => state.tell(Tone::Trouble, file_error(&error), None),
            });
        });
    }
}

pub(super) fn file_error(error: &FileError) -> String {
    match error {
        FileError::TooLarge { name, size, limit } => words::file_too_large(name, *size, *limit),
        FileError::Unreadable { name, error } => words::file_unreadable(name, &error.to_string()),
    }
}

impl State {
    /// Takes in a file: our own, or a text. With `go` its article is shown.
    fn take_in(&mut self, file: &OpenedFile, go: bool) {
        if self.refuse_if_read_only() {
            return;
        }
        if codebook::is_codebook(&file.bytes) {
            return self.take_in_codebook(file);
        }
        if backup::is_backup(&file.bytes) {
            return self.restore_backup(file);
        }
        let named_json = file.name.to_lowercase().ends_with(".json");
        if named_json || native::looks_native(&file.bytes) {
            match native::import(&file.bytes) {
                Ok(imported) => return self.take_in_documents(&file.name, imported, go),
                // A text may well begin with a brace.
                Err(ImportError::NotJson { .. } | ImportError::NotSayso) if !named_json => {}
                Err(error) => {
                    let why = words::import_error(&error);
                    return self.tell(Tone::Trouble, words::refused_file(&file.name, &why), None);
                }
            }
        }
        match decode(&file.bytes).and_then(|text| plain(&text)) {
            Ok(parsed) => self.add_parsed("", parsed),
            Err(refusal) => self.tell(Tone::Trouble, refused_file(&file.name, &refusal), None),
        }
    }

    fn take_in_documents(&mut self, file: &str, imported: Imported, go: bool) {
        let mut report = Vec::new();
        let mut last = None;
        for document in imported.documents {
            let length = document.article.text.utf16_len().0;
            if length > TEXT_LIMIT {
                let refusal = Refusal::TooLong { length, limit: TEXT_LIMIT };
                let why = refused_file(&document.details.title, &refusal);
                self.tell(Tone::Trouble, why, None);
                continue;
            }
            let (id, sentence) = self.take_in_document(document);
            report.push(sentence);
            last = Some(id);
        }
        if report.is_empty() {
            report.push(words::no_articles_in_file());
        }
        let notices: Vec<String> = imported.notices.iter().map(words::import_notice).collect();
        let tone = if notices.is_empty() { Tone::Calm } else { Tone::Trouble };
        self.tell(tone, words::import_report(file, &report, &notices, imported.unlisted), None);
        if let (Some(id), true) = (last, go) {
            show(&id);
        }
    }

    /// An article that is here already is merged with; the same name on another text is a new article.
    fn take_in_document(&mut self, document: Document) -> (ArticleId, String) {
        let Document { id, article, details, sources, marks } = document;
        let title = details.title.clone();
        let sources = sources.into_iter().map(Record::Source);
        let records: Vec<Record> = sources.chain(marks.into_iter().map(Record::Mark)).collect();
        match self.sessions.get(&id).map(|session| session.article.text == article.text) {
            None => {
                self.add_article(id.clone(), article, details, records);
                (id, words::article_opened(&title))
            }
            Some(true) => {
                let restored = self.work_on(&id, &Intent::RestoreArticle);
                let merged = self.work_on(&id, &Intent::Merge(records));
                (id, words::article_merged(&title, restored || merged))
            }
            Some(false) => {
                let copy = ArticleId::from(browser::new_id().as_str());
                self.add_article(copy.clone(), article, details, records);
                (copy, words::article_copied(&title))
            }
        }
    }

    /// Saves the open article or the library as JSON.
    pub(super) fn export(&mut self, scope: Scope) {
        self.settle_drafts();
        let sessions: Vec<Rc<Session>> = match scope {
            Scope::Article => self.open().cloned().into_iter().collect(),
            Scope::Library => self.sessions.values().filter(|session| !session.removed).cloned().collect(),
        };
        let name = match (scope, sessions.first()) {
            (Scope::Article, Some(session)) => file_name(&session.details.title, "sayso"),
            _ => "sayso-library.json".into(),
        };
        let documents: Vec<Document> = sessions.iter().map(|session| document(session)).collect();
        let json = native::export(&documents, Timestamp(browser::now()), GENERATOR);
        self.save_file(&name, &json, words::exported(documents.len(), &name));
    }

    pub(super) fn save_file(&mut self, name: &str, text: &str, done: String) {
        let kind = if name.ends_with(".json") { "application/json" } else { "text/plain" };
        match browser::download(name, kind, text) {
            Ok(()) => {
                self.say(done.clone());
                self.tell(Tone::Calm, done, None);
            }
            Err(error) => {
                self.tell(Tone::Trouble, words::not_exported(&error.to_string()), Some(Remedy::ExportAll));
            }
        }
    }
}

fn document(session: &Session) -> Document {
    Document {
        id: session.id.clone(),
        article: crate::article::Article::clone(&session.article),
        details: crate::article::Details::clone(&session.details),
        sources: session.sources.iter().cloned().collect(),
        marks: session.marks.iter().cloned().collect(),
    }
}

/// A file name that every system takes, made of the title and of what the file is.
pub(super) fn file_name(title: &str, kind: &str) -> String {
    let plain: String = title.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<&str> = plain.split_whitespace().take(8).collect();
    let stem: String = words.join("-").to_lowercase().chars().take(60).collect();
    format!("{}.{kind}.json", if stem.is_empty() { "article" } else { &stem })
}
