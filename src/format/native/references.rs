//! References that lead nowhere.

use std::collections::{BTreeMap, BTreeSet};

use super::{Reference, Remark};
use crate::annotation::{Attribution, Mark, MarkId, MarkKind, Source, SourceId};
use crate::format::json::{Flaw, Path, Reader};

/// What references may lead to.
pub(super) struct Targets {
    sources: BTreeSet<SourceId>,
    marks: BTreeMap<MarkId, MarkKind>,
}

impl Targets {
    /// The sources and marks of one article.
    pub(super) fn of(sources: &[Source], marks: &[Mark]) -> Targets {
        // Extending inserts one by one; collecting would bring a sort for each type of key along.
        let mut targets = Targets { sources: BTreeSet::new(), marks: BTreeMap::new() };
        targets.sources.extend(sources.iter().map(|source| source.id.clone()));
        targets.marks.extend(marks.iter().map(|mark| (mark.id.clone(), mark.kind())));
        targets
    }

    /// Tells of each reference of a mark that leads nowhere, or to a mark of the wrong kind.
    pub(super) fn check(&self, mark: &Mark, path: &Path<'_>, reader: &mut Reader) -> Result<(), Flaw> {
        if let Some(source) = mark.mentions() {
            self.source(source, &path.field("source"), reader)?;
        }
        let ties = mark.claim().map(|claim| claim.said_by.attributions()).unwrap_or_default();
        let list = path.field("attributions");
        ties.iter().enumerate().try_for_each(|(index, tie)| self.tie(tie, &list.item(index), reader))
    }

    fn tie(&self, tie: &Attribution, path: &Path<'_>, reader: &mut Reader) -> Result<(), Flaw> {
        self.source(&tie.source, &path.field("source"), reader)?;
        let marks = [
            (&tie.mention, "mention", MarkKind::Source, Reference::Mention),
            (&tie.cue, "cue", MarkKind::Cue, Reference::Cue),
        ];
        for (id, field, kind, to) in marks {
            if let Some(id) = id.as_ref().filter(|id| self.marks.get(id) != Some(&kind)) {
                let id = id.to_string();
                reader.tell(&path.field(field), Remark::UnknownReference { to, id })?;
            }
        }
        Ok(())
    }

    fn source(&self, id: &SourceId, path: &Path<'_>, reader: &mut Reader) -> Result<(), Flaw> {
        if self.sources.contains(id) {
            return Ok(());
        }
        reader.tell(path, Remark::UnknownReference { to: Reference::Source, id: id.to_string() })
    }
}
