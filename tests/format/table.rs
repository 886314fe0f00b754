//! What small files of other programs are read as, a line a record.

use sayso::annotation::{Content, Mark, MarkId, SaidBy, SourceId};
use sayso::article::{Article, Details};
use sayso::format::exchange::{Format, Given, Misread, Part, recognise};
use sayso::format::native::Document;
use sayso::text::Text;

/// An article that is open, each line of it a paragraph.
pub(crate) fn open(text: &str) -> Document {
    let written = serde_json::json!({"format": "sayso", "version": 1, "unit": "code point",
        "articles": [{"id": "open", "title": "Open", "text": text}]});
    let imported = sayso::format::native::import(written.to_string().as_bytes()).expect("a file");
    imported.documents.into_iter().next().expect("an article")
}

/// What a file is read as, after it was recognised.
pub(crate) fn told(format: Format, parts: &[Part], beside: Option<&Document>) -> Result<String, Misread> {
    assert_eq!(recognise(parts), Some(format));
    read(format, parts, beside)
}

/// The same, whatever it looks like.
pub(crate) fn read(format: Format, parts: &[Part], beside: Option<&Document>) -> Result<String, Misread> {
    let read = format.read(&Given { parts, beside })?;
    let documents = read.documents.iter().flat_map(lines);
    let notices = read.notices.iter().map(|notice| format!("{}: {:?}", notice.path, notice.what));
    Ok(documents.chain(notices).collect::<Vec<_>>().join("\n"))
}

/// One part that holds text.
pub(crate) fn part(name: &str, text: &str) -> Part {
    Part { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
}

fn lines(document: &Document) -> Vec<String> {
    let Document { article, details, sources, marks, .. } = document;
    let title = head(article, details);
    let sources = sources.iter().map(|source| {
        let kind = format!("{:?}", source.kind);
        let more = [kind.as_str(), &source.role, &source.note].map(str::to_owned);
        let more = more.into_iter().filter(|each| !each.is_empty() && each != "Other").collect::<Vec<_>>();
        if more.is_empty() {
            format!("voice {}", source.name)
        } else {
            format!("voice {} ({})", source.name, more.join(", "))
        }
    });
    let marks = marks.iter().map(|mark| line(document, mark));
    std::iter::once(title).chain(sources).chain(marks).collect()
}

fn head(article: &Article, details: &Details) -> String {
    format!("{:?} {}", details.title, article.text.as_str().lines().next().unwrap_or_default())
}

fn line(document: &Document, mark: &Mark) -> String {
    let text: &Text = &document.article.text;
    let place = if mark.spans().is_some() { "" } else { " orphan" };
    let mut line = format!("{}{place} {:?}", what(document, mark), mark.quote(text));
    if !mark.note.is_empty() {
        line += &format!(" note {:?}", mark.note);
    }
    if !mark.tags.is_empty() {
        line += &format!(" tags {:?}", mark.tags);
    }
    if !mark.creator.is_empty() {
        line += &format!(" by {}", mark.creator);
    }
    for time in [mark.created, mark.modified].into_iter().filter(|time| time.0 != 0) {
        line += &format!(" at {}", time.0);
    }
    line
}

fn what(document: &Document, mark: &Mark) -> String {
    let name = |id: &SourceId| {
        document.sources.iter().find(|one| one.id == *id).map_or("?", |one| &*one.name).to_owned()
    };
    let quote = |id: &MarkId| {
        let mark = document.marks.iter().find(|mark| mark.id == *id);
        mark.map_or_else(|| "?".to_owned(), |mark| mark.quote(&document.article.text))
    };
    match &mark.content {
        Content::Claim(claim) => {
            let said = match &claim.said_by {
                SaidBy::Open => String::new(),
                SaidBy::Nobody => " of nobody".to_owned(),
                SaidBy::Sources(ties) => {
                    let tie = |tie: &sayso::annotation::Attribution| {
                        let mention = tie.mention.as_ref().map(|id| format!(" at {:?}", quote(id)));
                        let cue = tie.cue.as_ref().map(|id| format!(" by {:?}", quote(id)));
                        format!(
                            " of {}{}{}",
                            name(&tie.source),
                            mention.unwrap_or_default(),
                            cue.unwrap_or_default()
                        )
                    };
                    ties.iter().map(tie).collect()
                }
            };
            let form = claim.form.map_or_else(String::new, |form| format!(" {form:?}"));
            let verdict = format!(" {:?}", claim.verdict).replace(" Unchecked", "");
            format!("claim{form}{verdict}{said}")
        }
        Content::Source(source) => format!("mention of {}", name(source)),
        Content::Cue => "cue".to_owned(),
        Content::Note(label) => format!("note [{label}]"),
    }
}
