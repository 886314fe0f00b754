use super::byline;

fn check(line: &str, writer: &str, published: &str) {
    let said = byline(line).unwrap_or_else(|| panic!("a byline: {line}"));
    assert_eq!(
        (said.writer.unwrap_or_default(), said.published.unwrap_or_default()),
        (writer, published),
        "{line}"
    );
}

#[test]
fn the_name_is_taken_out_of_its_line() {
    check("By Nadia Feld", "Nadia Feld", "");
    check("BY NADIA FELD", "NADIA FELD", "");
    check("by Nadia Feld", "Nadia Feld", "");
    check("By: Nadia Feld", "Nadia Feld", "");
    check("By Nadia Feld, The Lowmarsh Courier", "Nadia Feld", "");
    check("By Nadia Feld, Staff Writer", "Nadia Feld", "");
    check("By Nadia Feld and Tom Ashe", "Nadia Feld and Tom Ashe", "");
    check(
        "By Nadia Feld, Tom Ashe and Ida Brook, The Lowmarsh Courier",
        "Nadia Feld, Tom Ashe and Ida Brook",
        "",
    );
    check("By Nadia Feld for The Lowmarsh Courier", "Nadia Feld", "");
    check("By The Associated Press", "The Associated Press", "");
    check("By Tom Ashe Jr.", "Tom Ashe Jr.", "");
    check("Words by Nadia Feld", "Nadia Feld", "");
    check("Von Jürgen Österle", "Jürgen Österle", "");
    check("Par Élodie Marchand", "Élodie Marchand", "");
    check("By Nadia Feld @nfeld", "Nadia Feld", "");
    check("By April Jones", "April Jones", "");
}

#[test]
fn the_day_is_taken_too() {
    check("4 March 2026", "", "4 March 2026");
    check("By Nadia Feld, The Lowmarsh Courier, 4 March 2026", "Nadia Feld", "4 March 2026");
    check("By Nadia Feld, March 4, 2026", "Nadia Feld", "March 4, 2026");
    check("By Nadia Feld | March 4, 2026 | 5 min read", "Nadia Feld", "March 4, 2026");
    check("By Nadia Feld Published 4 March 2026", "Nadia Feld", "4 March 2026");
    check("Nadia Feld · The Lowmarsh Courier · 4 March 2026 · 512 words", "", "4 March 2026");
    check("The Lowmarsh Courier — 4 March 2026", "", "4 March 2026");
    check("The Lowmarsh Courier, 4 March 2026", "", "4 March 2026");
    check("Published 4 March 2026, 10:30 a.m.", "", "4 March 2026, 10:30 a.m.");
    check("Updated 4 March 2026", "", "");
}

#[test]
fn other_lines_of_the_kind() {
    for line in ["2 mins read", "5-minute read", "Reading time: 5 minutes", "3 Min. Lesezeit", "Reuters"] {
        check(line, "", "");
    }
    check("Jane Doe, Staff writer", "", "");
    check("Jane Doe, Lowmarsh Courier correspondent", "", "");
}

#[test]
fn a_line_is_sure_if_it_could_be_no_headline() {
    fn check(line: &str, sure: bool) {
        assert_eq!(byline(line).map(|byline| byline.sure), Some(sure), "{line}");
    }
    check("By Nadia Feld", true);
    check("4 March 2026", true);
    check("2 mins read", true);
    check("Tom Ashe, Political Reporter, Dies", false);
    check("Harbour Board Report, March 2026", false);
}

#[test]
fn what_may_be_a_sentence_is_no_byline() {
    fn refuse(line: &str) {
        assert_eq!(byline(line), None, "{line}");
    }
    refuse("");
    refuse("Published Reports Differ on Cracks");
    refuse("Updated Guidance for Lorries Takes Effect");
    refuse("Nadia Feld");
    refuse("By the numbers");
    refuse("By Tuesday the cracks had doubled in length.");
    refuse("By March the board knew");
    refuse("By Monday");
    refuse("By Nadia’s count, eleven hangers were cracked.");
    refuse("Bypass closed");
    refuse("Ilse Varga, the county engineer");
    refuse("Published reports differ on how many hangers are cracked.");
    refuse("The board met on 4 March 2026");
    refuse("Two minutes to read it, an hour to act");
    refuse("von Jürgen war nichts zu hören");
    refuse(&"By Nadia Feld ".repeat(20));
}
