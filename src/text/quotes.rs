//! Where a block quotes.

use super::{ByteOffset, Span, Text};

/// Words that lost their beginning to an apostrophe and start no sentence: *’twas*, *’em*.
const CLIPPED: &[&str] = &["twas", "tis", "twere", "til", "em", "bout", "n", "tween"];

/// A quotation mark, or what may be one.
#[derive(Debug, Clone, Copy)]
struct Sign {
    /// Its byte offset.
    at: usize,
    /// The byte offset of what follows it.
    end: usize,
    character: char,
    before: Option<char>,
    after: Option<char>,
}

/// A quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    /// The quotation with its marks.
    pub whole: Span,
    /// What stands between the marks; `None` if nothing does.
    pub within: Option<Span>,
}

/// The outermost quotations of a stretch, in order. It is read by itself, and should be a block, or
/// what stands within another quotation: a quotation inside another belongs to it. One that is not
/// closed runs to the end of the stretch.
///
/// ```
/// use sayso::text::{Text, quotations};
/// let text = Text::new("“No,” she said.");
/// let found = quotations(&text, text.whole().expect("not empty"));
/// assert_eq!(text.slice(found[0].whole), "“No,”");
/// assert_eq!(found[0].within.map(|within| text.slice(within)), Some("No,"));
/// ```
#[must_use]
pub fn quotations(text: &Text, stretch: Span) -> Vec<Quotation> {
    let block = text.slice(stretch);
    let signs = signs(block);
    let place = |at: usize| ByteOffset(stretch.start().0 + at);
    let quotation = |opening: &Sign, end: usize, after: usize| {
        let whole = text.span(place(opening.at)..place(after))?;
        Some(Quotation { whole, within: text.span(place(opening.end)..place(end)) })
    };
    let mut rest = signs.as_slice();
    let mut found = Vec::new();
    while let Some((sign, behind)) = rest.split_first() {
        rest = behind;
        let Some(closes) = opens(sign).filter(|_| !is_apostrophe(sign, block)) else { continue };
        match closing(closes, sign, behind) {
            Some(distance) => {
                rest = behind.get(distance + 1..).unwrap_or_default();
                found.extend(behind.get(distance).and_then(|close| quotation(sign, close.at, close.end)));
            }
            None if runs_on(sign) => {
                found.extend(quotation(sign, block.len(), block.len()));
                break;
            }
            None => {}
        }
    }
    found
}

/// How deep quotations inside quotations are looked for; nobody writes deeper.
const DEEPEST: usize = 3;

/// The quotations of a stretch and those inside them, each before what it holds.
#[must_use]
pub fn nested_quotations(text: &Text, stretch: Span) -> Vec<Quotation> {
    let mut found = Vec::new();
    nest(text, stretch, DEEPEST, &mut found);
    found
}

fn nest(text: &Text, stretch: Span, depth: usize, found: &mut Vec<Quotation>) {
    if depth == 0 {
        return;
    }
    for quotation in quotations(text, stretch) {
        found.push(quotation);
        if let Some(within) = quotation.within {
            nest(text, within, depth - 1, found);
        }
    }
}

impl Sign {
    /// Whether something follows it at once, and it is not at the end of a word.
    fn stands_before(&self) -> bool {
        !self.before.is_some_and(char::is_alphanumeric) && self.after.is_some_and(|c| !c.is_whitespace())
    }

    /// Whether it stands where a mark opens: before a word, and not at the end of a sentence either.
    fn leans_forward(&self) -> bool {
        self.stands_before() && !self.before.is_some_and(|c| matches!(c, '.' | ',' | '!' | '?' | '…'))
    }

    /// Whether it stands where a mark closes: not before a word.
    fn leans_back(&self) -> bool {
        !self.after.is_some_and(char::is_alphanumeric) && self.before.is_some_and(|c| !c.is_whitespace())
    }
}

/// All signs of a block that may open or close a quotation. Two apostrophes are one straight mark.
fn signs(block: &str) -> Vec<Sign> {
    let mut signs = Vec::new();
    let mut before = None;
    let mut characters = block.char_indices().peekable();
    while let Some((at, read)) = characters.next() {
        let twin = if read == '\'' { characters.next_if(|(_, next)| *next == '\'') } else { None };
        let after = characters.peek().map(|(_, c)| *c);
        let (character, end) = twin.map_or((read, at + read.len_utf8()), |(at, _)| ('"', at + 1));
        if "“”„‟«»‹›‘’‚\"'「」『』＂".contains(character) {
            signs.push(Sign { at, end, character, before, after });
        }
        before = Some(character);
    }
    signs
}

/// The marks that close what this one opens; `None` if it opens nothing.
fn opens(sign: &Sign) -> Option<&'static [char]> {
    let forward = sign.leans_forward();
    match sign.character {
        '“' => Some(&['”', '"']),
        // „German“, and „Polish”.
        '„' => Some(&['“', '”', '‟']),
        '‚' if forward => Some(&['‘', '’']),
        '「' => Some(&['」']),
        '『' => Some(&['』']),
        '«' => Some(&['»']),
        '‹' => Some(&['›']),
        // »Inwards«, and ”Swedish”.
        '»' if forward => Some(&['«', '»']),
        '›' if forward => Some(&['‹', '›']),
        '”' if forward => Some(&['”']),
        '"' | '＂' if sign.stands_before() => Some(&['"', '＂', '”']),
        '‘' | '\'' if forward => Some(&['’', '\'']),
        _ => None,
    }
}

/// How many signs stand between the opening mark and the one that closes it.
fn closing(closes: &[char], opening: &Sign, behind: &[Sign]) -> Option<usize> {
    let is_single = closes.contains(&'’');
    if !is_single {
        return behind.iter().position(|sign| closes.contains(&sign.character));
    }
    // Apostrophes look like closing marks. What stands before a letter is one; of what is left, one
    // after an *s* may be (*officials’*), unless nothing better comes before the next opening mark.
    let reach = behind.iter().position(|sign| sign.character == opening.character && sign.leans_forward());
    let near = behind.get(..reach.unwrap_or(behind.len())).unwrap_or_default();
    let may_close = |sign: &Sign| closes.contains(&sign.character) && sign.leans_back();
    let plural = |sign: &Sign| sign.before == Some('s');
    let sure = near.iter().position(|sign| may_close(sign) && !plural(sign));
    sure.or_else(|| near.iter().position(may_close))
}

/// Whether an opening mark that nothing closes still quotes. One that may be an apostrophe does so
/// only at the start of the block, where a quotation that runs over paragraphs opens anew.
fn runs_on(sign: &Sign) -> bool {
    sign.before.is_none() || !matches!(sign.character, '\'' | '‚' | '”' | '»' | '›')
}

/// Whether a mark that looks like an opening one stands for letters left out, often turned the wrong
/// way: *‘twas*, the *‘90s*.
fn is_apostrophe(sign: &Sign, block: &str) -> bool {
    let behind = block.get(sign.end..).unwrap_or_default();
    let word: String = behind.chars().take_while(|c| c.is_alphanumeric()).take(6).collect();
    let is_decade = word.len() == 3 && word.ends_with('s') && word.starts_with(|c: char| c.is_ascii_digit());
    matches!(sign.character, '‘' | '\'') && (is_decade || CLIPPED.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests;
