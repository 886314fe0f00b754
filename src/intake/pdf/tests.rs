//! Pages made by hand: `x y size words`, in points.

use super::{Page, Run, draft};
use crate::article::Details;
use crate::intake::{FileKind, Notice, Unread};

/// A page of A4 with these lines; letters are half as wide as they are high. `*` before a size is bold.
fn page(lines: &[(f64, f64, &str, &str)]) -> Page {
    let run = |(x, y, size, text): &(f64, f64, &str, &str)| {
        let strong = size.starts_with('*');
        let size: f64 = size.trim_start_matches('*').parse().expect("a size");
        let width = size * 0.5 * text.chars().count() as f64;
        Run { text: (*text).to_owned(), x: *x, y: *y, width, size, strong, emphasis: false }
    };
    Page { width: 595.0, height: 842.0, runs: lines.iter().map(run).collect() }
}

fn read(pages: &[Page]) -> Vec<String> {
    let draft = draft(pages, Details::default()).expect("words");
    draft.blocks.iter().map(|found| format!("{:?}: {}", found.kind, found.text())).collect()
}

#[test]
fn lines_become_paragraphs() {
    let lines = page(&[
        (50.0, 100.0, "24", "Toll stays"),
        (50.0, 130.0, "10", "By Nadia Feld"),
        (50.0, 160.0, "10", "The toll on the harbour stays until the spring, the board said on"),
        (50.0, 172.0, "10", "Monday. It rose last year."),
        (65.0, 184.0, "10", "Lorries pay more than before, which nobody had been told about in"),
        (50.0, 196.0, "10", "the hearing."),
        (50.0, 230.0, "*10", "What changes"),
        (50.0, 244.0, "10", "• Bicycles pay nothing at all, not even in summer when the quay is"),
        (60.0, 256.0, "10", "full of them."),
        (50.0, 268.0, "10", "• Boats pay."),
    ]);
    assert_eq!(
        read(&[lines]),
        [
            "Title: Toll stays",
            "Byline: By Nadia Feld",
            "Paragraph: The toll on the harbour stays until the spring, the board said on Monday. It rose last year.",
            "Paragraph: Lorries pay more than before, which nobody had been told about in the hearing.",
            "Heading: What changes",
            "ListItem: • Bicycles pay nothing at all, not even in summer when the quay is full of them.",
            "ListItem: • Boats pay.",
        ]
    );
}

#[test]
fn columns_are_read_one_after_another_under_what_stands_across() {
    let mut lines = vec![(50.0, 80.0, "24", "A headline that goes across the columns")];
    let left = [
        "one line of the left column,",
        "a second line of it, and a",
        "third one that says that it",
        "ends.",
    ];
    let right = [
        "Right comes after left when",
        "there is a gutter, as there",
        "is in print nearly always, a",
        "printer said.",
    ];
    for (at, (left, right)) in left.iter().zip(right).enumerate() {
        let y = 120.0 + 12.0 * at as f64;
        lines.extend([(50.0, y, "10", *left), (310.0, y + 2.0, "10", right)]);
    }
    lines.push((
        50.0,
        200.0,
        "10",
        "And a line across both of the columns that stands below them, to see where it goes.",
    ));
    assert_eq!(
        read(&[page(&lines)]),
        [
            "Title: A headline that goes across the columns",
            "Paragraph: one line of the left column, a second line of it, and a third one that says that it ends.",
            "Paragraph: Right comes after left when there is a gutter, as there is in print nearly always, a printer said.",
            "Paragraph: And a line across both of the columns that stands below them, to see where it goes.",
        ]
    );
}

#[test]
fn a_table_is_read_row_by_row() {
    let rows = [("2024", "3 %"), ("2025", "5 %"), ("2026", "8 %"), ("2027", "9 %")];
    let lines = rows.iter().zip(0..).flat_map(|((year, share), at)| {
        let y = 100.0 + 30.0 * f64::from(at);
        [(50.0, y, "10", *year), (200.0, y, "10", *share)]
    });
    assert_eq!(
        read(&[page(&lines.collect::<Vec<_>>())]),
        ["Paragraph: 2024 3 %", "Paragraph: 2025 5 %", "Paragraph: 2026 8 %", "Paragraph: 2027 9 %"]
    );
}

#[test]
fn what_stands_on_every_page_goes_and_a_paragraph_goes_on_over_the_page() {
    let of = |n: &'static str, first: &'static str, second: &'static str| {
        page(&[
            (50.0, 40.0, "8", "The Harbour Courier"),
            (50.0, 400.0, "10", first),
            (50.0, 412.0, "10", second),
            (290.0, 810.0, "8", n),
        ])
    };
    let pages = [
        of(
            "Page 1 of 3",
            "The ferry ran late on Monday, and again on",
            "Tuesday, when the wind was so strong that the cap-",
        ),
        of(
            "Page 2 of 3",
            "tain stayed in port. A well-known sailor said that a well-",
            "known rule had been broken by the north-",
        ),
        of("Page 3 of 3", "Sea company. It said nothing, as it has said", "nothing before."),
    ];
    let made = draft(&pages, Details::default()).expect("words");
    let texts: Vec<_> = made.blocks.iter().map(crate::intake::Found::text).collect();
    assert_eq!(
        texts,
        [
            "The ferry ran late on Monday, and again on Tuesday, when the wind was so strong that the captain stayed in \
          port. A well-known sailor said that a well-known rule had been broken by the north-Sea company. It said \
          nothing, as it has said nothing before."
        ]
    );
    assert_eq!(made.notices, [Notice::RunningLines(6), Notice::Mended(1)]);
}

#[test]
fn pages_without_words_are_told() {
    let blank = Page::default();
    assert_eq!(draft(&[], Details::default()), Err(Unread::Nothing(FileKind::Pdf)));
    assert_eq!(draft(&[blank.clone(), blank.clone()], Details::default()), Err(Unread::Scan { pages: 2 }));
    let some = draft(&[blank, page(&[(50.0, 400.0, "10", "Said.")])], Details::default());
    assert_eq!(some.map(|draft| draft.notices), Ok(vec![Notice::EmptyPages(1)]));
    let many = vec![Page::default(); 2_001];
    assert_eq!(draft(&many, Details::default()), Err(Unread::TooManyParts { limit: 2_000 }));
}

#[test]
fn nothing_that_a_file_can_claim_stops_it() {
    let odd = [f64::NAN, f64::INFINITY, f64::MAX, f64::MIN, -1.0, 0.0, 1.0, 1e-300];
    let mut runs = Vec::new();
    for (at, x) in odd.iter().cycle().take(3_000).enumerate() {
        let other = odd[(at / 8 + at) % odd.len()];
        runs.push(Run {
            text: format!("said {at}-"),
            x: *x,
            y: other,
            width: *x,
            size: other,
            strong: at % 3 == 0,
            emphasis: false,
        });
    }
    let page = Page { width: f64::NAN, height: f64::NAN, runs };
    let _draft = draft(&[page.clone(), page], Details::default());
}
