//! W3C Web Annotation as other programs write it.

use sayso::format::exchange::{At, Fault, Format};
use sayso::format::native::Expected;

use crate::table::{open, part, read, told};

const TEXT: &str = "“It leaks,” Dana Roe said. 🙂 Nobody checked the valve.";

/// Reads JSON beside the text, and compares what it becomes, below the line of the article.
fn check(json: &str, expected: &str) {
    let json = json.replace("CONTEXT", r#""@context":"http://www.w3.org/ns/anno.jsonld""#);
    let got = told(Format::W3c, &[part("a.json", &json)], Some(&open(TEXT))).expect("it is read");
    assert_eq!(got.split_once('\n').unwrap_or_default().1, expected.trim_matches('\n'), "{json}");
}

#[test]
fn one_annotation() {
    check(
        r#"{CONTEXT,"id":"https://a.example/1","type":"Annotation","bodyValue":"Really?",
            "target":{"source":"https://n.example/","selector":{"type":"TextQuoteSelector","exact":"the valve","prefix":"checked "}}}"#,
        r#"note [] "the valve" note "Really?""#,
    );
}

#[test]
fn a_list_with_tags_makers_and_places() {
    check(
        r#"[{CONTEXT,"id":"a","type":"Annotation","motivation":"highlighting","creator":{"id":"u1","name":"Ada"},
             "created":"2026-03-04T11:00:00+01:00","modified":"yesterday",
             "body":[{"type":"TextualBody","purpose":"tagging","value":"Claim"},{"type":"TextualBody","purpose":"tagging","value":"leak"},
                     {"type":"TextualBody","purpose":"commenting","value":"Says she."},"https://e.example/"],
             "target":[{"source":"x","selector":[{"type":"TextQuoteSelector","exact":"“It leaks,”"},{"type":"TextPositionSelector","start":0,"end":11}]},
                       {"source":"x","selector":[{"type":"TextPositionSelector","start":29,"end":35}]}]},
            {CONTEXT,"id":"b","type":"Annotation","creator":"https://u.example/2","body":{"purpose":"classifying","source":"https://onto.example/Person"},
             "target":{"source":"x","selector":[{"type":"TextPositionSelector","start":12,"end":20}]}}]"#,
        r#"
claim "“It leaks,” … Nobody" note "Says she.\n\nhttps://e.example/" tags ["leak"] by Ada at 1772618400000
note [https://onto.example/Person] "Dana Roe" by https://u.example/2
[0].modified: UnreadTime("yesterday")"#,
    );
}

#[test]
fn a_page_with_links_and_with_what_no_text_has() {
    check(
        r#"{CONTEXT,"type":"AnnotationPage","items":[
            {"id":"c","type":"Annotation","body":{"purpose":"classifying","value":"Claim"},"target":{"source":"x","selector":{"type":"TextQuoteSelector","exact":"“It leaks,”"}}},
            {"id":"s","type":"Annotation","body":[{"purpose":"classifying","value":"Source"},{"purpose":"identifying","value":"Dana Roe, plumber"}],
             "target":{"source":"x","selector":{"type":"TextQuoteSelector","exact":"Dana Roe"}}},
            {"id":"q","type":"Annotation","body":{"purpose":"classifying","value":"Cue"},"target":{"source":"x","selector":{"type":"TextPositionSelector","start":21,"end":25}}},
            {"id":"l","type":"Annotation","motivation":"linking","body":["s",{"type":"SpecificResource","source":"q"}],"target":"c"},
            {"id":"k","type":"Annotation","motivation":"linking","body":"q","target":"s"},
            {"id":"p","type":"Annotation","target":{"source":"x","selector":{"type":"XPathSelector","value":"/p[2]"}}},
            {"id":"g","type":"Annotation","target":{"source":"x","selector":[{"type":"TextQuoteSelector","exact":"gone"},{"type":"TextPositionSelector","start":-1,"end":2}]}},
            {"id":"m","type":"Annotation","target":{"source":"x","selector":[{"type":"TextQuoteSelector","exact":"checked"},{"type":"TextPositionSelector","start":0,"end":7}]}}]}"#,
        r#"
voice Dana Roe, plumber
claim of Dana Roe, plumber at "Dana Roe" by "said" "“It leaks,”"
mention of Dana Roe, plumber "Dana Roe"
cue "said"
note [] "checked"
note [] orphan ""
note [] orphan "gone"
items[5]: NotFound { quote: "" }
items[6]: NotFound { quote: "gone" }
items[7]: FoundByWords { quote: "checked" }
items[4]: LeftOut("linking")
items[5].target.selector: LeftOut("XPathSelector")
items[6].target.selector: OddOffsets"#,
    );
}

#[test]
fn what_cannot_be_read_says_where() {
    let fault = |json: &str, beside: bool| {
        let open = open(TEXT);
        let error = read(Format::W3c, &[part("a.json", json)], beside.then_some(&open)).unwrap_err();
        (error.at, error.fault)
    };
    let page = r#"{"type":"AnnotationPage","items":[{"type":"Annotation","target":"x"}]}"#;
    assert_eq!(fault(page, false), (At::Whole, Fault::NoText));
    assert_eq!(fault("{}", true), (At::Whole, Fault::Missing("first".into())));
    let odd =
        r#"{"items":[{"target":"x"},{"target":[{"selector":{"type":"TextQuoteSelector","exact":5}}]}]}"#;
    let at = At::Path("items[1].target.selector.exact".into());
    assert_eq!(fault(odd, true), (at, Fault::Wrong(Expected::Text)));
    assert_eq!(fault("{\"items\":\n[", true), (At::Line(2), Fault::NotJson("it ends too early".into())));
    let deep = format!("{{\"items\":{}", "[".repeat(100_000));
    assert_eq!(fault(&deep, true), (At::Whole, Fault::NotJson("it nests too deep".into())));
    let without = r#"{"sayso:articles":[{"id":"a","sha256":"00"}]}"#;
    assert_eq!(fault(without, true), (At::Path("sayso:articles[0]".into()), Fault::NoText));
}
