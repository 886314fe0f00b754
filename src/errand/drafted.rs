//! A draft on its way from the worker to the page, as a list of strings.

use crate::article::{BlockKind, Details, LinkAddress};
use crate::intake::{Draft, Found, Piece};

/// Writes a draft. Its notices stay behind: they have become sentences.
pub(super) fn write(draft: Draft) -> Vec<String> {
    let Draft { details, blocks, parts, notices: _ } = draft;
    let Details { title, byline, publisher, url, published, retrieved, language, follows: _, foreign: _ } =
        details;
    let mut lines =
        vec![title, byline, publisher, url, published, retrieved, language, parts.len().to_string()];
    lines.extend(parts);
    for Found { kind, pieces, kept, part } in blocks {
        let nth = BlockKind::ALL.iter().position(|each| *each == kind).unwrap_or_default();
        lines.push(format!("{nth} {} {part} {}", u8::from(kept), pieces.len()));
        for Piece { text, emphasis, strong, link } in pieces {
            let address = link.as_ref().map_or("", LinkAddress::as_str);
            lines.extend([text, format!("{}{}{address}", u8::from(emphasis), u8::from(strong))]);
        }
    }
    lines
}

/// Reads it again; `None` if nothing of ours wrote it.
pub(super) fn read(mut lines: impl Iterator<Item = String>) -> Option<Draft> {
    let details = Details {
        title: lines.next()?,
        byline: lines.next()?,
        publisher: lines.next()?,
        url: lines.next()?,
        published: lines.next()?,
        retrieved: lines.next()?,
        language: lines.next()?,
        ..Details::default()
    };
    let count: usize = lines.next()?.parse().ok()?;
    let parts: Vec<String> = lines.by_ref().take(count).collect();
    let mut blocks = Vec::new();
    while let Some(head) = lines.next() {
        blocks.push(block(&head, &mut lines)?);
    }
    (parts.len() == count).then_some(Draft { details, blocks, parts, notices: Vec::new() })
}

fn block(head: &str, lines: &mut impl Iterator<Item = String>) -> Option<Found> {
    let numbers: Vec<usize> = head.split(' ').map(str::parse).collect::<Result<_, _>>().ok()?;
    let &[kind, kept, part, count] = numbers.as_slice() else { return None };
    let pieces = (0..count).map(|_| piece(lines)).collect::<Option<_>>()?;
    Some(Found { kind: *BlockKind::ALL.get(kind)?, pieces, kept: kept == 1, part })
}

fn piece(lines: &mut impl Iterator<Item = String>) -> Option<Piece> {
    let (text, set) = (lines.next()?, lines.next()?);
    let (flags, address) = set.split_at_checked(2)?;
    let is_set = |at| flags.as_bytes().get(at) == Some(&b'1');
    Some(Piece { text, emphasis: is_set(0), strong: is_set(1), link: LinkAddress::new(address) })
}

#[cfg(test)]
mod tests {
    use super::{read, write};
    use crate::article::{BlockKind, Details, LinkAddress};
    use crate::intake::{Draft, Found, Piece};

    fn draft() -> Draft {
        let link = LinkAddress::new("https://a.example/é");
        let words = Piece { text: "1 2\n".to_owned(), emphasis: true, strong: false, link };
        let told =
            Found { kind: BlockKind::Aside, pieces: vec![words, Piece::default()], kept: false, part: 1 };
        Draft {
            details: Details { title: "Toll".to_owned(), language: "de".to_owned(), ..Details::default() },
            blocks: vec![Found::plain(BlockKind::Title, "Toll"), told],
            parts: vec!["One".to_owned(), String::new()],
            notices: Vec::new(),
        }
    }

    #[test]
    fn a_draft_arrives_as_it_was_sent() {
        for draft in [draft(), Draft::default()] {
            assert_eq!(read(write(draft.clone()).into_iter()), Some(draft));
        }
    }

    #[test]
    fn what_is_cut_is_no_draft() {
        let whole = write(draft());
        for length in 0..whole.len() {
            // Blocks follow one another, so what ends between two of them is whole.
            let cut = read(whole.iter().take(length).cloned());
            assert!(cut.is_none_or(|cut| cut.blocks.len() < 2), "{length}");
        }
    }
}
