//! Random documents and transactions that keep all promises of the core.

use std::rc::Rc;

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use sayso::annotation::{
    Anchor, Answer, Attribution, Claim, Content, Drift, Evidence, Form, Mark, MarkId, Place, SaidBy, Source,
    SourceKind, Timestamp, Verdict, decimal,
};
use sayso::article::{Article, Block, BlockKind, Details, Foreign, Inline, InlineKind, LinkAddress};
use sayso::format::native::Document;
use sayso::session::{Change, Origin, Record, RecordId, Step, Transaction, Verb};
use sayso::text::{ByteOffset, CodePointOffset, Spans, Text, trim};

/// Text with all that makes offsets go wrong.
pub(crate) fn string() -> impl Strategy<Value = String> {
    let pieces = select(vec![
        "said ",
        "“no”",
        " ",
        "\r\n",
        "\n\n",
        "\r",
        "e\u{301}",
        "\u{1f642}",
        "\u{1f469}\u{200d}\u{1f467}",
        "שלום ",
        "مرحبا",
        "\0",
        "\t",
        "\"",
        "\\",
        "\u{2028}",
        "中文。",
        "\u{feff}",
        "</script>",
    ]);
    let piece = prop_oneof![8 => pieces.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// An article whose blocks are its lines, with emphasis and links in some.
pub(crate) fn article() -> impl Strategy<Value = Article> {
    (vec(string(), 0..6), vec((any::<u8>(), 0..3_u8), 0..4)).prop_map(|(lines, set)| {
        let text = Text::new(lines.join("\n"));
        let mut start = 0;
        let mut blocks = Vec::new();
        for line in text.as_str().split_inclusive('\n') {
            let range = ByteOffset(start)..ByteOffset(start + line.len());
            let kind = BlockKind::ALL[start % BlockKind::ALL.len()];
            blocks
                .extend(text.span(range).and_then(|line| trim(&text, line)).map(|span| Block { kind, span }));
            start += line.len();
        }
        let inlines = inlines(&text, &blocks, &set);
        Article { text, blocks, inlines }
    })
}

/// For each of `set` a stretch of some block that begins where the block does or one character later.
fn inlines(text: &Text, blocks: &[Block], set: &[(u8, u8)]) -> Vec<Inline> {
    let one = |(at, kind): &(u8, u8)| {
        let block = blocks.get(usize::from(*at) % blocks.len().max(1))?.span;
        let whole = text.code_points(block);
        let start = CodePointOffset((whole.start.0 + usize::from(*at % 2)).min(whole.end.0 - 1));
        let kind = match kind {
            0 => InlineKind::Emphasis,
            1 => InlineKind::Strong,
            _ => InlineKind::Link(LinkAddress::new("https://news.example/?a=\"é\"").expect("an address")),
        };
        Some(Inline { span: text.span_code_points(start..whole.end)?, kind })
    };
    let mut inlines: Vec<Inline> = set.iter().filter_map(one).collect();
    inlines.sort_by_key(|inline| inline.span.start());
    inlines
}

/// Fields of a newer file.
fn foreign() -> impl Strategy<Value = Foreign> {
    let name = select(vec!["weight", "__proto__", "constructor", "ключ", "x-1", ""]).prop_map(str::to_owned);
    let raw = select(vec!["1", "-2.50", "null", "\"a\\u00e9\"", "[1, {\"b\":[]}]", "{}", "1e9"]);
    btree_map(name, raw.prop_map(str::to_owned), 0..3)
        .prop_map(|fields| Foreign(fields.into_iter().collect()))
}

/// Times that files can write, 0 for unknown among them.
fn time() -> impl Strategy<Value = Timestamp> {
    prop_oneof![Just(0), -62_167_219_200_000..=253_402_300_799_999_i64].prop_map(Timestamp)
}

pub(crate) fn details() -> impl Strategy<Value = Details> {
    (vec(string(), 7), option::of(".{1,9}"), foreign()).prop_map(|(mut strings, follows, foreign)| {
        let mut next = || strings.pop().unwrap_or_default();
        Details {
            title: next(),
            byline: next(),
            publisher: next(),
            url: next(),
            published: next(),
            retrieved: next(),
            language: next(),
            follows: follows.map(|id| id.as_str().into()),
            foreign,
        }
    })
}

fn source(number: usize) -> impl Strategy<Value = Source> {
    (vec(string(), 4), select(SourceKind::ALL.to_vec()), foreign()).prop_map(
        move |(mut strings, kind, foreign)| {
            let mut next = || strings.pop().unwrap_or_default();
            let id = format!("s{number}").as_str().into();
            Source {
                role: next(),
                why_unnamed: next(),
                note: next(),
                foreign,
                ..Source::new(id, next(), kind)
            }
        },
    )
}

fn evidence() -> impl Strategy<Value = Evidence> {
    (string(), string(), string(), string(), foreign())
        .prop_map(|(url, quote, note, accessed, foreign)| Evidence { url, quote, note, accessed, foreign })
}

/// A tie to one of the first two sources; mark 1 is a mention and mark 2 a cue.
fn attribution() -> impl Strategy<Value = Attribution> {
    (select(vec!["s0", "s1"]), any::<bool>(), any::<bool>(), foreign()).prop_map(
        |(source, mention, cue, foreign)| Attribution {
            mention: mention.then(|| MarkId::from("m1")),
            cue: cue.then(|| MarkId::from("m2")),
            foreign,
            ..Attribution::to(source.into())
        },
    )
}

fn claim() -> impl Strategy<Value = Claim> {
    let said_by = prop_oneof![
        Just(SaidBy::Open),
        Just(SaidBy::Nobody),
        vec(attribution(), 1..3).prop_map(SaidBy::Sources),
    ];
    let (form, verdict) = (option::of(select(Form::ALL.to_vec())), select(Verdict::ALL.to_vec()));
    (said_by, form, verdict, vec(evidence(), 0..3)).prop_map(|(said_by, form, verdict, evidence)| Claim {
        said_by,
        form,
        verdict,
        evidence,
    })
}

/// Mark 0 is a claim, 1 a mention, 2 a cue, 3 a note, and so on.
fn content(number: usize) -> BoxedStrategy<Content> {
    match number % 4 {
        0 => claim().prop_map(Content::Claim).boxed(),
        1 => select(vec!["s0", "s1"]).prop_map(|id| Content::Source(id.into())).boxed(),
        2 => Just(Content::Cue).boxed(),
        _ => string().prop_map(Content::Note).boxed(),
    }
}

fn anchor() -> impl Strategy<Value = Anchor> {
    (string(), string(), string(), any::<u32>(), any::<u32>()).prop_map(
        |(quote, prefix, suffix, start, end)| {
            let position = CodePointOffset(start as usize)..CodePointOffset(end as usize);
            Anchor { quote, prefix, suffix, position }
        },
    )
}

fn place(text: Text) -> impl Strategy<Value = Place> {
    let length = text.code_point_len().0;
    let ranges = vec((0..=length, 0..=length), 1..4);
    let placed = ranges.prop_map(move |ranges| {
        let span = |(a, b): (usize, usize)| {
            text.span_code_points(CodePointOffset(a.min(b))..CodePointOffset(a.max(b)))
        };
        let spans = Spans::new(ranges.into_iter().filter_map(span).collect());
        spans.map_or_else(|| Place::Orphan(Vec::new()), Place::Placed)
    });
    prop_oneof![5 => placed, 1 => vec(anchor(), 0..3).prop_map(Place::Orphan)]
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        string().prop_map(Answer::Text),
        any::<bool>().prop_map(Answer::YesNo),
        "-?[0-9]{1,9}(\\.[0-9]{1,9})?".prop_map(|number| Answer::Number(decimal(&number).expect("a number"))),
    ]
}

/// Answers, sorted by the names of their fields.
fn fields() -> impl Strategy<Value = Vec<(String, Answer)>> {
    btree_map(string(), answer(), 0..3).prop_map(|fields| fields.into_iter().collect())
}

fn drift() -> impl Strategy<Value = Option<Drift>> {
    prop_oneof![
        3 => Just(None),
        1 => Just(Some(Drift::Moved)),
        1 => ".{1,9}".prop_map(|former| Some(Drift::Changed(former))),
    ]
}

fn mark(number: usize, text: Text) -> impl Strategy<Value = Mark> {
    let said = (content(number), string(), vec(string(), 0..3), fields(), string(), string(), drift());
    (place(text), said, time(), time(), foreign()).prop_map(
        move |(
            place,
            (content, note, tags, fields, creator, codebook, drift),
            created,
            modified,
            foreign,
        )| {
            let id = format!("m{number}").as_str().into();
            Mark {
                id,
                place,
                content,
                note,
                tags,
                fields,
                creator,
                codebook,
                created,
                modified,
                drift,
                foreign,
            }
        },
    )
}

fn marks(count: usize, text: &Text) -> Vec<BoxedStrategy<Rc<Mark>>> {
    (0..count).map(|number| mark(number, text.clone()).prop_map(Rc::new).boxed()).collect()
}

/// A document in which every reference leads somewhere.
pub(crate) fn document(number: usize) -> impl Strategy<Value = Document> {
    let sources = (source(0), source(1)).prop_map(|(one, other)| vec![Rc::new(one), Rc::new(other)]);
    (article(), details(), sources, 3_usize..9).prop_flat_map(move |(article, details, sources, count)| {
        let marks = marks(count, &article.text);
        marks.prop_map(move |marks| Document {
            id: format!("a{number}").as_str().into(),
            article: article.clone(),
            details: details.clone(),
            sources: sources.clone(),
            marks,
        })
    })
}

/// An article, and a transaction that touches all kinds of records in it.
pub(crate) fn transaction() -> impl Strategy<Value = (Document, Transaction)> {
    let step = (select(Verb::ALL.to_vec()), string());
    let origins = vec![Origin::Local, Origin::Undo, Origin::Redo, Origin::Remote, Origin::Import];
    (document(0), step, select(origins), any::<i64>(), string(), any::<u16>()).prop_map(
        |(document, (verb, object), origin, at, by, removed)| {
            let change = change(&document, removed);
            let step = Step { verb, object };
            (document, Transaction { change, step, origin, at: Timestamp(at), by })
        },
    )
}

/// Sets every record of the document, but removes those whose bit is set.
fn change(document: &Document, removed: u16) -> Change {
    let details = Record::Article(Rc::new(document.details.clone()));
    let sources = document.sources.iter().cloned().map(Record::Source);
    let marks = document.marks.iter().cloned().map(Record::Mark);
    let mut change = Change::default();
    for (bit, record) in [details].into_iter().chain(sources).chain(marks).enumerate() {
        let id: RecordId = record.id();
        if removed >> bit & 1 == 1 {
            change.edit(id, Some(record), None);
        } else {
            change.edit(id, None, Some(record));
        }
    }
    change
}
