//! What one tab makes of what another has written.

use super::*;

/// A tab that has loaded the article *a*, and what it holds of it.
struct Tab {
    journal: Journal<Rc<MemoryStore>>,
    records: std::collections::BTreeMap<RecordId, Record>,
}

impl Tab {
    fn open(bench: &Bench, name: &str) -> Tab {
        let mut journal = bench.tab(name);
        let loaded = journal.load().expect("a store in memory");
        let records = loaded.shelves[0].clone().session().records();
        Tab { journal, records: records.into_iter().map(|record| (record.id(), record)).collect() }
    }

    /// Writes a note at a time, or removes it; the key it is stored under.
    fn write(&mut self, name: &str, words: Option<&str>, at: i64) -> EntryKey {
        let after = words.map(|words| note(name, words));
        let before = self.records.get(&mark(name)).cloned();
        let step = transaction(Verb::SetNote, at, mark(name), before, after);
        self.apply(&step);
        self.journal.append(&id("a"), &Text::new(TEXT), &step).expect("there is room");
        let (time, n) = self.journal.next;
        let turn = Turn { time, tab: self.journal.tab.clone(), n: n - 1 };
        EntryKey { article: id("a"), turn, layout: Layout::Two }
    }

    fn apply(&mut self, transaction: &Transaction) {
        for (id, edit) in transaction.change.edits() {
            match &edit.after {
                Some(record) => drop(self.records.insert(id.clone(), record.clone())),
                None => drop(self.records.remove(id)),
            }
        }
    }

    fn hear(&mut self, key: &EntryKey) -> Received {
        let records = &self.records;
        let received = self.journal.receive(key, &Text::new(TEXT), |id| records.get(id).cloned());
        let received = received.expect("it can be read");
        assert_eq!(received.transaction.origin, Origin::Remote);
        self.apply(&received.transaction);
        received
    }

    fn note(&self, name: &str) -> Option<&str> {
        match self.records.get(&mark(name)) {
            Some(Record::Mark(mark)) => Some(&mark.note),
            _ => None,
        }
    }
}

fn conflict(name: &str, other: Option<&str>, ours_lost: bool) -> Conflict {
    Conflict { id: mark(name), other: other.map(|words| note(name, words)), ours_lost }
}

#[test]
fn a_step_that_was_seen_is_no_conflict() {
    let bench = bench_with_article();
    let (mut one, mut two) = (Tab::open(&bench, "1"), Tab::open(&bench, "2"));
    let first = one.write("m1", Some("first"), 10);
    assert_eq!(two.hear(&first).conflicts, []);
    let second = two.write("m1", Some("second"), 11);
    assert_eq!(one.hear(&second).conflicts, []);
    assert_eq!((one.note("m1"), two.note("m1")), (Some("second"), Some("second")));
}

#[test]
fn steps_of_different_records_are_no_conflict() {
    let bench = bench_with_article();
    let (mut one, mut two) = (Tab::open(&bench, "1"), Tab::open(&bench, "2"));
    let (first, second) = (one.write("m1", Some("x"), 10), two.write("m2", Some("y"), 10));
    assert_eq!((one.hear(&second).conflicts, two.hear(&first).conflicts), (vec![], vec![]));
}

#[test]
fn of_two_blind_steps_the_later_wins_and_the_other_is_offered_in_both() {
    let bench = bench_with_article();
    let (mut one, mut two) = (Tab::open(&bench, "1"), Tab::open(&bench, "2"));
    let (early, late) = (one.write("m1", Some("early"), 10), two.write("m1", Some("late"), 11));
    assert_eq!(one.hear(&late).conflicts, [conflict("m1", Some("early"), true)]);
    let ours = two.hear(&early);
    assert_eq!(ours.conflicts, [conflict("m1", Some("early"), false)]);
    assert!(ours.transaction.change.is_empty());
    assert_eq!((one.note("m1"), two.note("m1")), (Some("late"), Some("late")));
}

#[test]
fn in_one_millisecond_the_name_of_the_tab_decides() {
    let bench = bench_with_article();
    let (mut one, mut two) = (Tab::open(&bench, "1"), Tab::open(&bench, "2"));
    let (first, second) = (one.write("m1", Some("first"), 10), two.write("m1", Some("second"), 10));
    assert_eq!(one.hear(&second).conflicts, [conflict("m1", Some("first"), true)]);
    assert_eq!(two.hear(&first).conflicts, [conflict("m1", Some("first"), false)]);
    assert_eq!(notes(&bench.load().shelves[0])[0], "m1: second");
}

#[test]
fn a_removal_and_a_change_are_a_conflict_and_two_removals_are_none() {
    let bench = bench_with_article();
    let (mut one, mut two) = (Tab::open(&bench, "1"), Tab::open(&bench, "2"));
    let (gone, kept) = (one.write("m1", None, 10), two.write("m1", Some("kept"), 11));
    assert_eq!(one.hear(&kept).conflicts, [conflict("m1", None, true)]);
    assert_eq!(two.hear(&gone).conflicts, [conflict("m1", None, false)]);
    let (first, second) = (one.write("m2", None, 20), two.write("m2", None, 20));
    assert_eq!((one.hear(&second).conflicts, two.hear(&first).conflicts), (vec![], vec![]));
    assert_eq!((one.note("m1"), one.note("m2")), (Some("kept"), None));
}

#[test]
fn a_conflict_is_told_once_however_often_the_other_goes_on() {
    let bench = bench_with_article();
    let (mut one, mut two) = (Tab::open(&bench, "1"), Tab::open(&bench, "2"));
    one.write("m1", Some("mine"), 10);
    let theirs = [two.write("m1", Some("a"), 11), two.write("m1", Some("ab"), 12)];
    assert_eq!(theirs.map(|key| one.hear(&key).conflicts.len()), [1, 0]);
    assert_eq!(one.note("m1"), Some("ab"));
}

#[test]
fn what_version_1_wrote_has_seen_everything() {
    let bench = bench_with_article();
    let mut one = Tab::open(&bench, "1");
    one.write("m1", Some("mine"), 10);
    let json = r#"{"v":1,"at":11,"step":"remove-mark","origin":"local","gone":{"marks":["m1"]}}"#;
    let key = "sayso/1/a/0000000000011-old-0";
    bench.set(key, &seal(json, key));
    let Key::Entry(key) = Key::parse(key) else { panic!("an entry") };
    assert_eq!(one.hear(&key).conflicts, []);
    assert_eq!(one.note("m1"), None);
}

#[test]
fn hearing_late_twice_or_in_any_order_is_the_same() {
    let bench = bench_with_article();
    let (mut one, mut two) = (Tab::open(&bench, "1"), Tab::open(&bench, "2"));
    let keys: Vec<EntryKey> =
        ["a", "b", "c"].iter().zip(10..).map(|(words, at)| two.write("m1", Some(words), at)).collect();
    for at in [2, 0, 1, 2, 0] {
        one.hear(&keys[at]);
        assert_eq!(one.note("m1"), Some("c"));
    }
    let next = one.write("m1", Some("d"), 5);
    assert!(next.turn > keys[2].turn, "what is done here counts from now on, whatever the clock says");
    two.hear(&next);
    assert_eq!((two.note("m1"), notes(&bench.load().shelves[0])[0].as_str()), (Some("d"), "m1: d"));
}

#[test]
fn nothing_is_heard_of_what_cannot_be_read_or_is_gone() {
    let bench = bench_with_article();
    let (mut one, mut two) = (Tab::open(&bench, "1"), Tab::open(&bench, "2"));
    let key = two.write("m1", Some("x"), 10);
    two.journal.forget(&id("a")).expect("a store in memory");
    let Key::Gone(gone) = Key::parse(&bench.all()[0].0) else { panic!("a note that it is gone") };
    assert_eq!(one.journal.receive(&key, &Text::new(TEXT), |_| None), None);
    assert_eq!(one.journal.hear(&gone), Some((id("a"), false)));
    assert!(one.journal.is_gone(&id("a")) && one.journal.may_go(&key.to_string()));
    bench.set(&key.to_string(), "damaged");
    assert_eq!(one.journal.receive(&key, &Text::new(TEXT), |_| None), None);
}

#[test]
fn reading_anew_forgets_neither_what_was_seen_nor_what_was_not() {
    let bench = bench_with_article();
    let (mut one, mut two) = (Tab::open(&bench, "1"), Tab::open(&bench, "2"));
    let early = one.write("m1", Some("early"), 10);
    one.journal.load().expect("a store in memory");
    let other = one.write("m2", Some("other"), 12);
    let late = two.write("m1", Some("late"), 11);
    let blind = two.write("m2", Some("blind"), 13);
    assert_eq!(one.hear(&late).conflicts, [conflict("m1", Some("early"), true)]);
    assert_eq!(one.hear(&blind).conflicts, [conflict("m2", Some("other"), true)]);
    assert_eq!(two.hear(&early).conflicts, [conflict("m1", Some("early"), false)]);
    assert_eq!(two.hear(&other).conflicts, [conflict("m2", Some("other"), false)]);
}
