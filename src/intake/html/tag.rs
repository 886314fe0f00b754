//! How many attributes a tag has, counted before it is read: each is compared with all before it.

/// Where in a tag a reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    /// Outside of a tag.
    Out,
    /// Between attributes.
    Between,
    /// In the name of one, or in a value without quotes.
    Word,
    /// After an equals sign.
    Equals,
    /// In a value in these quotes.
    Quoted(u8),
}

/// Counts the attributes of one tag after another.
#[derive(Debug)]
pub(super) struct Attributes {
    at: At,
    /// Those of the tag so far, its name included.
    pub(super) here: usize,
    /// Those of all tags.
    pub(super) all: usize,
}

impl Attributes {
    pub(super) fn new() -> Attributes {
        Attributes { at: At::Out, here: 0, all: 0 }
    }

    /// A tag may begin with these bytes, or something that is none.
    pub(super) fn begin(&mut self, piece: &[u8]) {
        let name = match piece {
            [b'<', b'/', first, ..] | [b'<', first, ..] => *first,
            _ => b' ',
        };
        self.at = if name.is_ascii_alphabetic() { At::Between } else { At::Out };
        self.here = 0;
    }

    /// Reads on, from just behind the `<` where one begins.
    pub(super) fn read(&mut self, piece: &[u8]) {
        let before = self.here;
        for byte in piece {
            self.at = match (self.at, byte) {
                (At::Out, _) => break,
                (At::Quoted(quote), _) if quote != *byte => At::Quoted(quote),
                (At::Equals, b'"' | b'\'') => At::Quoted(*byte),
                (At::Equals, b' ' | b'\t' | b'\n' | b'\x0c' | b'\r') => At::Equals,
                (At::Between | At::Word | At::Equals, b'>') => At::Out,
                (At::Between | At::Word, b'=') => At::Equals,
                (At::Quoted(_), _) | (_, b' ' | b'\t' | b'\n' | b'\x0c' | b'\r' | b'/') => At::Between,
                (At::Between, _) => {
                    self.here += 1;
                    At::Word
                }
                (At::Word | At::Equals, _) => At::Word,
            };
        }
        self.all += self.here - before;
    }
}

#[cfg(test)]
mod tests {
    use super::Attributes;

    #[test]
    fn attributes_are_counted_as_a_browser_tells_them_apart() {
        for (tag, expected) in [
            ("<p>", 1),
            ("<p a b c>d e f", 4),
            ("<a href='x y > z' b=\"c 'd' e\"f g = h/i>", 6),
            ("</p a>", 2),
            ("<!-- a b c -->", 0),
            ("< a b c", 0),
            ("<p a=>b", 2),
        ] {
            let mut attributes = Attributes::new();
            attributes.begin(tag.as_bytes());
            attributes.read(&tag.as_bytes()[1..]);
            assert_eq!(attributes.here, expected, "{tag}");
        }
    }
}
