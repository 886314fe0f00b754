//! What a browser kept for somebody opens for ever: every store ever published here, in every layout.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use sayso::format::backup;
use sayso::format::native::{Document, import};
use sayso::journal::{Journal, Keepsake, Key, Loaded, Why};
use sayso::session::Session;

use super::store::Store;
use super::world::unpack;

/// The folders of all published layouts; none is ever taken out.
const LAYOUTS: [&str; 2] = ["v1", "v2"];

/// A store as it was published, and what it must mean.
struct Fixture {
    path: PathBuf,
    entries: Vec<(String, String)>,
}

fn fixtures() -> Vec<Fixture> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/journal");
    let mut all = Vec::new();
    for layout in LAYOUTS {
        let mut paths: Vec<PathBuf> = fs::read_dir(root.join(layout))
            .expect("a folder of fixtures")
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.to_string_lossy().ends_with(".backup.json"))
            .collect();
        paths.sort();
        assert!(!paths.is_empty(), "no fixtures of {layout}");
        for path in paths {
            let file = backup::decode(&fs::read(&path).expect("a file")).expect("a backup");
            assert_eq!(file.notices, [], "{}", path.display());
            all.push(Fixture { path, entries: file.entries });
        }
    }
    all
}

/// What a page on a store shows, once all pasts are unpacked.
struct Shown {
    loaded: Loaded,
    sessions: BTreeMap<String, Session>,
    journal: Journal<Rc<Store>>,
}

fn open(store: Rc<Store>) -> Shown {
    let mut journal = Journal::new(store, "page");
    let loaded = journal.load().expect("a store in memory");
    for shelf in &loaded.shelves {
        for (key, packed) in journal.packed(&shelf.id) {
            assert!(journal.unpack(&key, &unpack(&packed)), "{key}");
        }
    }
    let sessions = loaded.shelves.iter().map(|shelf| (shelf.id.to_string(), shelf.clone().session()));
    Shown { sessions: sessions.collect(), loaded, journal }
}

impl Shown {
    /// The articles, as the published export has them.
    fn documents(&self) -> Vec<Document> {
        let document = |session: &Session| Document {
            id: session.id.clone(),
            article: (*session.article).clone(),
            details: (*session.details).clone(),
            sources: session.sources.iter().cloned().collect(),
            marks: session.marks.iter().cloned().collect(),
        };
        self.sessions.values().map(document).collect()
    }

    /// What is not in an export: what is removed, the steps, what can be undone, what is kept.
    fn rest(&self) -> String {
        let mut lines = String::new();
        for (id, session) in &self.sessions {
            let Session { removed, added, changed, history, .. } = session;
            let counts = (history.undo_steps().len(), history.redo_steps().len());
            writeln!(lines, "article {id} removed {removed} added {} changed {}", added.0, changed.0)
                .expect("a string");
            writeln!(lines, "  to undo {} to redo {}", counts.0, counts.1).expect("a string");
            for step in self.journal.history(&session.id) {
                let (verb, object) = (step.step.verb, &step.step.object);
                writeln!(lines, "  {} {:?} {} {verb:?} {object:?}", step.at.0, step.origin, step.by)
                    .expect("a string");
            }
        }
        for (key, kept) in &self.loaded.kept {
            writeln!(lines, "{key} {}", described(kept)).expect("a string");
        }
        for aside in &self.loaded.aside {
            writeln!(lines, "aside {} {:?} {:?}", aside.key, aside.value, aside.why).expect("a string");
        }
        lines
    }
}

fn described(kept: &Keepsake) -> String {
    match kept {
        Keepsake::Settings(settings) => format!("{:?}", settings.name),
        Keepsake::Codebook(book) => format!("{:?} {}", book.name, book.version),
        Keepsake::Backup | Keepsake::Asked | Keepsake::Reminded => String::new(),
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    path.to_string_lossy().replace(".backup.json", ending).into()
}

fn check(shown: &Shown, path: &Path) {
    assert!(!shown.loaded.newer && shown.loaded.wanting.is_empty(), "{}", path.display());
    assert!(shown.loaded.aside.iter().all(|aside| aside.why == Why::Replaced), "{:?}", shown.loaded.aside);
    let expected = fs::read(beside(path, ".export.json")).expect("what it means, as an export");
    let expected = import(&expected).expect("an export");
    assert_eq!(expected.notices, []);
    let documents = shown.documents();
    assert_eq!(documents.len(), expected.documents.len(), "{}", path.display());
    for (ours, theirs) in documents.iter().zip(&expected.documents) {
        assert_eq!(ours, theirs, "{}", path.display());
    }
    let (rest, expected) = (shown.rest(), fs::read_to_string(beside(path, ".txt")).unwrap_or_default());
    assert!(rest == expected, "{} now means\n{rest}", path.display());
}

#[test]
fn every_published_store_opens_and_means_what_it_meant() {
    for fixture in fixtures() {
        check(&open(Rc::new(Store::of(&fixture.entries))), &fixture.path);
    }
}

#[test]
fn every_published_store_can_be_restored_as_a_backup() {
    for fixture in fixtures() {
        let store: Rc<Store> = Rc::default();
        let mut journal = Journal::new(store.clone(), "page");
        let adopted = journal.adopt(fixture.entries);
        assert_eq!((adopted.refused, adopted.trouble), (Vec::new(), None), "{}", fixture.path.display());
        check(&open(store), &fixture.path);
    }
}

#[test]
fn every_published_store_folds_to_the_same() {
    for fixture in fixtures() {
        let store = Rc::new(Store::of(&fixture.entries));
        let mut shown = open(store.clone());
        let (documents, steps) = (shown.documents(), shown.journal.history(&"0198f2a0".into()).len());
        for id in shown.sessions.values().map(|session| session.id.clone()) {
            let Some(fold) = shown.journal.fold(&id, 0) else { continue };
            let packed = super::world::pack(fold.past());
            shown.journal.finish_fold(fold, &packed).expect("a store in memory");
        }
        let again = open(store.clone());
        assert_eq!(again.documents(), documents);
        assert_eq!(again.journal.history(&"0198f2a0".into()).len(), steps);
        let entries = store.all().into_iter().filter(|(key, _)| matches!(Key::parse(key), Key::Entry(_)));
        let live =
            entries.filter(|(key, _)| Key::parse(key).article().is_some_and(|id| !again.journal.is_gone(id)));
        assert_eq!(live.count(), 0, "{}", fixture.path.display());
    }
}
