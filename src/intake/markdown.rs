//! Texts with the marks of Markdown (CommonMark, with the tables and footnotes that are widely used).

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html as page};

use super::{Draft, FileKind, Unread, html};
use crate::article::Details;

/// Reads a text. What stands above it between lines of `---` (or `+++`) says what is known about it.
///
/// # Errors
///
/// [`Unread::Nothing`] if it has no words.
pub(super) fn read(text: &str) -> Result<Draft, Unread> {
    let mut marks = Marks::default();
    let events = Parser::new_ext(text, options()).filter_map(|event| marks.see(event));
    // Markdown may hold pieces of pages anywhere: both are read by what reads pages.
    let mut markup = String::with_capacity(text.len() * 2);
    page::push_html(&mut markup, events);
    let draft = html::piece(&markup, None)?;
    let known = marks.known;
    if draft.blocks.is_empty() {
        return Err(Unread::Nothing(FileKind::Markdown));
    }
    Ok(Draft { details: details(&known), ..draft })
}

/// What is known of the marks so far that are no markup of a page.
#[derive(Default)]
struct Marks {
    /// What stands above the text.
    known: String,
    /// Whether that is being read.
    above: bool,
    /// The name of the note that begins.
    note: Option<String>,
}

impl Marks {
    /// What is left of an event: a note is called by its name in brackets, as it is in the other readers.
    fn see<'t>(&mut self, event: Event<'t>) -> Option<Event<'t>> {
        match event {
            Event::Start(Tag::MetadataBlock(_)) => self.above = true,
            Event::End(TagEnd::MetadataBlock(_)) => self.above = false,
            Event::Text(line) if self.above => self.known.push_str(&line),
            Event::Start(Tag::FootnoteDefinition(name)) => self.note = Some(name.into_string()),
            Event::End(TagEnd::FootnoteDefinition) => self.note = None,
            Event::FootnoteReference(name) => return Some(Event::Text(format!("[{name}]").into())),
            Event::Text(words) => {
                let name = self.note.take().map(|name| format!("[{name}] "));
                return Some(Event::Text(name.map_or(words.clone(), |name| (name + &words).into())));
            }
            event => return Some(event),
        }
        None
    }
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
}

/// What the lines above a text say, each a name and a value; lists and what is nested are passed over.
fn details(known: &str) -> Details {
    let mut details = Details::default();
    for (name, value) in known.lines().filter_map(|line| line.split_once([':', '='])) {
        let value = value.trim().trim_matches(['"', '\'', '[', ']']).trim();
        let field = match name.trim().to_ascii_lowercase().as_str() {
            "title" => &mut details.title,
            "author" | "authors" | "byline" => &mut details.byline,
            "publisher" | "publication" | "site" => &mut details.publisher,
            "url" | "link" | "source" | "canonical_url" => &mut details.url,
            "date" | "published" => &mut details.published,
            "lang" | "language" => &mut details.language,
            _ => continue,
        };
        value.clone_into(field);
    }
    details
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::article::BlockKind::{Heading, ListItem, Paragraph, Quotation, Title};
    use crate::intake::{FileKind, Found, Notice, Unread};

    #[test]
    fn marks_become_kinds_of_blocks() {
        let text = "# The toll\n\nIt *stays*, she\nsaid.\n\n## What now\n\n- lorries\n- cars\n\n> Not **me**.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<p>A piece of a page</p>\n";
        let draft = read(text).expect("a text");
        let told: Vec<_> = draft.blocks.iter().map(|found| (found.kind, found.text())).collect();
        let expected = [
            (Title, "The toll"),
            (Paragraph, "It stays, she said."),
            (Heading, "What now"),
            (ListItem, "lorries"),
            (ListItem, "cars"),
            (Quotation, "Not me."),
            (Paragraph, "a\tb"),
            (Paragraph, "1\t2"),
            (Paragraph, "A piece of a page"),
        ];
        assert_eq!(told, expected.map(|(kind, text)| (kind, text.to_owned())));
        assert!(draft.blocks[1].pieces[1].emphasis && draft.blocks[5].pieces[1].strong);
    }

    #[test]
    fn what_stands_above_is_known_about_it() {
        let text = "---\ntitle: \"The toll: again\"\nauthor: R. Okonjo\ndate: 2026-03-02\ntags:\n  - toll\nlang: en\n---\n\nIt stays.\n";
        let draft = read(text).expect("a text");
        let details = draft.details;
        assert_eq!(
            [details.title, details.byline, details.published, details.language],
            ["The toll: again", "R. Okonjo", "2026-03-02", "en"]
        );
        assert_eq!(draft.blocks.len(), 1);
    }

    #[test]
    fn links_lead_only_where_they_may() {
        let draft = read("[a](https://a.example/b) and [b](javascript:alert(1))").expect("a text");
        let links: Vec<_> = draft.blocks[0].pieces.iter().filter_map(|piece| piece.link.as_ref()).collect();
        assert_eq!(links.len(), 1);
        assert_eq!(links[0].as_str(), "https://a.example/b");
    }

    #[test]
    fn pictures_are_left_out_and_told() {
        let draft = read("![The bridge](a.png)\n\nIt ![](b.png)stays.\n").expect("a text");
        assert_eq!(draft.blocks.iter().map(Found::text).collect::<Vec<_>>(), ["It stays."]);
        assert_eq!(draft.notices, [Notice::Pictures(2)]);
    }

    #[test]
    fn nothing_is_no_text() {
        assert_eq!(read("\n\n---\n"), Err(Unread::Nothing(FileKind::Markdown)));
    }
}
