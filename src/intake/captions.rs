//! The words of captions (`.srt`, `.vtt`), joined to paragraphs.

use super::{Draft, FileKind, Found, Notice, Unread};
use crate::article::BlockKind;

/// A caption: what is said, and when, in milliseconds from the start.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Cue {
    from: u64,
    to: u64,
    speaker: String,
    words: String,
}

/// A pause after which a new paragraph begins, in milliseconds.
const PAUSE: u64 = 2_500;

/// A paragraph that is longer than this, in bytes, ends at the next full stop.
const LONG: usize = 600;

/// Reads captions: what one speaker says without a pause is one paragraph. Times are left out.
///
/// # Errors
///
/// [`Unread::Nothing`] if there are no words.
pub(super) fn read(text: &str) -> Result<Draft, Unread> {
    let mut paragraphs: Vec<Cue> = Vec::new();
    let mut count = 0;
    for cue in cues(text) {
        count += 1;
        match paragraphs.last_mut() {
            Some(last) if goes_on(last, &cue) => {
                last.to = cue.to;
                add(&mut last.words, &cue.words);
            }
            _ => paragraphs.push(cue),
        }
    }
    if paragraphs.is_empty() {
        return Err(Unread::Nothing(FileKind::Captions));
    }
    let mut speaker = String::new();
    let blocks = paragraphs.into_iter().map(|said| {
        let named = !said.speaker.is_empty() && said.speaker != speaker;
        let text = if named { format!("{}: {}", said.speaker, said.words) } else { said.words };
        speaker = said.speaker;
        Found::plain(BlockKind::Paragraph, &text)
    });
    Ok(Draft { blocks: blocks.collect(), notices: vec![Notice::Timings(count)], ..Draft::default() })
}

/// Whether a caption goes on with what was said: no other voice, no pause, no dash of a dialogue.
fn goes_on(before: &Cue, cue: &Cue) -> bool {
    let same = cue.speaker == before.speaker || (cue.speaker.is_empty() && !cue.words.starts_with('['));
    let full = before.words.len() > LONG && before.words.ends_with(['.', '!', '?', '”', '"']);
    let dialogue = is_turn(&cue.words) || is_turn(&before.words);
    same && !full && !dialogue && cue.from < before.to.saturating_add(PAUSE)
}

/// Whether somebody else begins to speak here, as captions without names show it.
fn is_turn(words: &str) -> bool {
    ["- ", "– ", "— ", ">>"].iter().any(|mark| words.starts_with(mark))
}

/// Adds words; those that roll up from the caption before are not said twice.
fn add(words: &mut String, more: &str) {
    if words.ends_with(more) {
        return;
    }
    words.push(' ');
    words.push_str(more);
}

/// The captions in their order. What is neither a time nor after one (a header, a note, a style) is passed over.
fn cues(text: &str) -> impl Iterator<Item = Cue> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let blocks: Vec<String> = text.split("\n\n").map(str::to_owned).collect();
    blocks.into_iter().filter_map(|block| cue(&block))
}

fn cue(block: &str) -> Option<Cue> {
    let mut lines = block.lines();
    let (from, to) = lines.by_ref().find_map(times)?;
    let mut cue = Cue { from, to, speaker: String::new(), words: String::new() };
    for line in lines {
        let (line, speaker) = bare(line);
        cue.speaker = speaker.unwrap_or(cue.speaker);
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if !line.is_empty() && !cue.words.is_empty() {
            cue.words.push(if is_turn(&line) { '\n' } else { ' ' });
        }
        cue.words.push_str(&line);
    }
    (!cue.words.is_empty()).then_some(cue)
}

/// From when to when, in milliseconds.
fn times(line: &str) -> Option<(u64, u64)> {
    let (from, to) = line.split_once("-->")?;
    Some((time(from.trim())?, time(to.split_whitespace().next()?)?))
}

/// `01:02:03,450`, `02:03.450`.
fn time(clock: &str) -> Option<u64> {
    let (clock, thousandths) = clock.split_once([',', '.']).unwrap_or((clock, "0"));
    let mut seconds = 0_u64;
    for part in clock.split(':') {
        seconds = seconds.checked_mul(60)?.checked_add(part.trim().parse().ok()?)?;
    }
    seconds.checked_mul(1_000)?.checked_add(thousandths.trim().parse().ok()?)
}

/// A line without tags, and who says it if a tag tells (`<v Nadia Feld>`).
fn bare(line: &str) -> (String, Option<String>) {
    let (mut words, mut speaker, mut rest) = (String::new(), None, line);
    while let Some((before, tag)) = rest.split_once('<') {
        words.push_str(before);
        let Some((tag, after)) = tag.split_once('>').filter(|_| is_tag(tag)) else {
            words.push('<');
            rest = tag;
            continue;
        };
        let voice = tag.strip_prefix('v').filter(|rest| rest.starts_with([' ', '.', '\t']));
        if let Some((_, name)) = voice.and_then(|voice| voice.split_once(char::is_whitespace)) {
            speaker = Some(entities(name.trim()));
        }
        rest = after;
    }
    words.push_str(rest);
    (entities(&styles(&words)), speaker)
}

fn is_tag(text: &str) -> bool {
    text.starts_with(|c: char| c == '/' || c.is_ascii_alphanumeric())
}

/// Without the `{\an8}` that some programs write to place a caption.
fn styles(words: &str) -> String {
    let (mut kept, mut rest) = (String::new(), words);
    while let Some((before, code)) = rest.split_once("{\\") {
        kept.push_str(before);
        rest = code.split_once('}').map_or("", |(_, after)| after);
    }
    kept + rest
}

fn entities(words: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&lrm;", ""), ("&rlm;", ""), ("&amp;", "&")];
    named.iter().fold(words.to_owned(), |words, (name, letter)| words.replace(name, letter))
}

#[cfg(test)]
mod tests {
    use super::{read, time};
    use crate::intake::{Found, Notice};

    fn check(text: &str, expected: &[&str]) {
        let draft = read(text).expect("captions");
        assert_eq!(draft.blocks.iter().map(Found::text).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn captions_are_joined_until_there_is_a_pause() {
        let srt = "1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>The toll</i>\r\n\r\n2\r\n00:00:02,500 --> 00:00:04,000\r\n{\\an8}stays.\r\n\r\n3\r\n00:00:09,000 --> 00:00:10,000\r\nNobody &amp; nothing < 3\r\n";
        check(srt, &["The toll stays.", "Nobody & nothing < 3"]);
        assert_eq!(read(srt).map(|draft| draft.notices), Ok(vec![Notice::Timings(3)]));
    }

    #[test]
    fn a_voice_is_named_once() {
        let vtt = "WEBVTT - a talk\n\nNOTE made by hand\n\nSTYLE\n::cue {}\n\nfirst\n00:01.000 --> 00:02.000 align:start\n<v.loud Nadia Feld>The toll\n<c.x>stays</c>,\n\n00:02.100 --> 00:03.000\n<v Nadia Feld>she said.\n\n00:03.100 --> 00:04.000\n<v Ivo>Why?\n\n00:04.000 --> 00:05.000\n- Because.\n";
        check(vtt, &["Nadia Feld: The toll stays, she said.", "Ivo: Why?", "- Because."]);
    }

    #[test]
    fn times_are_read_or_not() {
        assert_eq!(time("01:02:03,450"), Some(3_723_450));
        assert_eq!(time("02:03.450"), Some(123_450));
        assert_eq!(time("99999999999999999999:00"), None);
        assert!(read("WEBVTT\n\n").is_err());
        assert!(read("1\n00:00 --> no\nsaid").is_err());
    }
}
