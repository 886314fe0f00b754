// What a bench calls: `window.bench`. The work is done by the page itself.

const numbers = (mark) => [mark.kind === "source" ? 1 : 0, mark.start, mark.end];

/** Where each mark begins, in UTF-16 units, and in which styles it is painted. */
const known = new Map();
const know = (id, kind, start) => known.set(id, [start, `sayso-${kind}-`]);

/** Where a block begins in the text. */
const starts = new WeakMap();
function startOf(node) {
  if (!starts.has(node)) starts.set(node, Number(node.parentElement.dataset.start));
  return starts.get(node);
}

/** Whether the browser was given a range that begins there, in a style whose name begins so. */
function isPainted(start, style) {
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith(style)) continue;
    for (const range of highlight) {
      if (startOf(range.startContainer) + range.startOffset === start) return true;
    }
  }
  return false;
}

export function offer(page) {
  const bench = {
    name: "sayso",
    last: null,
    paragraphs: "#article [data-start]",
    scroller: ".scroller",
    async load(text) {
      known.clear();
      page.load(text);
    },
    async addAll(list) {
      for (const mark of list) know(mark.id, mark.kind, mark.start);
      return page.place(list.map((mark) => mark.id).join("\n"), Uint32Array.from(list.flatMap(numbers)));
    },
    async addOne(mark) {
      know(mark.id, mark.kind, mark.start);
      page.add(mark.id, Uint32Array.from(numbers(mark)));
    },
    async removeOne(id) {
      page.remove(id);
    },
    isShown: (id) => known.has(id) && isPainted(...known.get(id)),
    export: () => page.export(),
  };
  // Annotate at once: after the page's own listeners, which are told first.
  addEventListener("mouseup", () => {
    const [id, start] = page.mark()?.split("\n") ?? [];
    if (id === undefined) return;
    know(id, "claim", Number(start));
    bench.last = id;
  });
  window.bench = bench;
}
