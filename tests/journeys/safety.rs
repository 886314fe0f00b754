//! Nothing leaves the page, and a stranger's text stays text.

use serde_json::json;

use crate::more::{STORY, claims};
use crate::page::Page;
use crate::server::FOLDER;

const IMAGE: &str = "<img src=x onerror=\"document.title='gone'\">";
const SCRIPT: &str = "<script>document.title='gone'</script>";

#[test]
fn nothing_leaves_the_origin_and_the_policy_holds() {
    let page = Page::open_with(SCRIPT, &format!("{STORY}\n{IMAGE} said {SCRIPT} to all\n"));
    page.mark("c", IMAGE);
    page.mark("s", SCRIPT);
    page.hears(&format!("Said by {SCRIPT}."));
    let card = claims(&page).item(IMAGE);
    card.clone().field("Note").paste(&format!("{IMAGE}{SCRIPT}"));
    page.press("Control+Enter");
    page.tab("Overview").click();
    page.region("main", "Overview").wait();
    page.region("region", SCRIPT).wait();
    page.tab("Annotate").click();
    page.reload();
    page.shows("claim", &[IMAGE]);
    card.says(&format!("{IMAGE}{SCRIPT}"));
    page.export("JSON, this article");
    let made = page.script("return document.querySelectorAll('img, #app script').length", &json!([]));
    assert_eq!(made, 0, "text became elements");
    page.wait_until("the title of the page", || {
        page.script("return document.title", &json!([])) == format!("{SCRIPT} · Sayso")
    });
    page.check_quiet();
    assert_eq!(page.csp_violations(), Vec::<String>::new());
    let requests = page.server.requests();
    assert!(requests.iter().all(|it| it.path.starts_with(FOLDER) && it.status == 200), "{requests:#?}");
}
