//! UIMA CAS JSON as other programs write it.

use sayso::format::exchange::{At, Fault, Format, Given};
use sayso::format::native::Expected;

use crate::table::{open, part, read, told};

/// “🙂 It leaks,” is 0 to 14, Dana Roe 15 to 23, said 24 to 28, the valve 45 to 54.
const TEXT: &str = "“🙂 It leaks,” Dana Roe said. Nobody checked the valve.";

const SOFA: &str = r#""%ID":1,"%TYPE":"uima.cas.Sofa","sofaNum":1,"sofaID":"_InitialView","mimeType":"text""#;

/// A file with these types and structures; all but the text are in the view.
fn file(types: &str, structures: &[&str]) -> String {
    let members: Vec<String> = (2..structures.len() + 2).map(|id| id.to_string()).collect();
    let numbered = structures.iter().zip(2..).map(|(rest, id)| format!(r#"{{"%ID":{id},{rest}}}"#));
    let structures: Vec<String> =
        std::iter::once(format!(r#"{{{SOFA},"sofaString":"{TEXT}"}}"#)).chain(numbered).collect();
    format!(
        r#"{{"%TYPES":{{{types}}},"%FEATURE_STRUCTURES":[{}],"%VIEWS":{{"_InitialView":{{"%SOFA":1,"%MEMBERS":[{}]}}}}}}"#,
        structures.join(","),
        members.join(",")
    )
}

/// What is read, but for the title.
fn got(json: &str) -> String {
    let got = told(Format::UimaCas, &[part("a.json", json)], None).expect("it is read");
    got.split_once('\n').unwrap_or_default().1.to_owned()
}

fn check(types: &str, structures: &[&str], expected: &str) {
    let json = file(types, structures);
    assert_eq!(got(&json), expected.trim_matches('\n'), "{json}");
}

/// A type and what it comes from.
fn of(name: &str, parent: &str) -> String {
    format!(r#""{name}":{{"%NAME":"{name}","%SUPER_TYPE":"{parent}"}}"#)
}

#[test]
fn annotations_become_notes_of_their_types() {
    let types = [
        of("my.Thing", "my.Base"),
        of("my.Base", "uima.tcas.Annotation"),
        of("my.Fact", "uima.cas.TOP"),
        of("x.Cue", "uima.tcas.Annotation"),
        of("x.Source", "uima.tcas.Annotation"),
    ];
    check(
        &types.join(","),
        &[
            r#""%TYPE":"my.Thing","@sofa":1,"begin":45,"end":54,"value":"PER","sure":true,"n":0.50,"empty":null,"@other":3"#,
            r#""%TYPE":"uima.tcas.Annotation","@sofa":1,"begin":4,"end":6"#,
            r#""%TYPE":"who.Knows","@sofa":1,"begin":1,"end":3"#,
            r#""%TYPE":"my.Fact","begin":0,"end":1"#,
            r#""%TYPE":"x.Source","@sofa":1,"begin":15,"end":23"#,
            r#""%TYPE":"x.Cue","@sofa":1,"begin":24,"end":28"#,
        ],
        r#"
voice Dana Roe
note [Knows] "🙂"
note [Annotation] "It"
mention of Dana Roe "Dana Roe"
cue "said"
note [Thing] "the valve"
%FEATURE_STRUCTURES[4]: LeftOut("Fact")
%FEATURE_STRUCTURES[1]: LeftOut("Thing.other")"#,
    );
}

#[test]
fn what_any_text_is_cut_into_is_told_once() {
    let types = [
        of("d.type.Token", "uima.tcas.Annotation"),
        of("d.POS_NOUN", "d.POS"),
        of("d.Special", "d.type.Token"),
    ];
    let token = r#""%TYPE":"d.type.Token","@sofa":1,"begin":0,"end":1"#;
    check(
        &types.join(","),
        &[
            token,
            token,
            r#""%TYPE":"d.Special","@sofa":1,"begin":0,"end":1"#,
            r#""%TYPE":"d.POS_NOUN","@sofa":1,"begin":0,"end":1"#,
            r#""%TYPE":"d.Lemma","@sofa":1,"begin":0,"end":1,"value":"it""#,
            r#""%TYPE":"uima.tcas.DocumentAnnotation","@sofa":1,"begin":0,"end":55,"language":"en""#,
            r#""%TYPE":"uima.cas.StringArray","%ELEMENTS":["a"]"#,
        ],
        r#"
%FEATURE_STRUCTURES[5]: LeftOut("Lemma")
%FEATURE_STRUCTURES[4]: LeftOut("POS_NOUN")
%FEATURE_STRUCTURES[3]: LeftOut("Special")
%FEATURE_STRUCTURES[1]: LeftOut("Token × 2")"#,
    );
}

#[test]
fn offsets_that_fit_nothing_and_types_in_a_circle() {
    check(
        &[of("a.A", "a.B"), of("a.B", "a.A")].join(","),
        &[
            r#""%TYPE":"my.X","@sofa":1,"begin":50,"end":5000"#,
            r#""%TYPE":"my.X","@sofa":1,"begin":2,"end":3"#,
            r#""%TYPE":"my.X","@sofa":1,"begin":9,"end":4"#,
            r#""%TYPE":"my.X","@sofa":1,"begin":-1,"end":4"#,
            r#""%TYPE":"a.A","@sofa":1,"begin":0,"end":1"#,
        ],
        r#"
note [X] orphan ""
note [X] orphan ""
note [X] orphan ""
%FEATURE_STRUCTURES[1]: NotFound { quote: "" }
%FEATURE_STRUCTURES[2]: NotFound { quote: "" }
%FEATURE_STRUCTURES[3]: NotFound { quote: "" }
%FEATURE_STRUCTURES[5]: LeftOut("A")
%FEATURE_STRUCTURES[4]: LeftOut("X")"#,
    );
}

#[test]
fn marks_of_ours_that_a_program_kept_without_the_rest() {
    check(
        "",
        &[
            r#""%TYPE":"sayso.Claim","@sofa":1,"begin":0,"end":12,"form":"direct","certainty":"high","@links":6,"@tags":10"#,
            r#""%TYPE":"sayso.Mention","@sofa":1,"begin":15,"end":23,"source":"s7","voice":"Dana Roe, plumber""#,
            r#""%TYPE":"sayso.Cue","@sofa":1,"begin":24,"end":28"#,
            r#""%TYPE":"sayso.Piece","@sofa":1,"begin":12,"end":14"#,
            r#""%TYPE":"uima.cas.FSArray","%ELEMENTS":[7,8,9,11,null,99]"#,
            r#""%TYPE":"sayso.Link","role":"said by","@target":3"#,
            r#""%TYPE":"sayso.Link","role":"cue","@target":4"#,
            r#""%TYPE":"sayso.Link","role":"piece","@target":5"#,
            r#""%TYPE":"uima.cas.StringArray","%ELEMENTS":["a",null,"b"]"#,
            r#""%TYPE":"sayso.Link","role":"denies","@target":3"#,
            r#""%TYPE":"sayso.Attribution","@sofa":1,"@claim":2"#,
            r#""%TYPE":"sayso.Piece","@sofa":1,"begin":0,"end":2"#,
        ],
        r#"
voice Dana Roe, plumber
claim Direct of Dana Roe, plumber at "Dana Roe" by "said" "“🙂 It leaks,”" tags ["a", "b"]
mention of Dana Roe, plumber "Dana Roe"
cue "said"
%FEATURE_STRUCTURES[11]: LeftOut("Attribution")
%FEATURE_STRUCTURES[1]: LeftOut("Link: denies")
%FEATURE_STRUCTURES[12]: LeftOut("Piece")"#,
    );
}

#[test]
fn references_to_nothing_and_to_themselves() {
    check(
        "",
        &[
            r#""%TYPE":"sayso.Voice","@sofa":1,"name":"Dana Roe","colour":"red","@twin":2,"newer":"{\"x\":1,\"name\":\"y\"}""#,
            r#""%TYPE":"sayso.Claim","@sofa":1,"begin":0,"end":14,"@links":3,"newer":"{""#,
            r#""%TYPE":"sayso.Attribution","@sofa":1,"@claim":3,"@voice":2,"@mention":77,"@cue":3"#,
            r#""%TYPE":"sayso.Evidence","@sofa":1,"@claim":5"#,
            r#""%TYPE":"sayso.Answer","@sofa":1,"@mark":66,"text":"?""#,
        ],
        r#"
voice Dana Roe
claim of Dana Roe by "“🙂 It leaks,”" "“🙂 It leaks,”"
%FEATURE_STRUCTURES[3]: LeftOut("@mention")
%FEATURE_STRUCTURES[5]: LeftOut("Answer")
%FEATURE_STRUCTURES[4]: LeftOut("Evidence")
%FEATURE_STRUCTURES[1]: LeftOut("Voice.colour")
%FEATURE_STRUCTURES[1]: LeftOut("Voice.twin")
%FEATURE_STRUCTURES[1].newer: LeftOut("name")
%FEATURE_STRUCTURES[2]: LeftOut("newer")"#,
    );
}

#[test]
fn an_object_of_structures_and_other_units() {
    let view = r#""%VIEWS":{"_InitialView":{"%SOFA":1,"%MEMBERS":[2]}}"#;
    let with = |head: &str, begin: usize, end: usize| {
        format!(
            r#"{{{head}"%FEATURE_STRUCTURES":{{"2":{{"%TYPE":"my.X","@sofa":1,"begin":{begin},"end":{end}}},
               "1":{{"%TYPE":"uima.cas.Sofa","sofaString":"{TEXT}"}},"9":{{"%TYPE":"my.X","@sofa":1,"begin":0,"end":1}}}},{view}}}"#
        )
    };
    let expected = "note [X] \"It\"\n%FEATURE_STRUCTURES.9: LeftOut(\"X\")";
    let unit = |unit: &str| format!(r#""%HEADER":{{"offset-encoding":"{unit}"}},"#);
    assert_eq!(got(&with("", 4, 6)), expected);
    assert_eq!(got(&with(&unit("UTF-16"), 4, 6)), expected);
    assert_eq!(got(&with(&unit("UTF-32"), 3, 5)), expected);
    assert_eq!(got(&with(&unit("UTF-8"), 8, 10)), expected);
}

#[test]
fn the_first_view_with_a_text_is_read() {
    let json = format!(
        r#"{{"%FEATURE_STRUCTURES":[{{"%ID":5,"%TYPE":"uima.cas.Sofa","sofaID":"page","sofaURI":"https://a.example"}},
        {{"%ID":4,"%TYPE":"d.DocumentMetaData","@sofa":6,"begin":0,"end":3,"documentTitle":"Leak","language":"de"}},
        {{"%ID":6,"%TYPE":"uima.cas.Sofa","sofaID":"text","sofaString":"{TEXT}"}},{{"%ID":7,"%TYPE":"uima.cas.Sofa","sofaID":"other","sofaString":"x"}},
        {{"%ID":8,"%TYPE":"my.X","@sofa":7,"begin":0,"end":1}},{{"%ID":9,"%TYPE":"my.X","@sofa":6,"begin":24,"end":28}}],
        "%TYPES":{{{}}},"%VIEWS":{{}}}}"#,
        of("d.DocumentMetaData", "uima.tcas.DocumentAnnotation")
    );
    let got = told(Format::UimaCas, &[part("a.json", &json)], None).expect("it is read");
    let expected = format!(
        "\"Leak\" {TEXT}\nnote [X] \"said\"\n%FEATURE_STRUCTURES[0]: LeftOut(\"page\")\n%FEATURE_STRUCTURES[3]: LeftOut(\"other\")\n%FEATURE_STRUCTURES[1]: LeftOut(\"DocumentMetaData\")"
    );
    assert_eq!(got, expected);
}

#[test]
fn one_without_a_text_is_of_the_article_that_is_open() {
    let json = format!(
        r#"{{"%TYPES":{{}},"%FEATURE_STRUCTURES":[{{{SOFA}}},{{"%ID":2,"%TYPE":"my.X","@sofa":1,"begin":0,"end":2}}],"%VIEWS":{{}}}}"#
    );
    let parts = [part("a.json", &json)];
    let got = told(Format::UimaCas, &parts, Some(&open("It leaks."))).expect("it is read");
    assert_eq!(got, "\"Open\" It leaks.\nnote [X] \"It\"");
    let error = read(Format::UimaCas, &parts, None).unwrap_err();
    assert_eq!((error.at, error.fault), (At::Whole, Fault::NoText));
}

#[test]
fn what_cannot_be_read_says_where() {
    let fault = |json: &str| {
        let error = read(Format::UimaCas, &[part("a.json", json)], None).unwrap_err();
        (error.at, error.fault)
    };
    let path = |path: &str| At::Path(path.into());
    let typeless = r#"{"%TYPES":{},"%FEATURE_STRUCTURES":[{"%ID":1}]}"#;
    assert_eq!(fault(typeless), (path("%FEATURE_STRUCTURES[0]"), Fault::Missing("%TYPE".into())));
    let odd = file("", &[r#""%TYPE":"sayso.Cue","@sofa":1,"begin":0,"end":2,"note":3"#]);
    assert_eq!(fault(&odd), (path("%FEATURE_STRUCTURES[1].note"), Fault::Wrong(Expected::Text)));
    assert_eq!(fault(r#"{"%TYPES":[]}"#), (path("%TYPES"), Fault::Wrong(Expected::Object)));
    assert_eq!(fault("{\n\"%TYPES\":").0, At::Line(2));
}

#[test]
fn references_cannot_ask_for_more_than_a_file_may_hold() {
    let tags = format!(r#""%TYPE":"uima.cas.StringArray","%ELEMENTS":["{}"]"#, "x".repeat(100_000));
    let mark = r#""%TYPE":"sayso.Cue","@sofa":1,"begin":0,"end":2,"@tags":2"#;
    let mut structures = vec![tags.as_str()];
    structures.extend(std::iter::repeat_n(mark, 2_000));
    let error = read(Format::UimaCas, &[part("a.json", &file("", &structures))], None).unwrap_err();
    assert!(matches!(error.fault, Fault::TooMany(_)), "{error:?}");
}

#[test]
fn references_of_ours_that_lead_nowhere_come_back() {
    let json = serde_json::json!({"format": "sayso", "version": 1, "unit": "code point", "articles": [{
    "id": "a", "language": "x-unspecified", "text": TEXT,
    "sources": [{"id": "s1", "name": "Dana Roe", "kind": "named person"}],
    "marks": [
        {"id": "m1", "kind": "claim", "spans": [{"start": 0, "end": 3}, {"start": 4, "end": 6}], "attributions": [
            {"source": "gone", "mention": "away", "cue": "m1", "label": 1},
            {"source": "s1", "mention": "m4", "cue": "m3"},
            {"source": "s1", "mention": "m2", "cue": ""}]},
        {"id": "m2", "kind": "source", "source": "gone", "spans": [{"start": 14, "end": 22}], "label": "x"},
        {"id": "m3", "kind": "cue", "spans": [{"start": 23, "end": 27}], "source": [1]},
        {"id": "m4", "kind": "source", "source": "", "orphan": true, "spans": [{"quote": "Roe", "start": 7, "end": 5}]},
        {"id": "m5", "kind": "claim", "attributions": [], "orphan": true, "spans": []},
    ]}]});
    let documents = sayso::format::native::import(json.to_string().as_bytes()).expect("a file").documents;
    let arranged: Vec<_> = documents.into_iter().map(sayso::format::native::Document::arranged).collect();
    let written = Format::UimaCas.write(&arranged, &crate::exchange::OCCASION);
    assert!(written.losses.is_empty());
    let read = Format::UimaCas.read(&Given { parts: &[written.file], beside: None }).expect("it is read");
    assert_eq!(read.documents, arranged);
    assert_eq!(read.notices, []);
}
