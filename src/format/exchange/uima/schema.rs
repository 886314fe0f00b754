//! What records are called in a file, and what they have.

/// What stands before the names of our types.
pub(super) const OURS: &str = "sayso.";

/// Types of UIMA itself.
pub(super) const ANNOTATION: &str = "uima.tcas.Annotation";
pub(super) const DOCUMENT: &str = "uima.tcas.DocumentAnnotation";
pub(super) const SOFA: &str = "uima.cas.Sofa";
pub(super) const TEXTS: &str = "uima.cas.StringArray";
pub(super) const LIST: &str = "uima.cas.FSArray";

/// What belongs to a text and has no place in it. INCEpTION shows such as document metadata.
const BASE: &str = "uima.cas.AnnotationBase";
const TOP: &str = "uima.cas.TOP";

/// The feature that holds fields of newer versions, as JSON.
pub(super) const NEWER: &str = "newer";

/// A type.
pub(super) struct Kind {
    pub(super) name: &'static str,
    pub(super) parent: &'static str,
    pub(super) about: &'static str,
    features: &'static [&'static [Feature]],
}

/// A feature: its name, which is that of the field in our own file, and what it holds.
pub(super) struct Feature {
    pub(super) name: &'static str,
    pub(super) range: Range,
}

pub(super) enum Range {
    Text,
    Flag,
    Whole,
    Texts,
    /// A list of structures of a type.
    List(&'static Kind),
    /// A structure of a type.
    One(&'static str),
}

impl Kind {
    /// All that a structure of this type may have of its own.
    pub(super) fn features(&self) -> impl Iterator<Item = &'static Feature> {
        self.features.iter().copied().flatten()
    }

    /// Whether it is a mark.
    pub(super) fn is_mark(&self) -> bool {
        [&CLAIM, &MENTION, &CUE, &NOTE, &UNPLACED].iter().any(|kind| kind.name == self.name)
    }

    /// Whether it belongs to a text, so that it is a member of the view.
    pub(super) fn is_member(&self) -> bool {
        self.parent != TOP
    }
}

const fn text(name: &'static str) -> Feature {
    Feature { name, range: Range::Text }
}

const fn flag(name: &'static str) -> Feature {
    Feature { name, range: Range::Flag }
}

const fn one(name: &'static str, of: &'static str) -> Feature {
    Feature { name, range: Range::One(of) }
}

const fn list(name: &'static str, of: &'static Kind) -> Feature {
    Feature { name, range: Range::List(of) }
}

/// What every mark has. Types whose features are texts, flags, lists of texts and links alone are those that
/// INCEpTION can show as layers.
const MARK: &[Feature] = &[
    text("id"),
    text("note"),
    Feature { name: "tags", range: Range::Texts },
    text("creator"),
    text("codebook"),
    text("created"),
    text("modified"),
    text("former"),
    flag("moved"),
    text(NEWER),
];

const OF_CLAIM: &[Feature] = &[text("form"), text("verdict"), flag("no_source")];

/// The voice that is mentioned: its id.
const OF_MENTION: &[Feature] = &[text("source")];

/// From a mark to its further pieces, from a claim to mentions and cues.
const LINKS: &[Feature] = &[list("links", &LINK)];

const OF_NOTE: &[Feature] = &[text("label")];

pub(super) const ARTICLE: Kind = Kind {
    name: "sayso.Article",
    parent: BASE,
    about: "What is known about the article beside its text",
    features: &[&[
        text("id"),
        text("title"),
        text("byline"),
        text("publisher"),
        text("url"),
        text("published"),
        text("retrieved"),
        text("language"),
        text("follows"),
        text(NEWER),
    ]],
};

pub(super) const VOICE: Kind = Kind {
    name: "sayso.Voice",
    parent: BASE,
    about: "A source in the register: who says something, whatever it is called in the text",
    features: &[&[
        text("id"),
        text("name"),
        text("kind"),
        text("role"),
        text("why_unnamed"),
        text("note"),
        text(NEWER),
    ]],
};

pub(super) const BLOCK: Kind = Kind {
    name: "sayso.Block",
    parent: ANNOTATION,
    about: "A heading, paragraph, list item, quotation and the like",
    features: &[&[text("kind")]],
};

pub(super) const INLINE: Kind = Kind {
    name: "sayso.Inline",
    parent: ANNOTATION,
    about: "Emphasis or a link",
    features: &[&[text("kind"), text("url")]],
};

pub(super) const CLAIM: Kind = Kind {
    name: "sayso.Claim",
    parent: ANNOTATION,
    about: "What is said",
    features: &[MARK, OF_CLAIM, LINKS],
};

pub(super) const MENTION: Kind = Kind {
    name: "sayso.Mention",
    parent: ANNOTATION,
    about: "Words for one who says something; source is the id of the voice, voice its name",
    features: &[MARK, OF_MENTION, &[text("voice")], LINKS],
};

pub(super) const CUE: Kind = Kind {
    name: "sayso.Cue",
    parent: ANNOTATION,
    about: "The word that ties them: said, according to",
    features: &[MARK, LINKS],
};

pub(super) const NOTE: Kind = Kind {
    name: "sayso.Note",
    parent: ANNOTATION,
    about: "Anything else, under a label",
    features: &[MARK, OF_NOTE, LINKS],
};

pub(super) const PIECE: Kind = Kind {
    name: "sayso.Piece",
    parent: ANNOTATION,
    about: "A further piece of a claim, mention, cue or note, which links to it",
    features: &[],
};

pub(super) const UNPLACED: Kind = Kind {
    name: "sayso.Unplaced",
    parent: BASE,
    about: "A claim, mention, cue or note whose place was not found in the text",
    features: &[&[text("kind"), list("anchors", &ANCHOR)], MARK, OF_CLAIM, OF_MENTION, OF_NOTE],
};

pub(super) const ATTRIBUTION: Kind = Kind {
    name: "sayso.Attribution",
    parent: BASE,
    about: "A claim is tied to who says it, with the words for them and the cue; in order",
    features: &[&[
        one("claim", BASE),
        one("voice", "sayso.Voice"),
        one("mention", BASE),
        one("cue", BASE),
        text("source"),
        text("mention_id"),
        text("cue_id"),
        text(NEWER),
    ]],
};

pub(super) const EVIDENCE: Kind = Kind {
    name: "sayso.Evidence",
    parent: BASE,
    about: "What the verdict of a claim rests on; in order",
    features: &[&[
        one("claim", BASE),
        text("url"),
        text("quote"),
        text("note"),
        text("accessed"),
        text(NEWER),
    ]],
};

pub(super) const ANSWER: Kind = Kind {
    name: "sayso.Answer",
    parent: BASE,
    about: "An answer to a field of the codebook about a mark: a text, a number, or yes or no",
    features: &[&[one("mark", BASE), text("field"), text("text"), text("number"), flag("yes")]],
};

/// Its offsets are not called `begin` and `end`, which are of the text of the view.
pub(super) const ANCHOR: Kind = Kind {
    name: "sayso.Anchor",
    parent: TOP,
    about: "Where a piece stood in an earlier text, in code points, with its words and those around it",
    features: &[&[
        text("quote"),
        text("prefix"),
        text("suffix"),
        Feature { name: "first", range: Range::Whole },
        Feature { name: "behind", range: Range::Whole },
    ]],
};

/// A link as INCEpTION has them.
pub(super) const LINK: Kind = Kind {
    name: "sayso.Link",
    parent: TOP,
    about: "From a mark: piece, said by, cue; of the second attribution: said by 2, cue 2",
    features: &[&[text("role"), one("target", ANNOTATION)]],
};

/// All our types.
pub(super) const KINDS: [&Kind; 15] = [
    &ARTICLE,
    &VOICE,
    &BLOCK,
    &INLINE,
    &CLAIM,
    &MENTION,
    &CUE,
    &NOTE,
    &PIECE,
    &UNPLACED,
    &ATTRIBUTION,
    &EVIDENCE,
    &ANSWER,
    &ANCHOR,
    &LINK,
];

/// The type of this name, if it is ours.
pub(super) fn kind(name: &str) -> Option<&'static Kind> {
    KINDS.into_iter().find(|kind| kind.name == name)
}
