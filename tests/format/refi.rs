//! REFI-QDA projects as other programs write them.

use std::collections::BTreeSet;

use sayso::annotation::{Content, Timestamp};
use sayso::format::exchange::{At, Fault, Format, Given, Misread, Occasion, Part, unbundle};

use crate::table::{part, read, told};

const TEXT: &str = "“It leaks,” Dana Roe said. 🙂\r\nNobody checked the valve.";

fn parts(inside: &str) -> Vec<Part> {
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"no\"?><Project name=\"p\" xmlns=\"urn:QDA-XML:project:1.0\">{inside}</Project>"
    );
    vec![part("project.qde", &xml), part("Sources/T.txt", TEXT), part("sources/s.docx", "PK")]
}

fn fails(inside: &str) -> Misread {
    read(Format::Refi, &parts(inside), None).unwrap_err()
}

#[test]
fn a_project_of_another_program() {
    let project = r#"
        <Users><User guid="U-1" name="ada"/></Users>
        <CodeBook><Codes>
            <Code guid="{C-1}" name="Harm" isCodable="true"><Code guid="c-2" name="Damage &amp; loss" isCodable="true"/></Code>
            <Code guid="c-3" name="Claim" isCodable="true"/><Code guid="c-4" name="Source" isCodable="true"/>
            <Code guid="c-5" name="Verdict" isCodable="false"><Code guid="c-6" name="disputed" isCodable="true"/></Code>
        </Codes></CodeBook>
        <Variables><Variable guid="v" name="role" typeOfVariable="Text"/></Variables>
        <Cases><Case guid="k" name="Dana Roe"><Description>Met twice</Description>
            <VariableValue><VariableRef targetGUID="v"/><TextValue>plumber</TextValue></VariableValue><SelectionRef targetGUID="s-3"/></Case></Cases>
        <Sources>
            <PictureSource guid="p" name="A picture"/>
            <TextSource guid="t" name="Leak" plainTextPath="internal://t.txt" creatingUser="U-1">
                <PlainTextSelection guid="s-1" startPosition="30" endPosition="36" creatingUser="U-1" creationDateTime="2026-03-04T10:00:00Z">
                    <Description>Who?</Description><Coding guid="x"><CodeRef targetGUID="C-1"/></Coding><Coding guid="y"><CodeRef targetGUID="c-2"/></Coding></PlainTextSelection>
                <PlainTextSelection guid="s-2" startPosition="0" endPosition="11"><Coding guid="z" creatingUser="u-1"><CodeRef targetGUID="c-6"/></Coding><Coding guid="z"><CodeRef targetGUID="c-3"/></Coding></PlainTextSelection>
                <PlainTextSelection guid="s-3" startPosition="12" endPosition="20"><Coding guid="w"><CodeRef targetGUID="c-4"/></Coding></PlainTextSelection>
                <PlainTextSelection guid="s-4" startPosition="50" endPosition="99"/>
            </TextSource>
            <PDFSource guid="d" name="A paper"><Representation guid="r"><PlainTextContent>On paper.</PlainTextContent></Representation></PDFSource>
        </Sources>
        <Links><Link guid="l" name="said by" originGUID="s-2" targetGUID="s-3"/><Link guid="m" name="explains" originGUID="s-1" targetGUID="s-2"/></Links>"#;
    let got = told(Format::Refi, &parts(project), None).expect("it is read");
    let expected = r#"
"Leak" “It leaks,” Dana Roe said. 🙂
voice Dana Roe (plumber, Met twice)
claim Disputed of Dana Roe at "Dana Roe" "“It leaks,”" by ada
mention of Dana Roe "Dana Roe"
note [Harm] "Nobody" note "Who?" tags ["Damage & loss"] by ada at 1772618400000
note [] orphan ""
"A paper" On paper.
Sources: LeftOut("A picture")
PlainTextSelection s-4: NotFound { quote: "" }
Links: LeftOut("explains")"#;
    assert_eq!(got, expected.trim());
}

/// Programs keep one code of a name, and lose what hangs on the others.
#[test]
fn no_two_codes_have_one_name() {
    let tags = r#""tags":["supported","Claim","Tags","doubt","Tag: x","x"]"#;
    let json = format!(
        r#"{{"format":"sayso","version":1,"unit":"code point","articles":[{{"id":"a","text":"It leaks","marks":[
        {{"id":"c","kind":"claim","verdict":"supported","spans":[{{"start":0,"end":8}}],{tags}}},
        {{"id":"d","kind":"note","label":"doubt","spans":[{{"start":0,"end":2}}]}},
        {{"id":"e","kind":"note","label":"Source","spans":[{{"start":3,"end":8}}]}}]}}]}}"#
    );
    let documents = sayso::format::native::import(json.as_bytes()).expect("a file").documents;
    let occasion = Occasion { exported: Timestamp(0), generator: "Sayso" };
    let parts = unbundle(&Format::Refi.write(&documents, &occasion).file.bytes).expect("a packed file");
    let project = parts.iter().find(|part| part.name == "project.qde").expect("a project");
    let project = String::from_utf8(project.bytes.clone()).expect("text");
    let codes = project.split("<Code guid=").skip(1).filter_map(|code| code.split('"').nth(3));
    let codes: Vec<&str> = codes.collect();
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len(), "{codes:?}");
    let read = Format::Refi.read(&Given { parts: &parts, beside: None }).expect("it is read");
    let [claim, doubt, source] = &*read.documents.first().expect("an article").marks else {
        panic!("{:?}", read.documents);
    };
    assert_eq!(claim.tags, ["supported", "Claim", "Tags", "doubt", "Tag: x", "x"]);
    assert_eq!(doubt.content, Content::Note("doubt".into()));
    assert_eq!(source.content, Content::Note("Source".into()));
}

#[test]
fn a_line_end_may_count_as_one() {
    let source = r#"<Sources><TextSource guid="t" name="Leak" plainTextPath="internal://t.txt">
        <PlainTextSelection guid="s" startPosition="29" endPosition="35"/></TextSource></Sources>"#;
    let mut parts = parts(source);
    let xml = String::from_utf8(parts[0].bytes.clone()).expect("a text");
    parts[0] = part("project.qde", &xml.replace("name=\"p\"", "name=\"p\" origin=\"ATLAS.ti 23\""));
    let got = told(Format::Refi, &parts, None).expect("it is read");
    assert_eq!(got, "\"Leak\" “It leaks,” Dana Roe said. 🙂\nnote [] \"Nobody\"");
}

#[test]
fn what_cannot_be_read_says_where() {
    let source = |path: &str| format!("<Sources><TextSource guid=\"t\" plainTextPath=\"{path}\"/></Sources>");
    let at = |path: &str| At::Part(path.into());
    let missing = fails(&source("internal://other.txt"));
    assert_eq!(missing.at, at("internal://other.txt"));
    assert_eq!(missing.fault, Fault::Missing("internal://other.txt".into()));
    assert_eq!(fails("<Sources>"), Misread { at: at("project.qde"), fault: Fault::NotXml });
    let deep = fails(&"<a>".repeat(10_000));
    assert_eq!(deep, Misread { at: at("project.qde"), fault: Fault::NotXml });
    let bomb = [part("p.qde", "<!DOCTYPE a [<!ENTITY b \"c\">]><Project>&b;</Project>")];
    assert_eq!(read(Format::Refi, &bomb, None).unwrap_err().fault, Fault::NotXml);
    let other = [part("p.qde", "<CodeBook/>")];
    let odd = Fault::Odd { found: "CodeBook".into(), wanted: "Project" };
    assert_eq!(read(Format::Refi, &other, None).unwrap_err().fault, odd);
    assert_eq!(read(Format::Refi, &[part("a.txt", "")], None).unwrap_err().at, At::Whole);
}
