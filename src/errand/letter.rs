//! What page and worker say to each other, as lists of strings: the one thing that needs no reader.

use super::{Answer, Errand, Prepared, Progress, drafted};
use crate::article::ArticleId;
use crate::format::parcel::Parcel;

/// A list of strings; the first says what it is.
pub type Letter = Vec<String>;

/// What a worker says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    /// It runs, and is of this build.
    Ready(String),
    /// It has come so far.
    Progress(Progress),
    /// It is done.
    Answer(Answer),
    /// It had to stop, for this reason.
    Died(String),
}

const READY: &str = "ready";
const PROGRESS: &str = "progress";
const ARTICLES: &str = "articles";
const DRAFT: &str = "draft";
const CODEBOOK: &str = "codebook";
const BACKUP: &str = "backup";
const PREPARED: &str = "prepared";
const REFUSED: &str = "refused";
const DIED: &str = "died";

impl Errand {
    /// The letter that asks for it; the file goes with it, and the article that is open beside it, if one is.
    #[must_use]
    pub fn letter(self, beside: Option<Parcel>) -> Letter {
        let lines = beside.into_iter().flat_map(|parcel| articles(vec![parcel], String::new()).split_off(1));
        std::iter::once(self.word().to_owned()).chain(lines).collect()
    }

    fn word(self) -> &'static str {
        match self {
            Errand::Open => "open",
            Errand::OpenPiece => "open-piece",
            Errand::OpenCodebook => "open-codebook",
            Errand::OpenBackup => "open-backup",
        }
    }

    /// What a letter asks for, and the article that is open.
    #[must_use]
    pub fn of(letter: &[String]) -> Option<(Errand, Option<Parcel>)> {
        let (first, rest) = letter.split_first()?;
        let all = [Errand::Open, Errand::OpenPiece, Errand::OpenCodebook, Errand::OpenBackup];
        let errand = all.into_iter().find(|errand| errand.word() == first)?;
        Some((errand, parcels(rest.iter().cloned())?.pop()))
    }
}

impl Word {
    /// The letter that says it.
    #[must_use]
    pub fn letter(self) -> Letter {
        let (kind, mut rest) = match self {
            Word::Ready(build) => (READY, vec![build]),
            Word::Progress(Progress { doing, share }) => (PROGRESS, vec![doing, share.to_string()]),
            Word::Answer(Answer::Articles(parcels, remarks)) => (ARTICLES, articles(parcels, remarks)),
            Word::Answer(Answer::Draft(draft, remarks)) => {
                (DRAFT, std::iter::once(remarks).chain(drafted::write(*draft)).collect())
            }
            Word::Answer(Answer::Codebook(codebook, remarks)) => (CODEBOOK, vec![codebook, remarks]),
            Word::Answer(Answer::Backup(entries, remarks)) => (BACKUP, backup(entries, remarks)),
            Word::Answer(Answer::Prepared(file)) => (PREPARED, prepared(file)),
            Word::Answer(Answer::Refused(why)) => (REFUSED, vec![why]),
            Word::Died(why) => (DIED, vec![why]),
        };
        rest.insert(0, kind.to_owned());
        rest
    }

    /// What a letter says; `None` if no worker of ours wrote it.
    #[must_use]
    pub fn of(letter: Letter) -> Option<Word> {
        let mut lines = letter.into_iter();
        let (kind, first) = (lines.next()?, lines.next()?);
        Some(match kind.as_str() {
            READY => Word::Ready(first),
            PROGRESS => Word::Progress(Progress { doing: first, share: lines.next()?.parse().ok()? }),
            ARTICLES => Word::Answer(Answer::Articles(parcels(lines)?, first)),
            DRAFT => Word::Answer(Answer::Draft(Box::new(drafted::read(lines)?), first)),
            CODEBOOK => Word::Answer(Answer::Codebook(first, lines.next()?)),
            BACKUP => Word::Answer(Answer::Backup(entries(lines)?, first)),
            PREPARED => Word::Answer(Answer::Prepared(file(first, lines)?)),
            REFUSED => Word::Answer(Answer::Refused(first)),
            DIED => Word::Died(first),
            _ => return None,
        })
    }
}

fn articles(parcels: Vec<Parcel>, remarks: String) -> Letter {
    let mut lines = vec![remarks];
    for Parcel { id, text, entry } in parcels {
        lines.extend([id.map(|id| id.to_string()).unwrap_or_default(), text, entry]);
    }
    lines
}

fn backup(entries: Vec<(String, String)>, remarks: String) -> Letter {
    let mut lines = vec![remarks];
    for (key, value) in entries {
        lines.extend([key, value]);
    }
    lines
}

/// A file's bytes as a string: each is the character of its number, as only strings are sent.
fn prepared(file: Prepared) -> Letter {
    let Prepared { ending, media, content, losses } = file;
    let content = content.into_iter().map(char::from).collect();
    [ending, media, content].into_iter().chain(losses).collect()
}

fn file(ending: String, mut lines: impl Iterator<Item = String>) -> Option<Prepared> {
    let (media, content) = (lines.next()?, lines.next()?);
    let content = content.chars().map(u8::try_from).collect::<Result<_, _>>().ok()?;
    Some(Prepared { ending, media, content, losses: lines.collect() })
}

fn entries(mut lines: impl Iterator<Item = String>) -> Option<Vec<(String, String)>> {
    let mut entries = Vec::new();
    while let Some(key) = lines.next() {
        entries.push((key, lines.next()?));
    }
    Some(entries)
}

fn parcels(mut lines: impl Iterator<Item = String>) -> Option<Vec<Parcel>> {
    let mut parcels = Vec::new();
    while let Some(id) = lines.next() {
        let id = Some(ArticleId::from(id.as_str())).filter(|_| !id.is_empty());
        parcels.push(Parcel { id, text: lines.next()?, entry: lines.next()? });
    }
    Some(parcels)
}
