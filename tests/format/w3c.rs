//! W3C Web Annotation: what other programs write, and where our own things stand.

use sayso::annotation::Content;
use sayso::format::exchange::{Fault, Format, Given, Misread, Part, Read, recognise};
use sayso::format::native::{Document, Remark, import};
use serde_json::Value;

const STORY: &str = r#"{"format":"sayso","version":1,"unit":"code point","articles":[{"id":"a b","title":"Toll","url":"https://post.example/toll",
    "text":"🙂 “No,” she said, “never.” Nobody came.","sources":[{"id":"s","name":"she","kind":"other"}],
    "marks":[{"id":"m","kind":"claim","spans":[{"start":2,"end":7},{"start":18,"end":26}],"form":"direct","verdict":"cannot tell",
        "attributions":[{"source":"s","mention":"n"}],"note":"Twice?","tags":["no"],"creator":"Ada","created":"2026-03-04T10:00:00.000Z"},
      {"id":"n","kind":"source","source":"s","spans":[{"start":8,"end":11}]}]}]}"#;

fn story() -> Document {
    import(STORY.as_bytes()).expect("a file").documents.remove(0)
}

fn read(json: &str, beside: Option<&Document>) -> Result<Read, Misread> {
    let parts = [Part { name: "x.jsonld".into(), bytes: json.into() }];
    assert_eq!(recognise(&parts), Some(Format::W3c), "{json}");
    Format::W3c.read(&Given { parts: &parts, beside })
}

#[test]
fn all_stands_where_the_standard_has_it() {
    let occasion = crate::exchange::OCCASION;
    let written = Format::W3c.write(&[story()], &occasion);
    let file: Value = serde_json::from_slice(&written.file.bytes).expect("JSON");
    let claim = &file["first"]["items"][0];
    assert_eq!(claim["id"], "urn:sayso:mark:m");
    assert_eq!(file["id"], "urn:sayso:article:a%20b");
    let target = &claim["target"][1];
    assert_eq!(target["source"], "https://post.example/toll");
    assert_eq!(target["selector"][0]["exact"], "“never.”");
    assert_eq!((&target["selector"][1]["start"], &target["selector"][1]["end"]), (&18.into(), &26.into()));
    let body = |purpose: &str| {
        claim["body"]
            .as_array()
            .expect("bodies")
            .iter()
            .filter(|body| body["purpose"] == purpose)
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(body("tagging")[0]["value"], "no");
    assert_eq!(body("commenting")[0]["value"], "Twice?");
    assert_eq!(body("assessing")[0]["source"], "urn:sayso:verdict:cannot%20tell");
    assert_eq!(body("classifying").len(), 2);
    assert_eq!(claim["creator"]["name"], "Ada");
    let link = &file["first"]["items"][2];
    assert_eq!((&link["motivation"], &link["target"]), (&"linking".into(), &"urn:sayso:mark:m".into()));
    assert_eq!(file["total"], 3);
}

#[test]
fn annotations_of_others_become_notes_on_the_article_that_is_open() {
    let theirs = r##"[{"@context":"http://www.w3.org/ns/anno.jsonld","id":"#1","type":"Annotation",
        "body":[{"type":"TextualBody","purpose":"commenting","value":"Who?"},{"type":"TextualBody","purpose":"tagging","value":"odd"},
          {"type":"TextualBody","purpose":"classifying","value":"Doubt"}],
        "creator":{"id":"b","name":"Bea"},"created":"2026-01-02T03:04:05Z",
        "target":[{"source":"x","selector":[{"type":"TextQuoteSelector","exact":"Nobody","prefix":"” "},{"type":"TextPositionSelector","start":99,"end":105}]}]},
      {"id":"#2","type":"Annotation","bodyValue":"Short","target":{"source":"x","selector":{"type":"TextPositionSelector","start":0,"end":1}}},
      {"id":"#3","type":"Annotation","motivation":"linking","body":"#1","target":"#2"},
      {"id":"#4","type":"Annotation","body":"https://post.example/b","target":"https://post.example/a"}]"##;
    let story = story();
    let read = read(theirs, Some(&story)).expect("annotations");
    let [document] = &*read.documents else { panic!("one article") };
    assert_eq!(document.id, story.id);
    let marks: Vec<_> =
        document.marks.iter().map(|mark| (mark.quote(&document.article.text), &*mark.note)).collect();
    assert_eq!(
        marks,
        [
            ("🙂".to_owned(), "Short"),
            ("Nobody".to_owned(), "Who?"),
            (String::new(), "https://post.example/b")
        ]
    );
    let doubt = &document.marks[1];
    assert_eq!(
        (&doubt.content, &*doubt.creator, &doubt.tags[..]),
        (&Content::Note("Doubt".into()), "Bea", &["odd".to_owned()][..])
    );
    let told: Vec<_> = read.notices.iter().map(|notice| (&*notice.path, &notice.what)).collect();
    assert!(told.contains(&("items[2]", &Remark::LeftOut("linking".into()))), "{told:?}");
    assert!(
        told.iter()
            .any(|(path, what)| path.starts_with("items[0]") && matches!(what, Remark::FoundByWords { .. })),
        "{told:?}"
    );
}

#[test]
fn what_cannot_be_read_says_where() {
    let fault = |json: &str, beside: Option<&Document>| read(json, beside).unwrap_err().fault;
    let context = r#""@context":"http://www.w3.org/ns/anno.jsonld""#;
    assert_eq!(fault(&format!("{{{context},\"items\":[]}}"), None), Fault::NoText);
    let story = story();
    assert!(matches!(fault(&format!("{{{context},\"items\":"), Some(&story)), Fault::NotJson(_)));
    let odd = format!(r#"{{{context},"items":[{{"id":"x","target":"y","created":[1]}}]}}"#);
    let error = read(&odd, Some(&story)).unwrap_err();
    assert_eq!(
        (format!("{:?}", error.at).as_str(), error.fault),
        ("Path(\"items[0].created\")", Fault::WrongType)
    );
}
