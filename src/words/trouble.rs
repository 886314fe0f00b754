//! What is said when something is wrong: what it is, where, what was kept, what to do.

use super::{place_count, quoted};
use crate::article::Refusal;
use crate::format::entry::EntryError;
use crate::format::native::{Expected, Fault, ImportError, ImportNotice, Reference, Remark};
use crate::journal::{StoreError, Why};

/// A size in bytes, as people say it.
pub(super) fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{} MB", millions(bytes)),
    }
}

fn characters(n: usize) -> String {
    if n < 10_000 { format!("{n} characters") } else { format!("{} million characters", millions(n as u64)) }
}

/// Millions with one decimal, rounded up: what is too large never reads as the limit itself.
fn millions(n: u64) -> String {
    let tenths = n.div_ceil(100_000);
    if tenths.is_multiple_of(10) {
        (tenths / 10).to_string()
    } else {
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

// ---- texts and files ----

pub fn nothing_selected() -> String {
    "Nothing is selected. Select some words of the article first, then mark them.".into()
}

pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Empty => "There is no text here. Paste the words of an article.".into(),
        Refusal::TooLong { length, limit } => format!(
            "This text has {}. Sayso takes up to {}. Nothing was added; cut it into parts and add them one by one.",
            characters(*length),
            characters(*limit)
        ),
        Refusal::NotText { at } => format!(
            "This is not plain text: byte {at} belongs to no text in UTF-8 or UTF-16. Save it as plain text in UTF-8, or paste its words.",
        ),
    }
}

pub fn refused_file(name: &str, why: &str) -> String {
    format!("{} was not opened, and nothing here was changed. {why}", quoted(name))
}

pub fn file_too_large(name: &str, bytes: u64, limit: u64) -> String {
    let why = format!("It has {}; Sayso opens files of up to {}.", size(bytes), size(limit));
    refused_file(name, &why)
}

pub fn file_unreadable(name: &str, why: &str) -> String {
    refused_file(
        name,
        &format!("The browser could not read it ({why}). If it is a folder, open the files in it."),
    )
}

pub fn unreadable(places: usize) -> String {
    format!("Some characters were already lost in the file ({}); they stand as �.", place_count(places))
}

// ---- our own files ----

pub fn import_error(error: &ImportError) -> String {
    match error {
        ImportError::TooLarge { bytes, limit } => {
            format!("It has {}; files of up to {} are read.", size(*bytes as u64), size(*limit as u64))
        }
        ImportError::TooMany { limit } => {
            format!("It lists more than {limit} things. Split it into several files.")
        }
        ImportError::TooLong { path, length, limit } => format!(
            "The text in {path} has {}; Sayso takes up to {}.",
            characters(*length),
            characters(*limit)
        ),
        ImportError::NotJson { line, column, fault } => not_json(*line, *column, fault),
        ImportError::TooDeep => {
            "It nests lists in lists more deeply than any Sayso file. It is damaged, or not ours.".into()
        }
        ImportError::LoneSurrogate { line, column } => format!(
            "At line {line}, character {column} there is half of a character (a lone surrogate). Write the file again as UTF-8."
        ),
        ImportError::NotSayso => {
            "It is JSON, but not a Sayso file: it does not say \"format\": \"sayso\".".into()
        }
        ImportError::Newer { version } => {
            format!(
                "A newer Sayso wrote it (version {version} of the format; this one reads version 1). Reload the page for a newer Sayso."
            )
        }
        ImportError::WrongUnit(unit) => {
            format!("Its offsets count {}; Sayso reads code points.", quoted(unit))
        }
        ImportError::NoText { path, title } => {
            let which = if title.is_empty() { path.clone() } else { quoted(title) };
            format!(
                "The text of {which} is left out of the file. Open that article, then open the file again."
            )
        }
        ImportError::Missing { path } => format!("The field {path} is missing."),
        ImportError::WrongType { path, expected } => {
            format!("The field {path} should be {}.", kind(*expected))
        }
    }
}

fn not_json(line: usize, column: usize, fault: &Fault) -> String {
    match fault {
        Fault::CutOff => {
            format!("It is cut off at line {line}: the end is missing. Get it again from where it came.")
        }
        Fault::NotUtf8 => format!("It is not UTF-8 from line {line}, character {column} on."),
        Fault::Syntax(why) => format!("It is not JSON: at line {line}, character {column}, {why}."),
    }
}

pub(super) fn kind(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "a text",
        Expected::List => "a list",
        Expected::Object => "an object",
        Expected::Boolean => "true or false",
        Expected::WholeNumber => "a whole number",
    }
}

pub fn import_notice(notice: &ImportNotice) -> String {
    let path = &notice.path;
    match &notice.what {
        Remark::UnknownField(name) => format!("{path}: the unknown field {name} was not kept"),
        Remark::DoubledField(name) => format!("{path}: the field {name} is there twice, the last one counts"),
        Remark::UnknownWord(word) => {
            format!("{path}: {} is not known, the plainest kind was taken", quoted(word))
        }
        Remark::MissingId { now } => format!("{path}: has no id, it is now {now}"),
        Remark::DoubledId { id, now } => format!("{path}: the id {id} is taken, it is now {now}"),
        Remark::UnknownReference { to, id } => format!("{path}: there is no {} {id}", reference(*to)),
        Remark::UnreadTime(time) => format!("{path}: {} is not a time", quoted(time)),
        Remark::OddOffsets => format!("{path}: its offsets are no places in a text, the quotes decide"),
        Remark::OtherText => format!("{path}: the text is not the one that was hashed, the quotes decide"),
        Remark::NoBlocks => format!("{path}: has no blocks, each line is a paragraph"),
        Remark::BrokenBlocks => format!("{path}: the blocks do not fit the text, each line is a paragraph"),
        Remark::BrokenInlines(count) => {
            format!(
                "{path}: {count} of the emphases and links do not fit the text and were left out, the words stay"
            )
        }
        Remark::FoundByWords { quote } => {
            format!("{path}: {} was found by its words, its offsets are wrong", quoted(quote))
        }
        Remark::FoundChanged { quote, now } => {
            format!("{path}: the wording has changed, {} is marked for {}", quoted(now), quoted(quote))
        }
        Remark::NotFound { quote } if quote.is_empty() => {
            format!("{path}: leads to no words, it is kept without a place")
        }
        Remark::NotFound { quote } => {
            format!("{path}: {} is not in the text, it is kept without a place", quoted(quote))
        }
        Remark::LeftOut(name) => format!("{path}: {} has no place here and was left out", quoted(name)),
        Remark::NotSearched { quote } => {
            format!("{path}: {} was not looked for, it is kept without a place", quoted(quote))
        }
    }
}

fn reference(to: Reference) -> &'static str {
    match to {
        Reference::Source => "source",
        Reference::Mention => "mention",
        Reference::Cue => "cue",
    }
}

/// What in a file was not as it should be; empty if nothing.
pub fn import_remarks(notices: &[ImportNotice], unlisted: usize) -> String {
    const LISTED: usize = 5;
    if notices.is_empty() {
        return String::new();
    }
    let listed: Vec<String> = notices.iter().take(LISTED).map(import_notice).collect();
    let remarks = format!("Please check: {}.", listed.join("; "));
    match (notices.len() + unlisted).saturating_sub(LISTED) {
        0 => remarks,
        more => format!("{remarks} And {more} more of this kind."),
    }
}

pub fn not_exported(why: &str) -> String {
    format!("The file could not be saved ({why}). Everything is still here; try again.")
}

// ---- what is stored ----

pub fn store_error(error: &StoreError) -> String {
    match error {
        StoreError::Full => {
            "this browser’s room is full. Export to a file, or delete an article for good".into()
        }
        StoreError::Blocked(why) => {
            format!("this browser lets the page keep nothing ({why}). Export before you leave")
        }
    }
}

pub fn not_saved(why: &str) -> String {
    format!("Not saved, because {why}.")
}

pub fn not_deleted(error: &StoreError) -> String {
    format!("It could not be deleted, because {}.", store_error(error))
}

pub fn read_only() -> String {
    "A newer Sayso has written into this browser. This page only reads, so that nothing newer is damaged: reload it to get the newer one.".into()
}

pub fn aside_count(n: usize) -> String {
    if n == 1 {
        "1 stored entry could not be read".into()
    } else {
        format!("{n} stored entries could not be read")
    }
}

pub fn aside_found(n: usize) -> String {
    format!("{}. Nothing of it was changed or deleted.", aside_count(n))
}

pub fn aside_saved() -> String {
    "The unreadable entries were saved to a file.".into()
}

pub fn aside_reason(why: &Why) -> String {
    match why {
        Why::Entry(error) => entry_error(error),
        Why::UnknownKey => "its key is not one that Sayso writes".into(),
        Why::NoBeginning => {
            "the first entry of its article, which leads to the text, is missing or unreadable".into()
        }
        Why::NoText => "the text of its article is missing or unreadable".into(),
        Why::OtherText => "the text is not the one that its key names".into(),
        Why::BeyondTime => "it speaks of a time that no calendar has".into(),
        Why::Replaced => "it was damaged, and a sound copy has taken its place".into(),
    }
}

pub(super) fn entry_error(error: &EntryError) -> String {
    match error {
        EntryError::Damaged => "it was damaged: its checksum does not fit".into(),
        EntryError::NotJson => "it is not JSON".into(),
        EntryError::Newer { version } => format!("a newer Sayso wrote it (version {version})"),
        EntryError::WrongShape { path } => format!("{path} is not as it should be"),
        EntryError::OutOfText => "it marks a place outside the text".into(),
    }
}

pub fn no_such_article() -> String {
    "This address leads to an article that is not in this browser. It may be in another browser, or deleted."
        .into()
}
