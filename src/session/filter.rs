//! Which marks are shown, and finding marks by what was written about them.

use super::{Session, claims};
use crate::annotation::{Answer, Content, Form, Mark, MarkId, MarkKind, SourceId, SourceKind, Verdict};
use crate::text::{Text, find};

/// What marks must be like to be shown. All that is set must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Of this kind.
    pub kind: Option<MarkKind>,
    /// About this voice: a claim tied to it, a mention of it, a cue of such a tie.
    pub source: Option<SourceId>,
    /// About a voice of this kind.
    pub source_kind: Option<SourceKind>,
    /// Claims told like this.
    pub form: Option<Form>,
    /// Claims with this verdict.
    pub verdict: Option<Verdict>,
    /// With this tag.
    pub tag: Option<String>,
    /// Notes under this label.
    pub label: Option<String>,
    /// Only marks whose place was not found again.
    pub orphan: bool,
    /// Made by whom.
    pub whose: Option<Whose>,
}

/// Who made a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Whose {
    /// The person in front of the page.
    Mine,
    /// Somebody else.
    Others,
}

impl Filter {
    /// Whether every mark passes, because nothing is set.
    #[must_use]
    pub fn is_open(&self) -> bool {
        *self == Filter::default()
    }

    /// With this voice as the only one; without it if it is that already.
    #[must_use]
    pub fn with_voice(&self, voice: &SourceId) -> Filter {
        let source = Some(voice.clone()).filter(|voice| self.source.as_ref() != Some(voice));
        Filter { source, ..self.clone() }
    }

    /// Whether a mark is shown to `me`, which is empty for a person without a name.
    #[must_use]
    pub fn passes(&self, session: &Session, mark: &Mark, me: &str) -> bool {
        let claim = mark.claim();
        let label = match &mark.content {
            Content::Note(label) => Some(label),
            Content::Claim(_) | Content::Source(_) | Content::Cue => None,
        };
        self.kind.is_none_or(|kind| mark.kind() == kind)
            && self.form.is_none_or(|form| claim.is_some_and(|claim| claim.form == Some(form)))
            && self.verdict.is_none_or(|verdict| claim.is_some_and(|claim| claim.verdict == verdict))
            && self.tag.as_ref().is_none_or(|tag| mark.tags.contains(tag))
            && self.label.as_ref().is_none_or(|wanted| label == Some(wanted))
            && (!self.orphan || mark.spans().is_none())
            && self.whose.is_none_or(|whose| (whose == Whose::Mine) == (mark.creator == me))
            && self.by_source(session, mark)
    }

    fn by_source(&self, session: &Session, mark: &Mark) -> bool {
        if self.source.is_none() && self.source_kind.is_none() {
            return true;
        }
        let fits = |id: &&SourceId| {
            let of_kind = |kind| session.sources.get(id).is_some_and(|source| source.kind == kind);
            self.source.as_ref().is_none_or(|wanted| wanted == *id) && self.source_kind.is_none_or(of_kind)
        };
        sources_of(session, mark).iter().any(fits)
    }
}

/// The voices that a mark is about; none for a note.
fn sources_of<'a>(session: &'a Session, mark: &'a Mark) -> Vec<&'a SourceId> {
    match &mark.content {
        Content::Claim(claim) => claim.said_by.attributions().iter().map(|tie| &tie.source).collect(),
        Content::Source(source) => vec![source],
        Content::Cue => {
            let ties = claims(session).filter_map(|mark| mark.claim());
            let ties = ties.flat_map(|claim| claim.said_by.attributions());
            ties.filter(|tie| tie.cue.as_ref() == Some(&mark.id)).map(|tie| &tie.source).collect()
        }
        Content::Note(_) => Vec::new(),
    }
}

/// Parts what is written in different places, so that nothing is found across two of them.
const BETWEEN: char = '\u{1f}';

/// The marks about which something with these words is written: in notes, labels, tags, names of
/// their voices, evidence, answers, and the words of an orphan. In reading order.
#[must_use]
pub fn find_marks(session: &Session, words: &str) -> Vec<MarkId> {
    let hits = |mark: &Mark| !find(&Text::new(written(session, mark)), words).is_empty();
    session.marks.iter().filter(|mark| hits(mark)).map(|mark| mark.id.clone()).collect()
}

/// All that is written about a mark.
fn written(session: &Session, mark: &Mark) -> String {
    let mut all = String::new();
    let mut add = |text: &str| {
        all.push_str(text);
        all.push(BETWEEN);
    };
    add(&mark.note);
    mark.tags.iter().for_each(|tag| add(tag));
    if let Content::Note(label) = &mark.content {
        add(label);
    }
    if mark.spans().is_none() {
        add(&mark.quote(&session.article.text));
    }
    for (name, answer) in &mark.fields {
        add(name);
        if let Answer::Text(text) | Answer::Number(text) = answer {
            add(text);
        }
    }
    if mark.kind() != MarkKind::Cue {
        let sources = sources_of(session, mark).into_iter().filter_map(|id| session.sources.get(id));
        sources.for_each(|source| add(&source.name));
    }
    for evidence in mark.claim().map(|claim| claim.evidence.as_slice()).unwrap_or_default() {
        [&evidence.url, &evidence.quote, &evidence.note, &evidence.accessed].into_iter().for_each(|t| add(t));
    }
    all
}
