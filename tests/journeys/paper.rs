//! PDFs: taken apart in the worker, by a script that is loaded on the first one.

use crate::page::Page;

/// A PDF of pages with words at `x`, `y` from above, in letters of a size.
pub(crate) fn pdf(pages: &[&[(u32, u32, u32, &str)]]) -> Vec<u8> {
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
    let mut objects = vec![font.to_owned()];
    let tree = 2 * pages.len() + 2;
    let mut kids = String::new();
    for runs in pages {
        let set = |(x, y, size, words): &(u32, u32, u32, &str)| {
            format!("/F1 {size} Tf 1 0 0 1 {x} {} Tm ({words}) Tj\n", 842 - y)
        };
        let drawn: String = runs.iter().map(set).collect();
        objects.push(format!("<< /Length {} >>\nstream\nBT\n{drawn}ET\nendstream", drawn.len() + 5));
        let words = objects.len();
        objects.push(format!(
            "<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 595 842] /Contents {words} 0 R \
             /Resources << /Font << /F1 1 0 R >> >> >>"
        ));
        kids.push_str(&format!("{} 0 R ", objects.len()));
    }
    objects.push(format!("<< /Type /Pages /Count {} /Kids [{kids}] >>", pages.len()));
    objects.push(format!("<< /Type /Catalog /Pages {tree} 0 R /Lang (en-GB) >>"));
    file(&objects)
}

/// The objects with the table of where each begins; the last is the one to begin with.
pub(crate) fn file(objects: &[String]) -> Vec<u8> {
    let mut file = String::from("%PDF-1.4\n");
    let mut table = String::from("0000000000 65535 f \n");
    for (at, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", at + 1));
    }
    let (begin, count) = (file.len(), objects.len());
    file.push_str(&format!(
        "xref\n0 {}\n{table}trailer << /Size {} /Root {count} 0 R >>\nstartxref\n{begin}\n%%EOF\n",
        count + 1,
        count + 1
    ));
    file.into_bytes()
}

fn loaded(page: &Page) -> usize {
    page.server.requests().iter().filter(|request| request.path.contains("/pdf.js")).count()
}

#[test]
fn a_pdf_is_read_and_what_reads_it_is_loaded_once() {
    let page = Page::open();
    page.button("Paste text").wait();
    assert_eq!(loaded(&page), 0);
    let pages: [&[_]; 2] = [
        &[
            (50, 40, 8, "The Harbour Courier"),
            (50, 110, 24, "Toll stays until spring"),
            (50, 150, 11, "The toll on the harbour stays until the spring, the"),
            (50, 164, 11, "board said on Monday. Nobody had been asked, a cap-"),
            (50, 178, 11, "tain said to the paper."),
            (345, 150, 11, "Right of the gutter it goes on, as newspapers do,"),
            (345, 164, 11, "when there is room enough, and it often is so that"),
            (345, 178, 11, "nothing else is said."),
        ],
        &[(50, 40, 8, "The Harbour Courier"), (50, 400, 11, "A last word was not spoken.")],
    ];
    page.open_file("toll.pdf", &pdf(&pages));
    let look = page.dialog("Look it over before it is added");
    look.wait();
    look.says("2 lines were left out: running heads, feet and page numbers.");
    look.says("1 word was broken at a line end and put together again.");
    look.clone().button("Add article").click();
    page.article().wait();
    let text = page.article().text();
    let first = "The toll on the harbour stays until the spring, the board said on Monday. Nobody had been asked, a captain said to the paper.";
    assert!(text.contains(first) && text.contains("Right of the gutter"), "{text}");
    assert!(text.find(first) < text.find("Right of the gutter"), "{text}");
    page.go("");
    page.open_file("again.pdf", &pdf(&[&[(50, 400, 11, "Another one was read, it said.")]]));
    look.button("Add article").click();
    page.wait_until("the second one", || page.article().text().contains("Another one"));
    assert_eq!(loaded(&page), 1);
    page.check_quiet();
    assert_eq!(page.csp_violations(), Vec::<String>::new());
}

#[test]
fn a_pdf_that_cannot_be_read_is_told() {
    let page = Page::open();
    page.button("Paste text").wait();
    page.open_file("broken.pdf", b"%PDF-1.7\nnothing that could be one");
    page.hears("It seems to be a PDF, but it is broken or cut short.");
    page.open_file("scan.pdf", &pdf(&[&[], &[]]));
    page.hears("It has 2 pages, and each is a picture");
}
