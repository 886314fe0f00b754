//! Text that Markdown shows to the letter.

/// A text inside a line. Any sign that may mean something somewhere is escaped; line breaks are tags, so that
/// no line begins inside a text.
pub(super) fn escaped(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let last = text.chars().count();
    let mut markup = String::with_capacity(text.len());
    for (nth, c) in (1..).zip(text.chars()) {
        // At the ends these may go together with a link or a footnote beside them.
        let at_edge = (nth == 1 && matches!(c, '(' | ':')) || (nth == last && c == '!');
        match c {
            '\n' | '\r' => markup.push_str("<br>"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '~' | '|' | '^' | '$' => {
                markup.extend(['\\', c]);
            }
            c if at_edge => markup.extend(['\\', c]),
            c => markup.push(c),
        }
    }
    markup
}

/// A line that begins with words: what would make a list, a rule or a heading of it is escaped.
pub(super) fn started(markup: &str) -> String {
    let digits = markup.chars().take_while(char::is_ascii_digit).count();
    match markup.chars().nth(digits) {
        Some('-' | '+' | '=') if digits == 0 => format!("\\{markup}"),
        Some('.' | ')') if digits > 0 => {
            let (number, rest) = markup.split_at_checked(digits).unwrap_or((markup, ""));
            format!("{number}\\{rest}")
        }
        _ => markup.to_owned(),
    }
}

/// Words set with stars where those are sure to be understood, else with a tag.
pub(super) fn set(words: &str, stars: &str, tag: &str) -> String {
    let markup = escaped(words);
    if words.starts_with(char::is_alphanumeric) && !words.ends_with(char::is_whitespace) {
        format!("{stars}{markup}{stars}")
    } else {
        format!("<{tag}>{markup}</{tag}>")
    }
}

/// An address between `<` and `>`.
pub(super) fn address(link: &str) -> String {
    let mut address = String::with_capacity(link.len());
    for c in link.chars() {
        if matches!(c, '\\' | '<' | '>' | '&') {
            address.push('\\');
        }
        address.push(c);
    }
    address
}

#[cfg(test)]
mod tests {
    use super::{escaped, set, started};

    #[test]
    fn signs_that_mean_something_are_escaped() {
        for (text, expected) in [
            ("a *b* _c_ `d`", "a \\*b\\* \\_c\\_ \\`d\\`"),
            ("[x](y) <b> &amp; $5", "\\[x\\](y) \\<b\\> \\&amp; \\$5"),
            ("(see! now!", "\\(see! now\\!"),
            ("one\r\ntwo\n\nthree", "one<br>two<br><br>three"),
            ("", ""),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn a_line_begins_with_words() {
        for (text, expected) in [
            ("- a", "\\- a"),
            ("=", "\\="),
            ("1. a", "1\\. a"),
            ("1984) a", "1984\\) a"),
            ("1984 a", "1984 a"),
            ("a - b", "a - b"),
            ("12", "12"),
        ] {
            assert_eq!(started(text), expected);
        }
    }

    #[test]
    fn stars_stand_only_beside_letters() {
        for (words, expected) in [
            ("Form:", "**Form:**"),
            ("", "<strong></strong>"),
            (" a", "<strong> a</strong>"),
            ("a ", "<strong>a </strong>"),
            ("“a”", "<strong>“a”</strong>"),
        ] {
            assert_eq!(set(words, "**", "strong"), expected);
        }
    }
}
