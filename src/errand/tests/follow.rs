use super::*;
use crate::annotation::{Drift, Mark, Places};
use crate::format::native::import;
use crate::format::parcel::Unpacked;

const OLD: &str = "Toll stays\n\n\
    The toll on the northern bridge stays, the harbour board said on Monday evening. \
    Lorries pay twice as much as cars do, and nobody on the board wants to change that.\n\n\
    “We were never asked about any of it,” said Lise Ørsted, who bakes bread by the river. \
    The contract with the operator runs for eleven more years.\n\n\
    A study of the traffic is due in June, said one engineer 🙂 who had seen a draft of it.";

/// The old text with marks on these words, as the page hands it over.
fn asked(quotes: &[&str], text: &str) -> Following {
    let mark = |(n, quote): (usize, &&str)| {
        let before = OLD.split_once(quote).expect("the words are there").0;
        let start = before.chars().count();
        let end = start + quote.chars().count();
        format!(
            r#"{{"id":"m{n}","kind":"claim","note":"n{n}","tags":["t"],"x":{n},"spans":[{{"start":{start},"end":{end}}}]}}"#
        )
    };
    let marks: Vec<String> = quotes.iter().enumerate().map(mark).collect();
    let file = format!(
        r#"{{"format":"sayso","version":1,"unit":"code point","articles":[{{"id":"old","title":"Toll","byline":"Ana",
            "text":"{}","sources":[{{"id":"s1","kind":"document","name":"a study"}}],"marks":[{}]}}]}}"#,
        OLD.replace('\n', r"\n"),
        marks.join(",")
    );
    let imported = import(file.as_bytes()).expect("a file of ours");
    let [document] = &imported.documents[..] else { panic!("one article") };
    let sources = document.sources.iter().cloned().map(Record::Source);
    let said = sources.chain(document.marks.iter().cloned().map(Record::Mark)).collect();
    let article = Parcel::pack(Some("old".into()), &document.article, document.details.clone(), said);
    Following { article, title: String::new(), text: text.to_owned() }
}

fn version(asked: &Following) -> (Unpacked, String, Vec<u32>) {
    let mut told = Vec::new();
    let answer = follow(asked, &mut |progress| told.push(progress.share));
    let Answer::Articles(parcels, remarks) = answer else { panic!("{answer:?}") };
    let [parcel] = &parcels[..] else { panic!("{parcels:?}") };
    assert_eq!(parcel.id, None, "it is a new article");
    (parcel.unpack().expect("what was packed can be unpacked"), remarks, told)
}

/// Each mark: its name, its words, and how it came there.
fn shown(unpacked: &Unpacked) -> Vec<String> {
    let one = |mark: &Mark| {
        let how = match (&mark.drift, mark.spans()) {
            (_, None) => "nowhere".to_owned(),
            (None, _) => "placed".to_owned(),
            (Some(Drift::Moved), _) => "moved".to_owned(),
            (Some(Drift::Changed(former)), _) => format!("was {former}"),
        };
        format!("{}: {} ({how})", mark.id, mark.quote(&unpacked.article.text))
    };
    let marks = unpacked.records.iter().filter_map(|record| match record {
        Record::Mark(mark) => Some(one(mark)),
        Record::Source(_) | Record::Article(_) => None,
    });
    marks.collect()
}

const MARKED: [&str; 4] = [
    "The toll on the northern bridge stays",
    "Lorries pay twice as much as cars do",
    "We were never asked about any of it",
    "The contract with the operator runs for eleven more years.",
];

/// One sentence reads otherwise, one is gone, and there is a new first one.
fn edited() -> String {
    OLD.replace("The toll on", "After a long night there is news. The toll on")
        .replace("twice as much as cars do", "three times as much as cars do")
        .replace(" The contract with the operator runs for eleven more years.", "")
}

#[test]
fn every_mark_is_placed_changed_or_an_orphan_in_the_new_version() {
    let (new, told, shares) = version(&asked(&MARKED, &edited()));
    assert_eq!(
        shown(&new),
        [
            "m0: The toll on the northern bridge stays (placed)",
            "m1: Lorries pay three times as much as cars do (was Lorries pay twice as much as cars do)",
            "m2: We were never asked about any of it (placed)",
            "m3: The contract with the operator runs for eleven more years. (nowhere)",
        ]
    );
    assert!(
        told.contains("Of 4 marks, 2 stand where they stood, 1 reads otherwise and 1 was not found."),
        "{told}"
    );
    assert!(shares.is_sorted() && shares.len() > 2, "{shares:?}");
}

#[test]
fn a_sentence_that_goes_elsewhere_has_moved() {
    let contract = " The contract with the operator runs for eleven more years.";
    let text = OLD.replace(contract, "").replace("Monday evening.", &format!("Monday evening.{contract}"));
    let (new, ..) = version(&asked(&MARKED, &text));
    let moved: Vec<String> = shown(&new).into_iter().filter(|line| line.ends_with("(moved)")).collect();
    assert_eq!(moved, ["m3: The contract with the operator runs for eleven more years. (moved)"]);
}

#[test]
fn the_new_version_carries_all_that_was_said_and_names_the_old_one() {
    let (new, ..) = version(&asked(&MARKED[..1], &edited()));
    assert_eq!((new.details.title.as_str(), new.details.byline.as_str()), ("Toll", "Ana"));
    assert_eq!(new.details.follows, Some("old".into()));
    let [Record::Source(source), Record::Mark(mark)] = &new.records[..] else { panic!("{:?}", new.records) };
    assert_eq!(source.name, "a study");
    assert_eq!((mark.note.as_str(), &mark.tags[..]), ("n0", &["t".to_owned()][..]));
    assert_eq!(mark.foreign.0, [("x".to_owned(), "0".to_owned())]);
    let named = Following { title: " Toll, mended ".into(), ..asked(&[], &edited()) };
    assert_eq!(version(&named).0.details.title, "Toll, mended");
}

#[test]
fn the_wording_a_person_marked_is_kept_over_several_versions() {
    let first = OLD.replace("twice as much", "three times as much");
    let (one, ..) = version(&asked(&MARKED[1..2], &first));
    let again = |text: &str| {
        let article =
            Parcel::pack(Some("one".into()), &one.article, one.details.clone(), one.records.clone());
        shown(&version(&Following { article, title: String::new(), text: text.to_owned() }).0)
    };
    let was = "(was Lorries pay twice as much as cars do)";
    let more = first.replace("three times", "four times");
    assert_eq!(again(&more), [format!("m0: Lorries pay four times as much as cars do {was}")]);
    let elsewhere = first.replace("Toll stays", "Toll stays for now");
    assert_eq!(again(&elsewhere), [format!("m0: Lorries pay three times as much as cars do {was}")]);
    assert_eq!(again(OLD), ["m0: Lorries pay twice as much as cars do (placed)"], "it reads as it did");
}

#[test]
fn what_comes_to_nothing_is_a_sentence() {
    let refused = |asked: &Following, sentence: &str| {
        let answer = follow(asked, &mut |_| ());
        assert!(matches!(&answer, Answer::Refused(why) if why.contains(sentence)), "{answer:?}");
    };
    refused(&asked(&MARKED, OLD), "The text is the same as it was.");
    refused(&asked(&MARKED, &format!("{}\r\n\r\n", OLD.replace('\n', "\r\n"))), "The text is the same");
    refused(&asked(&MARKED, " \n"), "There is no text here.");
    let broken = asked(&MARKED, "x");
    let article = Parcel { text: "other".into(), ..broken.article.clone() };
    refused(&Following { article, ..broken }, "came back wrong");
}

#[test]
fn what_is_asked_survives_its_letter() {
    let one = asked(&MARKED, "new\n🙂");
    assert_eq!(Following::of(&one.letter()), Some(one.clone()));
    assert_eq!((Errand::of(&one.letter()), Following::of(&Errand::Open.letter(None))), (None, None));
}

#[test]
fn a_text_with_other_words_leaves_every_mark_an_orphan() {
    let (new, ..) = version(&asked(&MARKED, "Nothing of what stood here is left; it is about boats now."));
    let marks = new.records.iter().filter_map(|record| match record {
        Record::Mark(mark) => Some(&**mark),
        Record::Source(_) | Record::Article(_) => None,
    });
    assert_eq!(Places::of(marks), Places { orphans: 4, ..Places::default() });
}
