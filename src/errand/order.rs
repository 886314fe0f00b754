//! Articles become a file of another program.

use super::{Answer, Letter, Progress};
use crate::annotation::Timestamp;
use crate::article::ArticleId;
use crate::format::entry::EntryError;
use crate::format::exchange::{Format, Occasion, Part, Written};
use crate::format::native::Document;
use crate::format::parcel::{Parcel, Unpacked};
use crate::session::Record;
use crate::words;

/// What the page asks: articles, and the format they are to be written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The format.
    pub format: Format,
    /// When it was asked for.
    pub at: Timestamp,
    /// The name and version of the program.
    pub generator: String,
    /// The articles, each with its name.
    pub articles: Vec<Parcel>,
}

/// A file that was prepared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prepared {
    /// The ending of its name, without the full stop.
    pub ending: String,
    /// Its media type.
    pub media: String,
    /// What it holds.
    pub content: Vec<u8>,
    /// What it does not carry, a line each.
    pub losses: Vec<String>,
}

impl Prepared {
    /// The file as text, if that is what it is; a packed one is none.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.content).ok().filter(|_| self.media != "application/zip")
    }
}

/// The word that a letter of this kind begins with.
const ORDER: &str = "order";

/// How many lines a parcel takes.
const PARCEL: usize = 3;

impl Order {
    /// The letter that asks for it. No file goes with it.
    #[must_use]
    pub fn letter(&self) -> Letter {
        let head = [ORDER, self.format.word(), &self.at.0.to_string(), &self.generator].map(str::to_owned);
        let parcels = self.articles.iter().flat_map(|parcel| {
            let id = parcel.id.as_ref().map(|id| id.to_string()).unwrap_or_default();
            [id, parcel.text.clone(), parcel.entry.clone()]
        });
        head.into_iter().chain(parcels).collect()
    }

    /// What a letter asks for; `None` if something else.
    #[must_use]
    pub fn of(letter: &[String]) -> Option<Order> {
        let [word, format, at, generator, parcels @ ..] = letter else { return None };
        if word != ORDER {
            return None;
        }
        let articles = parcels.chunks_exact(PARCEL).filter_map(|lines| match lines {
            [id, text, entry] => Some(Parcel {
                id: Some(ArticleId::from(id.as_str())).filter(|_| !id.is_empty()),
                text: text.clone(),
                entry: entry.clone(),
            }),
            _ => None,
        });
        Some(Order {
            format: Format::of(format)?,
            at: Timestamp(at.parse().ok()?),
            generator: generator.clone(),
            articles: articles.collect(),
        })
    }
}

/// Writes the file.
#[must_use]
pub fn prepare(order: &Order, watch: &mut dyn FnMut(Progress)) -> Answer {
    watch(Progress { doing: words::reading_marks(), share: 0 });
    let documents: Result<Vec<Document>, EntryError> = order.articles.iter().map(document).collect();
    let documents = match documents {
        Ok(documents) => documents,
        Err(error) => {
            return Answer::Refused(words::damaged_on_its_way(&words::format_name(order.format), &error));
        }
    };
    watch(Progress { doing: words::writing_file(), share: HALF });
    let occasion = Occasion { exported: order.at, generator: &order.generator };
    let Written { file: Part { name: ending, bytes }, media, losses } =
        order.format.write(&documents, &occasion);
    Answer::Prepared(Prepared {
        ending,
        media: media.to_owned(),
        content: bytes,
        losses: words::losses(&losses),
    })
}

/// What reading the articles leaves behind it, in percent.
const HALF: u32 = 50;

/// An article as readers and writers of files take it.
///
/// # Errors
///
/// If it was changed on its way.
pub fn document(parcel: &Parcel) -> Result<Document, EntryError> {
    let Unpacked { article, details, records } = parcel.unpack()?;
    let (mut sources, mut marks) = (Vec::new(), Vec::new());
    for record in records {
        match record {
            Record::Source(source) => sources.push(source),
            Record::Mark(mark) => marks.push(mark),
            Record::Article(_) => {}
        }
    }
    let id = parcel.id.clone().unwrap_or_else(|| "".into());
    Ok(Document { id, article, details, sources, marks }.arranged())
}
