//! A draft as lines that can be read and compared.

use sayso::article::BlockKind;
use sayso::intake::{Draft, Found, Piece, Unread};
use sayso::words::{intake_notice, unread};

/// All that a person would see of it.
pub(crate) fn show(read: &Result<Draft, Unread>) -> String {
    let lines = match read {
        Ok(draft) => draft_lines(draft),
        Err(why) => vec![format!("not read: {}", unread(why))],
    };
    lines.join("\n") + "\n"
}

fn draft_lines(draft: &Draft) -> Vec<String> {
    let about = &draft.details;
    let known = [
        ("title", &about.title),
        ("byline", &about.byline),
        ("publisher", &about.publisher),
        ("address", &about.url),
        ("published", &about.published),
        ("retrieved", &about.retrieved),
        ("language", &about.language),
    ];
    let known = known.iter().filter(|(_, value)| !value.is_empty());
    let mut lines: Vec<String> = known.map(|(name, value)| format!("{name}: {value}")).collect();
    lines.extend(draft.notices.iter().map(|notice| format!("notice: {}", intake_notice(notice))));
    let mut part = None;
    for found in &draft.blocks {
        if !draft.parts.is_empty() && part != Some(found.part) {
            part = Some(found.part);
            lines.push(format!("--- {}", draft.parts[found.part]));
        }
        lines.push(block(found));
    }
    lines
}

fn block(found: &Found) -> String {
    let kind = match found.kind {
        BlockKind::Title => "TITLE",
        BlockKind::Byline => "BYLINE",
        BlockKind::Heading => "HEADING",
        BlockKind::Paragraph => "P",
        BlockKind::ListItem => "ITEM",
        BlockKind::Quotation => "QUOTE",
        BlockKind::Credit => "CREDIT",
        BlockKind::Aside => "ASIDE",
    };
    let words: String = found.pieces.iter().map(piece).collect();
    let words = words.replace('\n', "⏎").replace('\t', "⇥");
    format!("{kind}{} {words}", if found.kept { "" } else { " (left out)" })
}

fn piece(piece: &Piece) -> String {
    let mut words = piece.text.clone();
    if piece.strong {
        words = format!("*{words}*");
    }
    if piece.emphasis {
        words = format!("_{words}_");
    }
    match &piece.link {
        Some(link) => format!("[{words}]({})", link.as_str()),
        None => words,
    }
}
