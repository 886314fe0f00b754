//! The inputs of a folder, with times.

use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

use sayso::annotation::{Anchor, Finder, Found};
use sayso::text::{CodePointOffset, Text, Utf16Offset};
use serde_json::Value;

use crate::tally::Tally;

/// Runs of a case; the quickest counts, since other programs can only make it slower.
const RUNS: usize = 5;

fn read(folder: &Path, name: &str) -> Value {
    let file = fs::read(folder.join(format!("fuzzy-{name}.json"))).unwrap();
    serde_json::from_slice(&file).unwrap()
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

fn anchors(base: &Value) -> Vec<Anchor> {
    let text = Text::new(base["text"].as_str().unwrap());
    let quotes = base["quotes"].as_array().unwrap();
    let anchor = |quote: &Value| {
        let string = |field: &str| quote[field].as_str().unwrap().to_owned();
        let offset = |field: &str| Utf16Offset(number(&quote[field]));
        let span = text.span_utf16(offset("start")..offset("end")).unwrap();
        let position = text.code_points(span);
        Anchor { quote: string("exact"), prefix: string("prefix"), suffix: string("suffix"), position }
    };
    quotes.iter().map(anchor).collect()
}

#[expect(clippy::disallowed_methods, reason = "this runs natively, where there is a clock")]
fn timed(text: &str, anchors: &[Anchor]) -> (Text, Vec<Option<Found>>, Duration) {
    let run = || {
        let start = Instant::now();
        let text = Text::new(text);
        let mut finder = Finder::new(&text);
        let found: Vec<Option<Found>> = anchors.iter().map(|anchor| finder.find(anchor)).collect();
        (text, found, start.elapsed())
    };
    (0..RUNS).map(|_| run()).min_by_key(|(_, _, time)| *time).unwrap()
}

#[test]
fn published_inputs() {
    let Some(folder) = env::var_os("SAYSO_FUZZY_INPUTS") else { return };
    let anchors = anchors(&read(folder.as_ref(), "base"));
    println!("| case | µs a quote | right % | ends ± 2 % | wrong % | orphans % |");
    for case in ["exact", "moved", "words5", "chars5", "chars15", "mixed"] {
        let input = read(folder.as_ref(), case);
        let (text, found, time) = timed(input["edited"].as_str().unwrap(), &anchors);
        let mut tally = Tally::default();
        let units = |found: Found| text.utf16(found.span());
        for (found, truth) in found.into_iter().zip(input["truth"].as_array().unwrap()) {
            let truth = truth.as_array().map(|pair| number(&pair[0])..number(&pair[1]));
            tally.count(found.map(units).map(|range| range.start.0..range.end.0), truth);
        }
        let micros = time.as_secs_f64() * 1e6 / anchors.len() as f64;
        println!(
            "| {case} | {micros:.1} | {:.1} | {:.1} | {:.1} | {:.1} |",
            tally.right(),
            tally.to_the_letter(),
            tally.wrong(),
            tally.orphans()
        );
    }
    let _ = CodePointOffset(0);
}
