//! XML, as it is written.

/// A text that grows element by element.
#[derive(Default)]
pub(super) struct Xml(pub(super) String);

impl Xml {
    /// Opens an element.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.0.push_str(">\n");
    }

    /// Closes it.
    pub(super) fn close(&mut self, name: &str) {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push_str(">\n");
    }

    /// An element without anything in it.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.0.push_str("/>\n");
    }

    /// An element with words in it; nothing if there are none.
    pub(super) fn words(&mut self, name: &str, words: &str) {
        if !words.is_empty() {
            self.start(name, &[]);
            self.0.push('>');
            self.escaped(words);
            self.close(name);
        }
    }

    /// An element around others; nothing if there are none.
    pub(super) fn around(&mut self, name: &str, inside: impl FnOnce(&mut Xml)) {
        let mut inner = Xml::default();
        inside(&mut inner);
        if !inner.0.is_empty() {
            self.open(name, &[]);
            self.0.push_str(&inner.0);
            self.close(name);
        }
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.escaped(value);
            self.0.push('"');
        }
    }

    /// White space but the blank is escaped, as readers would change it (XML 1.0, sections 2.11 and 3.3.3).
    fn escaped(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\t' => self.0.push_str("&#9;"),
                '\n' => self.0.push_str("&#10;"),
                '\r' => self.0.push_str("&#13;"),
                c => self.0.push(c),
            }
        }
    }
}
