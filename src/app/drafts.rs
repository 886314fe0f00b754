//! What is being typed: kept while it is typed, a step once the field is left, never both.

use std::rc::Rc;

use super::desk::{Desk, State};
use crate::annotation::{Content, Evidence, Mark, MarkId};
use crate::browser;
use crate::session::{Hand, Intent};
use crate::view::{Draft, EvidencePart, Field};

/// Milliseconds from a key to the moment when even a crash does not lose it.
const SOON: u32 = 500;

/// What separates the parts of a kept draft, and one draft from the next: nobody types these.
const PART: char = '\u{1f}';
const NEXT: char = '\u{1e}';

impl State {
    /// Holds what is being typed, and keeps it soon.
    pub(super) fn draft(&mut self, draft: Draft, desk: &Desk) {
        self.drafts.retain(|other| (&other.mark, other.field) != (&draft.mark, draft.field));
        self.drafts.push(draft);
        if self.keep_soon.is_none() {
            let desk = desk.clone();
            self.keep_soon = Some(browser::after(SOON, move || desk.quietly(State::keep_drafts)));
        }
    }

    fn keep_drafts(&mut self) {
        self.keep_soon = None;
        if let Some(key) = self.draft_key().filter(|_| !self.drafts.is_empty()) {
            let all: Vec<String> = self.drafts.iter().map(write).collect();
            browser::keep_in_tab(&key, Some(&all.join(&NEXT.to_string())));
        }
    }

    /// Not a key of the journal's: the tab alone keeps it, one for each article.
    fn draft_key(&self) -> Option<String> {
        Some(format!("sayso/draft/{}", self.open()?.id))
    }

    /// What was being typed in this article when the page went away is being typed again, with its mark
    /// in hand.
    pub(super) fn restore_drafts(&mut self) {
        let Some((key, session)) = self.draft_key().zip(self.open().cloned()) else { return };
        let Some(kept) = browser::kept_in_tab(&key) else { return };
        let drafts: Vec<Draft> = kept.split(NEXT).filter_map(read).collect();
        self.drafts = drafts.into_iter().filter(|draft| session.marks.get(&draft.mark).is_some()).collect();
        self.restored = Rc::new(self.drafts.clone());
        if let Some(draft) = self.drafts.last() {
            let hand = Hand::Take(draft.mark.clone());
            self.hold_shown(session.as_ref().clone().hold(&hand));
        }
    }

    /// What was typed becomes steps.
    pub(super) fn settle_drafts(&mut self) {
        // Where nothing may be changed, what was typed stays a draft.
        if self.drafts.is_empty() || self.refuse_if_read_only() {
            return;
        }
        let drafts = std::mem::take(&mut self.drafts);
        self.keep_soon = None;
        let mut written: Vec<(MarkId, usize)> = Vec::new();
        for Draft { mark, field, text } in &drafts {
            let intent = match field {
                Field::Note => Some(Intent::SetNote(mark.clone(), text.clone())),
                Field::Label => Some(Intent::SetLabel(mark.clone(), text.clone())),
                Field::Tag => self.tagged(mark, text),
                Field::Evidence(at, _) => {
                    let key = (mark.clone(), *at);
                    let first = !written.contains(&key);
                    written.push(key);
                    first.then(|| self.evidence(mark, *at, &drafts)).flatten()
                }
            };
            if let Some(done) = intent.and_then(|intent| self.carry_out(&intent)) {
                self.announce(&done, None);
            }
        }
        self.restored = Rc::default();
        if let Some(key) = self.draft_key() {
            browser::keep_in_tab(&key, None);
        }
    }

    /// The tags of a mark with those that were typed.
    fn tagged(&self, id: &MarkId, typed: &str) -> Option<Intent> {
        let mut tags = self.open()?.marks.get(id)?.tags.clone();
        tags.extend(typed.split(',').map(str::to_owned));
        Some(Intent::SetTags(id.clone(), tags))
    }

    /// One piece of evidence with all that was typed of it; new, it was looked at today.
    fn evidence(&self, id: &MarkId, at: usize, drafts: &[Draft]) -> Option<Intent> {
        let claim = self.open()?.marks.get(id)?.claim()?;
        let old = claim.evidence.get(at);
        let mut evidence = old.cloned().unwrap_or_default();
        for draft in drafts.iter().filter(|draft| draft.mark == *id) {
            if let Field::Evidence(number, part) = draft.field
                && number == at
            {
                draft.text.trim().clone_into(place(&mut evidence, part));
            }
        }
        if old.is_none() && evidence == Evidence::default() {
            return None;
        }
        if old.is_none() && evidence.accessed.is_empty() {
            evidence.accessed = browser::today();
        }
        Some(Intent::SetEvidence(id.clone(), at, evidence))
    }
}

/// What was typed about a mark, written into it.
pub(super) fn write_into(mark: &mut Mark, draft: &Draft) {
    let text = draft.text.trim();
    match (draft.field, &mut mark.content) {
        (Field::Note, _) => text.clone_into(&mut mark.note),
        (Field::Tag, _) => mark.tags.extend(text.split(',').map(|tag| tag.trim().to_owned())),
        (Field::Label, Content::Note(label)) => text.clone_into(label),
        (Field::Evidence(at, part), Content::Claim(claim)) => {
            if at >= claim.evidence.len() {
                claim.evidence.push(Evidence::default());
            }
            let last = claim.evidence.len() - 1;
            if let Some(evidence) = claim.evidence.get_mut(at.min(last)) {
                text.clone_into(place(evidence, part));
            }
        }
        (Field::Label | Field::Evidence(..), _) => {}
    }
}

fn place(evidence: &mut Evidence, part: EvidencePart) -> &mut String {
    match part {
        EvidencePart::Address => &mut evidence.url,
        EvidencePart::Passage => &mut evidence.quote,
        EvidencePart::Note => &mut evidence.note,
        EvidencePart::Day => &mut evidence.accessed,
    }
}

/// A draft as it is kept: the mark, the field, its number, the text.
fn write(Draft { mark, field, text }: &Draft) -> String {
    let (name, at) = match field {
        Field::Note => ("note", 0),
        Field::Label => ("label", 0),
        Field::Tag => ("tag", 0),
        Field::Evidence(at, part) => (word(*part), *at),
    };
    let text = text.replace([PART, NEXT], " ");
    format!("{mark}{PART}{name}{PART}{at}{PART}{text}")
}

fn read(kept: &str) -> Option<Draft> {
    let mut parts = kept.splitn(4, PART);
    let (mark, name, at, text) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let field = match name {
        "note" => Field::Note,
        "label" => Field::Label,
        "tag" => Field::Tag,
        _ => {
            let part = EvidencePart::ALL.into_iter().find(|part| word(*part) == name)?;
            Field::Evidence(at.parse().ok()?, part)
        }
    };
    Some(Draft { mark: mark.into(), field, text: text.to_owned() })
}

fn word(part: EvidencePart) -> &'static str {
    match part {
        EvidencePart::Address => "address",
        EvidencePart::Passage => "passage",
        EvidencePart::Note => "shows",
        EvidencePart::Day => "day",
    }
}
