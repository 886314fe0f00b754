use super::*;

fn check(json: &str, expected: &ImportError) {
    let got = import(json.as_bytes());
    assert_eq!(got.as_ref(), Err(expected), "{}", json.chars().take(200).collect::<String>());
}

fn not_json(line: usize, column: usize, fault: Fault) -> ImportError {
    ImportError::NotJson { line, column, fault }
}

fn missing(path: &str) -> ImportError {
    ImportError::Missing { path: path.to_owned() }
}

fn wrong(path: &str, expected: Expected) -> ImportError {
    ImportError::WrongType { path: path.to_owned(), expected }
}

#[test]
fn what_is_not_json_says_where() {
    check("", &not_json(1, 0, Fault::CutOff));
    check("{\"format\":\"sayso\",\n\"articles\":[{\"text\":\"abc", &not_json(2, 24, Fault::CutOff));
    check("{'format'}", &not_json(1, 2, Fault::Syntax("key must be a string".to_owned())));
    let bytes = [b"{\"format\":\n\"\xc3\xa9".as_slice(), b"\xff\"}"].concat();
    assert_eq!(import(&bytes), Err(not_json(2, 3, Fault::NotUtf8)));
}

#[test]
fn a_file_cut_at_any_byte_is_refused() {
    let whole = file(r#""text":"é 🙂","marks":[{"kind":"cue","spans":[{"quote":"é"}]}]"#);
    for end in 0..whole.len() {
        let cut = import(&whole.as_bytes()[..end]);
        assert!(matches!(cut, Err(ImportError::NotJson { .. })), "{end}: {cut:?}");
    }
}

#[test]
fn strings_that_are_no_text_are_refused() {
    let json = file(r#""text":"a\ud83d""#);
    assert!(matches!(import(json.as_bytes()), Err(ImportError::LoneSurrogate { line: 1, .. })));
    let carried = file(r#""text":"a","x":{"y":"\udc00"}"#);
    assert!(matches!(import(carried.as_bytes()), Err(ImportError::LoneSurrogate { .. })));
}

#[test]
fn deep_nests_are_refused_wherever_they_are() {
    for levels in [128, 100_000] {
        let nest = format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        check(&nest, &ImportError::TooDeep);
        check(&file(&format!(r#""text":"a","x":{nest}"#)), &ImportError::TooDeep);
    }
}

#[test]
fn other_json_is_not_ours() {
    for other in ["{}", "[]", "1", "null", "\"sayso\"", r#"{"format":"brat"}"#, r#"{"format":1,"version":1}"#]
    {
        check(other, &ImportError::NotSayso);
    }
}

#[test]
fn versions_are_told_apart() {
    check(r#"{"format":"sayso","version":2,"articles":"new"}"#, &ImportError::Newer { version: 2 });
    check(r#"{"format":"sayso","articles":[]}"#, &missing("version"));
    for version in ["0", "-1", "1.5", "\"1\"", "1e99"] {
        let json = format!(r#"{{"format":"sayso","version":{version},"articles":[]}}"#);
        check(&json, &wrong("version", Expected::WholeNumber));
    }
}

#[test]
fn offsets_need_their_unit() {
    let other = r#"{"format":"sayso","version":1,"unit":"byte","articles":[]}"#;
    check(other, &ImportError::WrongUnit("byte".to_owned()));
    let without = |fields: &str| file(fields).replace(r#""unit":"code point","#, "");
    check(&without(r#""text":"a","blocks":[{"kind":"title","start":0,"end":1}]"#), &missing("unit"));
    check(&without(r#""text":"a","marks":[{"kind":"cue","spans":[{"start":0,"end":1}]}]"#), &missing("unit"));
    let quotes_alone = without(r#""text":"a","marks":[{"kind":"cue","spans":[{"quote":"a"}]}]"#);
    assert_eq!(read(&quotes_alone).documents.len(), 1);
}

#[test]
fn what_cannot_be_guessed_must_be_there() {
    check(r#"{"format":"sayso","version":1}"#, &missing("articles"));
    check(&file(""), &missing("articles[0].text"));
    check(&file(r#""text":null"#), &missing("articles[0].text"));
    check(&file(r#""text":"","marks":[{}]"#), &missing("articles[0].marks[0].kind"));
    check(&file(r#""text":"","marks":[{"kind":"source"}]"#), &missing("articles[0].marks[0].source"));
    let tie = r#""text":"","marks":[{"kind":"claim","attributions":[{"cue":"x"}]}]"#;
    check(&file(tie), &missing("articles[0].marks[0].attributions[0].source"));
}

#[test]
fn what_holds_something_else_says_what_it_should_hold() {
    let cases = [
        (r#""text":1"#, "articles[0].text", Expected::Text),
        (r#""text":"","title":["x"]"#, "articles[0].title", Expected::Text),
        (r#""text":"","marks":{}"#, "articles[0].marks", Expected::List),
        (r#""text":"","marks":[{"kind":"cue"},7]"#, "articles[0].marks[1]", Expected::Object),
        (
            r#""text":"","marks":[{"kind":"cue","orphan":1}]"#,
            "articles[0].marks[0].orphan",
            Expected::Boolean,
        ),
        (r#""text":"","marks":[{"kind":"cue","tags":[2]}]"#, "articles[0].marks[0].tags[0]", Expected::Text),
        (r#""text":"","sources":[[]]"#, "articles[0].sources[0]", Expected::Object),
        (r#""text":"","blocks":[3]"#, "articles[0].blocks[0]", Expected::Object),
    ];
    for (fields, path, expected) in cases {
        check(&file(fields), &wrong(path, expected));
    }
}

#[test]
fn too_much_is_refused_before_it_is_read() {
    let bytes = vec![b' '; SIZE_LIMIT + 1];
    assert_eq!(import(&bytes), Err(ImportError::TooLarge { bytes: SIZE_LIMIT + 1, limit: SIZE_LIMIT }));
    let many = file(&format!(r#""text":"","sources":[{{}}{}]"#, ",{}".repeat(ITEM_LIMIT)));
    check(&many, &ImportError::TooMany { limit: ITEM_LIMIT });
}
