//! Label Studio as its own people write it.

use sayso::format::exchange::{At, Fault, Format};
use sayso::format::native::Expected;

use crate::table::{part, read, told};

const TEXT: &str = "“It leaks,” Dana Roe said. 🙂 Nobody checked the valve.";

fn check(rest: &str, expected: &str) {
    let json = format!(r#"[{{"id":7,"data":{{"text":"{TEXT}"}},{rest}}}]"#);
    let got = told(Format::LabelStudio, &[part("a.json", &json)], None).expect("it is read");
    assert_eq!(got.split_once('\n').unwrap_or_default().1, expected.trim_matches('\n'), "{json}");
}

/// A result of a control over a stretch.
fn result(id: &str, from: &str, kind: &str, at: (usize, usize), said: &str) -> String {
    let (start, end) = at;
    format!(
        r#"{{"id":"{id}","from_name":"{from}","to_name":"t","type":"{kind}","value":{{"start":{start},"end":{end},{said}}}}}"#
    )
}

#[test]
fn regions_with_all_controls() {
    let results = [
        result("a", "label", "labels", (0, 11), r#""text":"“It leaks,”","labels":["Claim","odd"]"#),
        result("a", "form", "choices", (0, 11), r#""choices":["mixed"]"#),
        result("a", "sure", "choices", (0, 11), r#""choices":["very","quite"]"#),
        result("a", "stars", "rating", (0, 11), r#""rating":3"#),
        result("a", "note", "textarea", (0, 11), r#""text":["One.","Two."]"#),
        result("b", "ner", "labels", (12, 20), r#""labels":["Source"]"#),
        result("c", "ner", "labels", (21, 25), r#""text":"said","labels":["Cue"]"#),
        result("d", "ner", "labels", (0, 6), r#""text":"Nobody","labels":["Person"]"#),
        result("e", "ner", "brushlabels", (0, 6), r#""rle":[1]"#),
        r#"{"type":"relation","from_id":"b","to_id":"a","direction":"left","labels":["said by"]}"#.into(),
        r#"{"type":"relation","from_id":"a","to_id":"c","direction":"right","labels":["cue"]}"#.into(),
        r#"{"type":"relation","from_id":"d","to_id":"c","direction":"bi"}"#.into(),
    ];
    check(
        &format!(
            r#""annotations":[{{"completed_by":{{"id":1,"email":"ada@a.example"}},"created_at":"2026-03-04T10:00:00.000000Z","result":[{}]}}]"#,
            results.join(",")
        ),
        r#"
voice Dana Roe
claim Mixed of Dana Roe at "Dana Roe" by "said" "“It leaks,”" note "One.\n\nTwo." tags ["odd"] by ada@a.example at 1772618400000
mention of Dana Roe "Dana Roe" by ada@a.example at 1772618400000
cue "said" by ada@a.example at 1772618400000
note [Person] "Nobody" by ada@a.example at 1772618400000
note [] orphan "" by ada@a.example at 1772618400000
[0].annotations[0].result[7]: FoundByWords { quote: "Nobody" }
[0].annotations[0].result[8]: NotFound { quote: "" }
[0].annotations[0].result[11]: LeftOut("")
[0].annotations[0].result[8].value: LeftOut("brushlabels")"#,
    );
}

#[test]
fn several_people_and_what_a_model_guessed() {
    let one =
        |id: &str, label: &str| result(id, "l", "labels", (12, 20), &format!(r#""labels":["{label}"]"#));
    check(
        &format!(
            r#""annotations":[{{"completed_by":3,"result":[{}]}},{{"completed_by":"bo","result":[{}]}}],"predictions":[{{"model_version":"m1","result":[{}]}}]"#,
            one("a", "X"),
            one("a", "Y"),
            one("a", "Z")
        ),
        "note [X] \"Dana Roe\" by 3\nnote [Y] \"Dana Roe\" by bo",
    );
    check(
        &format!(
            r#""annotations":[],"predictions":[{{"model_version":"m1","score":0.5,"result":[{}]}}]"#,
            one("a", "Z")
        ),
        "note [Z] \"Dana Roe\" by m1",
    );
}

#[test]
fn pages_count_over_all_of_their_parts() {
    check(
        r#""completions":[{"result":[{"id":"a","from_name":"l","to_name":"t","type":"hypertextlabels","value":{"start":"/p[1]/text()[1]","end":"/p[1]/text()[1]",
            "startOffset":0,"endOffset":3,"globalOffsets":{"start":12,"end":20},"hypertextlabels":["P"]},"meta":{"text":["Who?"]}}]}]"#,
        "note [P] \"Dana Roe\" note \"Who?\"",
    );
}

#[test]
fn what_cannot_be_read_says_where() {
    let fault = |json: &str| {
        let error = read(Format::LabelStudio, &[part("a.json", json)], None).unwrap_err();
        (error.at, error.fault)
    };
    let path = |path: &str| At::Path(path.into());
    assert_eq!(fault(r#"[{"data":{}}]"#), (path("[0].data"), Fault::Missing("text".into())));
    assert_eq!(fault(r#"[{"data":{"text":"a"}},{}]"#), (path("[1]"), Fault::Missing("data".into())));
    let odd = r#"{"data":{"text":"a"},"annotations":[{"result":[{"type":3}]}]}"#;
    assert_eq!(fault(odd), (path("annotations[0].result[0].type"), Fault::Wrong(Expected::Text)));
    assert_eq!(fault("[{\n]").0, At::Line(2));
}
