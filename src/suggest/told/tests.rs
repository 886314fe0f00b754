use super::told_by;
use crate::article::{Article, plain};
use crate::text::{ByteOffset, Spans};

/// An article, and the spans between `[` and `]` in it.
fn marked(written: &str) -> (Article, Spans) {
    let article = plain(&written.replace(['[', ']'], "")).expect("a text").article;
    let (mut spans, mut opened) = (Vec::new(), 0);
    for (count, (at, bracket)) in written.match_indices(['[', ']']).enumerate() {
        match bracket {
            "[" => opened = at - count,
            _ => spans.extend(article.text.span(ByteOffset(opened)..ByteOffset(at - count))),
        }
    }
    (article, Spans::new(spans).expect("at least one"))
}

/// Checks who says the claim and with which word; both empty for nobody.
#[track_caller]
fn check(written: &str, source: &str, cue: &str) {
    let (article, claim) = marked(written);
    let telling = told_by(&article, &claim);
    let slice = |span: Option<_>| span.map(|span| article.text.slice(span)).unwrap_or_default();
    let found = telling.map(|telling| (slice(telling.source), slice(telling.cue))).unwrap_or_default();
    assert_eq!(found, (source, cue), "{written}");
}

#[test]
fn a_quotation_is_told_after_it() {
    check("“[We have one hull],” said Bruno Caldeira, who runs the office.", "Bruno Caldeira", "said");
    check("[“We have one hull,”] said Bruno Caldeira.", "Bruno Caldeira", "said");
    check("“[Nobody asked us],” Lise Ørsted said on Monday.", "Lise Ørsted", "said");
    check("“[Nobody asked us],” Ilse Varga, the county engineer, said.", "Ilse Varga", "said");
    check("“[Nobody asked us],” she said.", "she", "said");
    check("“[Nobody asked us],” one senior official said.", "one senior official", "said");
    check(
        "“[Nobody asked us],” said a spokesman for the Harbour Board on Monday.",
        "a spokesman for the Harbour Board",
        "said",
    );
    check(
        "“[Nobody asked us],” according to two people familiar with the talks.",
        "two people familiar with the talks",
        "according to",
    );
    check("“[Why us]?” Ms. Reyes asked.", "Ms. Reyes", "asked");
    check("“[Why us],” officials say.", "officials", "say");
    check("\"[Why us],\" Gov. J. P. Reyes told reporters.", "Gov. J. P. Reyes", "told");
    check("“[It was], in the end, a wish,” he added.", "he", "added");
}

#[test]
fn a_quotation_is_told_before_it() {
    check("Ilse Varga, the county engineer, said: “[We knew.]”", "Ilse Varga", "said");
    check("The board said in a statement: “[We knew.]”", "The board", "said");
    check("He said, “[We knew],” and left.", "He", "said");
    check("According to the ministry, “[nobody knew].”", "the ministry", "According to");
    check("Varga: “[We knew.]”", "Varga", "");
    check("On Monday Tomás Reyes replied “[no].”", "Tomás Reyes", "replied");
    check("She said the bridge “[is safe]” for lorries.", "She", "said");
}

#[test]
fn a_claim_in_pieces_is_told_between_them() {
    check("“[A hanger is a weekend’s work],” she said, “[but trust takes years].”", "she", "said");
    check("[“A is so,”] said Ilse Varga, [“and B is not.”]", "Ilse Varga", "said");
    check("“A is so,” Varga said. “[B is not.]”", "Varga", "said");
    check("“A is so,” Varga said, adding that “[B is not].”", "Varga", "adding");
}

#[test]
fn what_is_reported_is_told_too() {
    check("The mechanic said that [the engine was sound].", "The mechanic", "said");
    check("A mechanic on the ferry said [the engine had been sound].", "A mechanic on the ferry", "said");
    check("The report also said [the engine was sound].", "The report", "said");
    check("[The toll stays], the harbour board said.", "the harbour board", "said");
    check(
        "[The toll stays], according to the Ministry of Transport.",
        "the Ministry of Transport",
        "according to",
    );
    check("Critics claim [it is a decision].", "Critics", "claim");
    check("Varga told the council on Monday that [it was safe].", "Varga", "told");
    check("Varga said the ministry had told him that [it was safe].", "the ministry", "told");
    check("“He said [the ministry knew],” Varga said.", "He", "said");
    check("In a statement, the board denied [it was safe].", "the board", "denied");
}

#[test]
fn nobody_is_made_up() {
    check("[The bridge is safe.] The board said nothing of it.", "", "");
    check("“[The bridge is safe.]” The board said it was not.", "", "");
    check("It was said that [the bridge is safe].", "", "");
    check("The report of the board: [the bridge is safe].", "", "");
    check("[He said no.]", "", "");
    check("[The bridge is safe].", "", "");
    check("They wanted to say that [it is safe].", "", "");
    check("[🙂]", "", "");
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use proptest::prelude::*;

    use super::super::told_by;
    use crate::article::plain;
    use crate::text::Spans;
    use crate::text::arbitrary::{spanned, string};

    fn telling() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "“",
            "”",
            ",",
            ".",
            ":",
            " ",
            " said ",
            " Varga ",
            " the board ",
            " he ",
            " that ",
            " adding ",
            "\n\n",
            " according to ",
            "é",
            "🙂",
        ]);
        prop::collection::vec(piece, 1..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn what_is_found_stands_in_the_block_and_not_in_the_claim(
            (text, span) in spanned(prop_oneof![string(), telling()])
        ) {
            let Ok(parsed) = plain(text.as_str()) else { return Ok(()) };
            let article = parsed.article;
            let Some(span) = article.text.span(span.start()..span.end()) else { return Ok(()) };
            let Some(found) = told_by(&article, &Spans::from(span)) else { return Ok(()) };
            let block = article.block_around(span);
            for part in [found.source, found.cue].into_iter().flatten() {
                prop_assert_eq!(block.intersection(part), Some(part));
                prop_assert!(!part.overlaps(span));
            }
            if let (Some(source), Some(cue)) = (found.source, found.cue) {
                prop_assert!(!source.overlaps(cue));
            }
        }
    }
}
