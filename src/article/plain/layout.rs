//! Whether a text is hard-wrapped, and so which lines belong together.

use super::endings::ends_sentence;
use super::lines::{Lead, Line, first_word_columns, longest_word_columns};

/// Nobody wraps lines wider than this, in columns: a wider line is a paragraph.
const WIDEST: usize = 100;

/// Nobody wraps lines narrower than this, in columns: narrower ones are verse or an address.
const NARROWEST: usize = 30;

/// A word wider than this, in columns, is an address that runs over any margin.
const UNBREAKABLE: usize = 40;

/// How the lines of one text make blocks. It is decided once for the whole text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// Each line is a block.
    LinePerBlock,
    /// Lines were broken at a margin of so many columns, and belong together.
    Wrapped(usize),
}

impl Layout {
    /// Looks at every break between two lines that no blank line parts.
    pub(super) fn of(lines: &[Line<'_>]) -> Layout {
        let margin = margin(lines);
        let mut seen = Breaks::default();
        for pair in lines.windows(2) {
            if let [above, below] = pair {
                seen.count(above, below, margin);
            }
        }
        let wrapped = (NARROWEST..=WIDEST).contains(&margin) && seen.speak_of_wrapping();
        if wrapped { Layout::Wrapped(margin) } else { Layout::LinePerBlock }
    }

    /// Whether a line goes on with the block of the line above it.
    pub(super) fn joins(self, above: &Line<'_>, below: &Line<'_>) -> bool {
        let wrapped = match self {
            Layout::LinePerBlock => false,
            Layout::Wrapped(margin) => !begins_paragraph(above, below, margin),
        };
        match (above.lead, below.lead) {
            _ if below.after_blank => false,
            // A line with nothing but `>` is the blank line of a quoted passage.
            (Lead::Quote, Lead::Quote) => self != Layout::LinePerBlock || is_bare(above) || is_bare(below),
            (_, Lead::Item | Lead::Quote) | (Lead::Quote, _) => false,
            (Lead::Item | Lead::Word, Lead::Word) => below.hangs || wrapped,
        }
    }
}

/// The breaks of a text by what they look like.
#[derive(Default)]
struct Breaks {
    /// Within a sentence, and the next word would not have fitted.
    wraps: usize,
    /// Within a sentence, though the next word would have fitted.
    early: usize,
    /// After a sentence.
    sentences: usize,
}

impl Breaks {
    fn count(&mut self, above: &Line<'_>, below: &Line<'_>, margin: usize) {
        let quoted = (above.lead == Lead::Quote, below.lead == Lead::Quote);
        if below.after_blank
            || below.lead == Lead::Item
            || quoted.0 != quoted.1
            || below.indent > above.indent
        {
            return;
        }
        if ends_sentence(above.words) {
            self.sentences += 1;
        } else if fits(above, below, margin) {
            self.early += 1;
        } else {
            self.wraps += 1;
        }
    }

    /// A couple of wraps, hardly anything that speaks against it, and not mostly whole sentences,
    /// as where each line is a paragraph and two happen to end without a full stop.
    fn speak_of_wrapping(&self) -> bool {
        self.wraps >= 2 && self.wraps >= 4 * self.early && 2 * self.wraps >= self.sentences
    }
}

/// The widest line. The first one does not count, a headline is often not wrapped with the rest;
/// neither does one that holds a word too long to be wrapped.
fn margin(lines: &[Line<'_>]) -> usize {
    let breakable = |line: &&Line<'_>| {
        // Few lines are so wide that it is worth looking for such a word.
        line.width <= UNBREAKABLE || longest_word_columns(line.words) <= UNBREAKABLE
    };
    let rest = lines.get(1..).unwrap_or_default();
    rest.iter().filter(breakable).map(|line| line.width).max().unwrap_or_default()
}

/// Whether the first word of the line below would have fitted on the line above, with a little room
/// to spare: not everybody wraps at the very margin.
fn fits(above: &Line<'_>, below: &Line<'_>, margin: usize) -> bool {
    let unquoted = below.words.trim_start_matches(['>', ' ']);
    let slack = margin / 16;
    above.width + 1 + first_word_columns(unquoted) + slack <= margin
}

/// In wrapped text: whether the break is meant. It is after a sentence that ends short of the
/// margin, after a line that ends far short of it (unless the next goes on in lower case), and
/// where the next line is indented.
fn begins_paragraph(above: &Line<'_>, below: &Line<'_>, margin: usize) -> bool {
    let fits = fits(above, below, margin);
    let ended = ends_sentence(above.words);
    let far_short = above.width * 5 < margin * 3 && !below.words.starts_with(char::is_lowercase);
    let indented = below.indent > above.indent && above.lead == Lead::Word;
    (fits && (ended || far_short)) || (indented && (fits || ended))
}

fn is_bare(line: &Line<'_>) -> bool {
    line.words.chars().all(|c| c == '>' || c == ' ')
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::Layout;

    const WRAPPED: &str = "The board said on Tuesday that the bridge is safe\n\
        and that the toll will stay where it is until the\n\
        engineers have had another look at the hangers of\nthe eastern span.";

    fn check(text: &str, expected: Layout) {
        assert_eq!(Layout::of(&lines(text)), expected, "{text}");
    }

    #[test]
    fn lines_that_break_at_a_margin_are_wrapped() {
        check(WRAPPED, Layout::Wrapped(49));
        check(
            &format!("{}\n\n{WRAPPED}", "A headline far longer than the margin ".repeat(4)),
            Layout::Wrapped(49),
        );
        check(&format!("{WRAPPED}\nhttps://lowmarsh.example/{}", "a".repeat(99)), Layout::Wrapped(49));
        check(&format!("Lead.\n> {}", WRAPPED.replace('\n', "\n> ")), Layout::Wrapped(51));
        check(&"橋は安全だと港湾局は火曜日に述べた橋は安全だと港\n".repeat(4), Layout::Wrapped(48));
    }

    #[test]
    fn lines_that_break_anywhere_else_are_not() {
        check("", Layout::LinePerBlock);
        check("One line", Layout::LinePerBlock);
        check(
            "The first paragraph.\nThe second paragraph is longer.\nThe third.\nA fourth.",
            Layout::LinePerBlock,
        );
        check("Harbour Board\n12 Quay Street\nLowmarsh", Layout::LinePerBlock);
        check("Nadia Feld\nThe Lowmarsh Courier\nBridge desk\n4 March 2026\n\nOne.", Layout::LinePerBlock);
        check(&format!("Short\nlines\n{}", "A paragraph of one line. ".repeat(9)), Layout::LinePerBlock);
        check(
            "橋は安全だと港湾局は火曜日に述べた。\n記者は翌日に報告書を読んだ。\n通行料は変わらない。",
            Layout::LinePerBlock,
        );
        check(
            "Toll stays\nBridge cracks were known for a year\nLorries wait\nBoard split along the river\nWho knew what",
            Layout::LinePerBlock,
        );
    }
}
