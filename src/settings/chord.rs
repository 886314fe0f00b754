//! A key with the modifiers held with it.

use std::fmt;

/// A key and the modifiers that are held with it.
///
/// Two presses that a person takes for the same are equal: the case of a letter is left to Shift,
/// and of a sign Shift is left out, since on another keyboard it may not be needed.
///
/// ```
/// use sayso::settings::Chord;
/// assert_eq!(Chord::new("Z", true, true, false).to_string(), "Ctrl+Shift+z");
/// assert_eq!(Chord::new("?", false, true, false), Chord::new("?", false, false, false));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Chord {
    /// The character it writes, a letter in lower case, or the name of the key: `c`, `?`, `Enter`.
    pub key: String,
    /// Whether Ctrl or Cmd is held.
    pub command: bool,
    /// Whether Shift is held.
    pub shift: bool,
    /// Whether Alt or Option is held.
    pub alt: bool,
}

impl Chord {
    /// The chord of a key, named as browsers name it, and what is held with it.
    #[must_use]
    pub fn new(key: &str, command: bool, shift: bool, alt: bool) -> Chord {
        if key == " " {
            return Chord { key: "Space".into(), command, shift, alt };
        }
        if is_named(key) {
            return Chord { key: key.into(), command, shift, alt };
        }
        let (lower, upper) = (key.to_lowercase(), key.to_uppercase());
        Chord { shift: shift && lower != upper, key: lower, command, alt }
    }

    /// Reads what [`Display`](fmt::Display) writes; `None` if it is no chord.
    #[must_use]
    pub fn parse(printed: &str) -> Option<Chord> {
        let (command, rest) = without(printed, "Ctrl+");
        let (alt, rest) = without(rest, "Alt+");
        let (shift, key) = without(rest, "Shift+");
        let one = key.chars().nth(1).is_none() && key.chars().all(|c| !c.is_whitespace() && !c.is_control());
        (!key.is_empty() && (one || is_named(key))).then(|| Chord::new(key, command, shift, alt))
    }

    /// Whether it writes a character where text is typed: no more than Shift is held.
    #[must_use]
    pub fn writes(&self) -> bool {
        !self.command && !self.alt && (self.key == "Space" || !is_named(&self.key))
    }

    /// Whether it is a modifier alone, of which nobody knows yet what it will become.
    #[must_use]
    pub fn is_modifier(&self) -> bool {
        const MODIFIERS: [&str; 13] = [
            "Shift",
            "Control",
            "Alt",
            "AltGraph",
            "Meta",
            "CapsLock",
            "Fn",
            "FnLock",
            "NumLock",
            "ScrollLock",
            "Dead",
            "Process",
            "Unidentified",
        ];
        MODIFIERS.contains(&self.key.as_str())
    }

    /// Whether it belongs to a family of keys that cannot be given away: the digits from 1 on, the
    /// arrows, Tab and Space.
    #[must_use]
    pub fn is_fixed(&self) -> bool {
        let digit = self.writes() && matches!(self.key.as_bytes(), [b'1'..=b'9']);
        digit || self.key.starts_with("Arrow") || matches!(self.key.as_str(), "Tab" | "Space")
    }

    /// Whether the browser needs it for itself, for text, or never hands it over.
    #[must_use]
    pub fn is_the_browsers(&self) -> bool {
        const BROWSERS: [&str; 10] = ["a", "c", "v", "x", "l", "n", "q", "r", "t", "w"];
        self.command && !self.alt && BROWSERS.contains(&self.key.as_str())
    }
}

fn without<'a>(printed: &'a str, modifier: &str) -> (bool, &'a str) {
    match printed.strip_prefix(modifier) {
        Some(rest) => (true, rest),
        None => (false, printed),
    }
}

/// Whether it is a key's name, such as `Enter` or `F2`, and no character.
fn is_named(key: &str) -> bool {
    let ascii = key.bytes().all(|byte| byte.is_ascii_alphanumeric());
    key.len() > 1 && ascii && key.bytes().next().is_some_and(|byte| byte.is_ascii_uppercase())
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.command, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+")] {
            if held {
                f.write_str(name)?;
            }
        }
        f.write_str(&self.key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(key: &str, held: &str, printed: &str) {
        let chord = Chord::new(key, held.contains('c'), held.contains('s'), held.contains('a'));
        assert_eq!(chord.to_string(), printed);
        assert_eq!(Chord::parse(printed), Some(chord), "{printed}");
    }

    #[test]
    fn chords_are_printed_and_read() {
        check("c", "", "c");
        check("C", "", "c"); // with CapsLock
        check("C", "s", "Shift+c");
        check("Z", "cs", "Ctrl+Shift+z");
        check("?", "s", "?");
        check("/", "s", "/"); // as on a German keyboard
        check("+", "", "+");
        check("+", "c", "Ctrl++");
        check(" ", "s", "Shift+Space");
        check("Enter", "", "Enter");
        check("Enter", "cas", "Ctrl+Alt+Shift+Enter");
        check("F2", "a", "Alt+F2");
        check("Ж", "s", "Shift+ж");
        check("ç", "a", "Alt+ç");
        check("0", "", "0");
    }

    #[test]
    fn what_is_no_chord_is_not_read() {
        for odd in ["", "Ctrl+", "Shift+", "cc", "Ctrl+ab", " ", "\n", "enter", "C c", "Meta+c"] {
            assert_eq!(Chord::parse(odd), None, "{odd:?}");
        }
        assert_eq!(Chord::parse("Shift+?").unwrap().to_string(), "?");
        assert_eq!(Chord::parse("Shift+C").unwrap().to_string(), "Shift+c");
    }

    #[test]
    fn families_that_stay_are_told() {
        let told = |printed: &str| {
            let chord = Chord::parse(printed).unwrap();
            (chord.is_fixed(), chord.is_the_browsers(), chord.is_modifier())
        };
        for fixed in ["1", "9", "Space", "ArrowLeft", "Alt+Shift+ArrowUp", "Tab", "Shift+Tab"] {
            assert_eq!(told(fixed), (true, false, false), "{fixed}");
        }
        for free in ["0", "Alt+1", "c", "Escape", "F2", "Ctrl+Alt+c", "Ctrl+z"] {
            assert_eq!(told(free), (false, false, false), "{free}");
        }
        assert_eq!(told("Ctrl+c"), (false, true, false));
        assert_eq!(told("Shift"), (false, false, true));
    }

    proptest! {
        #[test]
        fn whatever_is_pressed_reads_as_it_is_printed(key in "[^\\s\\p{C}]|[A-Z][a-zA-Z0-9]{1,9}", held in any::<[bool; 3]>()) {
            let chord = Chord::new(&key, held[0], held[1], held[2]);
            let printed = chord.to_string();
            // A few capitals become two characters; such a key cannot be kept, and is refused.
            if chord.key.chars().count() == 1 || is_named(&chord.key) {
                prop_assert_eq!(Chord::parse(&printed), Some(chord));
            }
        }
    }
}
