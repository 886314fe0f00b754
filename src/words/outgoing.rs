//! What is said while a file for another program is prepared and saved.

use super::article_count;
use super::quoted;
use super::terms::{count, grouped};
use super::trouble::size;

fixed! {
    export_what = "What";
    export_as = "As";
    picked_articles = "Articles that I pick";
    pick_articles = "Pick articles";
    nothing_picked = "Pick at least one article.";
    preparing = "Preparing the file …";
    loses_nothing = "It carries everything.";
    does_not_carry = "It does not carry:";
    save_losses = "Save this list";
    copy_file = "Copy";
    save_it = "Save";
    a_link = "The link";
    file_of_library = "library";
    file_copied = "Copied.";
    file_not_copied = "The browser did not let it be copied. Save it instead.";
    exporter_missing = "The part of Sayso that writes files could not be loaded. Try again when the connection is back; the export as JSON works without it.";
    export_cancelled = "Cancelled: nothing was saved. Choose a format to prepare it again.";
}

pub fn this_article(title: &str) -> String {
    format!("This article, {}", quoted(title))
}

pub fn all_articles(n: usize) -> String {
    if n == 1 {
        "The one article of the library".into()
    } else {
        format!("All {} of the library", article_count(n))
    }
}

pub fn more_formats(n: usize) -> String {
    count(n, "more format", "more formats")
}

/// What a file of several articles is called.
pub fn file_of_picked(n: usize) -> String {
    format!("{n}-articles")
}

/// A link is longer than browsers take.
pub fn link_too_long(length: usize) -> String {
    format!(
        "The link would have {} characters, more than browsers take. Save as Sayso JSON and send the file.",
        grouped(length)
    )
}

/// A link is longer than some programs take.
pub fn link_long(length: usize) -> String {
    format!(
        "The link has {} characters. Some programs for mail and messages cut links as long as that; if it does not open, send the file.",
        grouped(length)
    )
}

pub fn file_size(bytes: usize) -> String {
    size(bytes as u64)
}

pub fn preparing_file(format: &str) -> String {
    format!("Preparing {format}")
}

pub fn file_saved(name: &str) -> String {
    format!("Saved to {name}.")
}

/// The account of what a file does not carry, as a file of its own.
pub fn loss_report(name: &str, format: &str, moment: &str, losses: &[String]) -> String {
    let lines: String = losses.iter().map(|line| format!("- {line}\n")).collect();
    format!("{name} ({format}), {moment}\nThe file does not carry:\n{lines}")
}
