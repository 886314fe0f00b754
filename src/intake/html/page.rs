//! A whole page: the article is found in it, and what is known about it.

use super::article::article;
use super::parse::parse;
use super::propose::{propose, take_some};
use super::{known, one_headline, walk};
use crate::article::BlockKind;
use crate::intake::{Draft, Notice, Unread};

/// Reads a page. All its blocks are in the draft; those outside of the article are proposed to be left out.
///
/// # Errors
///
/// [`Unread`] if it is larger, wider or deeper than pages are.
pub(in crate::intake) fn page(html: &str, address: Option<&str>) -> Result<Draft, Unread> {
    let document = parse(html)?;
    let mut details = known::details(&document, address);
    let at = Some(details.url.as_str()).filter(|at| !at.is_empty());
    // How many pictures a page has says nothing: most are of the frame.
    let (mut seen, _) = walk::blocks(document.root(), at);
    let mut notices = Vec::new();
    if let Some(article) = article(document, &details.title) {
        if details.byline.is_empty() {
            details.byline = known::without_by(&article.byline).to_owned();
        }
        propose(&mut seen, &article.texts, &details);
    } else {
        take_some(&mut seen);
        notices.push(Notice::WholePage);
    }
    if details.title.is_empty() {
        let headline = seen.iter().find(|block| block.found.kept && block.found.kind == BlockKind::Title);
        details.title = headline.map(|block| known::one_line(&block.found.text())).unwrap_or_default();
    }
    let mut blocks: Vec<_> = seen.into_iter().map(|seen| seen.found).collect();
    one_headline(&mut blocks);
    Ok(Draft { details, blocks, notices, ..Draft::default() })
}
