//! How much of a file is looked at, whatever it claims to hold. All limits are here.

/// The largest file that is opened, in bytes.
pub const FILE_LIMIT: usize = 100_000_000;

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

/// How many pages of a PDF are read.
pub const PAGES: usize = 2_000;

/// How many stretches of text all pages of a PDF may have.
pub(super) const RUNS: usize = 1_000_000;
