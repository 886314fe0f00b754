//! Files that were written once open for ever.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use sayso::annotation::{Content, Mark, SaidBy, Timestamp};
use sayso::format::native::{Document, export, import};
use sayso::text::Text;
use serde_json::Value;

fn folder() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "fixtures", "format", "v1"].iter().collect()
}

/// The frozen files of version 1, by name.
pub(crate) fn fixtures() -> Vec<(String, String)> {
    let entries = fs::read_dir(folder()).expect("the folder of fixtures");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut files: Vec<(String, String)> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| (path.display().to_string(), fs::read_to_string(&path).expect("a text file")))
        .collect();
    files.sort();
    files
}

#[test]
fn frozen_files_mean_what_they_meant() {
    let fixtures = fixtures();
    assert!(!fixtures.is_empty(), "no fixtures in {}", folder().display());
    for (name, json) in fixtures {
        let imported = import(json.as_bytes()).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert_eq!(imported.notices, [], "{name}");
        let got: String = imported.documents.iter().map(summary).collect();
        let expected = fs::read_to_string(name.replace(".json", ".txt")).unwrap_or_default();
        assert!(got == expected, "{name} now means\n{got}");
    }
}

#[test]
fn the_example_of_the_documentation_is_what_we_write() {
    let page = include_str!("../../docs/format.md");
    let example =
        page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let imported = import(example.as_bytes()).expect("it can be opened");
    assert_eq!(imported.notices, []);
    let written = export(&imported.documents, Timestamp(1_772_619_000_000), "Sayso 0.1.0");
    let value = |json: &str| serde_json::from_str::<Value>(json).expect("JSON");
    assert_eq!(value(&written), value(example));
}

/// What a file means, a line a record.
fn summary(document: &Document) -> String {
    let Document { id, article, details, sources, marks } = document;
    let mut lines = format!(
        "article {id} {:?} by {:?}, {} characters\n",
        details.title,
        details.byline,
        article.text.code_point_len()
    );
    for block in &article.blocks {
        writeln!(lines, "  {:?} {:?}", block.kind, article.text.slice(block.span)).expect("a string");
    }
    for source in sources {
        writeln!(
            lines,
            "  {} {:?} {:?} {:?} {:?}",
            source.id, source.kind, source.name, source.role, source.why_unnamed
        )
        .expect("a string");
    }
    for mark in marks {
        writeln!(lines, "  {}", mark_line(mark, &article.text)).expect("a string");
    }
    lines
}

fn mark_line(mark: &Mark, text: &Text) -> String {
    let place = if mark.spans().is_some() { "" } else { " orphan" };
    let content = match &mark.content {
        Content::Claim(claim) => format!(
            "{} {:?} {:?} {}",
            said_by(&claim.said_by),
            claim.form,
            claim.verdict,
            claim.evidence.len()
        ),
        Content::Source(source) => format!("mentions {source}"),
        Content::Cue => "cue".to_owned(),
        Content::Note(label) => format!("note {label:?} {:?}", mark.note),
    };
    let Mark { id, tags, creator, created, modified, foreign, .. } = mark;
    format!(
        "{id}{place} {:?} {content} {tags:?} {creator:?} {} {} {foreign:?}",
        mark.quote(text),
        created.0,
        modified.0
    )
}

fn said_by(said_by: &SaidBy) -> String {
    let id = |id: &Option<sayso::annotation::MarkId>| id.as_ref().map_or("-".to_owned(), ToString::to_string);
    match said_by {
        SaidBy::Open => "open".to_owned(),
        SaidBy::Nobody => "nobody".to_owned(),
        SaidBy::Sources(ties) => {
            let ties = ties.iter().map(|tie| format!("{}/{}/{}", tie.source, id(&tie.mention), id(&tie.cue)));
            ties.collect::<Vec<_>>().join("+")
        }
    }
}
