use super::*;
use crate::annotation::{Answer, Content, SaidBy, SourceKind, Timestamp, Verdict};
use crate::article::{BlockKind, Foreign};

/// The places and remarks that come of an article with this text, `a b`, and these fields.
fn check(fields: &str, expected: &[(&str, Remark)]) -> Document {
    let blocks = r#""text":"a b","blocks":[{"kind":"paragraph","start":0,"end":3}]"#;
    let (document, remarks) = article(&format!(r#"{blocks},{fields}"#));
    let got: Vec<_> = remarks.iter().map(|(path, remark)| (path.as_str(), remark.clone())).collect();
    assert_eq!(got, expected, "{fields}");
    document
}

fn word(word: &str) -> Remark {
    Remark::UnknownWord(word.to_owned())
}

const SPANS: &str = r#""spans":[{"start":0,"end":1}]"#;

#[test]
fn unknown_words_become_what_is_nearest() {
    let document = check(
        &format!(
            r#""sources":[{{"id":"s","kind":"robot"}}],"marks":[
                {{"id":"q","kind":"question","note":"why","depth":2,{SPANS}}},
                {{"id":"l","kind":"question","label":"open",{SPANS}}},
                {{"id":"c","kind":"claim","form":"sung","verdict":"maybe",{SPANS}}}]"#
        ),
        &[
            ("sources[0].kind", word("robot")),
            ("marks[0].kind", word("question")),
            ("marks[1].kind", word("question")),
            ("marks[2].form", word("sung")),
            ("marks[2].verdict", word("maybe")),
        ],
    );
    assert_eq!(document.sources[0].kind, SourceKind::Other);
    assert_eq!(document.marks[0].content, Content::Note("question".to_owned()));
    assert_eq!(document.marks[0].foreign, Foreign(vec![("depth".to_owned(), "2".to_owned())]));
    assert_eq!(document.marks[1].content, Content::Note("question: open".to_owned()));
    let claim = document.marks[2].claim().expect("a claim");
    assert_eq!((claim.form, claim.verdict), (None, Verdict::Unchecked));
}

#[test]
fn no_tie_and_no_source_given_are_two_things() {
    for (field, expected) in [("", SaidBy::Open), (r#""attributions":[],"#, SaidBy::Nobody)] {
        let document = check(&format!(r#""marks":[{{"id":"c","kind":"claim",{field}{SPANS}}}]"#), &[]);
        assert_eq!(document.marks[0].claim().map(|claim| &claim.said_by), Some(&expected));
    }
}

#[test]
fn every_record_has_an_id_of_its_own() {
    let doubled = |id: &str, now: &str| Remark::DoubledId { id: id.to_owned(), now: now.to_owned() };
    let missing = |now: &str| Remark::MissingId { now: now.to_owned() };
    let document = check(
        &format!(
            r#""sources":[{{}},{{"id":"v"}},{{"id":"v"}}],
            "marks":[{{"id":"m2","kind":"cue",{SPANS}}},{{"kind":"cue",{SPANS}}},{{"id":"m2","kind":"cue",{SPANS}}}]"#
        ),
        &[
            ("sources[0]", missing("s1")),
            ("sources[2]", doubled("v", "v-2")),
            ("marks[1]", missing("m2-2")),
            ("marks[2]", doubled("m2", "m2-3")),
        ],
    );
    assert_eq!(document.marks.iter().map(|mark| &*mark.id.0).collect::<Vec<_>>(), ["m2", "m2-2", "m2-3"]);
    let two =
        read(r#"{"format":"sayso","version":1,"articles":[{"id":"a","text":""},{"id":"a","text":""}]}"#);
    assert_eq!(two.documents[1].id, "a-2".into());
    assert_eq!(two.notices[0].article, Some(1));
}

#[test]
fn references_that_lead_nowhere_are_kept_and_told() {
    let nowhere = |to, id: &str| Remark::UnknownReference { to, id: id.to_owned() };
    let document = check(
        &format!(
            r#""marks":[{{"id":"c","kind":"claim","attributions":[{{"source":"s","mention":"c","cue":"z"}}],{SPANS}}},
                {{"id":"m","kind":"source","source":"t",{SPANS}}}]"#
        ),
        &[
            ("marks[0].attributions[0].source", nowhere(Reference::Source, "s")),
            ("marks[0].attributions[0].mention", nowhere(Reference::Mention, "c")),
            ("marks[0].attributions[0].cue", nowhere(Reference::Cue, "z")),
            ("marks[1].source", nowhere(Reference::Source, "t")),
        ],
    );
    assert_eq!(document.marks[1].mentions(), Some(&"t".into()));
}

#[test]
fn unknown_fields_are_carried_along_or_told() {
    let unknown = |name: &str| Remark::UnknownField(name.to_owned());
    let document = check(
        r#""__proto__":{"admin":1},"constructor" : [ 1, 2 ],"marks":[
            {"id":"c","kind":"claim","spans":[{"start":0,"end":1,"colour":"red"}],"weight":1.50}]"#,
        &[("marks[0].spans[0]", unknown("colour"))],
    );
    let carried = [("__proto__", r#"{"admin":1}"#), ("constructor", "[ 1, 2 ]")];
    let carried = carried.map(|(name, raw)| (name.to_owned(), raw.to_owned()));
    assert_eq!(document.details.foreign.0, carried);
    let again = export(&[document], Timestamp::default(), "");
    assert!(again.contains(r#""weight": 1.50"#) && again.contains(r#""__proto__": {"admin":1}"#), "{again}");
    let top = read(r#"{"format":"sayso","version":1,"articles":[],"mood":1,"exported":"x"}"#);
    assert_eq!(top.notices, [ImportNotice { article: None, path: String::new(), what: unknown("mood") }]);
}

#[test]
fn of_a_doubled_field_the_last_counts() {
    let document = check(r#""title":"one","title":"two""#, &[("", Remark::DoubledField("title".to_owned()))]);
    assert_eq!(document.details.title, "two");
}

#[test]
fn times_that_cannot_be_read_are_unknown() {
    let unread = Remark::UnreadTime("last week".to_owned());
    let mark = r#"{"id":"c","kind":"cue","created":"last week","modified":"2026-03-04T10:00:00Z""#;
    let document = check(&format!(r#""marks":[{mark},{SPANS}}}]"#), &[("marks[0].created", unread)]);
    let mark = &document.marks[0];
    assert_eq!((mark.created, mark.modified), (Timestamp(0), Timestamp(1_772_618_400_000)));
}

#[test]
fn another_text_is_told_and_taken() {
    check(r#""sha256":"00""#, &[("sha256", Remark::OtherText)]);
    let upper = crate::format::sha256_hex("a b").to_uppercase();
    check(&format!(r#""sha256":"{upper}""#), &[]);
}

/// The blocks that come of a text, given as JSON, and a list of blocks.
fn check_blocks(text: &str, blocks: &str, expected: &[(BlockKind, &str)], remark: Option<&Remark>) {
    let (document, remarks) = article(&format!(r#""text":"{text}","blocks":{blocks}"#));
    let text = &document.article.text;
    let got: Vec<_> = document.article.blocks.iter().map(|b| (b.kind, text.slice(b.span))).collect();
    assert_eq!(got, expected, "{blocks}");
    assert_eq!(remarks.last().map(|(_, remark)| remark), remark, "{blocks}");
}

#[test]
fn blocks_that_fit_are_taken() {
    let blocks = r#"[{"kind":"title","start":0,"end":1},{"kind":"list item","start":2,"end":4}]"#;
    check_blocks("a\\nbc", blocks, &[(BlockKind::Title, "a"), (BlockKind::ListItem, "bc")], None);
    check_blocks(" \\n", "null", &[], None);
    check_blocks(
        "a",
        r#"[{"kind":"poem","start":0,"end":1}]"#,
        &[(BlockKind::Paragraph, "a")],
        Some(&word("poem")),
    );
}

#[test]
fn blocks_that_do_not_fit_give_way_to_lines() {
    let lines = [(BlockKind::Paragraph, "a"), (BlockKind::Paragraph, "b c")];
    check_blocks("a\\r\\n\\r\\n b c", "null", &lines, Some(&Remark::NoBlocks));
    for broken in [
        "[]",
        r#"[{"start":0,"end":2},{"start":1,"end":8}]"#,
        r#"[{"start":6,"end":9},{"start":0,"end":1}]"#,
        r#"[{"start":0,"end":1}]"#,
        r#"[{"start":0,"end":99}]"#,
        r#"[{"start":0,"end":1},{"start":7,"end":9}]"#,
        r#"[{"kind":"title"}]"#,
    ] {
        check_blocks("a\\r\\n\\r\\n b c", broken, &lines, Some(&Remark::BrokenBlocks));
    }
}

#[test]
fn emphasis_and_links_that_do_not_fit_are_left_out() {
    let body = r#""text":"a bc\nd","blocks":[{"start":0,"end":4},{"start":5,"end":6}]"#;
    let check = |inlines: &str, expected: &[&str], left: Option<&Remark>| {
        let (document, remarks) = article(&format!(r#"{body},"inlines":{inlines}"#));
        let text = &document.article.text;
        let got: Vec<&str> = document.article.inlines.iter().map(|set| text.slice(set.span)).collect();
        assert_eq!(got, expected, "{inlines}");
        assert_eq!(remarks.last().map(|(_, remark)| remark), left, "{inlines}");
    };
    let link = r#"{"kind":"link","start":2,"end":4,"url":"https://a.example"}"#;
    check(&format!(r#"[{link},{{"kind":"strong","start":0,"end":4}}]"#), &["a bc", "bc"], None);
    for odd in [
        r#"{"kind":"strong","start":2,"end":6}"#,
        r#"{"kind":"strong","start":4,"end":5}"#,
        r#"{"kind":"strong","start":9,"end":10}"#,
        r#"{"kind":"blink","start":0,"end":1}"#,
        r#"{"kind":"link","start":0,"end":1,"url":"javascript:alert(1)"}"#,
        r#"{"kind":"link","start":0,"end":1}"#,
        r#"{"kind":"emphasis"}"#,
    ] {
        check(&format!("[{odd},{link}]"), &["bc"], Some(&Remark::BrokenInlines(1)));
    }
}

#[test]
fn texts_are_taken_to_the_letter() {
    let (document, _) = article(r#""text":"\ufeff a\r\n\u0000e\u0301\t\ud83d\ude42\u00a0""#);
    assert_eq!(document.article.text.as_str(), "\u{feff} a\r\n\0e\u{301}\t\u{1f642}\u{a0}");
}

#[test]
fn only_the_first_notices_are_listed() {
    let marks = r#"{"kind":"cue"},"#.repeat(1_500);
    let imported = read(&file(&format!(r#""text":"","marks":[{}]"#, marks.trim_end_matches(','))));
    assert_eq!((imported.notices.len(), imported.unlisted), (1_000, 2_001));
}

#[test]
fn our_files_are_told_from_others_by_their_beginning() {
    for (bytes, expected) in [
        ("{", true),
        (" \r\n\t{\"a\"", true),
        ("\u{feff}{", true),
        ("", false),
        ("[{", false),
        ("Say {", false),
    ] {
        assert_eq!(looks_native(bytes.as_bytes()), expected, "{bytes:?}");
    }
    assert!(import(b"\xef\xbb\xbf{\"format\":\"sayso\",\"version\":1,\"articles\":[]}").is_ok());
}

#[test]
fn answers_are_text_yes_or_no_or_numbers() {
    let fields =
        r#""tone":"calm \u2713","sure":false,"weight":-1.50e1,"none":null,"list":["a"],"huge":1e300"#;
    let left_out = |name: &str| Remark::UnknownField(name.to_owned());
    let document = check(
        &format!(
            r#""marks":[{{"id":"c","kind":"claim","codebook":"Own, version 2","fields":{{{fields}}},{SPANS}}}]"#
        ),
        &[("marks[0].fields", left_out("list")), ("marks[0].fields", left_out("huge"))],
    );
    let answers = [
        ("sure".to_owned(), Answer::YesNo(false)),
        ("tone".to_owned(), Answer::Text("calm ✓".to_owned())),
        ("weight".to_owned(), Answer::Number("-15".to_owned())),
    ];
    assert_eq!(document.marks[0].fields, answers);
    assert_eq!(document.marks[0].codebook, "Own, version 2");
    let written = export(&[document], Timestamp(0), "");
    assert!(written.contains(r#""weight": -15"#), "{written}");
}
