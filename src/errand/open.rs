//! A file of any kind becomes parcels.

use super::{Answer, Errand, Progress};
use crate::article::{Parsed, Refusal, decode, plain};
use crate::codebook::Codebook;
use crate::format::codebook::CodebookError;
use crate::format::entry::EntryError;
use crate::format::exchange::{self, Given, Part};
use crate::format::native::{self, Document, ImportError, Imported};
use crate::format::parcel::Parcel;
use crate::format::{backup, codebook};
use crate::intake::pdf::Apart;
use crate::intake::{self, Draft, FILE_LIMIT, FileKind, Unread};
use crate::session::Record;
use crate::words;

impl Errand {
    /// The largest file that is opened, in bytes. Our own may be smaller, which their readers tell.
    #[must_use]
    pub fn limit(self) -> u64 {
        let limit = match self {
            Errand::Open | Errand::OpenPiece => FILE_LIMIT,
            Errand::OpenCodebook => codebook::SIZE_LIMIT,
            Errand::OpenBackup => backup::SIZE_LIMIT,
        };
        limit as u64
    }
}

/// What is said of a file that is too large; not a byte of it is read.
#[must_use]
pub fn too_large(name: &str, size: u64, limit: u64) -> Answer {
    Answer::Refused(words::file_too_large(name, size, limit))
}

/// What is said of a file that the browser could not read.
#[must_use]
pub fn unreadable(name: &str, why: &str) -> Answer {
    Answer::Refused(words::file_unreadable(name, why))
}

/// Shares of the whole: what reading, checking and taking apart leave behind them, in percent.
const READ: u32 = 5;
const CHECKED: u32 = 20;
const TAKEN: u32 = 80;

/// Opens a file: our own, a codebook, a text, or whatever else holds an article. `watch` is told how far it has come.
///
/// What holds marks and no text is read beside the article that is open.
#[must_use]
pub fn open(
    errand: Errand,
    name: &str,
    bytes: &[u8],
    beside: Option<&Document>,
    watch: &mut dyn FnMut(Progress),
) -> Answer {
    watch(Progress { doing: words::checking_file(), share: READ });
    if errand == Errand::OpenPiece {
        return drafted(name, intake::open_piece(bytes));
    }
    if exchange::is_codes(bytes) {
        return codebook_read(name, exchange::read_codes(bytes, name));
    }
    if errand == Errand::OpenCodebook || (errand == Errand::Open && codebook::is_codebook(bytes)) {
        return codebook_read(name, codebook::import(bytes));
    }
    if errand == Errand::OpenBackup || backup::is_backup(bytes) {
        return open_backup(name, bytes);
    }
    let named_json = name.to_lowercase().ends_with(".json");
    if named_json || native::looks_native(bytes) {
        match open_own(bytes, beside, watch) {
            Ok(answer) => return answer,
            // A text may well begin with a brace, and so do files of other programs.
            Err(error @ (ImportError::NotJson { .. } | ImportError::NotSayso)) => {
                if let Some(answer) = foreign(name, bytes, beside) {
                    return answer;
                }
                if named_json {
                    return refuse(name, &words::import_error(&error));
                }
            }
            Err(error) => return refuse(name, &words::import_error(&error)),
        }
    } else if let Some(answer) = foreign(name, bytes, beside) {
        return answer;
    }
    match FileKind::of(name, bytes) {
        // A text stays as it is, to the letter; a draft is set anew. One of an unsure encoding is looked at.
        Ok(FileKind::Text) => match decode(bytes).and_then(|text| plain(&text)) {
            Ok(parsed) => text(parsed),
            Err(Refusal::NotText { .. }) => drafted(name, intake::open(name, bytes)),
            Err(refusal) => refuse(name, &words::refusal(&refusal)),
        },
        _ => drafted(name, intake::open(name, bytes)),
    }
}

/// Opens a PDF that was taken apart.
#[must_use]
pub fn open_paper(name: &str, apart: Apart) -> Answer {
    drafted(name, intake::open_paper(name, apart))
}

/// What is more than plain text is looked over before it is added.
pub(super) fn drafted(name: &str, read: Result<Draft, Unread>) -> Answer {
    match read {
        Ok(draft) => {
            let remarks: Vec<String> = draft.notices.iter().map(words::intake_notice).collect();
            Answer::Draft(Box::new(draft), remarks.join(" "))
        }
        Err(why) => refuse(name, &words::unread(&why)),
    }
}

fn text(parsed: Parsed) -> Answer {
    let Parsed { article, details, notices } = parsed;
    let parcel = Parcel::pack(None, &article, details, Vec::new());
    Answer::Articles(vec![parcel], words::repairs(&notices).unwrap_or_default())
}

fn refuse(name: &str, why: &str) -> Answer {
    Answer::Refused(words::refused_file(name, why))
}

fn codebook_read(name: &str, read: Result<codebook::Imported, CodebookError>) -> Answer {
    match read {
        Ok(imported) => {
            let remarks = words::codebook_notices(&imported).unwrap_or_default();
            Answer::Codebook(codebook::encode(&imported.codebook, CODEBOOK), remarks)
        }
        Err(error) => Answer::Refused(words::refused_codebook(name, &error)),
    }
}

fn open_backup(name: &str, bytes: &[u8]) -> Answer {
    match backup::decode(bytes) {
        Ok(read) => {
            let remarks = words::import_remarks(&read.notices, read.unlisted);
            Answer::Backup(read.entries, remarks)
        }
        Err(error) => Answer::Refused(words::refused_backup(name, &error)),
    }
}

/// The key that a codebook is sealed with on its way; nothing is ever stored under it.
pub(super) const CODEBOOK: &str = "parcel";

/// The codebook of [`Answer::Codebook`].
///
/// # Errors
///
/// If it was changed on its way.
pub fn codebook_of(sealed: &str) -> Result<Codebook, EntryError> {
    codebook::decode(sealed, CODEBOOK)
}

/// Opens what another program wrote with marks in it; `None` if it is nothing of the kind.
fn foreign(name: &str, bytes: &[u8], beside: Option<&Document>) -> Option<Answer> {
    let packed = bytes.starts_with(b"PK") && FileKind::of(name, bytes).is_err();
    let parts = if packed {
        exchange::unbundle(bytes).ok()?
    } else {
        vec![Part { name: name.to_owned(), bytes: bytes.to_vec() }]
    };
    let format = exchange::recognise(&parts)?;
    Some(match format.read(&Given { parts: &parts, beside }) {
        Ok(mut read) => {
            for document in &mut read.documents {
                entitle(document, name);
            }
            let remarks = words::import_remarks(&read.notices, read.unlisted);
            Answer::Articles(read.documents.into_iter().map(parcel).collect(), remarks)
        }
        Err(error) => refuse(name, &words::misread(&error)),
    })
}

/// Where a format has no title, an article goes by its first line, or by the name of its file.
fn entitle(document: &mut Document, name: &str) {
    if !document.details.title.is_empty() {
        return;
    }
    let text = document.article.text.as_str();
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or(name);
    document.details.title = line.chars().take(TITLE).collect();
}

/// The most of a line that is taken for a title, in characters.
const TITLE: usize = 120;

fn open_own(
    bytes: &[u8],
    beside: Option<&Document>,
    watch: &mut dyn FnMut(Progress),
) -> Result<Answer, ImportError> {
    let taking = |share| Progress { doing: words::reading_marks(), share: between(CHECKED, TAKEN, share) };
    let imported = native::import_beside(bytes, beside.map(|open| &open.article.text), &mut |share| {
        watch(taking(share));
    })?;
    let remarks = words::import_remarks(&imported.notices, imported.unlisted);
    Ok(Answer::Articles(pack(imported, watch), remarks))
}

fn pack(imported: Imported, watch: &mut dyn FnMut(Progress)) -> Vec<Parcel> {
    let all = imported.documents.len();
    let mut parcels = Vec::with_capacity(all);
    for document in imported.documents {
        parcels.push(parcel(document));
        let share = u32::try_from(parcels.len() * 100 / all.max(1)).unwrap_or(100);
        watch(Progress { doing: words::handing_over(), share: between(TAKEN, 100, share) });
    }
    parcels
}

/// `share` percent of the way between two shares.
fn between(from: u32, to: u32, share: u32) -> u32 {
    from + (to - from) * share / 100
}

fn parcel(document: Document) -> Parcel {
    let Document { id, article, details, sources, marks } = document;
    let sources = sources.into_iter().map(Record::Source);
    let said = sources.chain(marks.into_iter().map(Record::Mark)).collect();
    // What has no name gets one in the library.
    let id = Some(id).filter(|id| !id.0.is_empty());
    Parcel::pack(id, &article, details, said)
}
