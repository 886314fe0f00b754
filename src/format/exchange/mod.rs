//! What other programs read and write: each format a pair of pure functions, with an account of what it
//! cannot carry.
//!
//! What a format cannot carry is a list of [`Loss`]es, and each loss says what it makes an article forget.
//! Before anything is written, the articles forget just that, so the account is counted and not guessed;
//! the writer carries all that is left, and what is read again is equal to it. The tests hold every pair
//! to that.

mod brat;
mod build;
mod bundle;
mod carried;
mod claim_review;
mod conll;
mod doccano;
mod docx;
mod facts;
mod forget;
mod given;
mod html;
mod hypothesis;
mod json;
mod label_studio;
mod labels;
mod link;
mod loss;
mod markdown;
mod misread;
mod own;
mod own_file;
mod recognise;
mod refi;
mod runs;
mod tables;
mod uima;
mod w3c;
mod webanno;

use super::native::{Document, ImportNotice};
use crate::annotation::Timestamp;

pub use bundle::unbundle;
pub use given::{Given, Part};
pub use link::ROUTE as LINK_ROUTE;
pub use loss::{Loss, Losses};
pub use misread::{At, Fault, Misread};
pub use recognise::recognise;
pub use refi::{CodesLoss, codes_of, is_codes, read_codes, write_codes};

/// A format of another program, or of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Our own file, complete.
    Sayso,
    /// Our own file without the texts of the articles.
    SaysoWithoutText,
    /// The same as part of an address.
    Link,
    /// W3C Web Annotation as JSON-LD.
    W3c,
    /// Tables as CSV, packed.
    Csv,
    /// The same tables as a workbook.
    Xlsx,
    /// A report to read and to print.
    Html,
    /// A Word document with comments.
    Docx,
    /// schema.org: claims, and reviews of those that have a verdict.
    ClaimReview,
    /// brat standoff.
    Brat,
    /// Hypothesis: what its client exports and imports.
    Hypothesis,
    /// Markdown with footnotes.
    Markdown,
    /// Label Studio: tasks of JSON with their configuration.
    LabelStudio,
    /// REFI-QDA: a project of programs for qualitative analysis.
    Refi,
    /// CoNLL: a token a line, with tags.
    Conll,
    /// WebAnno TSV, as INCEpTION reads and writes it.
    WebAnno,
    /// UIMA CAS JSON, with its type system.
    UimaCas,
    /// doccano: one article a line of JSON.
    Doccano,
}

/// All that is known of a format.
struct Codec {
    /// The media type of its files.
    media: &'static str,
    /// Whether a file holds one article, so that several are packed together.
    single: bool,
    /// What it cannot carry, in the order in which it is forgotten.
    loses: &'static [Loss],
    /// Writes articles that have nothing left that it cannot carry.
    write: fn(&[Document], &Occasion<'_>) -> Vec<Part>,
    /// Reads what it wrote, or what another program did.
    read: Option<Reader>,
}

/// What reads files.
type Reader = fn(&Given<'_>) -> Result<Read, Misread>;

/// When and by what a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occasion<'a> {
    /// When.
    pub exported: Timestamp,
    /// The name and version of the program; may be empty.
    pub generator: &'a str,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file. Its name is its ending alone where it has no name of its own.
    pub file: Part,
    /// Its media type.
    pub media: &'static str,
    /// What it does not carry.
    pub losses: Losses,
}

/// What a file of another program held.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Read {
    /// Its articles, in file order.
    pub documents: Vec<Document>,
    /// What a person should know of how it was read.
    pub notices: Vec<ImportNotice>,
    /// How many more notices there were; only the first thousand are listed.
    pub unlisted: usize,
}

impl Format {
    /// All formats, in the order in which they are offered.
    pub const ALL: [Format; 18] = [
        Format::Sayso,
        Format::Html,
        Format::Docx,
        Format::Csv,
        Format::Xlsx,
        Format::Link,
        Format::SaysoWithoutText,
        Format::Markdown,
        Format::W3c,
        Format::Hypothesis,
        Format::ClaimReview,
        Format::Brat,
        Format::LabelStudio,
        Format::Refi,
        Format::Conll,
        Format::WebAnno,
        Format::UimaCas,
        Format::Doccano,
    ];

    /// How many of them most people want; these stand first.
    pub const FIRST: usize = 5;

    /// The endings of files that are read, with the full stop.
    pub const ENDINGS: [&str; 15] = [
        ".jsonl", ".jsonld", ".csv", ".xlsx", ".ann", ".tsv", ".zip", ".json", ".qdc", ".conll", ".conllu",
        ".bio", ".iob", ".iob2", ".bioes",
    ];

    fn codec(self) -> &'static Codec {
        match self {
            Format::Sayso => &own::WHOLE,
            Format::SaysoWithoutText => &own::WITHOUT_TEXT,
            Format::Link => &link::CODEC,
            Format::W3c => &w3c::CODEC,
            Format::Csv => &tables::CSV,
            Format::Xlsx => &tables::XLSX,
            Format::Html => &html::CODEC,
            Format::Docx => &docx::CODEC,
            Format::ClaimReview => &claim_review::CODEC,
            Format::Brat => &brat::CODEC,
            Format::Hypothesis => &hypothesis::CODEC,
            Format::Markdown => &markdown::CODEC,
            Format::LabelStudio => &label_studio::CODEC,
            Format::Refi => &refi::CODEC,
            Format::Conll => &conll::CODEC,
            Format::WebAnno => &webanno::CODEC,
            Format::UimaCas => &uima::CODEC,
            Format::Doccano => &doccano::CODEC,
        }
    }

    /// Its name in settings and letters; it never changes. The page knows no more of a format than this: what
    /// writes and reads is in the worker.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Format::Sayso => "sayso",
            Format::SaysoWithoutText => "sayso-without-text",
            Format::Link => "link",
            Format::W3c => "w3c",
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::Html => "html",
            Format::Docx => "docx",
            Format::ClaimReview => "claim-review",
            Format::Brat => "brat",
            Format::Hypothesis => "hypothesis",
            Format::Markdown => "markdown",
            Format::LabelStudio => "label-studio",
            Format::Refi => "refi-qda",
            Format::Conll => "conll",
            Format::WebAnno => "webanno",
            Format::UimaCas => "uima-cas",
            Format::Doccano => "doccano",
        }
    }

    /// The format of a word.
    #[must_use]
    pub fn of(word: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.word() == word)
    }

    /// Whether its files are read here. Our own are read by [`native`](super::native).
    #[must_use]
    pub fn is_read(self) -> bool {
        self.codec().read.is_some()
    }

    /// Whether its files hold the texts of articles; those of others are read beside the article that is open.
    #[must_use]
    pub fn has_text(self) -> bool {
        !matches!(self, Format::SaysoWithoutText | Format::Hypothesis | Format::ClaimReview)
    }

    /// What the format cannot carry, whatever the articles hold, in the order in which it is forgotten.
    #[must_use]
    pub fn loses(self) -> &'static [Loss] {
        self.codec().loses
    }

    /// Writes articles, and says what of them the file does not carry. Time and memory grow with the
    /// size of the articles and their marks.
    #[must_use]
    pub fn write(self, documents: &[Document], occasion: &Occasion<'_>) -> Written {
        let codec = self.codec();
        let (kept, losses) = Losses::of(documents, codec.loses);
        let parts: Vec<Part> = if codec.single {
            let each = kept.iter().enumerate();
            each.flat_map(|(nth, one)| {
                in_folder(nth, &kept, (codec.write)(std::slice::from_ref(one), occasion))
            })
            .collect()
        } else {
            (codec.write)(&kept, occasion)
        };
        let (file, media) = bundle::bundle(parts, codec);
        Written { file, media, losses }
    }

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// If it is not of this format, or lacks what cannot be guessed; then nothing of it is taken.
    pub fn read(self, given: &Given<'_>) -> Result<Read, Misread> {
        match self.codec().read {
            Some(read) => read(given),
            None => Err(Misread::whole(Fault::NotRead)),
        }
    }
}

/// Of several articles, each has a folder of its own, by its number and its title.
fn in_folder(nth: usize, of: &[Document], parts: Vec<Part>) -> Vec<Part> {
    let Some(document) = of.get(nth).filter(|_| of.len() > 1) else { return parts };
    let folder = format!("{:03}-{}", nth + 1, bundle::safe(&document.details.title));
    parts.into_iter().map(|part| Part { name: format!("{folder}/{}", part.name), ..part }).collect()
}
