//! What doccano and others write a line an article, and what doccano has to understand of ours.

use sayso::annotation::Timestamp;
use sayso::format::exchange::{Format, Occasion};

use crate::table::{open, part, told};

fn check(lines: &str, expected: &str) {
    let got = told(Format::Doccano, &[part("all.jsonl", lines)], None).expect("it is read");
    assert_eq!(got, expected.trim_matches('\n'), "{lines}");
}

#[test]
fn what_one_line_lacks_is_null() {
    check(
        r#"{"id":1,"text":"It leaks","title":null,"language":null,"entities":[{"id":7,"label":"Claim","start_offset":0,"end_offset":8}],"relations":null,"Comments":[]}"#,
        "\"\" It leaks\nclaim \"It leaks\"",
    );
}

#[test]
fn labels_and_relations_need_no_number() {
    check(
        r#"{"text":"It leaks, says Ann","entities":[{"label":"Claim","start_offset":0,"end_offset":8},{"label":"Doubt","start_offset":3,"end_offset":8},{"id":4,"label":"Source","start_offset":15,"end_offset":18}],"relations":[{"from_id":4,"to_id":4,"type":"same voice"}]}"#,
        r#"
"" It leaks, says Ann
voice Ann
claim "It leaks"
note [Doubt] "leaks"
mention of Ann "Ann""#,
    );
}

#[test]
fn labels_of_the_simpler_project() {
    check(
        r#"{"id":1,"text":"It leaks, says Ann","label":[[0,8,"Content"],[10,14,"Cue"],[15,18,"Person"]],"Comments":[]}"#,
        "\"\" It leaks, says Ann\nclaim \"It leaks\"\ncue \"says\"\nnote [Person] \"Ann\"",
    );
    // A label of relations is what it says.
    check(
        r#"{"text":"It leaks","entities":[{"id":0,"label":"Content","start_offset":0,"end_offset":8}],"relations":[]}"#,
        "\"\" It leaks\nnote [Content] \"It leaks\"",
    );
}

#[test]
fn no_letter_stands_for_itself_that_an_encoding_could_change() {
    let document = open("“Näher~{ 🙂 שלום");
    let written =
        Format::Doccano.write(&[document], &Occasion { exported: Timestamp(0), generator: "Sayso" }).file;
    let line = String::from_utf8(written.bytes).expect("text");
    assert!(line.is_ascii() && !line.contains('~'), "{line}");
    check(&line, "\"Open\" “Näher~{ 🙂 שלום");
}
