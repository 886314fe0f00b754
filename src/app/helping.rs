//! The second program: it opens files and makes new versions in a worker, and knows nothing of the page.

use crate::browser::{self, FileError, OpenedFile, Paper, Whence};
use crate::errand::{self, Answer, BUILD, CodesOrder, Errand, Following, Order, Visit, Word};
use crate::format::parcel::Parcel;
use crate::intake::{self, pdf::Apart};

/// Starts what opens files in a worker.
pub fn help() {
    browser::serve(limit, address, coming, intake::PAGES, died, work);
    tell(Word::Ready(BUILD.to_owned()));
}

fn limit(letter: &[String]) -> u64 {
    let visit = Visit::of(letter).map(|_| Visit::LIMIT);
    Errand::of(letter).map(|(errand, _)| errand.limit()).or(visit).unwrap_or_default()
}

fn address(letter: &[String]) -> Option<String> {
    Visit::of(letter).map(|visit| visit.address)
}

fn coming(size: u64) -> Vec<String> {
    Word::Progress(Visit::coming(size)).letter()
}

fn tell(word: Word) {
    browser::tell_page(&word.letter());
}

fn died(why: String) -> Vec<String> {
    Word::Died(why).letter()
}

fn work(letter: &[String], file: Option<Result<OpenedFile, FileError>>) {
    let answer = match (Errand::of(letter), Visit::of(letter), file) {
        (Some((errand, beside)), _, Some(file)) => Some(answer(errand, beside.as_ref(), file)),
        (_, Some(visit), Some(file)) => Some(visited(visit, file)),
        _ => unfiled(letter),
    };
    answer.into_iter().for_each(|answer| tell(Word::Answer(answer)));
}

/// Does what needs no file.
fn unfiled(letter: &[String]) -> Option<Answer> {
    let mut watch = |how| tell(Word::Progress(how));
    if let Some(order) = Order::of(letter) {
        return Some(errand::prepare(&order, &mut watch));
    }
    if let Some(order) = CodesOrder::of(letter) {
        return Some(errand::prepare_codes(&order));
    }
    Following::of(letter).map(|asked| errand::follow(&asked, &mut watch))
}

fn answer(errand: Errand, beside: Option<&Parcel>, file: Result<OpenedFile, FileError>) -> Answer {
    match file {
        Ok(OpenedFile { name, paper: Some(Paper { why, texts, numbers }), .. }) => {
            errand::open_paper(&name, Apart { why, texts, numbers })
        }
        Ok(file) => {
            // Without it, what needs it says so.
            let beside = beside.and_then(|parcel| errand::document(parcel).ok());
            errand::open(errand, &file.name, &file.bytes, beside.as_ref(), &mut |how| {
                tell(Word::Progress(how));
            })
        }
        Err(error) => refused(error),
    }
}

fn refused(error: FileError) -> Answer {
    match error {
        FileError::TooLarge { name, size, limit } => errand::too_large(&name, size, limit),
        FileError::Unreadable { name, error } => errand::unreadable(&name, &error.to_string()),
        FileError::NotFetched { status, why } => Visit::default().in_vain(status, &why),
    }
}

fn visited(visit: Visit, file: Result<OpenedFile, FileError>) -> Answer {
    match file {
        Ok(OpenedFile { paper: Some(Paper { why, texts, numbers }), .. }) => {
            visit.open_paper(Apart { why, texts, numbers })
        }
        Ok(OpenedFile { bytes, from, .. }) => {
            // What hands itself over is a page.
            let handed = || Whence { address: visit.address.clone(), kind: "text/html".to_owned() };
            let Whence { address, kind } = from.unwrap_or_else(handed);
            Visit { address, ..visit }.open(&bytes, &kind)
        }
        Err(FileError::NotFetched { status, why }) => visit.in_vain(status, &why),
        Err(FileError::TooLarge { limit, .. }) => visit.too_large(limit),
        Err(error) => refused(error),
    }
}
