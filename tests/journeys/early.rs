//! What is seen before the program is awake: the frame and the text, where they will stand.

use serde_json::{Value, json};

use crate::more::{HEADLINE, STORY};
use crate::page::Page;

const CLAIM: &str = "“We have one hull and two crews,”";

/// From now on the program waits for `window.wake()`.
const ASLEEP: &str = "() => {
    const waking = new Promise((wake) => { window.wake = wake });
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => { await waking; return instantiate.apply(WebAssembly, given) };
}";

/// What each block is, what stands in it and where it is on the screen.
const BLOCKS: &str = "return [...document.querySelectorAll('.head > *, .about .facts, .profile, .run > *, .bar, .status, .scroller')]
    .map((block) => {
        const { x, y, width, height } = block.getBoundingClientRect();
        const words = block.matches('.run > *, .head > *') ? block.textContent : '';
        return [block.localName + '.' + block.className, words, x, y, width, height];
    })";

/// An article that is stored, before the program of the page is awake.
fn asleep(text: &str, prepare: impl FnOnce(&Page)) -> Page {
    let page = Page::open_with("", text);
    prepare(&page);
    page.is_saved();
    page.preload(ASLEEP);
    page.reload();
    page
}

fn wake(page: &Page) {
    page.script("window.wake()", &json!([]));
    page.article().wait();
}

/// What is shown until then: `frame`, or `article` with the frame about it.
fn shows(page: &Page) -> String {
    page.wait_for("the frame to be drawn", || {
        let shown = page.script("return document.querySelector('.early')?.dataset.shows ?? null", &json!([]));
        shown.as_str().map(str::to_owned)
    })
}

fn blocks(page: &Page) -> Vec<Value> {
    page.script(BLOCKS, &json!([])).as_array().expect("a list").clone()
}

/// Nothing moves when the program wakes up, by more than a pixel.
#[track_caller]
fn stays(page: &Page) {
    let before = blocks(page);
    wake(page);
    let after = blocks(page);
    assert_eq!(before.len(), after.len(), "{before:#?} {after:#?}");
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(before[1], after[1]);
        let off =
            |at: usize| before[at].as_f64().zip(after[at].as_f64()).map(|(one, other)| (one - other).abs());
        assert!((2..6).all(|at| off(at) < Some(1.0)), "{before} became {after}");
    }
}

#[test]
fn an_article_is_there_before_the_program_and_nothing_jumps() {
    for (width, height) in [(1440, 900), (1024, 700), (390, 844)] {
        let page = asleep(STORY, |page| page.resize(width, height));
        assert_eq!(shows(&page), "article");
        let text = page.script("return document.querySelector('.early .sheet').innerText", &json!([]));
        assert!(
            text.as_str()
                .is_some_and(|text| text.contains(HEADLINE) && text.contains("rows over twice a week"))
        );
        stays(&page);
        page.check_quiet();
        assert_eq!(page.csp_violations(), Vec::<String>::new());
    }
}

#[test]
fn nothing_jumps_where_something_is_claimed() {
    let page = asleep(STORY, |page| {
        page.mark("c", CLAIM);
        page.shows("claim", &[CLAIM]);
        page.press("Escape");
        // Firefox itself scrolls back after a reload, once the program has drawn the page.
        page.script("document.querySelector('.scroller').scrollTop = 0", &json!([]));
    });
    page.screenshot("early", 1440, 900, false);
    page.screenshot("early", 1024, 768, true);
    page.screenshot("early", 390, 844, false);
    page.resize(1440, 900);
    stays(&page);
    page.shows("claim", &[CLAIM]);
}

#[test]
fn of_a_long_article_the_first_screens_are_there_and_what_was_scrolled_to_stays() {
    let paragraphs: Vec<String> = (1..=400)
        .map(|n| {
            format!(
                "Paragraph {n}. The harbour office said on Monday that nobody would be asked, and nobody was."
            )
        })
        .collect();
    let page = asleep(&format!("A long story\n\n{}", paragraphs.join("\n\n")), |_| {});
    assert_eq!(shows(&page), "article");
    // Of a run that is not laid out yet the browser gives no places: what is compared is one that has one.
    let seen = "const scroller = document.querySelector('.scroller').getBoundingClientRect();
        const blocks = [...document.querySelectorAll('.run > p')];
        const wanted = (block) => args[0] ? block.textContent === args[0] : block.getBoundingClientRect().bottom > scroller.top;
        const block = blocks.find(wanted);
        return [block.textContent, Math.round(block.getBoundingClientRect().top)]";
    page.script(
        "const scroller = document.querySelector('.scroller');
        const moved = new Promise((done) => scroller.addEventListener('scroll', done, { once: true }));
        scroller.scrollTop = 3333; await moved",
        &json!([]),
    );
    // What comes near is laid out only now, which moves what follows by a little.
    let still = format!(
        "const look = () => {{ {seen} }};
        const one = look();
        for (let n = 0; n < 12; n += 1) await new Promise(requestAnimationFrame);
        return [one, look()]"
    );
    let before = page.wait_for("the text to stand still", || {
        let looks = page.script(&still, &json!([]));
        (looks[0] == looks[1]).then(|| looks[0].clone())
    });
    assert_ne!(before[0], json!(paragraphs[0]));
    wake(&page);
    page.wait_until("the same words to be where they were", || {
        page.script(seen, &json!([before[0]])) == before
    });
}

#[test]
fn what_is_damaged_or_gone_leaves_the_frame() {
    let page = asleep(STORY, |_| {});
    let whole = page.stored();
    let cases = [
        ("text", "entry('/text/', (value) => value.replace('Monday', 'Sunday'))"),
        ("no text", "localStorage.removeItem(entry('/text/', (value) => value))"),
        (
            "the step that brought it",
            "entry('/a', (value) => value.replace('by', 'bу')); for (const key of steps()) localStorage[key] += ' '",
        ),
        ("no JSON", "for (const key of steps()) localStorage[key] = '00000000 {'"),
        ("nothing at all", "for (const key of steps()) localStorage[key] = ''"),
        ("no step", "for (const key of steps()) localStorage.removeItem(key)"),
    ];
    let tools = "const keys = () => Object.keys(localStorage);
        const entry = (part, change) => { const key = keys().find((key) => key.includes(part)); if (key) localStorage[key] = change(localStorage[key]); return key };
        const steps = () => keys().filter((key) => /-[0-9]+$/.test(key) && !/settings|codebook/.test(key));";
    for (name, damage) in cases {
        page.script(&format!("{tools} {damage}"), &json!([]));
        page.reload();
        assert_eq!(shows(&page), "frame", "{name}");
        page.script(
            "for (const [key, value] of Object.entries(args[0])) localStorage[key] = value",
            &json!([whole]),
        );
    }
    for address in ["#/a/nobody", "#/a/%E0%A4", "#/a/", "#/", "#/a/__proto__/overview"] {
        page.go("other.html");
        page.go(address);
        assert_eq!(shows(&page), "frame", "{address}");
    }
    page.check_quiet();
}

#[test]
fn without_the_program_the_text_can_be_read() {
    let page = Page::open_with("", STORY);
    page.is_saved();
    page.preload(
        "() => { WebAssembly.compile = WebAssembly.compileStreaming = async () => { throw new Error('not today') } }",
    );
    page.reload();
    let notice = page.region("alert", "Sayso stopped working");
    notice.clone().wait();
    assert_eq!(shows(&page), "article");
    page.wait_until("the sentence about the text", || notice.text().contains("can be read below"));
    let visible = "const box = document.querySelector('.early .sheet h1').getBoundingClientRect();
        const found = document.elementFromPoint(box.x + 5, box.y + 5);
        return found?.localName === 'h1'";
    assert_eq!(page.script(visible, &json!([])), json!(true));
    page.screenshot("unstarted", 1440, 900, false);
}
