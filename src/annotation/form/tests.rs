use super::guess_form;
use crate::annotation::Form::{self, Direct, Mixed, Reported};
use crate::article::{Article, Block, BlockKind};
use crate::text::{ByteOffset, Spans, Text};

/// An article with a block a line, and the spans between `[` and `]` in it.
fn marked(written: &str) -> (Article, Spans) {
    let text = Text::new(written.replace(['[', ']'], ""));
    let span =
        |start: usize, end: usize| text.span(ByteOffset(start)..ByteOffset(end)).expect("whole characters");
    let (mut spans, mut opened) = (Vec::new(), 0);
    for (count, (at, bracket)) in written.match_indices(['[', ']']).enumerate() {
        match bracket {
            "[" => opened = at - count,
            _ => spans.push(span(opened, at - count)),
        }
    }
    let mut at = 0;
    let mut blocks = Vec::new();
    for line in text.as_str().split('\n') {
        if !line.is_empty() {
            blocks.push(Block { kind: BlockKind::Paragraph, span: span(at, at + line.len()) });
        }
        at += line.len() + 1;
    }
    (Article { text, blocks, inlines: Vec::new() }, Spans::new(spans).expect("at least one"))
}

fn check(expected: Form, written: &str) {
    let (article, spans) = marked(written);
    assert_eq!(guess_form(&article, &spans), expected, "{written}");
}

#[test]
fn words_between_marks_are_direct() {
    check(Direct, "“[We knew about the cracks],” said one official.");
    check(Direct, "[“We knew about the cracks,”] said one official.");
    check(Direct, "[“We knew about the cracks”.] So it goes.");
    check(Direct, "One official said: “Well. [We knew.] And you?”");
    check(Direct, "“[A],” she said, “[B].”");
    check(Direct, "[“A,”] she said, [“B.”]");
    check(Direct, "\"[We knew],\" he said.");
    check(Direct, "He said, ''[We don't know],'' and ''no.''");
    check(Direct, "He said,\"[We knew],\" and left.");
    check(Direct, "‘[We knew],’ he said.");
    check(Direct, "'[We knew],' he said.");
    check(Direct, "„[Wir wussten es]“, sagte er.");
    check(Direct, "«[Nous le savions]», dit-il.");
    check(Direct, "»[Wir wussten es]«, sagte er.");
    check(Direct, "”[Vi visste det]”, sade han.");
    check(Direct, "「[知っていた]」と彼は述べた。");
    check(Direct, "He called it “[planned].”");
    check(Direct, "“[🙂]” was all she wrote.");
}

#[test]
fn words_outside_are_reported() {
    check(Reported, "The board said [the bridge is safe].");
    check(Reported, "“Yes,” he said, and [nobody asked on]. “No,” she said.");
    check(Reported, "[He said] “no.”");
    check(Reported, "[🙂] was all she wrote.");
    check(Reported, "“Yes,”[ … ]she said.");
}

#[test]
fn words_partly_outside_are_mixed() {
    check(Mixed, "She said [the bridge “is safe” for lorries].");
    check(Mixed, "[“We knew,” she said, “for a year.”]");
    check(Mixed, "[They knew], “[for a year],” she said.");
    check(Mixed, "He said [the “planned” works had begun].");
    check(Mixed, "[“We knew.”\nThe board denies it.]");
}

#[test]
fn quotations_within_quotations_stay_direct() {
    check(Direct, "“[Nobody wanted to say the word ‘closure’ in an election year],” he said.");
    check(Direct, "“They will say, ‘[Trust me. I’ll pay.]’” she said.");
    check(Direct, "“The diplomats tell us that he will say, ‘Trust me,’” she said. “[He never did.]”");
    check(Direct, "‘[Nobody said “closure” to us],’ he said.");
    check(Direct, "'[Nobody said \"closure\" to us],' he said.");
    check(Direct, "„[Niemand sagte ‚Sperrung‘ zu uns]“, sagte er.");
    check(Direct, "« [Personne n’a dit “fermeture” ici] », dit-il.");
}

#[test]
fn apostrophes_are_no_marks() {
    check(Reported, "The officials’ plan and the board’s: [they don’t agree], and it’s ‘over’.");
    check(Reported, "The officials' plan and the board's: [they don't agree], and it's over.");
    check(Reported, "In the ‘90s and the '90s [the bridge was new].");
    check(Direct, "‘[20 years ago we knew],’ she said.");
    check(Reported, "Give ‘em time and [the toll will go], ‘til it does not.");
    check(Reported, "'Twas said that [the bridge was new].");
    check(Direct, "‘[We don’t trust the officials’ figures],’ she said.");
    check(Direct, "'[We don't trust the officials' figures],' she said.");
    check(Reported, "‘We knew of the cracks’ was all; [nobody asked the officials].");
    check(Reported, "It is 5'10\" by 6'2\" [and no more].");
}

#[test]
fn a_quotation_that_is_not_closed_runs_to_the_end_of_its_block() {
    check(Direct, "“We knew.\n“[We said so.]\n“Nobody listened,” he said.");
    check(Direct, "\"We knew.\n\"[We said so.]\n\"Nobody listened,\" he said.");
    check(Direct, "‘We knew.\n‘[We said so.]\n‘Nobody listened,’ he said.");
    check(Direct, "He said: ‘[We knew.]\n‘Nobody listened.’");
    check(Reported, "He said: “We knew.\n[The board denies it.]");
    check(Direct, "[“We knew.\n“We said so.”]");
    check(Reported, "No mark opens this.” [So it is reported.]");
}

#[test]
fn where_no_block_stands_the_span_itself_is_read() {
    let text = Text::new("“We knew,” he said.");
    let spans = Spans::from(text.whole().expect("not empty"));
    let article = Article { text, blocks: Vec::new(), inlines: Vec::new() };
    assert_eq!(guess_form(&article, &spans), Mixed);
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use proptest::prelude::*;

    use super::super::guess_form;
    use crate::annotation::Form;
    use crate::article::{Article, plain};
    use crate::text::arbitrary::spanned;
    use crate::text::{Spans, Text};

    fn quoting() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "“", "”", "‘", "’", "\"", "'", "„", "«", "»", "we knew", "s", " ", ", ", "\n\n", "é",
        ]);
        prop::collection::vec(piece, 1..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn a_part_of_what_is_direct_is_direct((text, span) in spanned(quoting())) {
            let Ok(parsed) = plain(text.as_str()) else { return Ok(()) };
            let whole = Spans::from(text.whole().expect("not empty"));
            let form = guess_form(&parsed.article, &span.into());
            if guess_form(&parsed.article, &whole) == Form::Direct && text.slice(span).contains(char::is_alphanumeric) {
                prop_assert_eq!(form, Form::Direct);
            }
        }

        #[test]
        fn what_holds_no_mark_is_reported(words in "[a-z ,.\n]{1,60}") {
            let text = Text::new(words);
            let spans = Spans::from(text.whole().expect("not empty"));
            prop_assert_eq!(guess_form(&Article { text, blocks: Vec::new(), inlines: Vec::new() }, &spans), Form::Reported);
        }
    }
}
