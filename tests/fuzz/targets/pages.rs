//! Any letters as a page, a piece of one, a saved one, or Markdown: a sentence, or a draft that becomes an article.
#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use sayso::intake::{Draft, Unread, open, open_page, open_piece};
use sayso::words;
use sayso_fuzz::expect_sentence;

fuzz_target!(|bytes: &[u8]| {
    let whole = open("a.html", bytes);
    let piece = open_piece(bytes);
    // What the bookmark copied begins behind its remark.
    let is_copied = bytes.windows(REMARK.len()).any(|part| part == REMARK);
    if let (Ok(whole), Ok(piece), false) = (&whole, &piece, is_copied) {
        assert_eq!(whole.blocks.len(), piece.blocks.len(), "a piece is read as a page is, and kept whole");
    }
    check(&whole);
    check(&piece);
    check(&open("a.md", bytes));
    check(&open("a.mhtml", &[SAVED, bytes].concat()));
    check(&open_page("https://a.example/b", bytes, "text/html; charset=koi8-r"));
    check(&open_piece(&[REMARK, b"https://a.example/b-->", bytes].concat()));
});

const REMARK: &[u8] = b"<!--sayso ";

const SAVED: &[u8] =
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n--b\nContent-Type: text/html\n\
    Content-Location: https://a.example/b\n\n";

fn check(read: &Result<Draft, Unread>) {
    match read {
        Err(why) => expect_sentence(&words::unread(why)),
        Ok(draft) => {
            draft.notices.iter().for_each(|notice| expect_sentence(&words::intake_notice(notice)));
            assert!(!draft.blocks.is_empty(), "without a block there is a sentence");
            if let Ok(parsed) = draft.parsed() {
                let text = &parsed.article.text;
                let is_set = |span| !text.slice(span).trim().is_empty();
                assert!(parsed.article.blocks.iter().all(|block| is_set(block.span)));
            }
        }
    }
}

/// Tags that the rules of the parser treat each in their own way.
const TAGS: [&str; 24] = [
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<a href=/x>",
    "</a>",
    "<table>",
    "</table>",
    "<tr><td>",
    "<div class=byline>",
    "<div>",
    "</div>",
    "<svg>",
    "<template>",
    "<select>",
    "<h1>",
    "<figure>",
    "<li>",
    "<noscript>",
    "<br><br>",
    "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[{\"name\":\"a\"}]}</script>",
    "<img src=a>",
    "<p id=readability-page-1>",
    "&notit;",
];

// Puts a tag somewhere, or what stood before it.
fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let dice = usize::try_from(seed / 3).unwrap_or(0);
    let tag = TAGS[dice % TAGS.len()].as_bytes();
    if seed.is_multiple_of(3) || size + tag.len() > max_size {
        return fuzzer_mutate(data, size, max_size);
    }
    let at = (dice / TAGS.len()) % (size + 1);
    data.copy_within(at..size, at + tag.len());
    data[at..at + tag.len()].copy_from_slice(tag);
    size + tag.len()
});
