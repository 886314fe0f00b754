//! Attributions become ties.

use super::super::record::newer;
use super::Marks;
use crate::annotation::{Attribution, Content, Mark, MarkId, SaidBy, SourceId};
use crate::format::exchange::build::Told;
use crate::format::json::{Flaw, Path, Reader};
use crate::format::native::Remark;

impl Marks<'_> {
    /// Ties a claim to a voice; `None` if there is no claim, or nobody who would say it.
    pub(super) fn tie(
        &mut self,
        at: usize,
        reader: &mut Reader,
        told: &mut Told,
    ) -> Result<Option<()>, Flaw> {
        let Some(node) = self.graph.node(at) else { return Ok(None) };
        let foreign = newer(node, &Path::Field(&Path::Root, &node.path), reader)?;
        let claim = self.target(at, "@claim").and_then(|claim| self.marks.get(&claim)).copied();
        let mention = self.end(at, "@mention", "mention_id", told);
        let cue = self.end(at, "@cue", "cue_id", told);
        let voice = self.target(at, "@voice").and_then(|voice| self.voices.get(&voice));
        let voice = voice.and_then(|voice| self.build.sources.get(*voice)).map(|source| source.id.clone());
        let loose = || node.text("source").map(|id| SourceId::from(id.as_str()));
        let mentioned = || {
            let mention = self.target(at, "@mention").and_then(|mention| self.marks.get(&mention))?;
            self.build.marks.get(*mention).and_then(Mark::mentions).cloned()
        };
        let source = voice.or_else(loose).or_else(mentioned);
        let Some((claim, source)) = claim.zip(source) else { return Ok(None) };
        let Some(Content::Claim(claim)) = self.build.marks.get_mut(claim).map(|mark| &mut mark.content)
        else {
            return Ok(None);
        };
        let mut ties = claim.said_by.take();
        ties.push(Attribution { source, mention, cue, foreign });
        claim.said_by = SaidBy::or_open(ties);
        Ok(Some(()))
    }

    /// The mark to which a tie leads, or what it is called where it leads nowhere.
    fn end(&self, at: usize, feature: &str, name: &str, told: &mut Told) -> Option<MarkId> {
        let node = self.graph.node(at)?;
        let mark = self.target(at, feature).and_then(|mark| self.marks.get(&mark));
        let known = mark.and_then(|mark| self.build.marks.get(*mark)).map(|mark| mark.id.clone());
        let loose = || node.text(name).map(|id| MarkId::from(id.as_str()));
        let end = known.or_else(loose);
        if end.is_none() && node.raw(feature).is_some() {
            told.tell(&node.path, Remark::LeftOut(feature.to_owned()));
        }
        end
    }
}
