mod follow;

use super::*;
use crate::annotation::{MarkKind, Timestamp};
use crate::article::ArticleId;
use crate::codebook::Codebook;
use crate::format::parcel::Parcel;
use crate::format::{backup, codebook};
use crate::session::Record;

/// Opens a file; what came of it, and every share that was told.
fn opened(errand: Errand, name: &str, bytes: &[u8]) -> (Answer, Vec<u32>) {
    let mut told = Vec::new();
    let answer = open(errand, name, bytes, None, &mut |progress| told.push(progress.share));
    (answer, told)
}

#[track_caller]
fn refused(name: &str, bytes: &[u8], sentence: &str) {
    let (answer, _) = opened(Errand::Open, name, bytes);
    let Answer::Refused(why) = &answer else { panic!("{name} was taken: {answer:?}") };
    assert!(why.contains(sentence) && why.contains("nothing here was changed"), "{why}");
}

/// One article of so many marks, each on the first word.
fn native(marks: usize) -> String {
    let mark = |n| format!(r#"{{"id":"m{n}","kind":"claim","spans":[{{"start":0,"end":3}}]}}"#);
    let marks: Vec<String> = (0..marks).map(mark).collect();
    format!(
        r#"{{"format":"sayso","version":1,"unit":"code point","articles":[
            {{"id":"a1","title":"Toll","text":"One toll 🙂","x":{{"y":1}},"marks":[{}]}}]}}"#,
        marks.join(",")
    )
}

#[test]
fn our_own_file_comes_out_as_parcels() {
    let (answer, told) = opened(Errand::Open, "a.json", native(500).as_bytes());
    let Answer::Articles(parcels, remarks) = answer else { panic!("{answer:?}") };
    assert!(remarks.contains("Please check: articles[0].blocks: has no blocks"), "{remarks}");
    let [parcel] = &parcels[..] else { panic!("{parcels:?}") };
    assert_eq!(parcel.id, Some(ArticleId::from("a1")));
    let unpacked = parcel.unpack().expect("what was packed can be unpacked");
    assert_eq!((unpacked.details.title.as_str(), unpacked.article.text.as_str()), ("Toll", "One toll 🙂"));
    assert_eq!(unpacked.details.foreign.0, [("x".to_owned(), r#"{"y":1}"#.to_owned())]);
    let claims = unpacked.records.iter().filter(
        |record| matches!(record, Record::Mark(mark) if mark.kind() == MarkKind::Claim && mark.created == Timestamp(0)),
    );
    assert_eq!(claims.count(), 500);
    assert!(told.is_sorted() && told.last() == Some(&100) && told.len() > 50, "{told:?}");
}

#[test]
fn a_text_comes_out_as_a_parcel_without_a_name() {
    let (answer, _) = opened(Errand::Open, "a.txt", b"Toll stays\r\n\r\nThe toll stays, she said.\r\n");
    let Answer::Articles(parcels, remarks) = answer else { panic!("{answer:?}") };
    assert!(remarks.contains("line ends were made alike"), "{remarks}");
    let unpacked = parcels[0].unpack().expect("what was packed can be unpacked");
    assert_eq!((&parcels[0].id, unpacked.details.title.as_str()), (&None, "Toll stays"));
    let (answer, _) = opened(Errand::Open, "brace.txt", b"{ said the mayor, and went on");
    assert!(matches!(answer, Answer::Articles(..)), "{answer:?}");
}

#[test]
fn a_codebook_is_told_by_what_it_says() {
    let codebook = Codebook::starter();
    let file = codebook::export(&codebook, "test");
    for errand in [Errand::Open, Errand::OpenCodebook] {
        let (answer, _) = opened(errand, "c.json", file.as_bytes());
        let Answer::Codebook(sealed, remarks) = answer else { panic!("{answer:?}") };
        assert_eq!((codebook_of(&sealed), remarks.as_str()), (Ok(codebook.clone()), ""));
    }
    let (answer, _) = opened(Errand::OpenCodebook, "a.txt", b"no codebook");
    assert!(matches!(&answer, Answer::Refused(why) if why.contains("“a.txt” was not taken")), "{answer:?}");
}

#[test]
fn a_backup_is_told_by_how_it_begins() {
    let entries = vec![("sayso/2/here".to_owned(), "2".to_owned())];
    let file = backup::encode(&entries, Timestamp(0), "test");
    for errand in [Errand::Open, Errand::OpenBackup] {
        let (answer, _) = opened(errand, "b.json", file.as_bytes());
        assert_eq!(answer, Answer::Backup(entries.clone(), String::new()));
    }
    let (answer, _) = opened(Errand::OpenBackup, "a.json", native(1).as_bytes());
    assert!(matches!(&answer, Answer::Refused(why) if why.contains("but not a backup")), "{answer:?}");
}

#[test]
fn refusals_are_sentences() {
    refused("a.json", b"{", "It is cut off at line 1");
    refused("a.json", b"hello", "It is not JSON");
    refused("a.bin", b"\0\0\0", "This is not text, and no kind of document that is known here.");
    refused("a.txt", b"  \n", "There is no text here.");
    let long = native(0).replace("One toll 🙂", &"x".repeat(crate::article::TEXT_LIMIT + 1));
    refused("long.json", long.as_bytes(), "The text in articles[0].text has 2.1 million characters");
    refused("deep.json", &b"[".repeat(100_000), "nests lists in lists");
    for answer in [too_large("big.json", 64_000_001, 64_000_000), unreadable("gone.json", "it is gone")] {
        assert!(
            matches!(&answer, Answer::Refused(why) if why.contains(".json” was not opened")),
            "{answer:?}"
        );
    }
}

#[test]
fn every_word_and_errand_survives_its_letter() {
    for errand in [Errand::Open, Errand::OpenCodebook, Errand::OpenBackup] {
        assert_eq!(Errand::of(&errand.letter(None)), Some((errand, None)));
    }
    let parcel = |id: Option<&str>| Parcel {
        id: id.map(ArticleId::from),
        text: "🙂\u{0}\n".into(),
        entry: String::new(),
    };
    let words = [
        Word::Ready(BUILD.into()),
        Word::Progress(Progress { doing: "Checking".into(), share: 7 }),
        Word::Answer(Answer::Articles(vec![parcel(Some("a")), parcel(None)], "remarks".into())),
        Word::Answer(Answer::Articles(Vec::new(), String::new())),
        Word::Answer(Answer::Codebook("sealed".into(), String::new())),
        Word::Answer(Answer::Backup(vec![("sayso/2/here".into(), "2".into())], "remarks".into())),
        Word::Answer(Answer::Refused("why".into())),
        Word::Died("why".into()),
    ];
    for word in words {
        assert_eq!(Word::of(word.clone().letter()), Some(word));
    }
    for odd in [
        &[][..],
        &["ready"],
        &["hello", "you"],
        &["progress", "a"],
        &["progress", "a", "b"],
        &["articles", "", "a"],
    ] {
        assert_eq!(Word::of(odd.iter().map(|line| (*line).to_owned()).collect()), None, "{odd:?}");
    }
}

#[test]
fn a_parcel_that_was_changed_on_its_way_is_noticed() {
    let (answer, _) = opened(Errand::Open, "a.json", native(2).as_bytes());
    let Answer::Articles(parcels, _) = answer else { panic!("{answer:?}") };
    let [parcel] = &parcels[..] else { panic!("{parcels:?}") };
    let changed = [
        Parcel { text: "One".into(), ..parcel.clone() },
        Parcel { entry: parcel.entry.replace("m1", "m9"), ..parcel.clone() },
        Parcel { entry: String::new(), ..parcel.clone() },
    ];
    for parcel in changed {
        assert!(parcel.unpack().is_err(), "{parcel:?}");
    }
}
