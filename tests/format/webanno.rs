//! WebAnno TSV as other programs write it, and what ours looks like.

use sayso::annotation::Answer;
use sayso::format::exchange::{At, Fault, Format, Given, Occasion, recognise, unbundle};
use sayso::format::native::import;

use crate::exchange::OCCASION;
use crate::table::{part, told};

/// A table of one version with these layers and rows.
fn table(version: &str, layers: &str, rows: &str) -> String {
    format!("#FORMAT=WebAnno TSV {version}\n{layers}\n\n{}", rows.trim_start_matches('\n'))
}

fn check_version(version: &str, layers: &str, rows: &str, expected: &str) {
    let tsv = table(version, layers, rows);
    let got = told(Format::WebAnno, &[part("a.tsv", &tsv)], None).expect("it is read");
    assert_eq!(got.split_once(' ').unwrap_or_default().1, expected.trim_matches('\n'), "{tsv}");
}

fn check(layers: &str, rows: &str, expected: &str) {
    check_version("3.3", layers, rows, expected);
}

const CLAIMS: &str = "#T_SP=webanno.custom.Claim|verdict|ROLE_webanno.custom.Claim:sources_webanno.custom.ClaimSourcesLink|webanno.custom.Source
#T_SP=webanno.custom.Source|name
#T_SP=webanno.custom.Cue|
";

#[test]
fn a_layer_without_a_kind_is_a_note() {
    check(
        "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value\n",
        "
#Text=Dana Roe said no
1-1	0-4	Dana	*[1]	PER[1]	
1-2	5-8	Roe	*[1]|*[2]	PER[1]|LAST[2]	
1-3	9-13	said	_	_	
1-4	14-16	no	_	_	
",
        r#"
Dana Roe said no
note [NamedEntity] "Dana Roe"
note [NamedEntity] "Roe"
"#,
    );
}

#[test]
fn slots_lead_to_sources_and_cues() {
    check(
        CLAIMS,
        "
#Text=It leaks , Dana Roe said
1-1	0-2	It	refuted[1]	who[1]	1-4[2]	_	_	
1-2	3-8	leaks	refuted[1]	who[1]	1-4[2]	_	_	
1-3	9-10	,	_	_	_	_	_	
1-4	11-15	Dana	_	_	_	*[2]	_	
1-5	16-19	Roe	_	_	_	*[2]	_	
1-6	20-24	said	_	_	_	_	*	
",
        r#"
It leaks , Dana Roe said
voice Dana Roe
claim Refuted of Dana Roe at "Dana Roe" "It leaks"
mention of Dana Roe "Dana Roe"
cue "said"
"#,
    );
}

#[test]
fn relations_tie_claims_either_way_round_and_are_told_else() {
    check(
        "#T_SP=webanno.custom.Claim|\n#T_SP=webanno.custom.Source|name\n#T_SP=x.Other|\n#T_RL=x.By|label|BT_uima.tcas.Annotation\n",
        "
#Text=a b c d
1-1	0-1	a	*	_	_	_	_	
1-2	2-3	b	_	Bea	_	x	1-1	
1-3	4-5	c	_	_	*	y|*	1-1[0_0]|1-9	
1-4	6-7	d	*	_	_	*	1-2	
",
        r#"
a b c d
voice Bea
claim of Bea at "b" "a"
mention of Bea "b"
note [Other] "c"
claim of Bea at "b" "d"
line 11: LeftOut("By")
line 11: LeftOut("By")
"#,
    );
}

#[test]
fn links_of_chains_are_notes() {
    check(
        "#T_CH=webanno.custom.PeopleLink|referenceRelation|referenceType\n",
        "
#Text=Dana Roe and her
1-1	0-4	Dana	*->1-1	*[1]	
1-2	5-8	Roe	*->1-1	*[1]	
1-3	9-12	and	_	_	
1-4	13-16	her	same->1-2	pr[1]	
",
        "
Dana Roe and her
note [PeopleLink] \"Dana Roe\"
note [PeopleLink] \"her\"
",
    );
}

#[test]
fn features_are_answers_where_they_are_not_ours() {
    let tsv = table(
        "3.2",
        "#T_SP=x.NamedEntity|identifier|note|value\n#T_SP=webanno.custom.Claim|form|verdict|tags|answers|weight\n",
        "#Text=a b\n1-1\t0-1\ta\tQ1\tsee\\_x\tPER\tguessed\t*\tone, two\t{\"n\": 2, \"yes\": true}\t0.5\t\n1-2\t2-3\tb\t*\t*\t*\t*\trefuted\t\\[\"a, b\"\\]\tnone\t*\n",
    );
    let parts = [part("a.tsv", &tsv)];
    let read = Format::WebAnno.read(&Given { parts: &parts, beside: None }).expect("it is read");
    let marks = &read.documents[0].marks;
    let said: Vec<_> = marks.iter().map(|mark| (&mark.tags, &mark.fields)).collect();
    let text = |name: &str, says: &str| (name.to_owned(), Answer::Text(says.to_owned()));
    let tags = |tags: &[&str]| tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>();
    let expected = [
        (
            tags(&["one", "two"]),
            vec![
                ("n".to_owned(), Answer::Number("2".to_owned())),
                text("weight", "0.5"),
                ("yes".to_owned(), Answer::YesNo(true)),
            ],
        ),
        (tags(&[]), vec![text("identifier", "Q1"), text("note", "see_x"), text("value", "PER")]),
        (tags(&["a, b"]), vec![text("answers", "none")]),
        (tags(&[]), vec![]),
    ];
    assert_eq!(said, expected.iter().map(|(tags, fields)| (tags, fields)).collect::<Vec<_>>());
    let told: Vec<String> = read.notices.iter().map(|one| format!("{}: {:?}", one.path, one.what)).collect();
    assert_eq!(told, ["line 7: UnknownWord(\"guessed\")"]);
}

#[test]
fn several_tables_are_several_articles() {
    let one = table("3.3", "", "#Text=one\n1-1\t0-3\tone\t\n");
    let other = format!("\u{feff}{}", table("3.3", "", "#Text=two\n1-1\t0-3\ttwo\t\n"));
    let parts = [part("a/x.tsv", &one), part("readme.txt", "Made by me."), part("b/x.tsv", &other)];
    assert_eq!(told(Format::WebAnno, &parts, None).expect("they are read"), "\"\" one\n\"\" two");
    let parts = [part("a/x.tsv", &one), part("b/x.tsv", &format!("{other}1-2 oops\n"))];
    let error = told(Format::WebAnno, &parts, None).unwrap_err();
    assert_eq!(error.at, At::PartLine("b/x.tsv".into(), 6));
}

#[test]
fn parts_of_tokens_and_what_is_empty() {
    check(
        "#T_SP=webanno.custom.Note|label\n",
        "
#Text=undoing 🙂 it
1-1	0-7	undoing	_	
1-1.1	2-7	doing	part[1]	
1-1.2	7-7		*	
1-2	8-10	🙂	part[1]	
1-3	11-13	it	_	
1-3.1	11-12	i	part[1]|a\\|b \\[1\\] \\_[2]	
",
        r#"
undoing 🙂 it
note [part] "doing 🙂 i"
note [a|b [1] _] "i"
line 8: LeftOut("Note")
"#,
    );
}

#[test]
fn text_is_put_together_by_offsets() {
    let read = |rows: &str| {
        let parts = [part("a.tsv", &table("3.3", "", rows))];
        let read = Format::WebAnno.read(&Given { parts: &parts, beside: None }).expect("it is read");
        read.documents[0].article.text.as_str().to_owned()
    };
    assert_eq!(read("#Text=a\n1-1\t0-1\ta\t\n\n#Text=b\n2-1\t1-2\tb\t\n"), "ab");
    assert_eq!(read("#Text=a\n1-1\t0-1\ta\t\n\n#Text=b\n2-1\t2-3\tb\t\n"), "a\nb");
    assert_eq!(read("#Text=a\r\n1-1\t0-1\ta\t\r\n\r\n#Text=b\r\n2-1\t4-5\tb\t\r\n"), "a\n  b");
    assert_eq!(read("#Sentence.id=x\n#Text=a\n#Text=\n#Text=b\\tc\n1-1\t2-3\ta\t\n"), "  a\n\nb\tc");
}

#[test]
fn offsets_that_count_something_else_are_mended_by_the_words() {
    check(
        "#T_SP=webanno.custom.Note|label\n",
        "
#Text=🙂 one two three
1-1	0-1	🙂	_	
1-2	2-5	one	_	
1-3	6-9	two	x[1]	
1-4	10-15	three	x[1]	
",
        r#"
🙂 one two three
note [x] "two three"
line 8: FoundByWords { quote: "two" }
line 9: FoundByWords { quote: "three" }
"#,
    );
    let expected = "one\nnote [x] orphan \"gone\"\nline 6: NotFound { quote: \"gone\" }";
    check("#T_SP=webanno.custom.Note|label\n", "#Text=one\n1-1\t0-9\tgone\tx\t\n", expected);
}

#[test]
fn older_versions_write_text_as_java_does() {
    check_version(
        "3.1",
        "#T_SP=webanno.custom.Note|label\n",
        "#Text=Caf\\u00E9 \\\"open\\\"\n1-1\t0-4\tCafé\tx\t\n",
        "Café \"open\"\nnote [x] \"Café\"",
    );
}

#[test]
fn what_is_no_table_is_refused() {
    let read = |tsv: &str| told(Format::WebAnno, &[part("a.tsv", tsv)], None).unwrap_err();
    let odd = |found: &str, wanted| Fault::Odd { found: found.to_owned(), wanted };
    for (rows, line, fault) in [
        ("1-1\t0-1\ta\t\n", 4, odd("1-1", "a line that begins with #Text=")),
        ("#Text=a\n1-1 0-1 a\n", 5, odd("1-1 0-1 a", "a token with its offsets")),
        ("#Text=a\n1-1\t0\ta\t\n", 5, odd("0", "offsets such as 0-4")),
        ("#Text=a\n1-1\t4000000000-4000000001\ta\t\n", 5, Fault::TooLong(4_000_000_000)),
    ] {
        let error = read(&table("3.3", "", rows));
        assert_eq!((error.at, error.fault), (At::Line(line), fault), "{rows}");
    }
    for other in ["#FORMAT=WebAnno TSV 2.0\n", "1-1\t0-1\ta\n"] {
        assert_eq!(recognise(&[part("a.tsv", other)]), None);
    }
}

#[test]
fn ours_is_what_the_format_says() {
    let json = serde_json::json!({"format": "sayso", "version": 1, "unit": "code point", "articles": [{
    "id": "a", "title": "", "text": "“It leaks,” Dana Roe said. 🙂\n\n Nobody un_did it.",
    "sources": [{"id": "s1", "name": "Dana Roe", "kind": "person"}],
    "marks": [
        {"id": "m1", "kind": "claim", "verdict": "refuted", "spans": [
            {"quote": "It leaks", "start": 1, "end": 9}, {"quote": "did it", "start": 40, "end": 46}],
            "attributions": [{"source": "s1", "mention": "m2", "cue": "m3"}]},
        {"id": "m2", "kind": "source", "source": "s1", "spans": [{"quote": "Dana Roe", "start": 12, "end": 20}]},
        {"id": "m3", "kind": "cue", "spans": [{"quote": "said", "start": 21, "end": 25}]},
        {"id": "m4", "kind": "note", "label": "a|b", "note": "Odd.\nVery.", "tags": ["x", "y;z"],
            "spans": [{"quote": "\n Nobody", "start": 29, "end": 37}]},
    ]}]});
    let documents = import(json.to_string().as_bytes()).expect("a file").documents;
    let written = Format::WebAnno.write(&documents, &Occasion { generator: "", ..OCCASION });
    let parts = unbundle(&written.file.bytes).expect("two parts");
    assert_eq!(parts.iter().map(|part| &*part.name).collect::<Vec<_>>(), ["article.tsv", "TypeSystem.xml"]);
    let tsv = String::from_utf8(parts[0].bytes.clone()).expect("UTF-8");
    assert_eq!(tsv.replace('\t', "¦"), OURS.trim_start(), "{tsv}");
}

const OURS: &str = r#"
#FORMAT=WebAnno TSV 3.3
#T_SP=webanno.custom.Claim|verdict|mark|ROLE_webanno.custom.Claim:sources_webanno.custom.ClaimSourcesLink|webanno.custom.Source|ROLE_webanno.custom.Claim:cues_webanno.custom.ClaimCuesLink|webanno.custom.Cue
#T_SP=webanno.custom.Source|source|name
#T_SP=webanno.custom.Cue|
#T_SP=webanno.custom.Note|label|note|tags


#Text=“It leaks,” Dana Roe said. 
1-1¦0-1¦“¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦
1-2¦1-3¦It¦refuted[1]¦m1[1]¦source[1]¦1-6[3]¦cue[1]¦1-8[4]¦_¦_¦_¦_¦_¦_¦
1-3¦4-9¦leaks¦refuted[1]¦m1[1]¦source[1]¦1-6[3]¦cue[1]¦1-8[4]¦_¦_¦_¦_¦_¦_¦
1-4¦9-10¦,¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦
1-5¦10-11¦”¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦
1-6¦12-16¦Dana¦_¦_¦_¦_¦_¦_¦s1[3]¦Dana Roe[3]¦_¦_¦_¦_¦
1-7¦17-20¦Roe¦_¦_¦_¦_¦_¦_¦s1[3]¦Dana Roe[3]¦_¦_¦_¦_¦
1-8¦21-25¦said¦_¦_¦_¦_¦_¦_¦_¦_¦*[4]¦_¦_¦_¦
1-9¦25-26¦.¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦

#Text=🙂
#Text=
#Text= 
2-1¦27-29¦🙂¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦
2-2¦29-32¦\n\n ¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦
2-2.1¦30-32¦\n ¦_¦_¦_¦_¦_¦_¦_¦_¦_¦a\|b[5]¦Odd.\nVery.[5]¦\["x","y\;z"\][5]¦

#Text=Nobody un_did it.
3-1¦32-38¦Nobody¦_¦_¦_¦_¦_¦_¦_¦_¦_¦a\|b[5]¦Odd.\nVery.[5]¦\["x","y\;z"\][5]¦
3-2¦39-45¦un_did¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦
3-2.1¦42-45¦did¦*[2]¦m1[2]¦_[2]¦*¦_[2]¦*¦_¦_¦_¦_¦_¦_¦
3-3¦46-48¦it¦*[2]¦m1[2]¦_[2]¦*¦_[2]¦*¦_¦_¦_¦_¦_¦_¦
3-4¦48-49¦.¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦
"#;
