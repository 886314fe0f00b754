//! Files are opened and new versions made by a second program in a worker, one after the other, so
//! that the page stays free.

use std::collections::VecDeque;
use std::rc::Rc;

use super::desk::{Desk, State};
use super::pairs::{Texts, needs_text};
use crate::browser::{BrowserError, File, Heard, Helper};
use crate::errand::{Answer, BUILD, CodesOrder, Errand, Following, Order, Progress, Visit, Word};
use crate::format::parcel::Parcel;
use crate::session::Session;
use crate::view::{Dialog, Files, Remedy, Tone, Working};
use crate::words;

/// What is to be opened, and who does it.
#[derive(Default)]
pub(super) struct Errands {
    /// The first of them is the one in work, if any is.
    waiting: VecDeque<Job>,
    /// How far that one has come; `None` while nothing is in work.
    progress: Option<Progress>,
    /// The worker. It goes when nothing waits, with all the memory it took.
    helper: Option<Helper>,
    /// Whether it has said that it runs.
    ready: bool,
    /// What can be tried again.
    failed: Vec<Job>,
    /// The texts that annotations may belong to.
    pub(super) texts: Texts,
}

/// Something to be done there.
pub(super) enum Job {
    /// A file to be opened, and whether it was chosen alone: then its article is shown.
    File(File, Errand, bool),
    /// A new version to be made.
    Version(Following),
    /// A file to be written, by the number of its order.
    Order(u32, Order),
    /// A codebook to be written for other programs.
    Codes(CodesOrder),
    /// What stands at an address, and the page itself if it was handed over.
    Visit(Visit, Option<File>),
}

impl Job {
    pub(super) fn name(&self) -> String {
        match self {
            Job::File(file, ..) => file.name(),
            Job::Version(asked) => asked.title.clone(),
            Job::Order(_, order) => words::format_name(order.format),
            Job::Codes(_) => words::codes_name(),
            Job::Visit(visit, _) => visit.address.clone(),
        }
    }

    /// What it is, in words, with so many jobs behind it.
    fn said(&self, waiting: usize) -> String {
        match self {
            Job::File(file, ..) => words::opening_file(&file.name(), waiting),
            Job::Version(asked) => words::new_version_of(&asked.title),
            Job::Order(_, order) => words::preparing_file(&words::format_name(order.format)),
            Job::Codes(_) => words::preparing_file(&words::codes_name()),
            Job::Visit(visit, _) => words::opening_file(&visit.address, waiting),
        }
    }

    /// Hands it over, with the article that is open for what may belong to it.
    fn send(&self, helper: &Helper, beside: Option<&Session>) -> Result<(), BrowserError> {
        match self {
            Job::File(file, errand, _) => helper.send(&errand.letter(beside.map(bare)), Some(file)),
            Job::Order(_, order) => helper.send(&order.letter(), None),
            Job::Codes(order) => helper.send(&order.letter(), None),
            Job::Version(asked) => helper.send(&asked.letter(), None),
            Job::Visit(visit, page) => helper.send(&visit.letter(), page.as_ref()),
        }
    }
}

impl Errands {
    /// What is shown of it.
    pub(super) fn working(&self) -> Option<Rc<Working>> {
        let job = self.waiting.front()?;
        let (doing, share) = match &self.progress {
            Some(progress) => (progress.doing.clone(), progress.share),
            None => (words::starting_to_open(), 0),
        };
        let waiting = self.waiting.len() - 1;
        Some(Rc::new(Working { what: job.said(waiting), doing, share, waiting }))
    }

    /// Whether something is in work or waits.
    pub(super) fn is_busy(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Ends the worker in the midst of whatever it does.
    fn stop(&mut self) {
        self.helper = None;
        self.ready = false;
        self.progress = None;
    }

    fn fail(&mut self, jobs: impl IntoIterator<Item = Job>) {
        self.failed.extend(jobs);
    }
}

impl State {
    /// Opens files one after the other, behind those that wait already.
    pub(super) fn open_files(&mut self, mut files: Vec<File>, errand: Errand, desk: &Desk) {
        if self.refuse_if_read_only() {
            return;
        }
        let alone = files.len() == 1;
        // Texts first: what is said about them is put where they are.
        files.sort_by_key(|file| needs_text(&file.name()));
        if !self.errands.is_busy() {
            self.errands.texts.clear();
        }
        let jobs = files.into_iter().map(|file| Job::File(file, errand, alone));
        self.run_errands(jobs, desk);
    }

    /// Puts jobs behind those that wait already.
    pub(super) fn run_errands(&mut self, jobs: impl IntoIterator<Item = Job>, desk: &Desk) {
        self.errands.waiting.extend(jobs);
        self.go_on(desk);
    }

    /// Opens files as a person asks.
    pub(super) fn mind_files(&mut self, what: Files, desk: &Desk) {
        match what {
            Files::Pick => super::files::pick(desk),
            Files::Cancel => self.cancel_opening(1, desk),
            Files::CancelAll => self.cancel_opening(usize::MAX, desk),
            Files::Again => self.open_again(desk),
        }
    }

    /// Tries again what could not be opened.
    fn open_again(&mut self, desk: &Desk) {
        self.withdraw_retries();
        let failed = std::mem::take(&mut self.errands.failed);
        self.errands.waiting.extend(failed);
        self.go_on(desk);
    }

    /// Gives up the file in work, and those behind it up to a number. Of none of them anything was taken.
    fn cancel_opening(&mut self, count: usize, desk: &Desk) {
        self.errands.stop();
        let given_up: Vec<Job> =
            self.errands.waiting.drain(..count.min(self.errands.waiting.len())).collect();
        let given_up = self.spare_orders(given_up, &words::export_cancelled());
        if !given_up.is_empty() {
            self.tell_aloud(words::opening_cancelled(&names(&given_up)));
        }
        self.go_on(desk);
    }

    /// Gives the worker the next file, once it is there.
    fn go_on(&mut self, desk: &Desk) {
        let Some(job) = self.errands.waiting.front() else {
            self.forget_refused();
            return self.errands.stop();
        };
        if self.errands.helper.is_none() {
            return self.start_helper(desk);
        }
        if let (true, None, Some(helper)) = (self.errands.ready, &self.errands.progress, &self.errands.helper)
        {
            match job.send(helper, self.beside(job)) {
                Ok(()) => {
                    self.errands.progress = Some(Progress { doing: words::starting_to_open(), share: 0 });
                }
                Err(error) => self.lose_one(&error.to_string(), desk),
            }
        }
    }

    /// The article that a job is done beside: the one whose text came with it, else the open one.
    fn beside(&self, job: &Job) -> Option<&Session> {
        let text = match job {
            Job::File(file, ..) => self.errands.texts.of(&file.name()),
            _ => None,
        };
        text.and_then(|id| self.sessions.get(id)).or(self.open()).map(Rc::as_ref)
    }

    fn start_helper(&mut self, desk: &Desk) {
        let heard = desk.clone();
        match Helper::start(move |said| heard.with(|state| state.hear_helper(said, &heard))) {
            Ok(helper) => self.errands.helper = Some(helper),
            Err(error) => self.lose_all(|names| words::opener_missing(names, &error.to_string())),
        }
    }

    fn hear_helper(&mut self, said: Heard, desk: &Desk) {
        let word = match said {
            Heard::Letter(letter) => Word::of(letter),
            Heard::Failed(why) => Some(Word::Died(why)),
        };
        match word {
            Some(Word::Ready(build)) if build == BUILD => {
                self.errands.ready = true;
                self.go_on(desk);
            }
            Some(Word::Progress(progress)) => self.errands.progress = Some(progress),
            Some(Word::Answer(answer)) => self.take_answer(answer, desk),
            Some(Word::Died(why)) if self.errands.ready => self.lose_one(&why, desk),
            Some(Word::Died(why)) => self.lose_all(|names| words::opener_missing(names, &why)),
            // What one of another build says may mean anything.
            Some(Word::Ready(_)) | None => self.lose_all(words::opener_of_other_build),
        }
    }

    fn take_answer(&mut self, answer: Answer, desk: &Desk) {
        self.errands.progress = None;
        if let Some(job) = self.errands.waiting.pop_front() {
            self.take_in(&job, answer);
        }
        self.go_on(desk);
    }

    /// The worker stopped over a file. The others go to a new one.
    fn lose_one(&mut self, why: &str, desk: &Desk) {
        self.errands.stop();
        if let Some(job) = self.errands.waiting.pop_front() {
            let sentence = words::opener_died(&job.name(), why);
            let failed = self.spare_orders(vec![job], &words::not_exported(why));
            if !failed.is_empty() {
                self.offer_retry(sentence);
                self.errands.fail(failed);
            }
        }
        self.go_on(desk);
    }

    /// There is no worker to be had.
    fn lose_all(&mut self, sentence: impl FnOnce(&[String]) -> String) {
        self.errands.stop();
        let jobs: Vec<Job> = std::mem::take(&mut self.errands.waiting).into();
        let jobs = self.spare_orders(jobs, &words::exporter_missing());
        if !jobs.is_empty() {
            self.offer_retry(sentence(&names(&jobs)));
            self.errands.fail(jobs);
        }
        self.forget_refused();
    }

    /// Takes out those that go. The one in work is stopped if it is among them.
    pub(super) fn withdraw(&mut self, goes: impl Fn(&Job) -> bool) {
        if self.errands.waiting.front().is_some_and(&goes) {
            self.errands.stop();
        }
        self.errands.waiting.retain(|job| !goes(job));
    }

    fn offer_retry(&mut self, sentence: String) {
        if !self.notices.iter().any(|notice| notice.remedy == Some(Remedy::OpenAgain)) {
            // The offer for what failed before was taken away.
            self.errands.failed.clear();
        }
        if self.dialog == Some(Dialog::Storage) {
            // A message behind the dialog is not seen until that is closed.
            self.tell_of_storage(sentence.clone());
        }
        self.refuse_meanwhile(sentence.clone());
        self.tell(Tone::Trouble, sentence, Some(Remedy::OpenAgain));
    }

    fn withdraw_retries(&mut self) {
        Rc::make_mut(&mut self.notices).retain(|notice| notice.remedy != Some(Remedy::OpenAgain));
    }
}

/// An article without what was said about it: enough to make marks on.
fn bare(session: &Session) -> Parcel {
    Parcel::pack(Some(session.id.clone()), &session.article, session.details.as_ref().clone(), Vec::new())
}

fn names(jobs: &[Job]) -> Vec<String> {
    jobs.iter().map(Job::name).collect()
}
