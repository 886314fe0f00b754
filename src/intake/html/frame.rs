//! What stands in an article and is not of it: signs, dates, links to other articles, captions said twice.
//!
//! Each rule is one that a person who looks at the page would name, and proposes only; nothing is lost by it.

use std::collections::BTreeMap;

use super::cues::{BEHIND, ELSEWHERE, LEADING, PICTURES, SIGNS, WRITTEN};
use super::known::one_line;
use crate::article::BlockKind;
use crate::intake::Found;

/// A line is short up to so many characters; a paragraph of the article is longer.
const SHORT: usize = 200;

/// A line that is said again within so many lines is a repeat.
const NEAR: usize = 8;

/// A block that is kept so far, with its words in one line.
struct Line<'a> {
    found: &'a mut Found,
    text: String,
    lower: String,
}

/// Proposes to leave out what only stands in an article, and says of captions that they are some.
pub(super) fn leave_frame<'a>(kept: impl Iterator<Item = &'a mut Found>) {
    let mut lines: Vec<Line<'a>> = kept
        .map(|found| {
            let text = one_line(&found.text());
            let lower = text.to_lowercase();
            Line { found, text, lower }
        })
        .collect();
    lines.iter_mut().filter(|line| is_picture(line)).for_each(|line| line.found.kind = BlockKind::Credit);
    leave_repeats(&mut lines);
    leave_pulled(&mut lines);
    leave_head(&mut lines);
    leave_elsewhere(&mut lines);
    let alone = lines.iter_mut().filter(|line| is_sign(line) || is_date(line) || leads_away(line));
    alone.for_each(|line| line.found.kept = false);
}

/// Who made a picture, or what it shows, in a short line.
fn is_picture(line: &Line<'_>) -> bool {
    let plain = matches!(line.found.kind, BlockKind::Paragraph | BlockKind::ListItem);
    plain && line.text.len() < SHORT && PICTURES.iter().any(|cue| line.lower.starts_with(cue))
}

/// Galleries say their captions twice, in small and in large. A row of a table may well come again.
fn leave_repeats(lines: &mut [Line<'_>]) {
    let mut last: BTreeMap<String, usize> = BTreeMap::new();
    for (at, line) in lines.iter_mut().enumerate() {
        let before = last.insert(line.lower.clone(), at);
        let is_near = before.is_some_and(|before| at - before <= NEAR);
        if is_near && line.text.len() > 12 && !line.found.text().contains('\t') {
            line.found.kept = false;
        }
    }
}

/// Sentences are pulled out of the text to be set large beside it.
fn leave_pulled(lines: &mut [Line<'_>]) {
    let trimmed = |line: &Line<'_>| line.lower.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let pulled: Vec<usize> = (0..lines.len())
        .filter(|at| {
            let Some(line) = lines.get(*at).filter(|line| line.found.kind == BlockKind::Quotation) else {
                return false;
            };
            let words = trimmed(line);
            let near = lines.iter().skip(at.saturating_sub(NEAR)).take(2 * NEAR);
            let mut paragraphs = near.filter(|near| near.found.kind == BlockKind::Paragraph);
            words.len() > 12 && paragraphs.any(|paragraph| paragraph.lower.contains(&words))
        })
        .collect();
    for at in pulled {
        lines.get_mut(at).into_iter().for_each(|line| line.found.kept = false);
    }
}

/// Above the first paragraph stands the way to the page: short lines that are links.
fn leave_head(lines: &mut [Line<'_>]) {
    let is_paragraph = |line: &&mut Line<'_>| line.text.len() >= SHORT / 2;
    for line in lines.iter_mut().take_while(|line| !is_paragraph(line)) {
        let is_plain = matches!(line.found.kind, BlockKind::Paragraph | BlockKind::ListItem);
        if is_plain && line.text.len() < 40 && is_link(line.found) {
            line.found.kept = false;
        }
    }
}

/// Under “Related”, “Most read” and their like other articles are listed, up to the next heading or to a
/// sentence, which is plainly of this one.
fn leave_elsewhere(lines: &mut [Line<'_>]) {
    let (mut is_elsewhere, mut is_behind) = (false, false);
    let begins = |line: &Line<'_>, cues: &[&str]| cues.iter().any(|cue| line.lower.starts_with(cue));
    for line in lines.iter_mut().skip(1) {
        let is_heading = matches!(line.found.kind, BlockKind::Heading | BlockKind::Title);
        let is_short = line.text.len() < SHORT / 3;
        if is_heading || (is_short && line.text.ends_with(':')) {
            is_elsewhere = is_short && begins(line, &ELSEWHERE);
            is_behind = is_elsewhere && begins(line, &BEHIND);
        }
        is_elsewhere = is_elsewhere && (is_behind || !is_sentence(line));
        if is_elsewhere {
            line.found.kept = false;
        }
    }
}

/// A paragraph of some length that ends as a sentence does, and leads nowhere.
fn is_sentence(line: &Line<'_>) -> bool {
    let ends = line.text.ends_with(['.', '!', '?', '…', '"', '”', '“', '»', '。', '।', '؟']);
    let is_text = matches!(line.found.kind, BlockKind::Paragraph | BlockKind::Quotation);
    is_text && line.text.len() > SHORT / 4 && ends && !is_link(line.found)
}

/// A line that says nothing but what can be done here, or which picture of how many this is.
fn is_sign(line: &Line<'_>) -> bool {
    let words = line.lower.trim_matches(|c: char| !c.is_alphanumeric());
    let is_counted =
        words.starts_with("image ") && words.chars().any(|c| c.is_ascii_digit()) && words.len() < 20;
    words.is_empty() || SIGNS.contains(&words) || is_counted
}

/// A short line with a year that is mostly figures, or says that it is when the article was written.
fn is_date(line: &Line<'_>) -> bool {
    let figures = line.text.chars().filter(char::is_ascii_digit).count();
    let letters = line.text.chars().filter(|c| c.is_alphanumeric()).count();
    let has_year = line
        .text
        .split(|c: char| !c.is_ascii_digit())
        .any(|number| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")));
    let says = WRITTEN.iter().any(|cue| line.lower.starts_with(cue));
    let is_text = matches!(line.found.kind, BlockKind::Paragraph | BlockKind::ListItem);
    // Figures with a year are also what a row of a table has.
    let is_row = line.found.text().contains('\t');
    let ends = line.text.ends_with(['.', '!', '?']) && !line.lower.ends_with("m.");
    is_text
        && !is_row
        && letters < 90
        && has_year
        && ((says && figures * 6 >= letters) || (figures * 5 >= letters && !ends))
}

/// A line that is a link and says so, or shouts.
fn leads_away(line: &Line<'_>) -> bool {
    let says = LEADING.iter().any(|cue| line.lower.starts_with(cue));
    let shouts = line.text.chars().any(char::is_uppercase) && !line.text.chars().any(char::is_lowercase);
    let is_text = line.found.kind == BlockKind::Paragraph;
    is_text && line.text.len() < SHORT && is_link(line.found) && (says || (shouts && line.text.len() > 20))
}

/// Whether most of its letters lead elsewhere.
fn is_link(found: &Found) -> bool {
    let letters = |linked: bool| {
        let of = found.pieces.iter().filter(|piece| piece.link.is_some() || !linked);
        of.map(|piece| piece.text.trim().len()).sum::<usize>()
    };
    letters(true) * 4 > letters(false) * 3
}

#[cfg(test)]
mod tests {
    use super::leave_frame;
    use crate::article::{BlockKind, LinkAddress};
    use crate::intake::{Found, Piece};

    const SAID: &str = "The toll on the harbour bridge stays in force until the end of spring, the port authority said on Tuesday.";

    /// `#` is a heading, `-` an item, `>` a quotation, `@` a paragraph that is a link.
    fn block(line: &str) -> Found {
        let (kind, text) = match line.split_at_checked(1) {
            Some(("#", text)) => (BlockKind::Heading, text),
            Some(("-", text)) => (BlockKind::ListItem, text),
            Some((">", text)) => (BlockKind::Quotation, text),
            Some(("@", text)) => (BlockKind::Paragraph, text),
            _ => (BlockKind::Paragraph, line),
        };
        let link = LinkAddress::new("https://a.example/b").filter(|_| line.starts_with('@'));
        let piece = Piece { text: text.to_owned(), link, ..Piece::default() };
        Found { kind, pieces: vec![piece], kept: true, part: 0 }
    }

    /// What is kept of these lines, which stand in the middle of an article, as one letter for each.
    fn check(lines: &[&str], expected: &str) {
        let mut blocks: Vec<Found> = [&[SAID], lines].concat().into_iter().map(block).collect();
        leave_frame(blocks.iter_mut());
        let letter = |found: &Found| match (found.kept, found.kind) {
            (false, _) => '.',
            (true, BlockKind::Credit) => 'c',
            (true, _) => 'k',
        };
        let kept: String = blocks.iter().skip(1).map(letter).collect();
        assert_eq!(kept, expected, "{lines:?}");
    }

    #[test]
    fn signs_and_dates_are_left_out() {
        check(&["Advertisement", "— Anzeige —", "Share", "Image 3 of / 12", "***"], ".....");
        check(&["Advertisements are a tax on time.", "Imagine 3 of 12", "Close to home"], "kkk");
        check(
            &["UPDATED: Tue., Nov. 19, 2019", "Published 2:16 AM EST Nov 20, 2019", "20.11.2019, 09:14"],
            "...",
        );
        check(
            &[
                "In 2019 nobody knew.",
                "2025\t2.4 million",
                "It was 1,204 in 2019 and 1,340 in 2020, she said.",
            ],
            "kkk",
        );
    }

    #[test]
    fn what_is_said_twice_is_left_out_once() {
        check(
            &["The bridge in January", "Photo: L. Sand", "The bridge in January", "Photo: L. Sand"],
            "kc..",
        );
        check(&["December\t5", "January\t4", "December\t5"], "kkk");
        check(&["No.", "Nobody asked?", "No."], "kkk");
        check(&[">“Stays in force until the end of spring”", ">“We were not asked.”"], ".k");
    }

    #[test]
    fn what_leads_elsewhere_is_left_out() {
        check(
            &["@READ MORE: Why the toll stays", "@Related: the bridge", "@THE BRIDGE THAT NOBODY WANTED"],
            "...",
        );
        check(&["@the minutes of the board", "Related parties pay less, she said."], "kk");
        check(
            &["#You may also like", "-Ten walks along the coast", "A chef of the sea", SAID_TOO, "-One"],
            "...kk",
        );
        check(&["#Most read", "-One", "#What comes next", "-Two"], "..kk");
        check(&["#Comments", SAID_TOO, "harbourcat: no"], "...");
        check(
            &["#The latest from the harbour board that met on Tuesday and on Wednesday to talk", "-One"],
            "kk",
        );
    }

    const SAID_TOO: &str = "Nobody had asked those who cross it every day, said the ferryman of the harbour.";
}
