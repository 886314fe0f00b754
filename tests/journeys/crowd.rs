//! Articles with many marks, as files: what a person would need a day to mark.

use serde_json::{Value, json};

use crate::more::STORY;

/// A file with the story told several times over and this many claims in it, evenly spread, of all
/// lengths, overlapping, tied to three voices in turn or to nobody.
pub(crate) fn crowd(claims: usize) -> Value {
    let text = vec![STORY.trim(); claims.div_ceil(40)].join("\n\n");
    let letters: Vec<char> = text.chars().collect();
    let starts: Vec<usize> =
        (1..letters.len()).filter(|at| letters[*at].is_alphabetic() && letters[at - 1] == ' ').collect();
    let claim = |n: usize| {
        let start = starts[n * starts.len() / claims];
        let line =
            letters[start..].iter().position(|letter| *letter == '\n').unwrap_or(letters.len() - start);
        let end = start + line.min(8 + n * 13 % 60);
        let quote: String = letters[start..end].iter().collect();
        let ties: Vec<Value> =
            (n % 4 < 3).then(|| json!({ "source": format!("voice-{}", n % 4) })).into_iter().collect();
        json!({ "id": format!("claim-{n}"), "kind": "claim", "attributions": ties,
            "spans": [{ "start": start, "end": end, "quote": quote }],
            "note": if n.is_multiple_of(9) { "ask again" } else { "" } })
    };
    let voices = [
        ("Bruno Caldeira", "named person"),
        ("a mechanic", "unnamed person"),
        ("the harbour office", "organisation"),
    ];
    let voice = |(n, (name, kind)): (usize, &(&str, &str))| json!({ "id": format!("voice-{n}"), "name": name, "kind": kind });
    let sources: Vec<Value> = voices.iter().enumerate().map(voice).collect();
    let marks: Vec<Value> = (0..claims).map(claim).collect();
    file(&text, &sources, &marks)
}

/// The story with one claim in two pieces around *said Bruno Caldeira, who runs the office*.
pub(crate) fn in_two_pieces() -> Value {
    let text = STORY.trim();
    let span = |words: &str| {
        let start = text.split(words).next().unwrap_or_default().chars().count();
        json!({ "start": start, "end": start + words.chars().count(), "quote": words })
    };
    let spans = json!([span("We have one hull and two crews"), span("That is not a timetable, it’s a wish")]);
    file(text, &[], &[json!({ "id": "both", "kind": "claim", "spans": spans })])
}

fn file(text: &str, sources: &[Value], marks: &[Value]) -> Value {
    json!({ "format": "sayso", "version": 1, "unit": "code point",
        "articles": [{ "id": "crowd", "title": "A crowd", "text": text, "sources": sources, "marks": marks }] })
}
