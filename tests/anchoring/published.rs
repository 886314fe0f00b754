//! The inputs of a folder, with times.

use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

use sayso::annotation::{Anchor, Anchoring, Outcome};
use sayso::text::{Span, Text, Utf16Offset};
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

/// What one run came to.
struct Run {
    text: Text,
    found: Vec<Option<Span>>,
    time: Duration,
    longest: Duration,
}

#[expect(clippy::disallowed_methods, reason = "this runs natively, where there is a clock")]
fn run(text: &str, anchors: &[Anchor]) -> Run {
    let marks = anchors.iter().map(|anchor| vec![anchor.clone()]).collect();
    let start = Instant::now();
    let text = Text::new(text);
    let mut work = Anchoring::new(&text, marks);
    let (mut last, mut longest) = (Instant::now(), Duration::ZERO);
    while work.step() {
        longest = longest.max(last.elapsed());
        last = Instant::now();
    }
    let found = work.finish().into_iter().map(|outcome| match outcome {
        Outcome::Placed(spans) | Outcome::Moved(spans) | Outcome::Changed(spans) => Some(spans.hull()),
        Outcome::Orphan(_) => None,
    });
    Run { found: found.collect(), text, time: start.elapsed(), longest }
}

#[test]
#[ignore = "it reads the inputs of the folder that SAYSO_FUZZY_INPUTS names"]
fn published_inputs() {
    let folder = env::var_os("SAYSO_FUZZY_INPUTS").expect("SAYSO_FUZZY_INPUTS names a folder");
    let anchors = anchors(&read(folder.as_ref(), "base"));
    println!("| case | µs a quote | longest step, ms | right % | ends ± 2 % | wrong % | orphans % |");
    for case in ["exact", "moved", "words5", "chars5", "chars15", "mixed"] {
        let input = read(folder.as_ref(), case);
        let edited = input["edited"].as_str().unwrap();
        let runs = (0..RUNS).map(|_| run(edited, &anchors));
        let Run { text, found, time, longest } = runs.min_by_key(|run| run.time).unwrap();
        let mut tally = Tally::default();
        let units = |span: Span| text.utf16(span);
        for (found, truth) in found.into_iter().zip(input["truth"].as_array().unwrap()) {
            let truth = truth.as_array().map(|pair| number(&pair[0])..number(&pair[1]));
            tally.count(found.map(units).map(|range| range.start.0..range.end.0), truth);
        }
        let micros = time.as_secs_f64() * 1e6 / anchors.len() as f64;
        println!(
            "| {case} | {micros:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} |",
            longest.as_secs_f64() * 1e3,
            tally.right(),
            tally.to_the_letter(),
            tally.wrong(),
            tally.orphans()
        );
        assert!(tally.right() >= if case == "exact" { 100.0 } else { 99.0 }, "{case}: {tally:?}");
        assert!(tally.wrong() <= if case == "mixed" { 1.0 } else { 0.5 }, "{case}: {tally:?}");
        assert!(tally.orphans() >= 95.0, "{case}: {tally:?}");
    }
}
