// What a bench calls: `window.bench`. The work is done by the page itself.

const numbers = (mark) => [mark.kind === "source" ? 1 : 0, mark.start, mark.end];

/** Where each mark begins, in UTF-16 units, and in which styles it is painted. */
const known = new Map();
const know = (id, kind, start) => known.set(id, [start, `sayso-${kind}-`]);

/** Where a range begins in the text. */
const startOf = (range) => Number(range.startContainer.parentElement.dataset.start) + range.startOffset;

/**
 * The ranges that the browser has, by where they begin. To ask the browser each time would cost more than
 * what is measured.
 */
const given = new Map();
const { add, delete: take } = Highlight.prototype;
Highlight.prototype.add = function (range) {
  const start = startOf(range);
  if (!given.has(start)) given.set(start, new Set());
  given.get(start).add(range);
  range.given = [this, start];
  return add.call(this, range);
};
Highlight.prototype.delete = function (range) {
  given.get(range.given?.[1])?.delete(range);
  return take.call(this, range);
};

/** Whether the browser was given a range that begins there, in a style whose name begins so. */
function isPainted(start, style) {
  for (const { given: [highlight] } of given.get(start) ?? []) {
    for (const [name, other] of CSS.highlights) if (other === highlight && name.startsWith(style)) return true;
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
