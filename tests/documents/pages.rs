//! Pages made to do harm: a draft or a sentence within two seconds, on as small a stack as a worker may have.

use std::thread;
use std::time::Duration;

use sayso::article::{Refusal, TEXT_LIMIT};
use sayso::intake::{Draft, Unread, open};

use super::clock;

/// How much stack a page may take, in bytes. A worker has a megabyte.
const STACK: usize = 512 * 1024;

/// Opens a page, makes the article of it, and lets both go; says how many blocks there were.
fn timed(what: &str, page: &str) -> Result<usize, Unread> {
    let bytes = format!("<!doctype html>{page}").into_bytes();
    let work = move || {
        clock::timed(|| {
            let read = open("page.html", &bytes);
            let kept = read.as_ref().ok().map(Draft::parsed);
            drop(kept);
            read.map(|draft| draft.blocks.len())
        })
    };
    let opened = thread::Builder::new().stack_size(STACK).spawn(work).unwrap();
    let (took, read) = opened.join().unwrap_or_else(|_| panic!("{what}: it panicked"));
    assert!(took < Duration::from_secs(2), "{what}: {took:?}");
    read
}

/// So many pieces, each with its number.
fn numbered(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect()
}

fn is_too_wide(read: &Result<usize, Unread>) -> bool {
    matches!(read, Err(Unread::TooManyParts { .. }))
}

#[test]
fn a_million_nested_tags() {
    let deep = Err(Unread::TooDeep { limit: 512 });
    for tag in ["div", "b", "font", "span", "blockquote", "svg", "em class=x", "p id=a"] {
        let read = timed(tag, &format!("{}said", format!("<{tag}>").repeat(1_000_000)));
        assert!(read == deep || tag == "p id=a", "{tag}: {read:?}");
    }
    for tag in ["table", "a", "li", "template", "select", "button", "noscript"] {
        let _draft = timed(tag, &format!("{}said", format!("<{tag}>").repeat(1_000_000)));
    }
    let closed = format!("{}said{}", "<div>".repeat(1_000_000), "</div>".repeat(1_000_000));
    assert_eq!(timed("closed", &closed), deep);
    // What closes nothing here hides how deep it is from whoever only counts.
    assert_eq!(timed("hidden", &"<div><table><tr><td></div></table>".repeat(100_000)), deep);
    let lists = "<ul><li>".repeat(1_000_000);
    assert_eq!(timed("lists", &lists), deep);
    let read = timed("as deep as may be", &format!("{}said{}", "<div>".repeat(400), "</div>".repeat(400)));
    assert_eq!(read, Ok(1));
}

#[test]
fn many_that_are_deep() {
    for tag in ["div", "b", "span", "table", "blockquote"] {
        let nest =
            format!("{}said, then this.{}", format!("<{tag}>").repeat(400), format!("</{tag}>").repeat(400));
        let _draft = timed(tag, &nest.repeat(99));
    }
    for tag in ["<div>", "<div><p>", "<ul><li>", "<table><tr><td>"] {
        let nest = format!("{tag}said, it was so, there and here").repeat(120);
        let _draft = timed(tag, &format!("{nest}{}", "</table></ul></p></div>".repeat(120)).repeat(60));
    }
}

#[test]
fn tags_that_are_opened_again_and_again() {
    for (what, page) in [
        ("weights", numbered(20_000, |n| format!("<b a={n}><p>x"))),
        ("weights in paragraphs", numbered(20_000, |n| format!("<p><b a={n}>x</p>"))),
        ("links", numbered(100_000, |n| format!("<a href={n}><p>x"))),
        ("adopted", format!("{}{}", "<b><div>".repeat(300), "</b>".repeat(100_000))),
        ("that close nothing", format!("{}{}", "<span>".repeat(480), "</x>".repeat(3_000_000))),
        ("pages in pages", numbered(200_000, |n| format!("<body a{n}>"))),
    ] {
        let _draft = timed(what, &page);
    }
}

#[test]
fn attributes_without_end() {
    let many = |part: fn(usize) -> String| numbered(1_000_000, part);
    let too_many = Err(Unread::TooManyParts { limit: 256 });
    for (what, page) in [
        ("plain", format!("<p {}>said", many(|n| format!("a{n} ")))),
        ("with values", format!("<p {}>said", many(|n| format!("a{n}=''")))),
        ("by strokes", format!("<p {}>said", many(|n| format!("a{n}/")))),
        ("that look like tags", format!("<p {}>said", many(|n| format!("<a{n} ")))),
        ("at an end", format!("<script></script {}>said", many(|n| format!("a{n} ")))),
        ("behind a quote", format!("<script> <z q=\"</script><a {}>said", many(|n| format!("a{n} ")))),
    ] {
        assert_eq!(timed(what, &page), too_many, "{what}");
    }
    let names = numbered(3_000, |n| format!("<p {}>said", numbered(200, |m| format!("a{n}x{m} "))));
    assert!(is_too_wide(&timed("names", &names)));
    // What only looks like a tag, in a script, is no reason to refuse a page.
    let script = format!("<script>if (i<n;{}</script><p>said", "a b c d ".repeat(10_000));
    assert_eq!(timed("script", &script), Ok(1));
    let picture = format!("<img src='data:image/png;base64,{}'><p>said", "aA/9".repeat(8_000_000));
    assert_eq!(timed("picture", &picture), Ok(1));
}

#[test]
fn floods() {
    assert!(is_too_wide(&timed("20 MB of paragraphs", &"<p>".repeat(6_700_000))));
    assert!(is_too_wide(&timed("signs", &"<".repeat(10_000_000))));
    let entities = "&amp;&notit;&#x41;&CounterClockwiseContourIntegral;&";
    assert!(is_too_wide(&timed("entities", &entities.repeat(400_000))));
    let _draft = timed("fewer entities", &format!("<p>{}", entities.repeat(60_000)));
    let own = numbered(100_000, |n| format!("<!ENTITY a{n} '&a;&a;'>"));
    let _draft = timed("entities of its own", &format!("<!DOCTYPE a [{own}]><p>&a;"));
    let long = timed("one paragraph", &format!("<p>{}", "said, this and that. ".repeat(1_000_000)));
    let too_long = |read| matches!(read, Err(Unread::Text(Refusal::TooLong { limit: TEXT_LIMIT, .. })));
    assert!(too_long(long));
    let _draft = timed("remarks", &"<!-- <a b c d ".repeat(1_000_000));
    let _draft = timed("many remarks", &"<!-- x -->".repeat(500_000));
    let large = vec![b' '; 60_000_000];
    assert_eq!(
        open("page.html", &[&b"<!doctype html>"[..], &large].concat()),
        Err(Unread::TooLarge { limit: 48_000_000 })
    );
}

#[test]
fn wide_pages() {
    for (what, page) in [
        ("links", numbered(200_000, |n| format!("<a href='https://a.example/{n}'>b</a> "))),
        ("paragraphs", "<div><p>said, this and that, and so on for a while it is</p></div>".repeat(19_000)),
        ("line ends", "<br>".repeat(500_000) + "said"),
        ("lines", "said, it was this and that<br>".repeat(39_000)),
        ("lines apart", "said, it was this and that<br><br>".repeat(19_000)),
        ("words", format!("<p>{}", "<i>a</i> b <br>".repeat(19_000))),
        ("cells", format!("<table><tr>{}", "<td>1 said".repeat(200_000))),
        ("blank cells", format!("<table><tr>{}", "<td><i>&nbsp;</i>&nbsp;".repeat(100_000))),
        ("rows", format!("<table>{}", format!("<tr>{}", "<td>1".repeat(100)).repeat(1_000))),
        ("bylines", "<div class=byline></div>".repeat(39_000)),
        (
            "headings",
            format!("<title>{}</title>{}", "said: ".repeat(60), "<h2>said: more</h2>".repeat(1_990)),
        ),
        (
            "a long headline",
            format!("<h1>{}</h1>{}", "so x y z ".repeat(100_000), "<h2>so</h2>".repeat(1_900)),
        ),
        ("statements", "<script type='application/ld+json'>{\"@type\":\"Article\"}</script>".repeat(30_000)),
        (
            "a deep statement",
            format!("<script type='application/ld+json'>{}</script><p>a", "[".repeat(900_000)),
        ),
        (
            "pictures",
            "<img src=a.jpg><noscript><div><noscript><img src=b.jpg></noscript></div></noscript>"
                .repeat(5_000),
        ),
    ] {
        let _draft = timed(what, &page);
    }
}
