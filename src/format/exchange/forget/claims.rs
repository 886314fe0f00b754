//! What is forgotten of claims: whose say-so they are. Each says whether it changed the claim.

use crate::annotation::{Attribution, Claim, SaidBy};

/// When evidence was looked at.
pub(super) fn evidence_days(claim: &mut Claim) -> bool {
    let days = claim.evidence.iter_mut().map(|evidence| std::mem::take(&mut evidence.accessed));
    days.filter(|day| !day.is_empty()).count() > 0
}

/// That the article gives no source.
pub(super) fn finding(claim: &mut Claim) -> bool {
    let found = claim.said_by == SaidBy::Nobody;
    if found {
        claim.said_by = SaidBy::Open;
    }
    found
}

/// All sources but the first.
pub(super) fn joint(claim: &mut Claim) -> bool {
    each_list(claim, |ties| {
        let joint = ties.len() > 1;
        ties.truncate(1);
        joint
    })
}

/// Which mentions go with it.
pub(super) fn mentions(claim: &mut Claim) -> bool {
    each_list(claim, |ties| ties.iter_mut().filter_map(|tie| tie.mention.take()).count() > 0)
}

/// Which cues go with it.
pub(super) fn cues(claim: &mut Claim) -> bool {
    each_list(claim, |ties| ties.iter_mut().filter_map(|tie| tie.cue.take()).count() > 0)
}

/// Ties without a mention.
pub(super) fn silent(claim: &mut Claim) -> bool {
    each_list(claim, |ties| {
        let before = ties.len();
        ties.retain(|tie| tie.mention.is_some());
        ties.len() < before
    })
}

/// All ties.
pub(super) fn ties(claim: &mut Claim) -> bool {
    each_list(claim, |ties| {
        let had = !ties.is_empty();
        ties.clear();
        had
    })
}

/// Changes the ties; a claim that has none left is open.
fn each_list(claim: &mut Claim, change: impl FnOnce(&mut Vec<Attribution>) -> bool) -> bool {
    let SaidBy::Sources(ties) = &mut claim.said_by else { return false };
    let changed = change(ties);
    if ties.is_empty() {
        claim.said_by = SaidBy::Open;
    }
    changed
}
