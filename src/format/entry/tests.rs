use std::rc::Rc;

use super::*;
use crate::annotation::{Attribution, Claim, Content, Mark, Place, SaidBy};
use crate::article::{Article, Block, BlockKind, Details, Foreign, Inline, InlineKind, LinkAddress};
use crate::session::Verb;
use crate::text::{CodePointOffset, Spans, Text};

const KEY: &str = "sayso/2/a/0000000000007-t-0";

fn article() -> Article {
    let text = Text::new("\u{1f642} He said no.");
    let span = text.whole().expect("not empty");
    let link = InlineKind::Link(LinkAddress::new("https://a.example").expect("an address"));
    let set = |kind, from: usize, to: usize| {
        let at = CodePointOffset(from)..CodePointOffset(to);
        Inline { kind, span: text.span_code_points(at).expect("in the text") }
    };
    let inlines = vec![set(InlineKind::Emphasis, 2, 4), set(link, 5, 12)];
    Article { blocks: vec![Block { kind: BlockKind::ListItem, span }], inlines, text }
}

fn spans(text: &Text, ranges: &[(usize, usize)]) -> Spans {
    let span = |(start, end): &(usize, usize)| {
        text.span_code_points(CodePointOffset(*start)..CodePointOffset(*end)).expect("in the text")
    };
    Spans::new(ranges.iter().map(span).collect()).expect("a span")
}

/// An entry that sets the details and a claim, and removes a source.
fn entry() -> Entry {
    let text = article().text;
    let claim = Claim { said_by: SaidBy::Sources(vec![Attribution::to("s1".into())]), ..Claim::default() };
    let mark = Mark {
        id: "m1".into(),
        place: Place::Placed(spans(&text, &[(2, 4), (10, 12)])),
        content: Content::Claim(claim),
        note: String::new(),
        tags: Vec::new(),
        fields: Vec::new(),
        creator: String::new(),
        codebook: String::new(),
        created: Timestamp(7),
        modified: Timestamp(0),
        drift: None,
        foreign: Foreign(vec![("weight".to_owned(), "1.50".to_owned())]),
    };
    let details = Details { title: "T".to_owned(), ..Details::default() };
    Entry {
        edits: BTreeMap::from([
            (RecordId::Article, Some(Record::Article(Rc::new(details)))),
            (RecordId::Source("s2".into()), None),
            (RecordId::Mark("m1".into()), Some(Record::Mark(Rc::new(mark)))),
        ]),
        step: Step { verb: Verb::MarkClaim, object: "He no".to_owned() },
        origin: Origin::Local,
        at: Timestamp(7),
        by: String::new(),
        seen: Some(6),
        body: None,
    }
}

#[test]
fn entries_are_stored_compactly() {
    let stored = encode(&entry(), &article().text, KEY);
    let (sum, json) = stored.split_once(' ').expect("a checksum");
    assert_eq!(sum.len(), 8);
    assert_eq!(
        json,
        concat!(
            r#"{"v":2,"at":7,"step":"mark-claim","object":"He no","origin":"local","seen":6,"details":{"title":"T"},"#,
            r#""marks":[{"id":"m1","kind":"claim","spans":[[2,4],[10,12]],"attributions":[{"source":"s1"}],"#,
            r#""verdict":"unchecked","created":7,"weight":1.50}],"gone":{"sources":["s2"]}}"#,
        )
    );
}

#[test]
fn the_first_entry_has_the_body() {
    let first = Entry { edits: BTreeMap::new(), body: Some(Body::of(&article())), ..entry() };
    let stored = encode(&first, &article().text, KEY);
    assert!(stored.contains(r#""blocks":[["list item",0,13]]"#), "{stored}");
    let inlines = r#""inlines":[["emphasis",2,4,""],["link",5,12,"https://a.example"]]"#;
    assert!(stored.contains(inlines), "{stored}");
    let raw = decode(&stored, KEY).expect("sound");
    let body = raw.body().expect("a body");
    assert_eq!(body.article(article().text), Some(article()));
    assert_eq!(body.article(Text::new("shorter")), None);
}

/// What becomes of some JSON with a right checksum.
fn read(json: &str) -> Result<Entry, EntryError> {
    decode(&seal::seal(json, KEY), KEY)?.settle(&article().text)
}

fn shape(path: &str) -> EntryError {
    EntryError::WrongShape { path: path.to_owned() }
}

#[test]
fn what_is_not_an_entry_says_why() {
    let head = r#"{"v":1,"at":7,"step":"tie","origin":"local""#;
    let cases = [
        (String::new(), EntryError::NotJson),
        ("{\"v\":1".to_owned(), EntryError::NotJson),
        ("[]".to_owned(), shape("")),
        ("{}".to_owned(), shape("v")),
        (r#"{"v":0}"#.to_owned(), shape("v")),
        (r#"{"v":3,"new":true}"#.to_owned(), EntryError::Newer { version: 3 }),
        (r#"{"v":1,"at":7,"step":"dance","origin":"local"}"#.to_owned(), shape("step")),
        (r#"{"v":1,"step":"tie","origin":"local"}"#.to_owned(), shape("at")),
        (format!(r#"{head},"new":true}}"#), shape("")),
        (format!(r#"{head},"sources":[{{"id":"s","kind":"robot"}}]}}"#), shape("sources[0].kind")),
        (
            format!(r#"{head},"marks":[{{"id":"m","kind":"cue","spans":[[1]]}}]}}"#),
            shape("marks[0].spans[0]"),
        ),
        (
            format!(r#"{head},"marks":[{{"id":"m","kind":"cue","orphan":true,"spans":[{{"start":-1}}]}}]}}"#),
            shape("marks[0].spans[0]"),
        ),
        (format!(r#"{head},"body":{{"sha256":"0","blocks":[["poem",0,1]]}}}}"#), shape("body.blocks[0]")),
        (
            format!(r#"{head},"body":{{"sha256":"0","inlines":[["link",0,1,"javascript:a"]]}}}}"#),
            shape("body.inlines[0]"),
        ),
        (format!(r#"{head},"marks":[{{"id":"m","kind":"cue","spans":[[12,14]]}}]}}"#), EntryError::OutOfText),
        (format!(r#"{head},"marks":[{{"id":"m","kind":"cue","spans":[]}}]}}"#), EntryError::OutOfText),
    ];
    for (json, expected) in cases {
        assert_eq!(read(&json), Err(expected), "{json}");
    }
    assert!(read(&format!("{head}}}")).is_ok());
}

#[test]
fn a_changed_value_or_key_is_noticed() {
    let stored = encode(&entry(), &article().text, KEY);
    assert!(decode(&stored, KEY).is_ok());
    let upper = stored.to_uppercase();
    let cut = stored.strip_suffix('}').expect("an object");
    for changed in ["", " ", "null", "{}", "00000000 {}", &upper, cut, &format!("{stored} ")] {
        assert_eq!(decode(changed, KEY), Err(EntryError::Damaged), "{changed}");
    }
    assert_eq!(decode(&stored, "sayso/2/b/0000000000007-t-0"), Err(EntryError::Damaged));
}
