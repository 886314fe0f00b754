//! Lines, and what a tag says.

/// A token with its columns, as a line has them.
pub(super) struct Row<'a> {
    /// The line, from 1.
    pub(super) line: usize,
    /// Whether a sentence begins with it.
    pub(super) begins: bool,
    pub(super) columns: Vec<&'a str>,
}

/// What a tag says of its token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag<'a> {
    /// It is in nothing.
    Outside,
    /// Something begins with it, whatever stood before.
    Begins(&'a str),
    /// It goes on with what is open, or begins it where nothing of the name is.
    Inside(&'a str),
    /// The same, and that ends with it.
    Ends(&'a str),
    /// It is all there is.
    Alone(&'a str),
}

impl<'a> Tag<'a> {
    /// Reads a tag of IOB1, IOB2, IOE, BIOES or BILOU.
    pub(super) fn of(cell: &'a str) -> Option<Tag<'a>> {
        if matches!(cell, "O" | "_" | "-") {
            return Some(Tag::Outside);
        }
        let (letter, label) = cell.split_once('-').filter(|(_, label)| !label.is_empty())?;
        Some(match letter {
            "B" => Tag::Begins(label),
            "I" | "M" => Tag::Inside(label),
            "E" | "L" => Tag::Ends(label),
            "S" | "U" => Tag::Alone(label),
            _ => return None,
        })
    }
}

/// The documents of a file and their tokens. Lines that begin with `#` and have no tag are remarks, as in
/// CoNLL-U; `-DOCSTART-` begins another document.
pub(super) fn documents(text: &str) -> Vec<Vec<Row<'_>>> {
    let mut documents = Vec::new();
    let mut rows = Vec::new();
    let mut begins = true;
    for (nth, line) in text.split('\n').enumerate() {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let columns = columns(line);
        if columns.is_empty() {
            begins = true;
        } else if columns.first() == Some(&"-DOCSTART-") {
            documents.extend(Some(std::mem::take(&mut rows)).filter(|rows: &Vec<_>| !rows.is_empty()));
            begins = true;
        } else if !is_remark(&columns) {
            rows.push(Row { line: nth + 1, begins, columns });
            begins = false;
        }
    }
    documents.extend(Some(rows).filter(|rows| !rows.is_empty()));
    documents
}

fn columns(line: &str) -> Vec<&str> {
    match line.trim().is_empty() {
        true => Vec::new(),
        false if line.contains('\t') => line.trim_end().split('\t').collect(),
        false => line.split_whitespace().collect(),
    }
}

fn is_remark(columns: &[&str]) -> bool {
    let tagged = columns.len() > 1 && columns.last().is_some_and(|last| Tag::of(last).is_some());
    columns.first().is_some_and(|first| first.starts_with('#')) && !tagged
}

/// The most lines that are looked at to tell a table from prose.
const LOOKED_AT: usize = 200;

/// Whether a file is a table of tokens: the same number of columns in each line, tags in the last, and
/// something tagged or enough of it.
pub(super) fn is_table(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let mut lines = text.lines().map(columns).filter(|columns| !columns.is_empty() && !is_remark(columns));
    let Some(first) = lines.find(|columns| columns.first() != Some(&"-DOCSTART-")) else { return false };
    let mut seen = 0;
    let mut tagged = 0;
    for columns in std::iter::once(first.clone()).chain(lines.take(LOOKED_AT)) {
        if columns.first() == Some(&"-DOCSTART-") {
            continue;
        }
        let tag = columns.last().and_then(|last| Tag::of(last));
        let Some(tag) = tag.filter(|_| columns.len() > 1 && columns.len() == first.len()) else {
            return false;
        };
        seen += 1;
        tagged += usize::from(tag != Tag::Outside);
    }
    tagged > 0 || seen > 2 || first.len() == super::COLUMNS
}
