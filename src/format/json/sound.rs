//! Whether something is JSON at all, from end to end, before anything is read from it.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;

/// Why something is not sound JSON. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::format) enum Unsound {
    /// It ends too early.
    CutOff { line: usize, column: usize },
    /// It breaks the rules of JSON.
    Syntax { line: usize, column: usize, why: String },
    /// It nests more than 127 levels deep.
    TooDeep,
    /// It holds half of a surrogate pair, which is no character.
    LoneSurrogate { line: usize, column: usize },
}

/// Reads all of it and keeps nothing. What passes can be read in parts later without surprises:
/// every string is text, and nothing nests too deep.
pub(in crate::format) fn sound(json: &str) -> Result<(), Unsound> {
    serde_json::from_str::<Anything>(json).map(drop).map_err(|error| unsound(json, &error))
}

fn unsound(json: &str, error: &serde_json::Error) -> Unsound {
    let (line, column) = (error.line(), column_in_characters(json, error));
    // The parser names these two faults in words alone; the tests below would notice other words.
    let why = error.to_string();
    match error.classify() {
        Category::Eof => Unsound::CutOff { line, column },
        _ if why.starts_with("recursion limit") => Unsound::TooDeep,
        _ if why.contains("surrogate") || why.starts_with("unexpected end of hex escape") => {
            Unsound::LoneSurrogate { line, column }
        }
        _ => Unsound::Syntax { line, column, why: plain(&why) },
    }
}

/// The parser counts bytes; people count characters.
fn column_in_characters(json: &str, error: &serde_json::Error) -> usize {
    let line = json.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    line.char_indices().take_while(|(at, _)| *at < error.column()).count()
}

/// The parser's sentence without the place, which is told apart.
fn plain(why: &str) -> String {
    why.rsplit_once(" at line ").map_or(why, |(sentence, _)| sentence).to_owned()
}

/// Any JSON value, seen and forgotten.
struct Anything;

impl<'de> Deserialize<'de> for Anything {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Anything, D::Error> {
        deserializer.deserialize_any(Anything)
    }
}

impl<'de> Visitor<'de> for Anything {
    type Value = Anything;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Anything, E> {
        Ok(Anything)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Anything, E> {
        Ok(Anything)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Anything, E> {
        Ok(Anything)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Anything, E> {
        Ok(Anything)
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Anything, E> {
        if number.is_finite() { Ok(Anything) } else { Err(E::custom("number out of range")) }
    }

    fn visit_str<E>(self, _: &str) -> Result<Anything, E> {
        Ok(Anything)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Anything, A::Error> {
        while items.next_element::<Anything>()?.is_some() {}
        Ok(Anything)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Anything, A::Error> {
        while fields.next_entry::<Anything, Anything>()?.is_some() {}
        Ok(Anything)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str, expected: &Result<(), Unsound>) {
        assert_eq!(sound(json), *expected, "{}", json.chars().take(60).collect::<String>());
    }

    #[test]
    fn what_is_json_passes() {
        check(r#" {"a":[1,-2.5,1e300,true,null,"\ud83d\ude42 \u0000"],"a":{}} "#, &Ok(()));
    }

    #[test]
    fn what_is_cut_off_says_where() {
        check("", &Err(Unsound::CutOff { line: 1, column: 0 }));
        check("{\"a\":\n[1,", &Err(Unsound::CutOff { line: 2, column: 3 }));
        check("{\"a\":\"é", &Err(Unsound::CutOff { line: 1, column: 7 }));
    }

    #[test]
    fn what_breaks_the_rules_says_where_and_why() {
        let syntax = |column, why: &str| Err(Unsound::Syntax { line: 1, column, why: why.to_owned() });
        check("[NaN]", &syntax(2, "expected value"));
        check("{\"é\":1,}", &syntax(8, "trailing comma"));
        check("{} {}", &syntax(4, "trailing characters"));
        check("[1e999]", &syntax(6, "number out of range"));
    }

    #[test]
    fn half_a_surrogate_pair_is_told_apart() {
        check(r#""\ud800""#, &Err(Unsound::LoneSurrogate { line: 1, column: 8 }));
        check(r#"{"\udc00":1}"#, &Err(Unsound::LoneSurrogate { line: 1, column: 8 }));
        check(r#"["\ud800\ud800"]"#, &Err(Unsound::LoneSurrogate { line: 1, column: 14 }));
    }

    #[test]
    fn deep_nests_are_refused_and_harm_nothing() {
        let nest = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        check(&nest(100), &Ok(()));
        check(&nest(127), &Ok(()));
        check(&nest(128), &Err(Unsound::TooDeep));
        check(&"{\"a\":".repeat(100_000), &Err(Unsound::TooDeep));
    }
}
