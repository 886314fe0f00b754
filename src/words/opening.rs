//! What is said while files are opened away from the page, and when that fails.

use super::trouble::entry_error;
use super::{article_count, cleaned, list, quoted, refused_file, unreadable};
use crate::article::Notice;
use crate::format::entry::EntryError;
use crate::text::Repair;

fixed! {
    checking_file = "Checking the file";
    reading_marks = "Reading articles and marks";
    writing_file = "Writing the file";
    handing_over = "Handing them over";
    starting_to_open = "Starting";
    cancel_all_opening = "Cancel all";
    open_again = "Try again";
    pasted_name = "What was pasted";
}

/// What is being opened, and what waits for it.
pub fn opening_file(name: &str, waiting: usize) -> String {
    match waiting {
        0 => format!("Opening {}", quoted(name)),
        1 => format!("Opening {}; 1 more file waits", quoted(name)),
        n => format!("Opening {}; {n} more files wait", quoted(name)),
    }
}

/// What is being done; with the share that is, unless nobody knows of how much.
pub fn opening_progress(doing: &str, share: u32) -> String {
    if share == 0 { doing.to_owned() } else { format!("{doing}, {share} %") }
}

pub fn opening_cancelled(names: &[String]) -> String {
    format!("Cancelled: nothing of {} was added.", all_of(names))
}

/// The second program did not arrive.
pub fn opener_missing(names: &[String], why: &str) -> String {
    format!(
        "The part of Sayso that opens files could not be loaded ({why}). Nothing of {} was added. Try again when the connection is back; all else works without it.",
        all_of(names)
    )
}

/// The second program arrived, and is not of this build.
pub fn opener_of_other_build(names: &[String]) -> String {
    format!(
        "Sayso was renewed since this page was loaded. Nothing of {} was added. Reload the page, then open it again.",
        all_of(names)
    )
}

/// The second program stopped over a file.
pub fn opener_died(name: &str, why: &str) -> String {
    refused_file(name, &format!("Sayso could not get to its end ({why}). All else goes on."))
}

/// What the second program handed over did not arrive as it was sent.
pub fn damaged_on_its_way(name: &str, error: &EntryError) -> String {
    refused_file(name, &format!("What was read of it came back wrong: {}.", entry_error(error)))
}

/// At most three names, and how many more there are.
fn all_of(names: &[String]) -> String {
    const NAMED: usize = 3;
    let mut said: Vec<String> = names.iter().take(NAMED).map(|name| quoted(name)).collect();
    match names.len().saturating_sub(NAMED) {
        0 => {}
        1 => said.push("1 more file".into()),
        more => said.push(format!("{more} more files")),
    }
    list(&said)
}

/// What was changed in a text at the door; `None` if nothing.
pub fn repairs(notices: &[Notice]) -> Option<String> {
    let count = |wanted: &[Repair]| {
        let counts =
            notices.iter().map(|Notice::Repaired(repair, n)| if wanted.contains(repair) { *n } else { 0 });
        counts.sum()
    };
    let cleaned = cleaned(
        count(&[Repair::LineEnd]),
        count(&[Repair::Space]),
        count(&[Repair::Invisible, Repair::Control]),
    );
    match count(&[Repair::Unreadable]) {
        0 => cleaned,
        n => Some([unreadable(n), cleaned.unwrap_or_default()].join(" ").trim_end().to_owned()),
    }
}

pub fn article_opened(title: &str) -> String {
    format!("{} was opened", quoted(title))
}

pub fn article_merged(title: &str, changed: bool) -> String {
    if changed {
        format!(
            "{} was here already; what was new in the file was added, and Undo takes that back",
            quoted(title)
        )
    } else {
        format!("{} was here already, and the file says nothing new", quoted(title))
    }
}

pub fn article_copied(title: &str) -> String {
    format!("{} was opened beside another version that was here already", quoted(title))
}

pub fn no_articles_in_file() -> String {
    "there is no article in it".into()
}

/// What came of a file, and what is to be said of how it was read.
pub fn import_report(file: &str, articles: &[String], remarks: &str) -> String {
    const LISTED: usize = 5;
    let came = match articles.len().checked_sub(LISTED) {
        Some(more @ 1..) => {
            let first = articles.get(..LISTED).unwrap_or_default().join("; ");
            format!("{} in it: {first}; and {more} more", article_count(articles.len()))
        }
        _ => list(articles),
    };
    let report = format!("{}: {came}.", quoted(file));
    if remarks.is_empty() { report } else { format!("{report} {remarks}") }
}

#[cfg(test)]
mod tests {
    use super::{import_report, opener_missing, opening_file};

    #[test]
    fn names_are_listed_up_to_three() {
        let check = |names: &[&str], expected: &str| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            let said = opener_missing(&names, "404");
            assert!(said.contains(&format!("Nothing of {expected} was added.")), "{said}");
        };
        check(&["a"], "“a”");
        check(&["a", "b"], "“a” and “b”");
        check(&["a", "b", "c", "d"], "“a”, “b”, “c” and 1 more file");
        check(&["a", "b", "c", "d", "e"], "“a”, “b”, “c” and 2 more files");
    }

    #[test]
    fn what_came_of_a_file_is_listed_up_to_five() {
        let all: Vec<String> = ('a'..='g').map(|title| format!("“{title}” was opened")).collect();
        let check = |count: usize, expected: &str| {
            assert_eq!(import_report("x", all.get(..count).expect("there are seven"), ""), expected);
        };
        check(1, "“x”: “a” was opened.");
        check(2, "“x”: “a” was opened and “b” was opened.");
        check(
            7,
            "“x”: 7 articles in it: “a” was opened; “b” was opened; “c” was opened; “d” was opened; “e” was \
             opened; and 2 more.",
        );
        assert_eq!(import_report("x", all.get(..1).expect("one"), "But."), "“x”: “a” was opened. But.");
    }

    #[test]
    fn what_waits_is_counted() {
        assert_eq!(opening_file("a", 0), "Opening “a”");
        assert_eq!(opening_file("a", 1), "Opening “a”; 1 more file waits");
        assert_eq!(opening_file("a", 2), "Opening “a”; 2 more files wait");
    }
}
