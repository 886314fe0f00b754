//! Letters that came by mail, and pages that a browser saved in the same shape.

use mail_parser::{Address, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::{Draft, FileKind, Notice, Unread, headline, html, open};
use crate::article::Details;

/// Reads a letter: its rich part if that can be read, else its plain one.
///
/// # Errors
///
/// [`Unread`] if it is locked, or has no words.
pub(super) fn letter(bytes: &[u8]) -> Result<Draft, Unread> {
    let kind = FileKind::Mail;
    let letter = parse(bytes, kind)?;
    if is_locked(&letter) {
        return Err(Unread::Locked(kind));
    }
    let mut draft = words(&letter).ok_or(Unread::Nothing(kind))?;
    let from = letter.from().map(sender).unwrap_or_default();
    draft.details = Details {
        title: letter.subject().unwrap_or_default().trim().to_owned(),
        byline: from,
        published: letter.date().map(mail_parser::DateTime::to_rfc3339).unwrap_or_default(),
        ..draft.details
    };
    let files = letter.attachment_count();
    if files > 0 {
        draft.notices.push(Notice::Attachments(files));
    }
    Ok(draft)
}

/// Reads a saved page: the page itself, with its address.
///
/// # Errors
///
/// [`Unread`] if it has no words.
pub(super) fn page(bytes: &[u8]) -> Result<Draft, Unread> {
    let kind = FileKind::SavedPage;
    let saved = parse(bytes, kind)?;
    let is_page = |part: &&MessagePart<'_>| matches!(part.body, PartType::Html(_));
    let first = saved.parts.iter().find(is_page).ok_or(Unread::Nothing(kind))?;
    let PartType::Html(page) = &first.body else { return Err(Unread::Nothing(kind)) };
    let snapshot = saved.header("Snapshot-Content-Location").and_then(HeaderValue::as_text);
    let address = snapshot.or(first.content_location()).filter(|address| address.starts_with("http"));
    let mut draft = html::page(page, address)?;
    if draft.blocks.is_empty() {
        return Err(Unread::Nothing(kind));
    }
    draft.details.retrieved = saved.date().map(mail_parser::DateTime::to_rfc3339).unwrap_or_default();
    if let Some(title) = saved.subject().filter(|_| draft.details.title.is_empty()) {
        title.trim().clone_into(&mut draft.details.title);
    }
    Ok(draft)
}

fn parse(bytes: &[u8], kind: FileKind) -> Result<Message<'_>, Unread> {
    MessageParser::default().parse(bytes).ok_or(Unread::Damaged { kind, part: String::new() })
}

/// What is sealed for one reader alone.
fn is_locked(letter: &Message<'_>) -> bool {
    letter.parts.iter().any(|part| {
        part.content_type()
            .is_some_and(|kind| matches!(kind.subtype(), Some("encrypted" | "pkcs7-mime" | "x-pkcs7-mime")))
    })
}

fn words(letter: &Message<'_>) -> Option<Draft> {
    let rich = letter.html_part(0).and_then(|part| match &part.body {
        PartType::Html(page) => html::piece(page, None).ok(),
        _ => None,
    });
    match rich.filter(|draft: &Draft| !draft.blocks.is_empty()) {
        Some(mut draft) => {
            headline::settle(&mut draft.blocks);
            Some(draft)
        }
        None => open::text(&letter.body_text(0)?).ok(),
    }
}

/// Who wrote it, by name if there is one.
fn sender(from: &Address<'_>) -> String {
    let names = from.iter().filter_map(|each| each.name().or(each.address()));
    names.map(|name| name.trim().trim_matches('"')).collect::<Vec<_>>().join(", ")
}
