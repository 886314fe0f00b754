// Hands that work without a pause, inside the page: they select, press keys and look at the line at the foot.
(() => {
  const step = () => new Promise((resolve) => setTimeout(resolve, 0));

  /** Waits until `ready` gives something. */
  async function until(what, ready, patience = 60_000) {
    const started = performance.now();
    for (;;) {
      const found = ready();
      if (found) return found;
      if (performance.now() - started > patience) throw new Error(`waited in vain for ${what}`);
      await step();
    }
  }

  /** Selects the `n`-th word of an article of words. */
  function select(n) {
    const wanted = `word${n}`;
    const nodes = document.createTreeWalker(document.querySelector("main article"), NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const at = node.data.search(new RegExp(`\\b${wanted}\\b`, "u"));
      if (at >= 0) {
        getSelection().setBaseAndExtent(node, at, node, at + wanted.length);
        return;
      }
    }
    throw new Error(`there is no ${wanted}`);
  }

  function press(key, ctrlKey = false, shiftKey = false) {
    document.activeElement?.blur?.();
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, shiftKey, bubbles: true, cancelable: true }));
  }

  /** Marks the `n`-th word as a claim. */
  async function mark(n) {
    select(n);
    press("c");
    await step();
  }

  const status = () => document.querySelector("footer")?.textContent ?? "";
  // While another tab goes on and on, what comes from there is being saved here, too.
  const saved = () => until("the page to say that all is saved", () => status().startsWith("Saved"), 600_000);

  return { step, until, select, press, mark, status, saved };
})()
