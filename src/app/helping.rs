//! The second program: it opens files in a worker, and knows nothing of the page.

use crate::browser::{self, FileError, OpenedFile};
use crate::errand::{self, Answer, BUILD, Errand, Word};

/// Starts what opens files in a worker.
pub fn help() {
    browser::serve(limit, died, work);
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

fn work(letter: &[String], file: Result<OpenedFile, FileError>) {
    let Some(errand) = Errand::of(letter) else { return };
    tell(Word::Answer(answer(errand, file)));
}

fn answer(errand: Errand, file: Result<OpenedFile, FileError>) -> Answer {
    match file {
        Ok(file) => errand::open(errand, &file.name, &file.bytes, &mut |how| tell(Word::Progress(how))),
        Err(FileError::TooLarge { name, size, limit }) => errand::too_large(&name, size, limit),
        Err(FileError::Unreadable { name, error }) => errand::unreadable(&name, &error.to_string()),
    }
}
