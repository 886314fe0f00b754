//! Things on the page, named as a person names them: *the button “Export”*, *the list in “Claims”*.

use serde_json::{Value, json};

use crate::page::Page;

/// Roles that take text.
const FIELDS: &[&str] = &["textbox", "searchbox", "combobox", "spinbutton"];
/// Roles of the items of a menu.
const MENU_ITEMS: &[&str] = &["menuitem", "menuitemcheckbox", "menuitemradio"];

/// A thing that may be on the page: looked for anew with every verb, so it cannot go stale.
#[derive(Clone)]
pub(crate) struct Thing<'page> {
    /// The page it is on.
    pub(crate) page: &'page Page,
    /// The way to it, for `names.find`.
    pub(crate) steps: Vec<Value>,
    /// What a message calls it.
    pub(crate) called: String,
}

impl Page {
    /// The whole page, to look for things in.
    pub(crate) fn whole(&self) -> Thing<'_> {
        Thing { page: self, steps: Vec::new(), called: String::new() }
    }

    /// A button, by its whole name.
    pub(crate) fn button(&self, name: &str) -> Thing<'_> {
        self.whole().button(name)
    }

    /// Something to write in, or a list to choose from, by its label.
    pub(crate) fn field(&self, name: &str) -> Thing<'_> {
        self.whole().field(name)
    }

    /// A tab of a row of tabs.
    pub(crate) fn tab(&self, name: &str) -> Thing<'_> {
        self.whole().named(&["tab"], name)
    }

    /// The item of an open menu whose name starts with `start`.
    pub(crate) fn menu_item(&self, start: &str) -> Thing<'_> {
        self.whole().step(MENU_ITEMS, Some(start), "starts")
    }

    /// A landmark or another container, such as `region("complementary", "Claims")`.
    pub(crate) fn region(&self, role: &str, name: &str) -> Thing<'_> {
        self.whole().named(&[role], name)
    }

    /// An open dialog, by its heading.
    pub(crate) fn dialog(&self, name: &str) -> Thing<'_> {
        self.whole().named(&["dialog", "alertdialog"], name)
    }

    /// The article that is being read.
    pub(crate) fn article(&self) -> Thing<'_> {
        self.whole().any("main").any("article")
    }
}

impl<'page> Thing<'page> {
    /// A button in it.
    pub(crate) fn button(self, name: &str) -> Self {
        self.named(&["button"], name)
    }

    /// Something to write in, or a list to choose from, in it.
    pub(crate) fn field(self, name: &str) -> Self {
        self.named(FIELDS, name)
    }

    /// The item of a list in it that contains `text`.
    pub(crate) fn item(self, text: &str) -> Self {
        self.step(&["listitem", "option", "treeitem"], Some(text), "contains")
    }

    /// Anything in it of this role, whatever its name.
    pub(crate) fn any(self, role: &str) -> Self {
        self.step(&[role], None, "is")
    }

    /// Anything in it of one of these roles with exactly this name.
    pub(crate) fn named(self, roles: &[&str], name: &str) -> Self {
        self.step(roles, Some(name), "is")
    }

    fn step(mut self, roles: &[&str], name: Option<&str>, how: &str) -> Self {
        let role = roles.first().copied().unwrap_or_default();
        let name_in_words = name.map(|name| format!(" “{name}”")).unwrap_or_default();
        let within = if self.called.is_empty() { String::new() } else { format!(" in {}", self.called) };
        self.called = format!("{role}{name_in_words}{within}");
        self.steps.push(json!({ "roles": roles, "name": name, "how": how }));
        self
    }
}
