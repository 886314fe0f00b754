//! What a browser kept for somebody must open for ever. These lines are never changed; a new
//! version adds its own.

use super::*;
use crate::annotation::Verdict;

const TEXT_V1: (&str, &str) = (
    "sayso/1/text/c79e10af96591d0254c7d6cec343a9533f7ae30b36fae5f49630ec0bc28f9b81",
    "The mayor said “no”. \u{1f642}",
);

const ENTRIES_V1: [(&str, &str); 4] = [
    (
        "sayso/1/0198f2a0/1772618400000-k3-0",
        r#"1b05e917 {"v":1,"at":1772618400000,"by":"ada","step":"add-article","object":"The bridge","origin":"import","details":{"title":"The bridge","language":"en"},"body":{"sha256":"c79e10af96591d0254c7d6cec343a9533f7ae30b36fae5f49630ec0bc28f9b81","blocks":[["paragraph",0,22]]}}"#,
    ),
    (
        "sayso/1/0198f2a0/1772618460000-k3-0",
        r#"726148c3 {"v":1,"at":1772618460000,"step":"mark-claim","object":"no","origin":"local","sources":[{"id":"s1","name":"The mayor","kind":"named person"}],"marks":[{"id":"m1","kind":"claim","spans":[[16,18]],"attributions":[{"source":"s1","mention":"m2"}],"form":"direct","verdict":"unchecked","created":1772618460000},{"id":"m2","kind":"source","source":"s1","spans":[[0,9]]},{"id":"m3","kind":"cue","orphan":true,"spans":[{"start":3,"end":9,"quote":"stated"}]}]}"#,
    ),
    (
        "sayso/1/0198f2a0/1772618460000-z9-0",
        r#"3ea4fbb4 {"v":1,"at":1772618460000,"step":"set-verdict","origin":"redo","marks":[{"id":"m1","kind":"claim","spans":[[16,18]],"attributions":[],"verdict":"refuted","evidence":[{"url":"https://example.org"}],"created":1772618460000,"modified":1772618470000}]}"#,
    ),
    (
        "sayso/1/0198f2a0/1772618480000-k3-0",
        r#"909a5f8c {"v":1,"at":1772618480000,"step":"remove-source","object":"The mayor","origin":"local","gone":{"sources":["s1"],"marks":["m2","m3"]}}"#,
    ),
];

#[test]
fn a_journal_of_version_1_opens_for_ever() {
    let bench = Bench::new();
    for (key, value) in ENTRIES_V1.iter().rev().chain([&TEXT_V1]) {
        bench.set(key, value);
    }
    let loaded = bench.load();
    assert_eq!((loaded.aside, loaded.newer), (Vec::new(), false));
    let shelf = &loaded.shelves[0];
    let verbs: Vec<Verb> = shelf.entries.iter().map(|entry| entry.step.verb).collect();
    assert_eq!(verbs, [Verb::AddArticle, Verb::MarkClaim, Verb::SetVerdict, Verb::RemoveSource]);
    assert_eq!(shelf.article.text.as_str(), TEXT_V1.1);
    let (_, edit) = shelf.entries[2].change.edits().next().expect("an edit");
    let Some(Record::Mark(mark)) = &edit.after else { panic!("a mark") };
    assert_eq!(mark.quote(&shelf.article.text), "no");
    assert_eq!(mark.claim().map(|claim| claim.verdict), Some(Verdict::Refuted));
    let before: Vec<bool> = shelf.entries[3].change.edits().map(|(_, edit)| edit.before.is_some()).collect();
    assert_eq!(before, [true, true, true], "the source, the mention and the orphan were there");
}
