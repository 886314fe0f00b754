//! The second program: it opens files and makes new versions in a worker, and knows nothing of the page.

use crate::browser::{self, FileError, OpenedFile, Paper};
use crate::errand::{self, Answer, BUILD, Errand, Following, Word};
use crate::intake::{self, pdf::Apart};

/// Starts what opens files in a worker.
pub fn help() {
    browser::serve(limit, intake::PAGES, died, work);
    tell(Word::Ready(BUILD.to_owned()));
}

fn limit(letter: &[String]) -> u64 {
    Errand::of(letter).map_or(0, Errand::limit)
}

fn tell(word: Word) {
    browser::tell_page(&word.letter());
}

fn died(why: String) -> Vec<String> {
    Word::Died(why).letter()
}

fn work(letter: &[String], file: Option<Result<OpenedFile, FileError>>) {
    let answer = match (Errand::of(letter), file) {
        (Some(errand), Some(file)) => Some(answer(errand, file)),
        _ => Following::of(letter).map(|asked| errand::follow(&asked, &mut |how| tell(Word::Progress(how)))),
    };
    answer.into_iter().for_each(|answer| tell(Word::Answer(answer)));
}

fn answer(errand: Errand, file: Result<OpenedFile, FileError>) -> Answer {
    match file {
        Ok(OpenedFile { name, paper: Some(Paper { why, texts, numbers }), .. }) => {
            errand::open_paper(&name, Apart { why, texts, numbers })
        }
        Ok(file) => errand::open(errand, &file.name, &file.bytes, &mut |how| tell(Word::Progress(how))),
        Err(FileError::TooLarge { name, size, limit }) => errand::too_large(&name, size, limit),
        Err(FileError::Unreadable { name, error }) => errand::unreadable(&name, &error.to_string()),
    }
}
