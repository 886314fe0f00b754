//! A PDF as it comes from what takes it apart: words and numbers, one after another.

use super::{Page, Run, draft};
use crate::article::Details;
use crate::intake::{Draft, FileKind, Unread};

/// What a PDF came apart into.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Apart {
    /// Why it did not: `locked`, or anything else for what is broken. Empty if it did.
    pub why: String,
    /// Its title, its author, its day and its language, empty where it does not say; then the words of all
    /// runs.
    pub texts: Vec<String>,
    /// For each page its width, its height and how many runs it has; then for each of these `x`, `y`, width
    /// and size.
    pub numbers: Vec<f64>,
}

/// Makes a draft of it.
///
/// # Errors
///
/// [`Unread`] if it did not come apart, and as [`draft`] says.
pub fn read(apart: Apart) -> Result<Draft, Unread> {
    let kind = FileKind::Pdf;
    match apart.why.as_str() {
        "" => {}
        "locked" => return Err(Unread::Locked(kind)),
        _ => return Err(Unread::Damaged { kind, part: String::new() }),
    }
    let mut texts = apart.texts.into_iter();
    let mut next = || texts.next().unwrap_or_default();
    let details = Details {
        title: title(&next()),
        byline: next(),
        published: day(&next()),
        language: next(),
        ..Details::default()
    };
    draft(&pages(&apart.numbers, texts), details)
}

fn pages(numbers: &[f64], mut texts: impl Iterator<Item = String>) -> Vec<Page> {
    let mut rest = numbers;
    let mut pages = Vec::new();
    while let [width, height, count, after @ ..] = rest {
        let count = (*count as usize).min(after.len() / 4);
        let (own, others) = after.split_at_checked(4 * count).unwrap_or((after, &[]));
        let runs = own.as_chunks::<4>().0.iter().zip(texts.by_ref());
        let run = |([x, y, width, size], text): (&[f64; 4], String)| {
            let (x, y, width, size) = (*x, *y, *width, *size);
            Run { text, x, y, width, size, strong: false, emphasis: false }
        };
        pages.push(Page { width: *width, height: *height, runs: runs.map(run).collect() });
        rest = others;
    }
    pages
}

/// A title, unless a program put the name of a file there.
fn title(said: &str) -> String {
    let said = said.trim();
    let ends = [".doc", ".docx", ".indd", ".odt", ".pdf", ".rtf", ".qxp", ".tex", ".dvi"];
    let is_file = ends.iter().any(|end| said.to_lowercase().ends_with(end));
    let none = ["untitled", "untitled document", "document", "title"].contains(&said.to_lowercase().as_str());
    if is_file || none || said.starts_with("Microsoft Word - ") { String::new() } else { said.to_owned() }
}

/// The day in `D:20260203093000+01'00'`, as `2026-02-03`; empty if there is none.
fn day(said: &str) -> String {
    let digits: String = said.trim_start_matches("D:").chars().take_while(char::is_ascii_digit).collect();
    match (digits.get(..4), digits.get(4..6), digits.get(6..8)) {
        (Some(year), Some(month), Some(day)) => format!("{year}-{month}-{day}"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Apart, day, read, title};
    use crate::article::BlockKind;
    use crate::intake::{FileKind, Unread};

    #[test]
    fn words_and_numbers_are_put_together() {
        let texts =
            ["Microsoft Word - toll.doc", "Nadia Feld", "D:20260203093000+01'00'", "en", "Toll", "It stays."];
        let numbers =
            vec![595.0, 842.0, 0.0, 595.0, 842.0, 2.0, 50.0, 200.0, 40.0, 24.0, 50.0, 240.0, 60.0, 10.0];
        let apart = Apart { why: String::new(), texts: texts.map(str::to_owned).to_vec(), numbers };
        let draft = read(apart).expect("words");
        assert_eq!((draft.details.title.as_str(), draft.details.published.as_str()), ("Toll", "2026-02-03"));
        let kinds: Vec<_> = draft.blocks.iter().map(|found| found.kind).collect();
        assert_eq!(kinds, [BlockKind::Title, BlockKind::Paragraph]);
    }

    #[test]
    fn what_did_not_come_apart_is_told() {
        let why = |why: &str| read(Apart { why: why.to_owned(), ..Apart::default() });
        assert_eq!(why("locked"), Err(Unread::Locked(FileKind::Pdf)));
        assert!(matches!(why("damaged"), Err(Unread::Damaged { .. })));
        let odd = [f64::NAN, 1.0, f64::INFINITY, 1.0, 2.0];
        let odd = Apart { numbers: odd.to_vec(), ..Apart::default() };
        assert_eq!(read(odd), Err(Unread::Scan { pages: 1 }));
    }

    #[test]
    fn what_a_program_wrote_is_no_title() {
        assert_eq!(
            (title(" Toll "), title("toll.INDD"), title("untitled")),
            ("Toll".into(), String::new(), String::new())
        );
        assert_eq!(
            (day("D:2026"), day("2026-02-03"), day("D:20260203")),
            (String::new(), String::new(), "2026-02-03".into())
        );
    }
}
