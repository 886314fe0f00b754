//! What is said of a file that an article is read from: why it was not, and what was done to it.

use super::terms::{count, grouped};
use super::trouble::size;
use super::{refusal, repairs};
use crate::article::Notice as Repaired;
use crate::intake::{FileKind, Notice, OtherKind, Unread};

/// Why a file was not read, and what can be done instead.
#[must_use]
pub fn unread(unread: &Unread) -> String {
    match unread {
        Unread::Other(kind) => other_kind(*kind).into(),
        Unread::Locked(FileKind::Book) => {
            "This book is locked for the shop that sold it. A copy without a lock can be opened.".into()
        }
        Unread::Locked(_) => "It is protected with a password. Open it where it was made, save a copy without a password, and open that.".into(),
        Unread::Damaged { kind, part } => damaged(*kind, part),
        Unread::Nothing(kind) => format!("There are no words in this {}.", file_kind(*kind)),
        Unread::Scan { pages } => format!(
            "It has {}, and each is a picture: it was scanned, and has no text that could be read. Have the text recognised (OCR) in the program that scanned it, then open it again.",
            count(*pages, "page", "pages")
        ),
        Unread::TooLarge { limit } => format!("Sayso opens files of up to {}. Take the article out of it and open that.", bytes(*limit)),
        Unread::Swells { limit } => format!(
            "Unpacked it is larger than {}: it is broken, or made to do harm. Nothing of it was unpacked further.",
            bytes(*limit)
        ),
        Unread::TooManyParts { limit } => format!("It has more than {} parts. Save the article alone, and open that.", grouped(*limit)),
        Unread::TooDeep { limit } => format!("Its parts lie in one another more than {} deep, which no document needs: it is broken, or made to do harm.", grouped(*limit)),
        Unread::Entities => "It defines abbreviations of its own, which no document needs and which can be made to do harm. Open it where it was made, and save it again.".into(),
        Unread::Text(why) => refusal(why),
        Unread::Pdf => "PDFs are not read here. Open it in a PDF reader, copy its text, and paste it.".into(),
    }
}

fn damaged(kind: FileKind, part: &str) -> String {
    let what = one(kind);
    let at = if part.is_empty() { String::new() } else { format!(" Its part “{part}” cannot be read.") };
    format!(
        "It seems to be {what}, but it is broken or cut short.{at} Get it again from where it came, or save it again, and open that."
    )
}

/// What a kind of file is called.
#[must_use]
pub fn file_kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Text => "plain text",
        FileKind::Markdown => "Markdown text",
        FileKind::Page => "web page",
        FileKind::SavedPage => "saved web page",
        FileKind::Word => "Word document",
        FileKind::OpenDocument => "OpenDocument text",
        FileKind::Pdf => "PDF",
        FileKind::Book => "book (EPUB)",
        FileKind::Mail => "mail",
        FileKind::Captions => "file of captions",
    }
}

/// One of a kind: “an OpenDocument text”.
fn one(kind: FileKind) -> String {
    let name = file_kind(kind);
    format!("{} {name}", if name.starts_with('O') { "an" } else { "a" })
}

fn other_kind(kind: OtherKind) -> &'static str {
    match kind {
        OtherKind::OldWord => {
            "This is a document of Word as it was until 2007 (.doc). Open it in Word or LibreOffice, save it as .docx, and open that."
        }
        OtherKind::RichText => {
            "This is rich text (.rtf). Open it in a word processor and save it as .docx, or copy its text and paste it."
        }
        OtherKind::Pages => {
            "This is a document of Pages. Export it from Pages as Word (.docx), and open that."
        }
        OtherKind::OutlookMail => {
            "This is a mail as Outlook keeps it (.msg). Save it from Outlook as .eml or as a web page, and open that."
        }
        OtherKind::WebArchive => {
            "This is a web archive of Safari. Save the page as HTML, or copy its text and paste it."
        }
        OtherKind::Kindle => "This is a book for Kindle. Open its EPUB, if there is one.",
        OtherKind::Sheets => "These are tables, not an article. Copy the words that matter and paste them.",
        OtherKind::Slides => "These are slides, not an article. Save their text, or copy it and paste it.",
        OtherKind::Picture => "This is a picture. Have its text recognised (OCR), and paste that.",
        OtherKind::Recording => "This is sound or film. Open its captions (.srt or .vtt), or a transcript.",
        OtherKind::Archive => "This is a folder packed in one file. Unpack it, and open the files in it.",
        OtherKind::Unknown => {
            "This is not text, and no kind of document that is known here. Save it as .docx, .html or plain text, and open that."
        }
    }
}

/// What a person should know of how a file was read, a sentence.
#[must_use]
pub fn intake_notice(notice: &Notice) -> String {
    let n = |n: &usize, one, many| count(*n, one, many);
    match notice {
        Notice::Repaired(repair, places) => {
            repairs(&[Repaired::Repaired(*repair, *places)]).unwrap_or_default()
        }
        Notice::ReadAs(kind) => {
            format!("Its name says another kind, but it is {}, and was read as one.", one(*kind))
        }
        Notice::Encoding(name) => format!(
            "Its letters are in an old encoding, taken for {name}: see whether letters such as é, ß and ж are right."
        ),
        Notice::Lost(places) => format!(
            "In {} it is damaged: there stands � for letters that cannot be read.",
            n(places, "place", "places")
        ),
        Notice::PartsUnread(names) => format!(
            "{} could not be read and is missing here: {}.",
            n(&names.len(), "part", "parts"),
            names.join(", ")
        ),
        Notice::Tracked { deleted, inserted } => tracked(*deleted, *inserted),
        Notice::Footnotes(notes) => {
            format!("{} at the end; their numbers are in brackets.", n(notes, "note stands", "notes stand"))
        }
        Notice::Comments(comments) => format!("{} left out.", n(comments, "comment was", "comments were")),
        Notice::Tables(tables) => format!("{} here row by row.", n(tables, "table stands", "tables stand")),
        Notice::Pictures(pictures) => format!("{} left out.", n(pictures, "picture was", "pictures were")),
        Notice::Attachments(files) => format!(
            "{} left out; open them one by one.",
            n(files, "attached file was", "attached files were")
        ),
        Notice::Timings(captions) => {
            format!("The times of {} were left out.", n(captions, "caption", "captions"))
        }
        Notice::EmptyPages(pages) => format!(
            "{} no text: pictures or scans. What is on them is missing here.",
            n(pages, "page has", "pages have")
        ),
        Notice::RunningLines(lines) => {
            format!("{} left out: running heads, feet and page numbers.", n(lines, "line was", "lines were"))
        }
        Notice::Mended(words) => format!(
            "{} at a line end and put together again.",
            n(words, "word was broken", "words were broken")
        ),
        Notice::WholePage => {
            "The article could not be told from the rest of this page: all of it is here. Leave out what is not of it.".into()
        }
    }
}

fn tracked(deleted: usize, inserted: usize) -> String {
    let mut said = Vec::new();
    if deleted > 0 {
        said.push(format!("{} left out", count(deleted, "tracked deletion was", "tracked deletions were")));
    }
    if inserted > 0 {
        said.push(format!("{} kept", count(inserted, "tracked insertion was", "tracked insertions were")));
    }
    format!("{}: this is how it reads if all changes are accepted.", said.join(" and "))
}

fn bytes(n: usize) -> String {
    size(n as u64)
}
