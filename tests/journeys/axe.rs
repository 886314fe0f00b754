//! The automatic judge of accessibility: axe-core, run in the page as it stands.

use std::path::PathBuf;

use serde_json::json;

use crate::page::Page;

/// Runs the audit; each breach as a line that names the rule, the thing and what is wrong with it.
const AUDIT: &str = "
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target}: ${node.failureSummary}`))";

impl Page {
    /// Fails if the page as it stands breaks a rule of accessibility, in light or in dark colours.
    #[track_caller]
    pub(crate) fn audit(&self, state: &str) {
        for dark in [false, true] {
            if !self.darken(dark) {
                continue;
            }
            if self.script("return typeof axe", &json!([])) == json!("undefined") {
                self.script(&format!("{}; window.axe = axe", axe()), &json!([]));
            }
            let found = self.script(AUDIT, &json!([]));
            let tone = if dark { "dark" } else { "light" };
            assert_eq!(found, json!([]), "axe-core, {state}, {tone}");
        }
        self.darken(false);
    }
}

/// The program itself, where `scripts/test` has put it.
fn axe() -> String {
    let tools = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).with_file_name("tools");
    let file = tools.join("node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&file)
        .unwrap_or_else(|error| panic!("{}: {error}. scripts/test installs what is missing.", file.display()))
}
