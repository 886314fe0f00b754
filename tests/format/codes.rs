//! Codebooks of programs for qualitative analysis.

use proptest::prelude::*;
use sayso::codebook::{Codebook, Colour, FieldKind};
use sayso::format::codebook::{CodebookError, Imported};
use sayso::format::exchange::{codes_of, is_codes, read_codes, write_codes};

use crate::codebook::codebook;

fn read(codes: &str) -> Result<Imported, CodebookError> {
    let file = format!(
        "<?xml version=\"1.0\"?>\n<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"X 9\">{codes}</CodeBook>"
    );
    assert!(is_codes(file.as_bytes()));
    read_codes(file.as_bytes(), "Harbour talk.qdc")
}

fn lines(codebook: &Codebook) -> Vec<String> {
    let rules = codebook.rules.iter().map(|rule| format!("{:?}: {}", rule.subject, rule.definition));
    let labels = codebook.labels.iter();
    let labels = labels.map(|label| format!("{} {:?}: {}", label.name, label.colour, label.definition));
    rules.chain(labels).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_not_told_to_be_lost_comes_back(codebook in codebook(), odd in "(When: |Not when: |Example: |\\\\|\n|a|\u{1}){0,6}") {
        let mut codebook = codebook;
        codebook.rules[0].definition.clone_from(&odd);
        codebook.rules[1].examples = vec![odd.clone(), String::new()];
        codebook.labels[0].definition = odd;
        let (file, losses) = write_codes(&codebook, "9.9");
        let (kept, told) = codes_of(&codebook);
        prop_assert_eq!(&losses, &told);
        prop_assert!(is_codes(file.as_bytes()));
        let read = read_codes(file.as_bytes(), "other.qdc").map_err(|error| TestCaseError::fail(format!("{error:?} {file}")))?;
        prop_assert_eq!(&read.codebook, &kept);
        prop_assert_eq!(read.notices, vec![]);
        // What is left has nothing more to lose.
        prop_assert_eq!(codes_of(&kept), (kept, vec![]));
    }

    #[test]
    fn cut_it_is_refused(codebook in codebook(), at in any::<prop::sample::Index>()) {
        let (file, _) = write_codes(&codebook, "");
        let cut: String = file.chars().take(at.index(file.trim_end().chars().count())).collect();
        prop_assert_eq!(read_codes(cut.as_bytes(), "a.qdc"), Err(CodebookError::NotCodes));
    }
}

#[test]
fn codes_of_other_programs_become_labels() {
    let codes = r##"<Codes>
        <Code guid="1" name="Frames" isCodable="false"><Description>How it is told.</Description>
            <Code guid="2" name="Conflict" isCodable="true" color="#D04040"><Description>Two sides.
When: they argue</Description>
                <Code guid="3" name="Open" isCodable="true"/></Code>
            <Code guid="4" name="Open" color="#00f"/>
        </Code>
        <Code guid="5" name="claim" isCodable="1"><Description>What is said.</Description></Code>
        <Code guid="6" name=" Doubt " isCodable="true" color="#1f9090"/>
    </Codes><Sets><Set guid="7" name="Mine"><MemberCode guid="2"/></Set></Sets>"##;
    let read = read(codes).expect("a codebook");
    assert_eq!((read.codebook.name.as_str(), read.codebook.version), ("Harbour talk", 1));
    assert_eq!(
        lines(&read.codebook),
        [
            "Claim: What is said.",
            "Conflict Red: Two sides.\nWhen: they argue",
            "Frames: Conflict: Open Grey: ",
            "Frames: Open Grey: ",
            "Doubt Teal: ",
        ]
    );
    let told: Vec<String> = read.notices.iter().map(|one| format!("{}: {:?}", one.path, one.what)).collect();
    assert_eq!(told, ["Frames: LeftOut(\"How it is told.\")", "Mine: LeftOut(\"set\")"]);
    assert!(read.codebook.labels.iter().any(|label| label.colour == Colour::Red));
}

#[test]
fn what_no_codebook_may_be_is_refused() {
    let many: String = (0..50).map(|at| format!("<Code guid=\"{at}\" name=\"c{at}\"/>")).collect();
    for (codes, fault) in [
        (format!("<Codes>{many}</Codes>"), "TooMany"),
        ("<Codes><Code guid=\"1\" name=\"\"/></Codes>".to_owned(), "NoName"),
        (
            "<Codes><Code guid=\"1\" name=\"Cue\"/><Code guid=\"2\" name=\"cue\"/></Codes>".to_owned(),
            "SameName",
        ),
        ("<Codes><Code></Codes>".to_owned(), "NotCodes"),
    ] {
        let refused = format!("{:?}", read(&codes).expect_err("refused"));
        assert!(refused.contains(fault), "{refused}");
    }
}

#[test]
fn choices_are_codes_of_a_group() {
    let (file, _) = write_codes(&Codebook::starter(), "1.0");
    let tree = roxmltree::Document::parse(&file).expect("XML");
    let code =
        |name: &str| tree.descendants().find(|node| node.attribute("name") == Some(name)).expect("a code");
    for field in &Codebook::starter().fields {
        if let FieldKind::Choice(choices) = &field.kind {
            let group = code(&field.name);
            assert_eq!(group.attribute("isCodable"), Some("false"));
            assert_eq!(
                group
                    .children()
                    .filter(|node| node.has_tag_name(("urn:QDA-XML:codebook:1.0", "Code")))
                    .count(),
                choices.len()
            );
        }
    }
}
