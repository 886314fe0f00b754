//! Ids that are missing or given twice.

use std::collections::{BTreeMap, BTreeSet};

use super::{Document, Remark};
use crate::annotation::{Mark, Source};
use crate::format::json::{Flaw, Path, Reader};

/// A record that has an id.
pub(super) trait Named {
    /// Its id; empty if the file gives none.
    fn id(&self) -> &str;

    /// Gives it another.
    fn rename(&mut self, id: &str);
}

impl Named for Document {
    fn id(&self) -> &str {
        &self.id.0
    }

    fn rename(&mut self, id: &str) {
        self.id = id.into();
    }
}

impl Named for Source {
    fn id(&self) -> &str {
        &self.id.0
    }

    fn rename(&mut self, id: &str) {
        self.id = id.into();
    }
}

impl Named for Mark {
    fn id(&self) -> &str {
        &self.id.0
    }

    fn rename(&mut self, id: &str) {
        self.id = id.into();
    }
}

/// Gives every record of one list an id of its own, and tells which ids are new.
///
/// What has none is called by `letter` and its number (`m1` is the first mark); the second of a
/// name gets `-2` after it. Ids that stand in the file are never given to another record.
pub(super) fn settle<T: Named>(
    records: &mut [T],
    letter: char,
    list: &Path<'_>,
    reader: &mut Reader,
) -> Result<(), Flaw> {
    let mut taken = BTreeSet::new();
    taken.extend(records.iter().map(|record| record.id().to_owned()));
    let mut names = Names { taken, last: BTreeMap::new() };
    let mut seen = BTreeSet::new();
    for (index, record) in records.iter_mut().enumerate() {
        let id = record.id().to_owned();
        let (now, remark) = if id.is_empty() {
            let now = names.unused(format!("{letter}{}", index + 1));
            (now.clone(), Remark::MissingId { now })
        } else if seen.insert(id.clone()) {
            continue;
        } else {
            let now = names.numbered(&id);
            (now.clone(), Remark::DoubledId { id, now })
        };
        record.rename(&now);
        reader.tell(&list.item(index), remark)?;
    }
    Ok(())
}

/// The names in use.
struct Names {
    taken: BTreeSet<String>,
    /// The last number tried for a name, so that a name given a million times stays quick.
    last: BTreeMap<String, usize>,
}

impl Names {
    /// The name itself, or with the first number that makes it new.
    fn unused(&mut self, name: String) -> String {
        if self.taken.insert(name.clone()) { name } else { self.numbered(&name) }
    }

    fn numbered(&mut self, name: &str) -> String {
        let last = self.last.entry(name.to_owned()).or_insert(1);
        loop {
            *last += 1;
            let numbered = format!("{name}-{last}");
            if self.taken.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::SourceKind;

    fn check(given: &[&str], expected: &[&str]) {
        let source = |id: &&str| Source::new((*id).into(), String::new(), SourceKind::Other);
        let mut sources: Vec<Source> = given.iter().map(source).collect();
        settle(&mut sources, 's', &Path::Root, &mut Reader::forgiving()).expect("it goes on");
        assert_eq!(sources.iter().map(Named::id).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn every_record_ends_up_with_a_name_of_its_own() {
        check(&["a", "b"], &["a", "b"]);
        check(&["a", "a", "a"], &["a", "a-2", "a-3"]);
        check(&["a", "a-2", "a", "a-2"], &["a", "a-2", "a-3", "a-2-2"]);
        check(&["", "x", ""], &["s1", "x", "s3"]);
        check(&["", "s1", "s1-2"], &["s1-3", "s1", "s1-2"]);
    }
}
