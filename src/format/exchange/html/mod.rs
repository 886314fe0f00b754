//! A report that stands alone: the article with its marks, what is claimed and by whom. One page without
//! script, for reading and for paper.

mod account;
mod sheet;

use super::{Codec, Loss, Occasion, Part};
use crate::article::BlockKind;
use crate::format::native::Document;
use account::account;
use sheet::sheet;

pub(super) const CODEC: Codec = Codec {
    media: "text/html",
    single: false,
    loses: &[
        Loss::LooseEnds,
        Loss::Names,
        Loss::Follows,
        Loss::NewerFields,
        Loss::Codebooks,
        Loss::Times,
        Loss::Drift,
        Loss::TieMentions,
    ],
    write,
    read: None,
};

/// The colours of the page itself, and what only the report has.
const STYLE: &str = concat!(include_str!("../../../../styles/tokens.css"), include_str!("report.css"));

fn write(documents: &[Document], on: &Occasion<'_>) -> Vec<Part> {
    let title = match documents {
        [one] => one.details.title.clone(),
        several => format!("{} articles", several.len()),
    };
    let language = documents.first().map(|first| first.details.language.as_str()).unwrap_or_default();
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<meta name=\"generator\" content=\"{}\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n",
        escaped(language),
        escaped(on.generator),
        escaped(&title),
    );
    if documents.len() > 1 {
        let one = |(nth, document): (usize, &Document)| {
            format!("<li><a href=\"#a{}\">{}</a></li>\n", nth + 1, escaped(&document.details.title))
        };
        let list: String = documents.iter().enumerate().map(one).collect();
        page.push_str(&format!("<nav><h1>{}</h1>\n<ol>\n{list}</ol></nav>\n", escaped(&title)));
    }
    for (nth, document) in documents.iter().enumerate() {
        page.push_str(&article(nth + 1, document));
    }
    page.push_str("</body>\n</html>\n");
    vec![Part::text("html", page)]
}

fn article(nth: usize, document: &Document) -> String {
    let details = &document.details;
    // A title that stands in the text is not said twice.
    let titled = document.article.blocks.iter().any(|block| {
        block.kind == BlockKind::Title && document.article.text.slice(block.span) == details.title
    });
    let title =
        if titled { String::new() } else { format!("<p class=\"title\">{}</p>", escaped(&details.title)) };
    let known = [&details.byline, &details.publisher, &details.published];
    let known: Vec<String> =
        known.into_iter().filter(|known| !known.is_empty()).map(|known| escaped(known)).collect();
    let place = match crate::article::LinkAddress::new(&details.url) {
        Some(address) => format!("<a href=\"{0}\">{0}</a>", escaped(address.as_str())),
        None => escaped(&details.url),
    };
    let retrieved = if details.retrieved.is_empty() {
        String::new()
    } else {
        format!(" (retrieved {})", escaped(&details.retrieved))
    };
    format!(
        "<article id=\"a{nth}\" lang=\"{}\">\n<header>{title}\n<p>{}</p>\n<p>{place}{retrieved}</p></header>\n{}{}</article>\n",
        escaped(&details.language),
        known.join(" · "),
        sheet(nth, document),
        account(nth, document),
    )
}

/// A text as markup that shows it to the letter.
fn escaped(text: &str) -> String {
    let mut markup = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => markup.push_str("&amp;"),
            '<' => markup.push_str("&lt;"),
            '>' => markup.push_str("&gt;"),
            '"' => markup.push_str("&quot;"),
            c => markup.push(c),
        }
    }
    markup
}
