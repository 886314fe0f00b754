//! Exports in a format that is chosen: prepared in the worker while the choice is looked at, so that saving
//! and copying wait for nothing and the account of what is lost is seen first.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::desk::{Desk, State};
use super::errands::Job;
use super::files::{GENERATOR, document, file_stem};
use crate::annotation::Timestamp;
use crate::article::ArticleId;
use crate::browser;
use crate::errand::{Answer, Order, Prepared};
use crate::format::exchange::Format;
use crate::format::native::Document;
use crate::format::parcel::Parcel;
use crate::session::{Record, Session};
use crate::settings::Settings;
use crate::view::{Dialog, Export, FormatChoice, Outcome, Outgoing, Scope};
use crate::words;

/// The longest address that every browser takes, in characters (Firefox: 1 MiB).
const LONGEST_LINK: usize = 1_000_000;

/// Longer ones are cut by some programs for mail and messages, in characters.
const LONG_LINK: usize = 8_000;

/// The file that is being prepared.
#[derive(Default)]
pub(super) struct OutgoingFile {
    /// The number of the latest order: what comes of an earlier one is not wanted any more.
    number: u32,
    /// The file, once it is there, with its name.
    file: Option<(String, Prepared)>,
}

impl State {
    /// Does what is asked of an export.
    pub(super) fn mind_export(&mut self, what: Outgoing, desk: &Desk) {
        match what {
            Outgoing::Begin(word) => self.begin_export(word, desk),
            Outgoing::As(word) => self.change_export(desk, |export| export.format = word),
            Outgoing::Of(scope) => self.change_export(desk, |export| export.scope = scope),
            Outgoing::Pick(id) => self.change_export(desk, |export| {
                let picked = export.articles.iter_mut().filter(|(other, ..)| *other == id);
                picked.for_each(|(.., picked)| *picked = !*picked);
            }),
            Outgoing::Save => self.save_prepared(),
            Outgoing::Copy => self.copy_prepared(desk),
            Outgoing::SaveLosses => self.save_losses(),
        }
    }

    fn begin_export(&mut self, word: Option<&str>, desk: &Desk) {
        self.settle_drafts();
        let last = Format::of(word.unwrap_or(&self.settings.export)).unwrap_or(Format::Sayso);
        let open = self.open().map(|session| session.details.title.clone());
        let there = self.sessions.values().filter(|session| !session.removed);
        let articles =
            there.map(|session| (session.id.clone(), session.details.title.clone(), false)).collect();
        let formats = Format::ALL.into_iter().map(|format| FormatChoice {
            word: format.word(),
            name: words::format_name(format),
            hint: words::format_hint(format),
        });
        let export = Export {
            formats: Rc::new(formats.collect()),
            first: Format::FIRST,
            format: last.word(),
            scope: if open.is_some() { Scope::Article } else { Scope::Library },
            open,
            articles,
            file: Outcome::Preparing,
            told: String::new(),
        };
        self.dialog = Some(Dialog::Export(Rc::new(export)));
        self.change_export(desk, |_| {});
    }

    /// Changes the choice, and has the file prepared anew.
    fn change_export(&mut self, desk: &Desk, change: impl FnOnce(&mut Export)) {
        let Some(Dialog::Export(export)) = &mut self.dialog else { return };
        let export = Rc::make_mut(export);
        change(export);
        export.told.clear();
        let (word, scope) = (export.format, export.scope);
        let picked: BTreeSet<ArticleId> =
            export.articles.iter().filter(|(.., picked)| *picked).map(|(id, ..)| id.clone()).collect();
        self.outgoing.number += 1;
        self.outgoing.file = None;
        self.withdraw(|job| matches!(job, Job::Order(..)));
        let articles = self.going(scope, &picked);
        self.show_outcome(if articles.is_empty() { Outcome::Nothing } else { Outcome::Preparing });
        if let (Some(format), false) = (Format::of(word), articles.is_empty()) {
            let order =
                Order { format, at: Timestamp(browser::now()), generator: GENERATOR.to_owned(), articles };
            self.run_errands([Job::Order(self.outgoing.number, order)], desk);
        }
    }

    /// The articles that go out.
    fn going(&self, scope: Scope, picked: &BTreeSet<ArticleId>) -> Vec<Parcel> {
        let there = self.sessions.values().filter(|session| !session.removed);
        match scope {
            Scope::Article => self.open().map(|session| packed(session)).into_iter().collect(),
            Scope::Library => there.map(|session| packed(session)).collect(),
            Scope::Picked => {
                there.filter(|session| picked.contains(&session.id)).map(|session| packed(session)).collect()
            }
        }
    }

    fn show_outcome(&mut self, outcome: Outcome) {
        if let Some(Dialog::Export(export)) = &mut self.dialog {
            Rc::make_mut(export).file = outcome;
        }
    }

    fn tell_of_export(&mut self, told: String) {
        match &mut self.dialog {
            Some(Dialog::Export(export)) => Rc::make_mut(export).told = told,
            _ => self.tell_aloud(told),
        }
    }

    /// The worker has written the file, or could not.
    pub(super) fn take_prepared(&mut self, number: u32, order: Format, answer: Answer) {
        if number != self.outgoing.number {
            return;
        }
        match answer {
            Answer::Prepared(mut prepared) => {
                if order == Format::Link {
                    let Some(link) = self.whole_link(&prepared) else { return };
                    prepared.content = link.into_bytes();
                }
                let name = self.name_of_export(&prepared.ending);
                self.show_outcome(Outcome::Ready {
                    name: name.clone(),
                    size: prepared.content.len(),
                    is_text: prepared.text().is_some(),
                    losses: prepared.losses.clone(),
                });
                self.outgoing.file = Some((name, prepared));
            }
            Answer::Refused(why) => self.show_outcome(Outcome::Failed(why)),
            _ => {}
        }
    }

    /// The address with the articles in it; what may come of its length is told.
    fn whole_link(&mut self, prepared: &Prepared) -> Option<String> {
        let link = format!("{}#{}", browser::page_address(), prepared.text()?);
        if link.len() > LONGEST_LINK {
            self.show_outcome(Outcome::Failed(words::link_too_long(link.len())));
            return None;
        }
        if link.len() > LONG_LINK {
            self.tell_of_export(words::link_long(link.len()));
        }
        Some(link)
    }

    /// Takes the orders out of jobs that came to nothing, and says so where they were made.
    pub(super) fn spare_orders(&mut self, jobs: Vec<Job>, why: &str) -> Vec<Job> {
        let (orders, others): (Vec<Job>, Vec<Job>) =
            jobs.into_iter().partition(|job| matches!(job, Job::Order(..)));
        if !orders.is_empty() {
            self.show_outcome(Outcome::Failed(why.to_owned()));
        }
        others
    }

    /// What the file is called: by the title of its article, or by how many there are.
    fn name_of_export(&self, ending: &str) -> String {
        let Some(Dialog::Export(export)) = &self.dialog else { return format!("sayso.{ending}") };
        let picked = export.articles.iter().filter(|(.., picked)| *picked).count();
        let stem = match (export.scope, &export.open) {
            (Scope::Article, Some(title)) => file_stem(title),
            (Scope::Picked, _) => words::file_of_picked(picked),
            _ => words::file_of_library(),
        };
        format!("{stem}.{ending}")
    }

    fn save_prepared(&mut self) {
        let Some((name, prepared)) = &self.outgoing.file else { return };
        let name = name.clone();
        let saved = browser::download_bytes(&name, &prepared.media, &prepared.content);
        match saved {
            Ok(()) => {
                self.remember_format();
                self.tell_of_export(words::file_saved(&name));
            }
            Err(error) => self.tell_of_export(words::not_exported(&error.to_string())),
        }
    }

    fn copy_prepared(&mut self, desk: &Desk) {
        let Some(text) = self.outgoing.file.as_ref().and_then(|(_, prepared)| prepared.text()) else {
            return;
        };
        let desk = desk.clone();
        browser::copy(text, move |done| {
            let told = if done { words::file_copied() } else { words::file_not_copied() };
            desk.with(|state| state.tell_of_export(told));
        });
        self.remember_format();
    }

    fn save_losses(&mut self) {
        let Some((name, prepared)) = &self.outgoing.file else { return };
        let Some(Dialog::Export(export)) = &self.dialog else { return };
        let format = Format::of(export.format).map(words::format_name).unwrap_or_default();
        let report = words::loss_report(name, &format, &browser::today(), &prepared.losses);
        let name = format!("{name}.losses.txt");
        let told = match browser::download(&name, "text/plain", &report) {
            Ok(()) => words::file_saved(&name),
            Err(error) => words::not_exported(&error.to_string()),
        };
        self.tell_of_export(told);
    }

    /// The format that was used is the one that is offered next time.
    fn remember_format(&mut self) {
        let Some(Dialog::Export(export)) = &self.dialog else { return };
        let word = export.format;
        if self.settings.export != word {
            let dialog = self.dialog.clone();
            self.set(Settings { export: word.to_owned(), ..Settings::clone(&self.settings) });
            self.dialog = dialog;
        }
    }
}

fn packed(session: &Session) -> Parcel {
    let Document { id, article, details, sources, marks } = document(session);
    let sources = sources.into_iter().map(Record::Source);
    let said = sources.chain(marks.into_iter().map(Record::Mark)).collect();
    Parcel::pack(Some(id), &article, details, said)
}
