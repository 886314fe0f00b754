//! The words for kinds, and counted things.

use crate::annotation::{Form, MarkKind, SourceKind, Verdict};
use crate::insight::Sourcing;
use crate::session::Voice;

/// A number with its noun: *1 claim*, *2 claims*.
pub(super) fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(n), if n == 1 { one } else { many })
}

/// A number with commas between thousands.
pub(super) fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

pub fn claim_count(n: usize) -> String {
    count(n, "claim", "claims")
}

pub fn mark_count(n: usize) -> String {
    count(n, "mark", "marks")
}

pub fn source_count(n: usize) -> String {
    count(n, "source", "sources")
}

pub fn word_count(n: usize) -> String {
    count(n, "word", "words")
}

pub fn mention_count(n: usize) -> String {
    if n == 0 { "not mentioned in the text".into() } else { count(n, "mention", "mentions") }
}

pub fn article_count(n: usize) -> String {
    count(n, "article", "articles")
}

pub fn place_count(n: usize) -> String {
    count(n, "place", "places")
}

pub fn counts(claims: usize, sources: usize) -> String {
    format!("{} · {}", claim_count(claims), source_count(sources))
}

pub fn percent(n: usize) -> String {
    format!("{n} %")
}

pub fn mark_kind(kind: MarkKind) -> String {
    let name = match kind {
        MarkKind::Claim => "Claim",
        MarkKind::Source => "Source",
        MarkKind::Cue => "Cue",
        MarkKind::Note => "Note",
    };
    name.into()
}

/// The key that marks the selection as this kind.
pub fn mark_key(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Claim => "C",
        MarkKind::Source => "S",
        MarkKind::Cue => "U",
        MarkKind::Note => "N",
    }
}

pub fn source_kind(kind: SourceKind) -> String {
    let name = match kind {
        SourceKind::NamedPerson => "named person",
        SourceKind::UnnamedPerson => "unnamed person",
        SourceKind::Organisation => "organisation",
        SourceKind::Document => "document",
        SourceKind::Other => "other",
    };
    name.into()
}

/// The heading over the voices of a kind.
pub fn source_group(kind: SourceKind) -> String {
    let name = match kind {
        SourceKind::NamedPerson => "People, named",
        SourceKind::UnnamedPerson => "People, unnamed",
        SourceKind::Organisation => "Organisations",
        SourceKind::Document => "Documents",
        SourceKind::Other => "Others",
    };
    name.into()
}

pub fn voice(voice: Voice) -> String {
    let name = match voice {
        Voice::Of(SourceKind::NamedPerson) => "named",
        Voice::Of(SourceKind::UnnamedPerson) => "unnamed",
        Voice::Of(SourceKind::Organisation) => "organisations",
        Voice::Of(SourceKind::Document) => "documents",
        Voice::Of(SourceKind::Other) => "others",
        Voice::Nobody => "no source given",
        Voice::Open => "not tied yet",
    };
    name.into()
}

pub fn share(whose: Voice, percent: usize, words: usize) -> String {
    format!("{percent} % of {} in claims: {}", word_count(words), voice(whose))
}

pub fn shares(sourcing: &Sourcing) -> String {
    let each = sourcing.shares.iter().map(|share| format!("{} % {}", share.percent, voice(share.voice)));
    list(&each.collect::<Vec<_>>())
}

pub fn form(form: Form) -> String {
    let name = match form {
        Form::Direct => "direct quote",
        Form::Reported => "reported",
        Form::Mixed => "mixed",
    };
    name.into()
}

pub fn verdict(verdict: Verdict) -> String {
    let name = match verdict {
        Verdict::Unchecked => "not yet checked",
        Verdict::Supported => "supported",
        Verdict::Disputed => "disputed",
        Verdict::Refuted => "refuted",
        Verdict::CannotTell => "cannot tell",
    };
    name.into()
}

/// Words joined as a sentence joins them: *a, b and c*.
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Words in quotation marks, cut where they would run on. Words that bring their own keep them; marks
/// within become single ones.
pub fn quoted(words: &str) -> String {
    const ENOUGH: usize = 80;
    let mut line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((at, _)) = line.char_indices().nth(ENOUGH) {
        line.truncate(at);
        line = format!("{}…", line.trim_end());
    }
    let has_marks = line.starts_with('“') && line.ends_with('”');
    if has_marks { line } else { format!("“{}”", line.replace('“', "‘").replace('”', "’")) }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn marks_within_become_single() {
        assert_eq!(quoted("a new bridge"), "“a new bridge”");
        assert_eq!(quoted("“We knew”"), "“We knew”");
        assert_eq!(quoted("a “new” bridge"), "“a ‘new’ bridge”");
        assert_eq!(quoted("“We knew,” she said"), "“‘We knew,’ she said”");
    }

    #[test]
    fn what_runs_on_is_cut() {
        assert_eq!(quoted(&"é".repeat(81)), format!("“{}…”", "é".repeat(80)));
        assert_eq!(quoted("two\n lines"), "“two lines”");
    }
}
