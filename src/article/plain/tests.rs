//! Whole texts and what becomes of them.

use super::{Notice, Parsed, Refusal, TEXT_LIMIT, plain};
use crate::text::Repair;

fn read(raw: &str) -> Parsed {
    plain(raw).unwrap_or_else(|refusal| panic!("{refusal:?}: {raw:?}"))
}

/// One block a line, as `Kind: its words`, with a `/` where the text breaks a line within it.
fn outline(raw: &str) -> Vec<String> {
    let parsed = read(raw);
    let line = |block: &crate::article::Block| {
        let lines: Vec<&str> = parsed.article.text.slice(block.span).split('\n').map(str::trim).collect();
        format!("{:?}: {}", block.kind, lines.join(" / "))
    };
    parsed.article.blocks.iter().map(line).collect()
}

fn check(raw: &str, expected: &[&str]) {
    assert_eq!(outline(raw), expected, "{raw}");
}

const STORY: &str = "The toll stays where it is, the board said on Tuesday.";

#[test]
fn a_pasted_page_is_told_apart() {
    let raw = "Board keeps the toll as cracks spread\n\n2 mins read\n[Photo credit: By Ana Lima, CC BY 2.0]\n\n\
        The toll stays where it is, the board said.\n\nOne official put it simply:\n“Nobody will pay more.”\n\n\
        What comes next\n\nThe board meets again in May.\n\n[READ MORE: Toll talks go on]\n\nLeave a Reply\n\n\
        Your email address will not be published.\n\nLatest from Blog";
    check(
        raw,
        &[
            "Title: Board keeps the toll as cracks spread",
            "Byline: 2 mins read",
            "Credit: [Photo credit: By Ana Lima, CC BY 2.0]",
            "Paragraph: The toll stays where it is, the board said.",
            "Paragraph: One official put it simply:",
            "Paragraph: “Nobody will pay more.”",
            "Heading: What comes next",
            "Paragraph: The board meets again in May.",
            "Aside: [READ MORE: Toll talks go on]",
            "Aside: Leave a Reply",
            "Aside: Your email address will not be published.",
            "Aside: Latest from Blog",
        ],
    );
}

#[test]
fn wrapped_mail_comes_out_in_paragraphs() {
    let raw = "Board keeps the toll\n\nBy Nadia Feld\n\n\
        The board said on Tuesday that the bridge is safe and that the toll will\n\
        stay where it is until the engineers have had another look at all of the\nhangers.\n\n\
        \u{20}\u{20}- the eastern span, which carries most of the freight and was painted\n\
        \u{20}\u{20}\u{20}\u{20}last in spring\n  - the western span\n\n\
        > We knew about the cracks before the vote, and we said so in the\n> minutes.\n>\n> Nobody read them.\n\n\
        Lorries wait for an hour on most days, and the owners have begun to send\n\
        them round by the north.\nNobody has counted the cars.\n";
    check(
        raw,
        &[
            "Title: Board keeps the toll",
            "Byline: By Nadia Feld",
            "Paragraph: The board said on Tuesday that the bridge is safe and that the toll will / \
                stay where it is until the engineers have had another look at all of the / hangers.",
            "ListItem: - the eastern span, which carries most of the freight and was painted / last in spring",
            "ListItem: - the western span",
            "Quotation: > We knew about the cracks before the vote, and we said so in the / > minutes. / > / \
                > Nobody read them.",
            "Paragraph: Lorries wait for an hour on most days, and the owners have begun to send / \
                them round by the north.",
            "Paragraph: Nobody has counted the cars.",
        ],
    );
}

#[test]
fn indented_paragraphs_come_apart() {
    let wrapped = "  The board said on Tuesday that the bridge is safe and that it\n\
        will look at the hangers of the eastern span before the summer.\n\
        \u{20} Nobody asked about the toll, which has not been lowered since\nthe vote, and nobody said.\n\
        \u{20} Lorries wait.";
    check(
        wrapped,
        &[
            "Paragraph: The board said on Tuesday that the bridge is safe and that it / \
                will look at the hangers of the eastern span before the summer.",
            "Paragraph: Nobody asked about the toll, which has not been lowered since / \
                the vote, and nobody said.",
            "Paragraph: Lorries wait.",
        ],
    );
    check("\tOne paragraph.\n\tAnd another.", &["Paragraph: One paragraph.", "Paragraph: And another."]);
}

#[test]
fn a_line_is_a_paragraph_where_nothing_is_wrapped() {
    check(
        "Board keeps the toll\nBy Nadia Feld\nThe toll stays.\nWhat Comes Next\nThe board meets in May.\nIt may not.",
        &[
            "Title: Board keeps the toll",
            "Byline: By Nadia Feld",
            "Paragraph: The toll stays.",
            "Heading: What Comes Next",
            "Paragraph: The board meets in May.",
            "Paragraph: It may not.",
        ],
    );
    check(
        "One.\n> Two.\n>\n> Three.\nFour.",
        &["Paragraph: One.", "Quotation: > Two. / > / > Three.", "Paragraph: Four."],
    );
}

#[test]
fn scripts_without_spaces_come_out_right() {
    check(
        "港湾局、通行料を据え置き\n\n橋は安全だと港湾局は火曜日に述べた。\n記者は翌日に報告書を読んだ。\n\n次の会議\n\n五月に開かれる。",
        &[
            "Title: 港湾局、通行料を据え置き",
            "Paragraph: 橋は安全だと港湾局は火曜日に述べた。",
            "Paragraph: 記者は翌日に報告書を読んだ。",
            "Heading: 次の会議",
            "Paragraph: 五月に開かれる。",
        ],
    );
    let wrapped = "　橋は安全だと港湾局は火曜日に述べたが、技師\nたちは吊り材をもう一度調べるまで通行料を下げ\nるべきではないと考えている。\n　会議は五月に開かれる。";
    check(
        wrapped,
        &[
            "Paragraph: 橋は安全だと港湾局は火曜日に述べたが、技師 / \
                たちは吊り材をもう一度調べるまで通行料を下げ / るべきではないと考えている。",
            "Paragraph: 会議は五月に開かれる。",
        ],
    );
}

#[test]
fn the_first_line_is_the_title_if_it_looks_like_one() {
    fn title(line: &str, expected: bool) {
        let found = outline(&format!("{line}\n\n{STORY}"));
        assert_eq!(found[0].starts_with("Title: "), expected, "{found:?}");
    }
    title("Board keeps the toll", true);
    title("Board: “We keep the toll”", true);
    title("Who knew about the cracks?", true);
    title("Board keeps the toll in the U.S.", true);
    title("Sign up for the lottery, bridge board tells drivers", true);
    title("4. März: Brücke gesperrt", true);
    title("Tom Ashe, reporter, dies at 90", true);
    title("The board keeps the toll.", false);
    title("“We keep the toll,”", false);
    title("The board keeps the toll:", false);
    title("Advertisement", false);
    title(&"word ".repeat(41), false);
    title(&format!("{}?", "Who knew about the cracks ".repeat(5)), false);
    check("Only one line", &["Paragraph: Only one line"]);
    check(
        &format!("Advertisement\n\nBoard keeps the toll\n\n{STORY}"),
        &["Aside: Advertisement", "Title: Board keeps the toll", &format!("Paragraph: {STORY}")],
    );
}

#[test]
fn a_headline_in_wrapped_text_may_take_lines() {
    let body = "The board said on Tuesday that the bridge is safe and\nthat the toll will stay where it is until the\n\
        engineers have had a look at the eastern span.";
    let found =
        outline(&format!("Bridge inspectors warned of cracks a year ago, but the\ntoll stayed\n\n{body}"));
    assert_eq!(found[0], "Title: Bridge inspectors warned of cracks a year ago, but the / toll stayed");
    assert_eq!(found.len(), 2);
    assert_eq!(
        read(&format!("A headline\nof two lines\n\n{body}")).details.title,
        "A headline",
        "a short line is broken on purpose"
    );
}

#[test]
fn a_heading_stands_apart_and_above_text() {
    fn heading(line: &str, above: &str, expected: &str) {
        let found = outline(&format!("Title\n\n{STORY}\n\n{line}{above}"));
        assert_eq!(found[2], format!("{expected}: {line}"), "{found:?}");
    }
    heading("What the report says", "\n\nIt says a lot.", "Heading");
    heading("8 p.m.", "\n\nThe board meets.", "Heading");
    heading("What the Report Says", "\nIt says a lot.", "Heading");
    heading("What the report says", "\nIt says a lot.", "Paragraph");
    heading("What the report says", "", "Paragraph");
    heading("What the report says", "\n\nand what not", "Paragraph");
    heading("What the report says:", "\n\nIt says a lot.", "Paragraph");
    heading("Who knew?", "\n\nNobody knew.", "Paragraph");
    heading("The board sold the bridge to a firm in the U.S.", "\n\nIt did.", "Paragraph");
    heading("“We knew,”", "\n\nhe said.", "Paragraph");
    heading("By Tuesday", "\n\nThe board met.", "Heading");
}

#[test]
fn bylines_are_looked_for_at_the_top_alone() {
    check(
        &format!("Title\n\nHow it came about\n\nBy Nadia Feld\n\n{STORY}\n\nBy Tom Ashe\n\n{STORY}"),
        &[
            "Title: Title",
            "Paragraph: How it came about",
            "Byline: By Nadia Feld",
            &format!("Paragraph: {STORY}"),
            "Heading: By Tom Ashe",
            &format!("Paragraph: {STORY}"),
        ],
    );
}

#[test]
fn the_card_says_what_the_text_says() {
    fn card(raw: &str, title: &str, byline: &str, published: &str) {
        let details = read(raw).details;
        assert_eq!(
            (&*details.title, &*details.byline, &*details.published),
            (title, byline, published),
            "{raw}"
        );
    }
    card(
        &format!("Toll\t stays\n\nBy Nadia Feld\n4 March 2026\n\n{STORY}"),
        "Toll stays",
        "Nadia Feld",
        "4 March 2026",
    );
    card(&format!("Toll stays\n\nUpdated 5 March 2026\n\n{STORY}"), "Toll stays", "", "");
    card(&format!("Toll stays\n\n4 March\n\n{STORY}"), "Toll stays", "", "");
    card(STORY, STORY, "", "");
    card(&format!("By Nadia Feld\n\n{STORY}"), STORY, "Nadia Feld", "");
    card("Photo: Ana Lima", "Photo: Ana Lima", "", "");
    card("> quoted", "> quoted", "", "");
    card("***", "***", "", "");
    let long =
        "The board said on Tuesday that the bridge is safe and that the toll will stay where it is for now.";
    card(long, "The board said on Tuesday that the bridge is safe and that the toll will stay…", "", "");
}

#[test]
fn what_was_changed_is_told() {
    let parsed = read("\u{feff}The toll\u{a0}stays.\r\nIt\0 does.\r\n");
    assert_eq!(parsed.article.text.as_str(), "The toll stays.\nIt does.\n");
    let told = [Repair::LineEnd, Repair::Space, Repair::Invisible, Repair::Control];
    let places = [2, 1, 1, 1];
    let expected: Vec<Notice> = told.into_iter().zip(places).map(|(r, n)| Notice::Repaired(r, n)).collect();
    assert_eq!(parsed.notices, expected);
    assert_eq!(read("Nothing to tell.").notices, []);
}

#[test]
fn what_cannot_be_read_is_refused() {
    fn refuse(raw: &str, expected: Refusal) {
        assert_eq!(plain(raw), Err(expected));
    }
    refuse("", Refusal::Empty);
    refuse(" \r\n\t\u{3000}\u{a0}\u{2029}", Refusal::Empty);
    refuse("\u{feff}\0\u{200b}", Refusal::Empty);
    let (length, limit) = (TEXT_LIMIT + 2, TEXT_LIMIT);
    refuse(&"🙂".repeat(length / 2), Refusal::TooLong { length, limit });
    refuse(&" ".repeat(length), Refusal::TooLong { length, limit });
    assert!(plain(&"é".repeat(limit)).is_ok());
}
