//! What is said of files of other programs: what they are called, what they cannot carry, why one is refused.

use super::terms::{count, grouped};
use super::trouble::{kind, size};
use super::{claim_count, mark_count, quoted};
use crate::format::exchange::{At, Fault, Format, Loss, Losses, Misread};

/// What a format is called.
pub fn format_name(format: Format) -> String {
    match format {
        Format::Sayso => "Sayso JSON",
        Format::SaysoWithoutText => "Sayso JSON without the text",
        Format::Link => "Link",
        Format::W3c => "W3C Web Annotation",
        Format::Csv => "CSV",
        Format::Xlsx => "Excel (XLSX)",
        Format::Html => "Report (HTML)",
        Format::Docx => "Word (DOCX)",
        Format::ClaimReview => "ClaimReview (JSON-LD)",
        Format::Brat => "brat",
        Format::Hypothesis => "Hypothesis",
        Format::Markdown => "Markdown",
        Format::LabelStudio => "Label Studio",
        Format::Refi => "REFI-QDA",
        Format::Conll => "CoNLL (BIO)",
        Format::WebAnno => "WebAnno TSV",
        Format::UimaCas => "UIMA CAS JSON",
        Format::Doccano => "doccano",
    }
    .into()
}

/// The formats that the export menu names: their words, and what stands there. The others are behind
/// [`other_formats`](super::other_formats).
pub fn menu_formats() -> [(&'static str, &'static str); 6] {
    [
        ("csv", "CSV …"),
        ("xlsx", "Excel (XLSX) …"),
        ("html", "Report (HTML) …"),
        ("docx", "Word (DOCX) …"),
        ("w3c", "W3C Web Annotation …"),
        ("brat", "brat …"),
    ]
}

/// Whom a format is for, in a few words.
pub fn format_hint(format: Format) -> String {
    match format {
        Format::Sayso => "Everything, to be opened again here or elsewhere",
        Format::SaysoWithoutText => "Marks and quotes, where the text is not yours to pass on",
        Format::Link => "Article and marks in an address, to be sent without a server",
        Format::W3c => "The standard for annotations on the web, in JSON-LD",
        Format::Csv => "Tables for statistics: claims, sources and all the rest",
        Format::Xlsx => "The same tables as sheets of one workbook",
        Format::Html => "The article with its marks, claims and sources, to read and to print",
        Format::Docx => "The article, with a comment for each mark",
        Format::ClaimReview => "Markup of claims and verdicts for your page; put its address in as “url”",
        Format::Brat => "Standoff with events for attributions, for corpora",
        Format::Hypothesis => "Annotations for that service, with the kinds of marks as tags",
        Format::Markdown => "The article with a footnote for each mark, as plain text",
        Format::LabelStudio => "Tasks with labels, choices and relations, and their configuration",
        Format::Refi => "A project for NVivo, ATLAS.ti, MAXQDA and others",
        Format::Conll => "Tokens with tags for source, cue and content, to train a tagger",
        Format::WebAnno => "Tokens with layers of spans, for INCEpTION and WebAnno",
        Format::UimaCas => "Annotations with their types, for DKPro and other programs of UIMA",
        Format::Doccano => "Labels and relations for machine learning, one article a line",
    }
    .into()
}

/// What a file does not carry, a line each, to stand under “The file does not carry”.
pub fn losses(losses: &Losses) -> Vec<String> {
    losses.0.iter().map(|(what, n)| loss(*what, *n)).collect()
}

/// What a file does not carry of so many records.
fn loss(what: Loss, n: usize) -> String {
    let all = [of_article, of_register, of_marks, of_claims];
    all.into_iter().find_map(|of| of(what, n)).unwrap_or_default()
}

fn of_article(what: Loss, n: usize) -> Option<String> {
    let articles = count(n, "article", "articles");
    Some(match what {
        Loss::Names => format!("which articles these are: opened again, {articles} will be new"),
        Loss::Title => format!("the title of {articles}"),
        Loss::Byline => format!("the byline of {articles}"),
        Loss::Publisher => format!("the publisher of {articles}"),
        Loss::Address => format!("the address of {articles}"),
        Loss::Published => format!("when {articles} came out"),
        Loss::Retrieved => format!("when {articles} came from there"),
        Loss::Language => format!("the language of {articles}"),
        Loss::Follows => format!("what {articles} followed as a new version"),
        Loss::Text => format!("the text of {articles}: only the words of marks are there"),
        Loss::Blocks => {
            format!("headings, lists and quotations of {articles}: each line becomes a paragraph")
        }
        Loss::Inlines => format!("emphasis and links of {articles}"),
        Loss::ControlCharacters => {
            let characters = count(n, "control character", "control characters");
            format!("{characters} that no XML can hold: “\u{fffd}” takes their place")
        }
        Loss::LongTexts => format!("what goes beyond 32,000 characters in {}", count(n, "text", "texts")),
        Loss::NewerFields => format!("what a newer Sayso wrote about {}", count(n, "record", "records")),
        _ => return None,
    })
}

fn of_register(what: Loss, n: usize) -> Option<String> {
    let sources = count(n, "source", "sources");
    Some(match what {
        Loss::SourceNames => format!("the name of {sources}: the words of the first mention take its place"),
        Loss::SourceKinds => format!("the kind of {sources}"),
        Loss::SourceRoles => format!("the role of {sources}"),
        Loss::Reasons => format!("why {sources} went unnamed"),
        Loss::SourceNotes => format!("what you wrote about {sources}"),
        Loss::SilentSources => format!(
            "sources that no mark mentions, and what is tied to them: {}",
            count(n, "record", "records")
        ),
        Loss::UnusedSources => format!("{sources} that no mark refers to"),
        Loss::LooseEnds => count(n, "reference that leads nowhere", "references that lead nowhere"),
        _ => return None,
    })
}

fn of_marks(what: Loss, n: usize) -> Option<String> {
    let marks = mark_count(n);
    let notes = count(n, "note", "notes");
    Some(match what {
        Loss::Orphans => format!("{marks} without a place in the text"),
        Loss::Mentions => format!("where sources are named: {marks}"),
        Loss::Cues => count(n, "cue", "cues"),
        Loss::Notes => notes,
        Loss::Labels => format!("the label of {notes}"),
        Loss::Comments => format!("what you wrote about {marks}"),
        Loss::Tags => format!("the tags of {marks}"),
        Loss::Answers => format!("the answers to extra fields of {marks}"),
        Loss::Creators => format!("who made {marks}"),
        Loss::Codebooks => format!("which codebook was in force for {marks}"),
        Loss::Times => format!("when {marks} came about"),
        Loss::Changes => format!("when {marks} changed last"),
        Loss::Drift => format!("that the place of {marks} is still to be looked at"),
        Loss::LineEnds => format!("line ends at the edges or between the pieces of {marks}"),
        Loss::Edges => format!("white space at the edges or between the pieces of {marks}"),
        Loss::Overlaps => format!("{marks} over words that another mark of their kind is on"),
        Loss::NoteBreaks => {
            format!("line breaks in {}", count(n, "text that somebody wrote", "texts that somebody wrote"))
        }
        Loss::Pieces => format!("{marks} of several pieces: each piece becomes a mark of its own"),
        _ => return None,
    })
}

fn of_claims(what: Loss, n: usize) -> Option<String> {
    let claims = claim_count(n);
    Some(match what {
        Loss::Forms => format!("how {claims} are told: direct, reported or mixed"),
        Loss::Verdicts => format!("the verdict of {claims}"),
        Loss::Evidence => format!("the evidence for {claims}"),
        Loss::EvidenceDays => format!("when the evidence for {claims} was looked at"),
        Loss::Findings => format!("that the article gives no source for {claims}"),
        Loss::JointSources => format!("all sources of {claims} but the first"),
        Loss::TieMentions => format!("where the article names the source of {claims}"),
        Loss::TieCues => format!("the cue of {claims}"),
        Loss::SilentTies => format!("sources that the article does not name beside {claims}"),
        Loss::Ties => format!("the source of {claims}"),
        _ => return None,
    })
}

/// Why a file of another program was refused.
pub fn misread(error: &Misread) -> String {
    let place = match &error.at {
        At::Whole => String::new(),
        At::Part(part) => format!("In {}: ", quoted(part)),
        At::Line(line) => format!("Line {}: ", grouped(*line)),
        At::PartLine(part, line) => format!("In {}, line {}: ", quoted(part), grouped(*line)),
        At::Path(path) => format!("At {path}: "),
    };
    format!("{place}{}", fault(&error.fault))
}

fn fault(fault: &Fault) -> String {
    match fault {
        Fault::NotRead => "Sayso writes files of this kind and does not read them. Export as JSON to open it again.".into(),
        Fault::NotThis => "It is not a file of the kind it looks like.".into(),
        Fault::TooLarge(limit) => format!("It is larger than {} when unpacked. Split it and open the parts.", size(*limit as u64)),
        Fault::TooMany(limit) => format!("It has more than {} records. Split it and open the parts.", grouped(*limit)),
        Fault::TooLong(length) => format!("The text of an article has {} characters, which is too long. Split it.", grouped(*length)),
        Fault::NotUtf8 => "It is not in UTF-8. Save it again in that encoding.".into(),
        Fault::NotJson(why) => format!("It is not the JSON that belongs there ({why})."),
        Fault::NotXml => "It is not the XML that belongs there.".into(),
        Fault::Unclosed => "A quotation mark opens a cell that is never closed.".into(),
        Fault::NotPacked => "The packed file is damaged or locked. Save or download it again.".into(),
        Fault::Missing(what) => format!("{} is missing.", quoted(what)),
        Fault::Odd { found, wanted } => format!("{} stands where {wanted} should.", quoted(found)),
        Fault::Wrong(expected) => format!("It should be {}.", kind(*expected)),
        Fault::NoText => "It holds marks and no text. Open the article that it belongs to, then open it again.".into(),
        Fault::CutLink => "The link was cut short or changed on its way. Ask for it again, or for a file.".into(),
        Fault::OtherText => "It belongs to another text than that of the article that is open. Open that one, then open it again.".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_loss_has_a_line_and_every_format_a_name() {
        for format in Format::ALL {
            assert!(!format_name(format).is_empty() && !format_hint(format).is_empty());
            for what in format.loses() {
                assert!(!loss(*what, 2).is_empty(), "{what:?}");
            }
        }
    }

    #[test]
    fn the_menu_calls_formats_what_they_are_called() {
        for (word, name) in menu_formats() {
            let format = Format::of(word).map(format_name);
            assert_eq!(format.map(|format| format + " …"), Some(name.to_owned()));
        }
    }

    #[test]
    fn a_fault_says_where_and_what() {
        let said = misread(&Misread { at: At::Line(1_204), fault: Fault::Missing("text".into()) });
        assert_eq!(said, "Line 1,204: “text” is missing.");
    }
}
