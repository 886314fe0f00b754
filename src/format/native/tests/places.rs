use super::*;
use crate::annotation::{Drift, Place};

const TEXT: &str = "He said no. \u{1f642} She said yes. e\u{301}!";

/// What a mark with these spans quotes, or that it is an orphan, and what was remarked on.
fn placed(spans: &str) -> (Option<String>, Vec<Remark>) {
    let fields = format!(
        r#""text":"{TEXT}","blocks":[{{"start":0,"end":{}}}],"marks":[{{"id":"m","kind":"cue","spans":{spans}}}]"#,
        TEXT.chars().count(),
    );
    let (document, remarks) = article(&fields);
    let mark = &document.marks[0];
    let quote = mark.spans().map(|spans| spans.quote(&document.article.text));
    (quote, remarks.into_iter().map(|(_, remark)| remark).collect())
}

fn check(spans: &str, quote: &str, remarks: &[Remark]) {
    assert_eq!(placed(spans), (Some(quote.to_owned()), remarks.to_vec()), "{spans}");
}

fn check_orphan(spans: &str, remarks: &[Remark]) {
    assert_eq!(placed(spans), (None, remarks.to_vec()), "{spans}");
}

fn found(quote: &str) -> Remark {
    Remark::FoundByWords { quote: quote.to_owned() }
}

fn lost(quote: &str) -> Remark {
    Remark::NotFound { quote: quote.to_owned() }
}

#[test]
fn offsets_that_fit_are_taken() {
    check(r#"[{"start":3,"end":7,"quote":"said"}]"#, "said", &[]);
    check(r#"[{"start":18,"end":22,"quote":"said","prefix":"wrong"}]"#, "said", &[]);
    check(r#"[{"start":3.0,"end":7}]"#, "said", &[]);
    check(r#"[{"start":12,"end":13}]"#, "\u{1f642}", &[]);
    check(r#"[{"start":18,"end":22},{"start":0,"end":2,"quote":"He"}]"#, "He … said", &[]);
}

#[test]
fn words_that_stand_elsewhere_are_found() {
    check(r#"[{"start":17,"end":21,"quote":"said"}]"#, "said", &[found("said")]);
    check(r#"[{"start":7,"end":3,"quote":"yes"}]"#, "yes", &[found("yes")]);
    check(r#"[{"start":1000,"end":1003,"quote":"yes"}]"#, "yes", &[found("yes")]);
    check(r#"[{"quote":"yes"}]"#, "yes", &[found("yes")]);
    check(r#"[{"start":5,"quote":"yes"}]"#, "yes", &[Remark::OddOffsets, found("yes")]);
}

#[test]
fn surroundings_decide_between_equals() {
    let (document, _) = article(&format!(
        r#""text":"{TEXT}","marks":[{{"kind":"cue","spans":[{{"quote":"said","prefix":"She "}}]}}]"#
    ));
    let span = document.marks[0].spans().expect("found").hull();
    assert_eq!(document.article.text.code_points(span).start.0, 18);
}

#[test]
fn words_that_were_changed_are_found_by_likeness_and_surroundings() {
    let text = "The bridge was closed on Sunday, the mayor said, after an inspection by the owner.";
    let quote = "The bridge was closed on Monday";
    let spans =
        format!(r#"[{{"start":0,"end":31,"quote":"{quote}","suffix":", the mayor said, after an insp"}}]"#);
    let (document, remarks) =
        article(&format!(r#""text":"{text}","marks":[{{"kind":"cue","spans":{spans}}}]"#));
    let now = "The bridge was closed on Sunday".to_owned();
    assert_eq!(document.marks[0].quote(&document.article.text), now);
    assert_eq!(document.marks[0].drift, Some(Drift::Changed(quote.to_owned())));
    let remark = Remark::FoundChanged { quote: quote.to_owned(), now };
    assert!(remarks.iter().any(|(_, told)| *told == remark), "{remarks:?}");
}

#[test]
fn what_a_file_says_of_a_former_place_is_taken() {
    fn check(fields: &str, drift: Option<&Drift>) {
        let mark = format!(r#"{{"kind":"cue","spans":[{{"start":3,"end":7}}],{fields}}}"#);
        let (document, remarks) = article(&format!(r#""text":"{TEXT}","follows":"b","marks":[{mark}]"#));
        assert_eq!((document.marks[0].drift.as_ref(), remarks.len()), (drift, 2), "{fields} {remarks:?}");
        assert_eq!(document.details.follows, Some("b".into()));
    }
    check(r#""moved":true"#, Some(&Drift::Moved));
    check(r#""moved":false"#, None);
    check(r#""former":"says""#, Some(&Drift::Changed("says".into())));
    check(r#""former":"says","moved":true"#, Some(&Drift::Changed("says".into())));
    check(r#""former":"","moved":null"#, None);
}

#[test]
fn offsets_that_no_text_has_are_left_out() {
    for odd in
        ["-1", "3.5", "9007199254740992", "1e300", "\"NaN\"", "\"3\"", "[]", "{}", "true", "4294967296"]
    {
        let spans = format!(r#"[{{"start":{odd},"end":7,"quote":"said"}}]"#);
        check(&spans, "said", &[Remark::OddOffsets, found("said")]);
        check_orphan(&format!(r#"[{{"start":{odd},"end":7}}]"#), &[Remark::OddOffsets, lost("")]);
    }
}

#[test]
fn what_is_nowhere_becomes_an_orphan() {
    check_orphan(r#"[{"start":3,"end":7,"quote":"says"}]"#, &[lost("says")]);
    check_orphan(r#"[{"start":7,"end":7}]"#, &[lost("")]);
    check_orphan(r#"[{"start":0,"end":1000}]"#, &[lost("")]);
    check_orphan("[{}]", &[lost("")]);
    check_orphan("[]", &[lost("")]);
    check_orphan("null", &[lost("")]);
}

#[test]
fn a_mark_is_placed_wholly_or_not_at_all() {
    let spans = r#"[{"start":0,"end":2},{"start":3,"end":7,"quote":"says"}]"#;
    let fields = format!(r#""text":"{TEXT}","marks":[{{"kind":"cue","spans":{spans}}}]"#);
    let Place::Orphan(anchors) = article(&fields).0.marks[0].place.clone() else { panic!("an orphan") };
    let quotes: Vec<&str> = anchors.iter().map(|anchor| anchor.quote.as_str()).collect();
    assert_eq!(quotes, ["He", "says"], "what was found is described, the rest is kept as it was");
    assert_eq!(anchors[1].position, crate::text::CodePointOffset(3)..crate::text::CodePointOffset(7));
}

#[test]
fn a_known_orphan_stays_one_even_if_its_words_are_there() {
    let spans = r#"[{"start":3,"end":7,"quote":"said","suffix":" so"},{"quote":"yes"}]"#;
    let fields =
        format!(r#""text":"{TEXT}","marks":[{{"id":"m","kind":"cue","orphan":true,"spans":{spans}}}]"#);
    let (document, remarks) = article(&fields);
    assert_eq!(remarks, [(String::from("blocks"), Remark::NoBlocks)]);
    assert_eq!(document.marks[0].quote(&document.article.text), "said … yes");
    assert!(document.marks[0].spans().is_none());
}
