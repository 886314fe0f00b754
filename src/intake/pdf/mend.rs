//! Words that were broken at the end of a line become whole again.

use std::collections::BTreeSet;

use super::rows::Row;
use crate::intake::Piece;

/// The words that stand within the lines of a document, in lower case: they tell how a broken one is written.
pub(super) struct Words(BTreeSet<String>);

/// How many different words are kept in mind.
const MANY: usize = 200_000;

impl Words {
    pub(super) fn of(flows: &[Vec<Row>]) -> Words {
        let mut words = BTreeSet::new();
        for row in flows.iter().flatten() {
            for word in row.text().split_whitespace() {
                let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
                if !word.ends_with('-') && words.len() < MANY {
                    words.insert(bare.to_lowercase());
                }
            }
        }
        Words(words)
    }

    /// Adds a line. Tells whether a broken word was made whole.
    pub(super) fn append(&self, pieces: &mut Vec<Piece>, line: &[Piece]) -> bool {
        let before: String = pieces.last().map(|piece| piece.text.clone()).unwrap_or_default();
        let after: String = line.first().map(|piece| piece.text.clone()).unwrap_or_default();
        let joint = self.joint(before.trim_end(), after.trim_start());
        if let Some(last) = pieces.last_mut() {
            let kept = last.text.trim_end();
            let kept = if joint == Joint::Mended { kept.trim_end_matches(HYPHENS) } else { kept };
            last.text = kept.to_owned() + if joint == Joint::Space { " " } else { "" };
        }
        for (at, piece) in line.iter().enumerate() {
            let text = if at == 0 { piece.text.trim_start() } else { &piece.text };
            match pieces.last_mut() {
                Some(last) if (last.emphasis, last.strong) == (piece.emphasis, piece.strong) => {
                    last.text.push_str(text);
                }
                _ => pieces.push(Piece { text: text.to_owned(), ..piece.clone() }),
            }
        }
        joint == Joint::Mended
    }

    fn joint(&self, before: &str, after: &str) -> Joint {
        let broken = before.split_whitespace().next_back().unwrap_or_default();
        let rest = after.split_whitespace().next().unwrap_or_default();
        let Some(start) = broken.strip_suffix(HYPHENS) else {
            let dense = |c: Option<char>| c.is_some_and(is_dense);
            let both = dense(before.chars().next_back()) && dense(after.chars().next());
            return if both { Joint::None } else { Joint::Space };
        };
        if !start.ends_with(char::is_alphanumeric) {
            return Joint::Space;
        }
        let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let lower = rest.starts_with(char::is_lowercase);
        let known = self.0.contains(&bare(&format!("{start}{rest}")));
        let hyphened = self.0.contains(&bare(&format!("{start}-{rest}")));
        let soft = broken.ends_with('\u{ad}');
        let address = start.contains("://") || start.contains('@');
        if soft || (lower && !address && (known || !hyphened)) { Joint::Mended } else { Joint::None }
    }
}

const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{ad}'];

/// What comes between two lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    Space,
    None,
    /// Nothing, and the hyphen goes.
    Mended,
}

/// Letters that are written without spaces between words.
fn is_dense(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}')
}
