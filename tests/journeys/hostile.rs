//! Files that are broken on purpose, made to do harm, or called what they are not: each ends in a sentence
//! or a draft, and the page goes on.

use serde_json::json;

use crate::arrivals::look;
use crate::harm;
use crate::more::messages;
use crate::pack::pack;
use crate::page::Page;
use crate::paper;

/// Drops a file, waits until it is told that it was not opened and why, and takes the message away.
fn is_refused(page: &Page, name: &str, bytes: Vec<u8>, why: &str) {
    page.drop_files(&[(name, bytes)]);
    page.hears(&format!("“{name}” was not opened, and nothing here was changed. {why}"));
    messages(page).button("Dismiss").click();
    messages(page).button("Dismiss").counts(0);
}

/// Marks something, to show that all is well.
fn is_alive(page: &Page) {
    page.add_article("", "The toll stays.\n\nShe said so on Monday.");
    page.mark("c", "She said so");
    page.shows("claim", &["She said so"]);
    page.check_quiet();
    assert_eq!(page.csp_violations(), Vec::<String>::new());
}

fn library() -> Page {
    let page = Page::open();
    page.button("Paste text").wait();
    page
}

#[test]
fn what_swells_is_not_unpacked() {
    let page = library();
    is_refused(&page, "bomb.docx", harm::swelling_word(), "Unpacked it is larger than 48 MB");
    is_refused(&page, "bomb.epub", harm::swelling_book(), "Unpacked it is larger than 96 MB");
    is_refused(&page, "words.docx", harm::doubling_word(), "It defines abbreviations of its own");
    is_alive(&page);
}

#[test]
fn a_million_tags_in_one_another_are_refused() {
    let page = library();
    let deep = |tag: &str| format!("<!doctype html>{}said", tag.repeat(1_000_000)).into_bytes();
    is_refused(&page, "deep.html", deep("<b>"), "Its parts lie in one another more than 512 deep");
    is_refused(&page, "lists.html", deep("<ul><li>"), "Its parts lie in one another more than 512 deep");
    let part = harm::word(&"<w:p>".repeat(1_000_000));
    is_refused(&page, "deep.docx", part, "Its parts lie in one another more than 256 deep");
    is_alive(&page);
}

#[test]
fn a_file_of_200_megabytes_is_refused_unread() {
    let page = library();
    let script = "const data = new DataTransfer();
        const part = new Uint8Array(1_000_000).fill(97);
        data.items.add(new File(Array(200).fill(part), 'large.txt'));
        document.querySelector('main').dispatchEvent(
            new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }))";
    page.script(script, &json!([]));
    page.hears("“large.txt” was not opened");
    page.hears("It has 200 MB; Sayso opens files of up to 100 MB.");
    is_alive(&page);
}

#[test]
fn what_is_locked_or_called_what_it_is_not_is_told() {
    let page = library();
    is_refused(&page, "locked.docx", harm::locked_word(), "It is protected with a password.");
    is_refused(&page, "locked.pdf", locked_paper(), "It is protected with a password.");
    is_refused(
        &page,
        "toll.zip",
        pack(&[("toll.txt", b"It stays.")]),
        "This is a folder packed in one file.",
    );
    is_refused(&page, "photo.docx", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR".to_vec(), "This is a picture.");
    page.drop_files(&[("toll.txt", paper::pdf(&[&[(50, 400, 11, "The toll stays, it said.")]]))]);
    look(&page).says("Its name says another kind, but it is a PDF, and was read as one.");
    look(&page).button("Do not add").click();
    look(&page).wait_gone();
    page.hears("“toll.txt” was not added.");
    is_alive(&page);
}

/// A PDF that opens only with a password.
fn locked_paper() -> Vec<u8> {
    let lock = format!(
        "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >> /Root",
        "7f".repeat(32)
    );
    with_trailer(&paper::pdf(&[&[(50, 400, 11, "The toll stays, it said.")]]), &lock)
}

/// A PDF with something else in place of `/Root` in what stands at its end.
fn with_trailer(file: &[u8], root: &str) -> Vec<u8> {
    let file = String::from_utf8_lossy(file);
    let (before, behind) = file.rsplit_once("/Root").expect("a trailer");
    format!("{before}{root}{behind}").into_bytes()
}

/// A PDF whose pages are the pages that they are in.
fn paper_of_itself() -> Vec<u8> {
    paper::file(&[
        "<< /Type /Pages /Count 900000 /Parent 1 0 R /Kids [1 0 R 2 0 R 1 0 R] >>".to_owned(),
        "<< /Type /Pages /Count 900000 /Parent 1 0 R /Kids [1 0 R 2 0 R] >>".to_owned(),
        "<< /Type /Catalog /Pages 1 0 R >>".to_owned(),
    ])
}

/// A PDF whose table of places goes on at its own beginning.
fn paper_without_end() -> Vec<u8> {
    let file = paper::pdf(&[&[(50, 400, 11, "The toll stays, it said.")]]);
    let text = String::from_utf8_lossy(&file);
    let at = text.rfind("xref\n0").expect("a table");
    with_trailer(&file, &format!("/Prev {at} /Root"))
}

/// A PDF whose page draws a form that draws itself.
fn paper_that_draws_itself() -> Vec<u8> {
    let drawing = |kind: &str| {
        let resources = "/Resources << /XObject << /A 1 0 R >> >>";
        format!("<< {kind} {resources} /Length 6 >>\nstream\n/A Do\n\nendstream")
    };
    paper::file(&[
        drawing("/Type /XObject /Subtype /Form /BBox [0 0 9 9]"),
        drawing(""),
        "<< /Type /Page /Parent 4 0 R /MediaBox [0 0 595 842] /Contents 2 0 R /Resources << /XObject << /A 1 0 R >> >> >>"
            .to_owned(),
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_owned(),
        "<< /Type /Catalog /Pages 4 0 R >>".to_owned(),
    ])
}

/// A PDF whose objects are packed in a stream that is packed in itself.
fn paper_packed_in_itself() -> Vec<u8> {
    let packed = "2 0 << /Type /Pages /Count 1 /Kids [] >>";
    let mut file = b"%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n".to_vec();
    file.extend(
        format!(
            "3 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Extends 3 0 R /Length {} >>\nstream\n{packed}\nendstream\nendobj\n",
            packed.len()
        )
        .bytes(),
    );
    let begin = file.len();
    file.extend(b"4 0 obj\n<< /Type /XRef /Size 5 /W [1 2 1] /Root 1 0 R /Length 20 >>\nstream\n".iter());
    let place = |at: usize| u16::try_from(at).expect("a small file").to_be_bytes();
    let [begin_high, begin_low] = place(begin);
    // Free; where it begins; two that are in the third, which is itself; where this begins.
    file.extend([0, 0, 0, 0, 1, 0, 9, 0, 2, 0, 3, 0, 2, 0, 3, 0, 1, begin_high, begin_low, 0]);
    file.extend(format!("\nendstream\nendobj\nstartxref\n{begin}\n%%EOF\n").bytes());
    file
}

#[test]
fn papers_that_lead_in_circles_come_to_an_end() {
    let page = library();
    for (name, bytes) in [
        ("pages.pdf", paper_of_itself()),
        ("places.pdf", paper_without_end()),
        ("drawn.pdf", paper_that_draws_itself()),
        ("packed.pdf", paper_packed_in_itself()),
    ] {
        page.drop_files(&[(name, bytes)]);
        let sentence = format!("“{name}” was not opened");
        page.wait_until(&format!("the end of {name}"), || {
            // Asked of the page itself: while the dialog stands there, the messages are out of reach.
            let ended = "return Boolean(document.querySelector('dialog .arrival')) || document.body.textContent.includes(args[0])";
            page.script(ended, &json!([sentence])) == json!(true)
        });
        if look(&page).count() == 1 {
            page.press("Escape");
            look(&page).wait_gone();
        }
        messages(&page).button("Dismiss").click();
        messages(&page).button("Dismiss").counts(0);
    }
    is_alive(&page);
}
