//! How much of a file is looked at, whatever it claims to hold. All limits are here.

/// The largest file that is opened, in bytes.
pub const FILE_LIMIT: usize = 100_000_000;

/// The largest text that is looked at, in bytes: with the times of captions or the marks of Markdown, the
/// longest article has a quarter of it.
pub(super) const TEXT_BYTES: usize = 24_000_000;

/// How many files one archive may hold. A long book with pictures has a few thousand.
pub(super) const ENTRIES: usize = 10_000;

/// How large one unpacked part may be, in bytes. The words of a long novel are 2 MB; with what a word
/// processor writes around them, 30 MB.
pub(super) const PART: usize = 48_000_000;

/// How large all parts that are unpacked of one file may be together, in bytes.
pub(super) const UNPACKED: usize = 96_000_000;

/// How many tags one XML part may have.
pub(super) const TAGS: usize = 2_000_000;

/// How deeply tags may lie in one another.
pub(super) const DEPTH: usize = 256;

/// How many attributes a tag may have, and how many short names for namespaces a part may give.
/// Looking for doubles takes time that grows with the square of these.
pub(super) const ATTRIBUTES: usize = 256;
pub(super) const NAMESPACES: usize = 8_000;

/// How deeply elements of a page may lie in one another. Browsers draw the line at 512 too.
pub(super) const PAGE_DEPTH: usize = 512;

/// How many elements, texts and remarks a page may have. That of an article has a few thousand.
pub(super) const NODES: usize = 600_000;

/// How many attributes all elements of a page may have together.
pub(super) const ALL_ATTRIBUTES: usize = 1_000_000;

/// How many names its elements and attributes may have. Each is looked up among those that are known.
pub(super) const NAMES: usize = 20_000;

/// How many letters a page may have: those of the longest article, and half as many around it.
pub(super) const LETTERS: usize = 3_000_000;

/// How often a page may make its reader look at an element while its tree is built: that of an article, some
/// hundred thousand times.
pub(super) const WORK: usize = 10_000_000;

/// How much work it is to find out which letter a name between `&` and `;` means.
pub(super) const REFERENCE: usize = 20;

/// Above these the article of a page is not looked for, as looking takes several passes; the whole page is
/// offered then. Elements, their depths all together, headings, and bytes of what stands in attributes;
/// and bytes that are looked at when its text is written as markup.
pub(super) const ARTICLE_ELEMENTS: usize = 40_000;
pub(super) const ARTICLE_DEPTHS: usize = 2_000_000;
pub(super) const ARTICLE_HEADINGS: usize = 2_000;
pub(super) const ARTICLE_MARKUP: usize = 6_000_000;
pub(super) const ARTICLE_ESCAPES: usize = 4_000_000_000;

/// The longest value of an attribute that is looked at, in bytes. Pictures are written into longer ones.
pub(super) const ATTRIBUTE: usize = 8_000;

/// How many pages of a PDF are read.
pub const PAGES: usize = 2_000;

/// How many stretches of text all pages of a PDF may have.
pub(super) const RUNS: usize = 1_000_000;
