//! What holds for every text that is read.

use proptest::prelude::*;

use super::{Refusal, decode, plain};
use crate::text::arbitrary::string;
use crate::text::clean;

/// Lines of the kinds that the reader knows, in any order.
fn page() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        string(),
        "[A-Za-z ,.?:]{0,90}",
        "(- |> |\\* |1\\. |  |\t)[a-z ]{0,70}",
        "(By |Photo: |Published |\\[READ MORE: |Updated |© )[A-Z][a-zé, |·0-9]{0,40}[\\].)]?",
    ];
    let end = prop::sample::select(vec!["\n", "\n\n", "\r\n", "\n \n"]);
    prop::collection::vec((line, end), 0..12)
        .prop_map(|lines| lines.into_iter().flat_map(|(line, end)| [line, end.to_owned()]).collect())
}

proptest! {
    #[test]
    fn blocks_hold_every_character_that_is_not_white_space(raw in page()) {
        let text = clean(&raw).text;
        let Ok(parsed) = plain(&raw) else {
            prop_assert_eq!(text.trim(), "");
            return Ok(());
        };
        prop_assert_eq!(parsed.article.text.as_str(), &text);
        let mut rest = 0;
        for block in &parsed.article.blocks {
            let slice = parsed.article.text.slice(block.span);
            prop_assert_eq!(slice.trim(), slice);
            prop_assert!(block.span.start().0 >= rest, "blocks are in order");
            prop_assert_eq!(text.get(rest..block.span.start().0).map(str::trim), Some(""));
            rest = block.span.end().0;
        }
        prop_assert_eq!(text.get(rest..).map(str::trim), Some(""));
        prop_assert!(!parsed.details.title.trim().is_empty());
    }

    #[test]
    fn what_is_read_once_is_read_the_same_again(raw in page()) {
        if let Ok(first) = plain(&raw) {
            let again = plain(first.article.text.as_str()).expect("it was read before");
            prop_assert_eq!(again.article, first.article);
            prop_assert_eq!(again.details, first.details);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused_within_them(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        if let Err(refusal) = decode(&bytes) {
            prop_assert!(matches!(refusal, Refusal::NotText { at } if at < bytes.len()), "{refusal:?}");
        }
    }

    #[test]
    fn text_survives_every_encoding(raw in string()) {
        // Control characters, of which a file may not be full, are taken out.
        let text = clean(&raw).text;
        let marked = format!("\u{feff}{text}");
        let little: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
        prop_assert_eq!(decode(&little), Ok(text.clone()));
        prop_assert_eq!(decode(&big), Ok(text));
    }
}
