// Finds things as a person or a screen reader does: by role and accessible name.
// A test helper, run inside the page under test; it covers the roles this page uses.
(() => {
  const INPUTS = {
    button: "button", submit: "button", reset: "button", checkbox: "checkbox", radio: "radio",
    range: "slider", number: "spinbutton", search: "searchbox", file: "button", hidden: "none",
  };
  const TAGS = {
    ARTICLE: "article", ASIDE: "complementary", BLOCKQUOTE: "blockquote", BUTTON: "button", DETAILS: "group",
    DIALOG: "dialog", FIELDSET: "group", H1: "heading", H2: "heading", H3: "heading", H4: "heading",
    HR: "separator", IMG: "img", LI: "listitem", MAIN: "main", MENU: "list", NAV: "navigation", OL: "list",
    OPTION: "option", OUTPUT: "status", P: "paragraph", PROGRESS: "progressbar", SUMMARY: "button",
    TABLE: "table", TEXTAREA: "textbox", UL: "list",
  };
  const NAMED_BY_CONTENT = new Set([
    "button", "checkbox", "heading", "link", "menuitem", "menuitemcheckbox", "menuitemradio", "option",
    "radio", "switch", "tab", "tooltip", "treeitem",
  ]);

  const squeeze = (text) => text.replace(/\s+/gu, " ").trim();

  function role(element) {
    const given = element.getAttribute("role")?.trim().split(/\s+/u)[0];
    if (given) return given;
    switch (element.tagName) {
      case "A": return element.hasAttribute("href") ? "link" : "generic";
      case "INPUT": return INPUTS[element.type] ?? (element.list ? "combobox" : "textbox");
      case "SELECT": return element.multiple || element.size > 1 ? "listbox" : "combobox";
      case "SECTION": return ownName(element) ? "region" : "generic";
      case "FORM": return ownName(element) ? "form" : "generic";
      case "HEADER": return element.closest("article, aside, main, nav, section") ? "generic" : "banner";
      case "FOOTER": return element.closest("article, aside, main, nav, section") ? "generic" : "contentinfo";
      default: return TAGS[element.tagName] ?? "generic";
    }
  }

  /** The name given by attributes alone. */
  function ownName(element) {
    const ids = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/u).filter(Boolean);
    const pointed = ids.map((id) => document.getElementById(id)).filter(Boolean).map((other) => text(other, true));
    return squeeze(pointed.join(" ")) || squeeze(element.getAttribute("aria-label") ?? "");
  }

  function name(element) {
    const label = [...(element.labels ?? [])].map((each) => text(each, false, element)).join(" ");
    const legend = element.tagName === "FIELDSET" && element.querySelector(":scope > legend");
    const content = NAMED_BY_CONTENT.has(role(element)) ? text(element) : "";
    return ownName(element) || squeeze(label) || (legend && text(legend)) || content
      || squeeze(element.alt ?? "") || squeeze(element.title ?? "") || squeeze(element.placeholder ?? "");
  }

  /** What is read aloud of an element: hidden parts are left out, blocks are set apart by a space. */
  function text(element, evenHidden = false, except = null) {
    return squeeze(spoken(element, evenHidden, except));
  }

  function spoken(element, evenHidden, except) {
    const parts = [...element.childNodes].map((node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      if (node.nodeType !== Node.ELEMENT_NODE || node === except) return "";
      if (node.getAttribute("aria-hidden") === "true" || (!evenHidden && !node.checkVisibility())) return "";
      const inner = node.getAttribute("aria-label") ?? (node.tagName === "IMG" ? node.alt : spoken(node, evenHidden, except));
      return getComputedStyle(node).display === "inline" ? inner : ` ${inner} `;
    });
    return parts.join("");
  }

  /** Whether somebody can perceive the element now: not hidden, not behind a modal dialog. */
  function perceivable(element) {
    if (element.closest("[aria-hidden=true], [inert]")) return false;
    const modal = [...document.querySelectorAll("dialog:modal")].at(-1);
    return element.checkVisibility({ visibilityProperty: true }) && (!modal || modal.contains(element));
  }

  const fits = {
    is: (found, wanted) => found === wanted,
    starts: (found, wanted) => found.startsWith(wanted),
    contains: (found, wanted) => found.includes(wanted),
  };

  const fitsStep = (element, { roles, name: wanted, how }) =>
    roles.includes(role(element)) && perceivable(element)
    && (wanted === null || fits[how](how === "contains" ? text(element) : name(element), wanted));

  /** Every element that the steps lead to, each step being looked for inside what the one before found. */
  function find(steps) {
    const within = (scopes, step) => scopes.flatMap((scope) =>
      [...scope.querySelectorAll("*")].filter((element) => fitsStep(element, step)));
    return [...new Set(steps.reduce(within, [document]))];
  }

  /** What is on the page, one line each, for the message of a journey that failed. */
  function outline() {
    return [...document.body.querySelectorAll("*")].filter((element) => perceivable(element))
      .map((element) => [role(element), name(element)])
      .filter(([kind, called]) => kind !== "generic" && kind !== "none" && (called || kind !== "paragraph"))
      .map(([kind, called]) => `${kind} “${called.slice(0, 80)}”`).join("\n");
  }

  return { role, name, text, find, outline };
})()
