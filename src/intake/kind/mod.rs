//! Which kind of file it is, by what it holds first and by its name only then.

mod content;
mod packed;
#[cfg(test)]
mod tests;

use super::Unread;

/// A kind of file that an article is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileKind {
    /// Plain text.
    Text,
    /// Text with the marks of Markdown.
    Markdown,
    /// A web page.
    Page,
    /// A web page that a browser saved in one file (`.mhtml`).
    SavedPage,
    /// A document of Word (`.docx`).
    Word,
    /// A document of LibreOffice and others (`.odt`).
    OpenDocument,
    /// A document as it is printed; its text layer is read.
    Pdf,
    /// A book in chapters (`.epub`).
    Book,
    /// A letter that came by mail.
    Mail,
    /// The words of a film or a talk, with the times at which they are said.
    Captions,
}

/// A kind of file that no article is read from, because there is a better way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OtherKind {
    /// A document of Word as it was until 2007 (`.doc`).
    OldWord,
    /// Rich text (`.rtf`).
    RichText,
    /// A document of Apple's Pages.
    Pages,
    /// A letter as Outlook keeps it (`.msg`).
    OutlookMail,
    /// A page as Safari keeps it (`.webarchive`).
    WebArchive,
    /// A book for Kindle.
    Kindle,
    /// Tables.
    Sheets,
    /// Slides.
    Slides,
    /// A picture.
    Picture,
    /// Sound or film.
    Recording,
    /// A folder in one file.
    Archive,
    /// No text, and nothing that is known here.
    Unknown,
}

impl FileKind {
    /// The ends of the names of all files that are read, in lower case.
    pub const EXTENSIONS: [&str; 17] = [
        ".txt",
        ".text",
        ".md",
        ".markdown",
        ".html",
        ".htm",
        ".xhtml",
        ".mhtml",
        ".mht",
        ".docx",
        ".odt",
        ".pdf",
        ".epub",
        ".eml",
        ".srt",
        ".vtt",
        ".log",
    ];

    /// Which kind a file is. What it holds counts; the name decides between kinds of text.
    ///
    /// # Errors
    ///
    /// [`Unread::Other`] if it is of a kind that is not read, [`Unread::Locked`] if that can be seen
    /// from outside.
    pub fn of(name: &str, bytes: &[u8]) -> Result<FileKind, Unread> {
        let told = content::told(name, bytes)?;
        let named = FileKind::named(name);
        // By their first bytes these would have been told from text.
        let text = [FileKind::Text, FileKind::Markdown, FileKind::Page, FileKind::SavedPage, FileKind::Mail];
        let named = named.filter(|kind| text.contains(kind));
        Ok(told.or(named).unwrap_or(FileKind::Text))
    }

    /// Which kind the name of a file says that it is.
    #[must_use]
    pub fn named(name: &str) -> Option<FileKind> {
        Some(match extension(name).as_str() {
            "txt" | "text" | "log" => FileKind::Text,
            "md" | "markdown" => FileKind::Markdown,
            "html" | "htm" | "xhtml" => FileKind::Page,
            "mhtml" | "mht" => FileKind::SavedPage,
            "docx" => FileKind::Word,
            "odt" => FileKind::OpenDocument,
            "pdf" => FileKind::Pdf,
            "epub" => FileKind::Book,
            "eml" => FileKind::Mail,
            "srt" | "vtt" => FileKind::Captions,
            _ => return None,
        })
    }
}

/// What follows the last full stop of a name, in lower case; empty if nothing does.
pub(super) fn extension(name: &str) -> String {
    name.rsplit_once('.').map(|(_, end)| end.to_lowercase()).unwrap_or_default()
}
