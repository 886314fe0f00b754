//! What is done all the time, at 10 to 100,000 marks. Each measures one call, so a line that is level
//! is one that a person never feels.

use std::hint::black_box;
use std::rc::Rc;
use std::time::Duration;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use sayso::annotation::{MarkId, MarkKind, describe, resolve};
use sayso::journal::{Journal, MemoryStore};
use sayso::session::{Intent, Session, plan};
use sayso::text::{Spans, Text};
use sayso_growth::{article, first, id, session, stamp, word, words};

const MARKS: [usize; 5] = [10, 100, 1_000, 10_000, 100_000];

/// A span to the units of the browser and of files, and back.
fn offsets(c: &mut Criterion) {
    let mut group = c.benchmark_group("offsets");
    for marks in MARKS {
        let article = article(marks);
        let text = &article.text;
        let spans = words(text);
        let mut next = (0..spans.len()).cycle().step_by(7_919 % spans.len().max(2) + 1);
        group.bench_function(BenchmarkId::from_parameter(marks), |b| {
            b.iter(|| {
                let span = spans.get(next.next().unwrap_or_default()).copied();
                span.map(|span| (text.span_utf16(text.utf16(span)), text.code_points(span)))
            });
        });
    }
}

/// The marks under the pointer.
fn hit(c: &mut Criterion) {
    let mut group = c.benchmark_group("hit");
    for marks in MARKS {
        let session = session(marks);
        let place = words(&session.article.text).get(marks * 2 / 3).map(|span| span.start());
        let place = place.unwrap_or_default();
        group.bench_function(BenchmarkId::from_parameter(marks), |b| {
            b.iter(|| session.marks.at(black_box(place)).len());
        });
    }
}

/// One more claim, planned and applied.
fn mark(c: &mut Criterion) {
    let mut group = c.benchmark_group("mark");
    for marks in MARKS {
        let session = session(marks);
        let Some(span) = word(&session.article.text, marks + 1) else { continue };
        let intent = Intent::Mark(MarkKind::Claim, Spans::from(span));
        group.bench_function(BenchmarkId::from_parameter(marks), |b| {
            b.iter(|| plan(&session, &intent, &stamp(1)).transaction.map(|done| session.apply(&done)));
        });
    }
}

/// A claim removed from the middle, and brought back.
fn remove_and_undo(c: &mut Criterion) {
    let mut group = c.benchmark_group("remove and undo");
    for marks in MARKS {
        let session = session(marks);
        let gone = Intent::RemoveMark(MarkId::from(format!("m{:06}", marks / 2).as_str()));
        group.bench_function(BenchmarkId::from_parameter(marks), |b| {
            b.iter(|| {
                let done = plan(&session, &gone, &stamp(1)).transaction?;
                let without = session.apply(&done);
                let undone = plan(&without, &Intent::Undo, &stamp(2)).transaction?;
                Some(without.apply(&undone))
            });
        });
    }
}

/// One more entry in the journal.
fn keep(c: &mut Criterion) {
    let mut group = c.benchmark_group("keep");
    for marks in MARKS {
        let session = session(marks);
        let Some(span) = word(&session.article.text, marks + 1) else { continue };
        let intent = Intent::Mark(MarkKind::Claim, Spans::from(span));
        let Some(done) = plan(&session, &intent, &stamp(1)).transaction else { continue };
        let mut journal = Journal::new(MemoryStore::new(), "tab");
        if journal.add(&id(), &session.article, &first(&session.article, marks)).is_err() {
            continue;
        }
        group.bench_function(BenchmarkId::from_parameter(marks), |b| {
            b.iter(|| journal.append(&id(), &session.article.text, &done).is_ok());
        });
    }
}

/// Everything read back from the journal, each mark an entry of its own; per mark.
fn replay(c: &mut Criterion) {
    let mut group = c.benchmark_group("replay");
    for marks in MARKS {
        let store = stored(marks);
        group.throughput(Throughput::Elements(marks as u64));
        group.bench_function(BenchmarkId::from_parameter(marks), |b| {
            b.iter_batched(
                || Journal::new(store.clone(), "reader"),
                |mut journal| journal.shelf(&id()).ok().flatten().map(|shelf| shelf.session()),
                BatchSize::PerIteration,
            );
        });
    }
}

/// A store in which each mark was made by itself.
fn stored(marks: usize) -> Rc<MemoryStore> {
    let store: Rc<MemoryStore> = Rc::default();
    let article = article(marks);
    let mut journal = Journal::new(store.clone(), "tab");
    let mut kept = journal.add(&id(), &article, &first(&article, 0)).is_ok();
    let bare = Session::new(id(), article.clone());
    for (n, span) in words(&article.text).into_iter().enumerate() {
        let intent = Intent::Mark(MarkKind::Claim, Spans::from(span));
        if let Some(done) = plan(&bare, &intent, &stamp(n)).transaction {
            kept &= journal.append(&id(), &article.text, &done).is_ok();
        }
    }
    assert!(kept, "a store in memory takes everything");
    store
}

/// A quote found again in a text to which a sentence was added in front.
fn anchor(c: &mut Criterion) {
    let mut group = c.benchmark_group("anchor");
    for marks in MARKS {
        let article = article(marks);
        let Some(span) = word(&article.text, marks / 2) else { continue };
        let anchor = describe(&article.text, span);
        let moved = Text::new(format!("One more sentence. {}", article.text.as_str()));
        group.bench_function(BenchmarkId::from_parameter(marks), |b| {
            b.iter(|| resolve(black_box(&moved), &anchor));
        });
    }
}

fn calm() -> Criterion {
    Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_millis(1_000))
        .without_plots()
}

criterion_group! { name = all; config = calm(); targets = offsets, hit, mark, remove_and_undo, keep, replay, anchor }
criterion_main!(all);
