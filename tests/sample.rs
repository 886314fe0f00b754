//! The sample article shows what Sayso is for, so it must be read as it is meant.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use sayso::annotation::{Form, SourceKind, guess_form, guess_kind};
use sayso::article::{BlockKind, Parsed, plain};
use sayso::text::{ByteOffset, Span, Spans};

fn sample() -> Parsed {
    plain(include_str!("../src/app/sample.txt")).expect("the sample is text")
}

/// The span of words that stand in the sample once.
fn find(sample: &Parsed, words: &str) -> Span {
    let text = &sample.article.text;
    assert_eq!(text.as_str().matches(words).count(), 1, "{words}");
    let at = text.as_str().find(words).expect("just counted");
    text.span(ByteOffset(at)..ByteOffset(at + words.len())).expect("whole characters")
}

#[test]
fn it_has_a_headline_a_byline_and_nine_paragraphs() {
    let sample = sample();
    assert_eq!(sample.details.title, "Bridge inspectors warned of cracks, but the toll stayed");
    assert_eq!(sample.details.byline, "Nadia Feld");
    assert_eq!(sample.details.published, "4 March 2026");
    let kinds: Vec<BlockKind> = sample.article.blocks.iter().map(|block| block.kind).collect();
    let mut expected = vec![BlockKind::Title, BlockKind::Byline, BlockKind::Byline];
    expected.extend([BlockKind::Paragraph; 9]);
    assert_eq!(kinds, expected);
    assert_eq!(sample.notices, [], "nothing in it needs repair");
    assert!((350..=450).contains(&sample.article.word_count()), "{} words", sample.article.word_count());
}

#[test]
fn it_has_a_source_of_every_kind() {
    let sample = sample();
    for (name, kind) in [
        ("Ilse Varga", SourceKind::NamedPerson),
        ("Tomás Reyes", SourceKind::NamedPerson),
        ("one senior official", SourceKind::UnnamedPerson),
        ("two people familiar with the talks", SourceKind::UnnamedPerson),
        ("Insiders", SourceKind::UnnamedPerson),
        ("A spokesman for the Harbour Board", SourceKind::UnnamedPerson),
        ("The Harbour Board", SourceKind::Organisation),
        ("the transport ministry", SourceKind::Organisation),
        ("a March inspection report", SourceKind::Document),
    ] {
        find(&sample, name);
        assert_eq!(guess_kind(name), kind, "{name}");
    }
}

#[test]
fn it_has_a_claim_of_every_form() {
    let sample = sample();
    let check = |parts: &[&str], form: Form| {
        let spans =
            Spans::new(parts.iter().map(|words| find(&sample, words)).collect()).expect("at least one");
        assert_eq!(guess_form(&sample.article, &spans), form, "{parts:?}");
    };
    check(&["Nobody cared to be the first to say ‘closure’ with an election coming."], Form::Direct);
    check(&["A hanger is a weekend’s work,", "but trust takes years to mend."], Form::Direct);
    check(&["“There are no later measurements,”"], Form::Direct);
    check(&["the Lowmarsh lift bridge is fit for lorries"], Form::Reported);
    check(&["The bridge takes a third of the county’s freight"], Form::Reported);
    check(&["the money for new hangers was already approved"], Form::Reported);
    check(&["further damage “cannot be ruled out before the next winter”"], Form::Mixed);
}
