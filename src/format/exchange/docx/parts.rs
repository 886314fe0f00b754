//! The parts of the packed document.

use super::escaped;
use crate::format::exchange::{Occasion, Part};
use crate::format::native::{Document, time};

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

pub(super) fn parts(document: &Document, on: &Occasion<'_>, body: &str, comments: &str) -> Vec<Part> {
    let of = |name: &str, content: &str| format!("{HEAD}<w:{name} xmlns:w=\"{MAIN}\">{content}</w:{name}>");
    let relations = relations(&[
        (&format!("{RELATIONS}/officeDocument"), "word/document.xml"),
        (&format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
    ]);
    vec![
        Part::text("[Content_Types].xml", types()),
        Part::text("_rels/.rels", relations),
        Part::text("docProps/core.xml", core(document, on)),
        Part::text("word/document.xml", of("document", &format!("<w:body>{body}<w:sectPr/></w:body>"))),
        Part::text("word/comments.xml", of("comments", comments)),
        Part::text("word/styles.xml", of("styles", &styles())),
        Part::text(
            "word/_rels/document.xml.rels",
            self::relations(&[
                (&format!("{RELATIONS}/styles"), "styles.xml"),
                (&format!("{RELATIONS}/comments"), "comments.xml"),
            ]),
        ),
    ]
}

fn types() -> String {
    let of = |part: &str, kind: &str| {
        format!(
            "<Override PartName=\"/{part}.xml\" ContentType=\"application/vnd.openxmlformats-{kind}+xml\"/>"
        )
    };
    let all = [
        of("word/document", "officedocument.wordprocessingml.document.main"),
        of("word/comments", "officedocument.wordprocessingml.comments"),
        of("word/styles", "officedocument.wordprocessingml.styles"),
        of("docProps/core", "package.core-properties"),
    ];
    format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>{}</Types>",
        all.concat()
    )
}

fn relations(targets: &[(&str, &str)]) -> String {
    let one = |(nth, (kind, target)): (usize, &(&str, &str))| {
        format!("<Relationship Id=\"r{}\" Type=\"{kind}\" Target=\"{target}\"/>", nth + 1)
    };
    let all: String = targets.iter().enumerate().map(one).collect();
    format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{all}</Relationships>")
}

fn core(document: &Document, on: &Occasion<'_>) -> String {
    let details = &document.details;
    let known = [("title", &details.title), ("creator", &details.byline), ("language", &details.language)];
    let known: String =
        known.iter().map(|(name, text)| format!("<dc:{name}>{}</dc:{name}>", escaped(text))).collect();
    let when = time::write(on.exported).unwrap_or_default();
    let when: String = ["created", "modified"]
        .iter()
        .map(|name| format!("<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{when}</dcterms:{name}>"))
        .collect();
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">{known}{when}</cp:coreProperties>"
    )
}

/// The looks that are named in the document, by the names that every word processor knows.
fn styles() -> String {
    let one = |(id, name, look, place): (&str, &str, &str, &str)| {
        let default = if id == "Normal" { " w:default=\"1\"" } else { "" };
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"{default}><w:name w:val=\"{name}\"/><w:pPr>{place}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
        )
    };
    let gap = "<w:spacing w:after=\"160\" w:line=\"300\" w:lineRule=\"auto\"/>";
    let all = [
        ("Normal", "Normal", "<w:sz w:val=\"23\"/>", gap),
        ("Title", "Title", "<w:b/><w:sz w:val=\"40\"/>", gap),
        ("Subtitle", "Subtitle", "<w:color w:val=\"565A64\"/><w:sz w:val=\"20\"/>", gap),
        (
            "Heading1",
            "heading 1",
            "<w:b/><w:sz w:val=\"28\"/>",
            "<w:keepNext/><w:spacing w:before=\"320\" w:after=\"120\"/><w:outlineLvl w:val=\"0\"/>",
        ),
        (
            "ListParagraph",
            "List Paragraph",
            "<w:sz w:val=\"23\"/>",
            "<w:spacing w:after=\"80\"/><w:ind w:left=\"480\"/>",
        ),
        (
            "Quote",
            "Quote",
            "<w:i/><w:sz w:val=\"23\"/>",
            "<w:spacing w:after=\"160\"/><w:ind w:left=\"480\" w:right=\"480\"/>",
        ),
        ("Caption", "caption", "<w:color w:val=\"565A64\"/><w:sz w:val=\"18\"/>", gap),
        ("Aside", "Aside", "<w:i/><w:color w:val=\"565A64\"/><w:sz w:val=\"18\"/>", gap),
    ];
    all.into_iter().map(one).collect()
}
