//! Hypothesis as its own client writes it.

use sayso::format::exchange::{At, Fault, Format};

use crate::table::{open, part, read, told};

const TEXT: &str = "“It leaks,” Dana Roe said. 🙂 Nobody checked the valve, and the valve broke.";

const HEAD: &str = r#"{"export_date":"2026-03-04T10:00:00.000Z","export_userid":"acct:ada@hypothes.is","client_version":"1.1","annotations":["#;

fn check(annotations: &str, expected: &str) {
    let json = format!("{HEAD}{annotations}]}}");
    let got = told(Format::Hypothesis, &[part("a.json", &json)], Some(&open(TEXT))).expect("it is read");
    assert_eq!(got.split_once('\n').unwrap_or_default().1, expected.trim_matches('\n'), "{json}");
}

#[test]
fn annotations_are_found_by_their_quotes_wherever_the_page_had_them() {
    check(
        r#"{"id":"a","created":"2026-03-04T11:00:00.000000+01:00","user":"acct:ada@hypothes.is","uri":"https://n.example","text":"Really?","tags":["plumbing","Claims"],
            "target":[{"source":"https://n.example","selector":[{"type":"RangeSelector","startContainer":"/p[1]","endContainer":"/p[1]","startOffset":1,"endOffset":2},
                {"type":"TextPositionSelector","start":4012,"end":4021},{"type":"TextQuoteSelector","exact":"the valve","prefix":"and ","suffix":" broke"}]}]},
           {"id":"b","user":"acct:x@h.is","user_info":{"display_name":"Bo"},"tags":["Note: Doubt","tag: Claim"],
            "target":[{"source":"u","selector":[{"type":"TextPositionSelector","start":30,"end":36},{"type":"TextQuoteSelector","exact":"Nobody"}]}]},
           {"id":"c","tags":[],"target":[{"source":"u","selector":[{"type":"TextQuoteSelector","exact":"not there"}]}]}"#,
        r#"
note [Doubt] "Nobody" tags ["Claim"] by Bo
note [] "the valve" note "Really?" tags ["plumbing", "Claims"] by ada at 1772618400000
note [] orphan "not there"
annotations[2]: NotFound { quote: "not there" }"#,
    );
}

#[test]
fn replies_stand_below_what_they_reply_to() {
    check(
        r#"{"id":"a","user":"acct:ada@h.is","text":"Who?","tags":["one"],"target":[{"source":"u","selector":[{"type":"TextQuoteSelector","exact":"Nobody"}]}]},
           {"id":"b","user":"acct:bo@h.is","text":"The county.","tags":["one","two"],"references":["a"],"target":[{"source":"u"}]},
           {"id":"c","user":"acct:ada@h.is","text":"Ah.","tags":[],"references":["a","b"],"target":[{"source":"u"}]},
           {"id":"d","user":"acct:bo@h.is","text":"Lost","tags":[],"references":["z"],"target":[{"source":"u"}]},
           {"id":"e","user":"acct:bo@h.is","text":"On the page","tags":[],"target":[{"source":"u"}]}"#,
        r#"
note [] "Nobody" note "Who?\n\nbo: The county.\n\nada: Ah." tags ["one", "two"] by ada
note [] orphan "" note "On the page" by bo
note [] orphan "" note "Lost" by bo
annotations[3]: LeftOut("references")
annotations[4]: NotFound { quote: "" }
annotations[3]: NotFound { quote: "" }"#,
    );
}

#[test]
fn tags_say_who_says_it() {
    check(
        r#"{"id":"a","tags":["Claim","form: direct","verdict: cannot tell","said by 2: Dana Roe","said by 7:","verdict: odd"],"target":[{"selector":[{"type":"TextQuoteSelector","exact":"“It leaks,”"}]}]},
           {"id":"b","tags":["Source","voice 2: D. Roe"],"target":[{"selector":[{"type":"TextQuoteSelector","exact":"Dana Roe"}]}]},
           {"id":"c","tags":["Source"],"target":[{"selector":[{"type":"TextQuoteSelector","exact":"Nobody"}]}]},
           {"id":"d","tags":["Cue","piece 1 of mark 4"],"target":[{"selector":[{"type":"TextQuoteSelector","exact":"said"}]}]},
           {"id":"e","tags":["Cue","piece 2 of mark 4"],"target":[{"selector":[{"type":"TextQuoteSelector","exact":"checked"}]}]},
           {"id":"f","tags":["Claim","no source given"],"target":[{"selector":[{"type":"TextQuoteSelector","exact":"broke"}]}]}"#,
        r#"
voice Dana Roe
voice 
voice Nobody
claim Direct CannotTell of Dana Roe of  "“It leaks,”" tags ["verdict: odd"]
mention of Dana Roe "Dana Roe"
cue "said … checked"
mention of Nobody "Nobody"
claim of nobody "broke""#,
    );
}

#[test]
fn what_cannot_be_read_says_where() {
    let fault = |json: &str, beside: bool| {
        let open = open(TEXT);
        let error = read(Format::Hypothesis, &[part("a.json", json)], beside.then_some(&open)).unwrap_err();
        (error.at, error.fault)
    };
    assert_eq!(fault(&format!("{HEAD}]}}"), false), (At::Whole, Fault::NoText));
    assert_eq!(fault("{}", true), (At::Whole, Fault::Missing("annotations".into())));
    let (at, _) = fault(&format!("{HEAD}{{}},{{\"tags\":[\"a\",3]}}]}}"), true);
    assert_eq!(at, At::Path("annotations[1].tags[1]".into()));
    let two = [part("a.json", HEAD), part("b.json", HEAD)];
    let error = read(Format::Hypothesis, &two, Some(&open(TEXT))).unwrap_err();
    assert_eq!(error.fault, Fault::OtherText);
}
