//! What is claimed in the article, by whom, and what else was marked.

use std::collections::BTreeMap;

use super::escaped;
use crate::annotation::{
    Answer, Claim, Content, Evidence, Mark, MarkId, SaidBy, Source, SourceId, SourceKind, Verdict,
};
use crate::article::LinkAddress;
use crate::format::native::Document;
use crate::format::word::Word as _;

/// Claims, sources, notes, and marks without a place.
pub(super) fn account(nth: usize, document: &Document) -> String {
    let account = Account {
        article: nth,
        document,
        sources: document.sources.iter().map(|source| (&source.id, &**source)).collect(),
        marks: document.marks.iter().map(|mark| (&mark.id, &**mark)).collect(),
    };
    let claims: String = account.claims().collect();
    let sources: String = document.sources.iter().map(|source| account.source(source)).collect();
    let others: String = account.others().collect();
    [
        section("Claims", "ol", &claims),
        section("Sources", "ul", &sources),
        section("Other marks", "ul", &others),
    ]
    .concat()
}

fn section(heading: &str, list: &str, items: &str) -> String {
    if items.is_empty() {
        return String::new();
    }
    format!("<section class=\"account\">\n<h2>{heading}</h2>\n<{list}>\n{items}</{list}>\n</section>\n")
}

struct Account<'a> {
    article: usize,
    document: &'a Document,
    sources: BTreeMap<&'a SourceId, &'a Source>,
    marks: BTreeMap<&'a MarkId, &'a Mark>,
}

impl Account<'_> {
    fn claims(&self) -> impl Iterator<Item = String> {
        let numbered = self.document.marks.iter().zip(1..);
        let claims = numbered.filter_map(|(mark, number)| Some((mark, number, mark.claim()?)));
        claims.zip(1..).map(|((mark, number, claim), nth)| {
            let rows = [self.said(claim), told(claim), evidence(claim), of_mark(mark)].concat();
            format!("<li id=\"a{}-c{nth}\">{}<dl>{rows}</dl></li>\n", self.article, self.quote(mark, number))
        })
    }

    /// The words of a mark, which lead to their place.
    fn quote(&self, mark: &Mark, number: usize) -> String {
        let words = escaped(&mark.quote(&self.document.article.text));
        match mark.spans() {
            Some(_) => format!("<q><a href=\"#a{}-m{number}\">{words}</a></q>", self.article),
            None => format!("<q>{words}</q> <em>(not found in the text)</em>"),
        }
    }

    fn said(&self, claim: &Claim) -> String {
        let ties = match &claim.said_by {
            SaidBy::Open => return row("Source", "not looked for yet"),
            SaidBy::Nobody => return row("Source", "none: the article does not say"),
            SaidBy::Sources(ties) => ties,
        };
        let tie = |tie: &crate::annotation::Attribution| {
            let source = self.sources.get(&tie.source)?;
            let cue = tie.cue.as_ref().and_then(|cue| self.marks.get(cue));
            let cue = cue.map(|cue| format!(" (“{}”)", escaped(&cue.quote(&self.document.article.text))));
            Some(row(
                "Source",
                &format!("{}, {}{}", escaped(&source.name), kind(source.kind), cue.unwrap_or_default()),
            ))
        };
        ties.iter().filter_map(tie).collect()
    }

    fn source(&self, source: &Source) -> String {
        let said = self
            .document
            .marks
            .iter()
            .filter_map(|mark| mark.claim())
            .filter(|claim| claim.said_by.has(&source.id))
            .count();
        let rows = [
            row("Kind", kind(source.kind)),
            row_of("Role", &source.role),
            row_of("Not named because", &source.why_unnamed),
            row_of("Note", &source.note),
            row("Claims", &said.to_string()),
        ];
        format!("<li><b>{}</b><dl>{}</dl></li>\n", escaped(&source.name), rows.concat())
    }

    /// Notes, and mentions and cues of which something was written.
    fn others(&self) -> impl Iterator<Item = String> {
        let numbered = self.document.marks.iter().zip(1..);
        numbered.filter(|(mark, _)| mark.claim().is_none()).filter_map(|(mark, number)| {
            let label = match &mark.content {
                Content::Note(label) if label.is_empty() => "note".to_owned(),
                Content::Note(label) => escaped(label),
                Content::Source(source) => {
                    format!(
                        "mention of {}",
                        self.sources.get(source).map(|source| escaped(&source.name)).unwrap_or_default()
                    )
                }
                _ => "cue".to_owned(),
            };
            let rows = of_mark(mark);
            let plain =
                rows.is_empty() && mark.spans().is_some() && !matches!(mark.content, Content::Note(_));
            (!plain).then(|| {
                format!("<li>{}<dl>{}{rows}</dl></li>\n", self.quote(mark, number), row("What", &label))
            })
        })
    }
}

fn told(claim: &Claim) -> String {
    let form = claim.form.map(|form| row("Form", form.word())).unwrap_or_default();
    let verdict = if claim.verdict == Verdict::Unchecked {
        String::new()
    } else {
        row("Verdict", &format!("<strong>{}</strong>", claim.verdict.word()))
    };
    form + &verdict
}

fn evidence(claim: &Claim) -> String {
    let one = |evidence: &Evidence| {
        let url = match LinkAddress::new(&evidence.url) {
            Some(address) => format!("<a href=\"{0}\">{0}</a>", escaped(address.as_str())),
            None => escaped(&evidence.url),
        };
        let quote = if evidence.quote.is_empty() {
            String::new()
        } else {
            format!("<q>{}</q>", escaped(&evidence.quote))
        };
        let seen = if evidence.accessed.is_empty() {
            String::new()
        } else {
            format!("seen {}", escaped(&evidence.accessed))
        };
        let parts = [url, quote, written(&evidence.note), seen];
        row("Evidence", &parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
    };
    claim.evidence.iter().map(one).collect()
}

/// What every mark may have.
fn of_mark(mark: &Mark) -> String {
    let answers = mark.fields.iter().map(|(field, answer)| {
        let answer = match answer {
            Answer::Text(text) => written(text),
            Answer::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Answer::Number(number) => escaped(&number.to_string()),
        };
        row(&escaped(field), &answer)
    });
    let answers: String = answers.collect();
    let tags: Vec<String> = mark.tags.iter().map(|tag| escaped(tag)).collect();
    let tags = if tags.is_empty() { String::new() } else { row("Tags", &tags.join(", ")) };
    [row_of("Note", &mark.note), tags, answers, row_of("By", &mark.creator)].concat()
}

fn kind(kind: SourceKind) -> &'static str {
    kind.word()
}

fn row(name: &str, markup: &str) -> String {
    format!("<div><dt>{name}</dt><dd>{markup}</dd></div>")
}

/// A row of something that was written; nothing if nothing was.
fn row_of(name: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { row(name, &written(text)) }
}

/// What a person wrote, with its line breaks.
fn written(text: &str) -> String {
    escaped(text).replace('\n', "<br>\n")
}
