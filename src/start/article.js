// The article that an address leads to, as far as local storage tells what it is. Where anything is in
// doubt (damaged, gone, of another shape) there is none: the program is about to come, and knows.

import { isSealed, isSound } from "./stored.js";

/** A turn as it is printed: time, tab, number. */
const TURN = /^([0-9]{13,})-(.*)-([0-9]+)$/u;

/** A turn as a list that `isLater` compares. */
function turnOf(printed) {
  const [, time, tab, n] = TURN.exec(printed) ?? [];
  return time && [Number(time), tab, Number(n)];
}

function isLater(one, other) {
  const at = one.findIndex((part, nth) => part !== other[nth]);
  return at >= 0 && one[at] > other[at];
}

/** What stands behind the checksum; nothing if the two do not agree. */
const opened = (key, value) => (isSealed(key, value) ? JSON.parse(value.slice(9)) : null);

/** The one of these that was written last; each has a turn. */
const latest = (all) => all.reduce((last, each) => (last && !isLater(each.turn, last.turn) ? last : each), null);

/** Whether the article was deleted for good. */
function isGone(id, keys) {
  const notes = keys.flatMap((key) => {
    const turn = turnOf(/^sayso\/2\/gone\.([^/]+)$/u.exec(key)?.[1]);
    const note = turn && opened(key, localStorage.getItem(key));
    return note?.article === id ? { turn, back: note.back } : [];
  });
  return notes.length > 0 && !latest(notes).back;
}

/** What is written of the article itself: entries that only change marks are not even opened. */
function* written(id, keys) {
  for (const key of keys) {
    const [, printed] = /^sayso\/[12]\/(.*)$/su.exec(key) ?? [];
    if (!printed?.startsWith(`${id}/`)) continue;
    const name = printed.slice(id.length + 1);
    const isSnapshot = name.startsWith("snapshot.");
    const turn = turnOf(isSnapshot ? name.slice(9) : name);
    const value = turn ? localStorage.getItem(key) : "";
    if (!/"(?:details|body)":|"gone":\{"article"/u.test(value)) continue;
    const line = opened(key, value);
    if (!line) continue;
    const [time, tab, n] = isSnapshot ? line.turns[0] : [];
    yield { ...line, turn: isSnapshot ? [time, line.tabs[tab], n] : turn };
  }
}

/** Where a place counted in code points is in UTF-16 units; asked in ascending order. */
function unitsOf(text) {
  if (!/[^\u0000-\uffff]/u.test(text)) return (place) => place;
  let [points, units] = [0, 0];
  return (place) => {
    for (; points < place && units < text.length; points += 1) units += text.codePointAt(units) > 0xffff ? 2 : 1;
    return units;
  };
}

/** The words of a block in stretches that are set alike: `inlines` of the body that lie in it. */
function stretchesOf(text, from, to, inlines) {
  const edges = [...new Set([from, to, ...inlines.flatMap((each) => [each.from, each.to])])].sort((one, other) => one - other);
  return edges.slice(1).map((end, nth) => {
    const over = inlines.filter((each) => each.from <= edges[nth] && end <= each.to);
    const of = (kind) => over.findLast((each) => each.kind === kind);
    return { text: text.slice(edges[nth], end), emphasis: !!of("emphasis"), strong: !!of("strong"), link: of("link")?.address };
  });
}

/** The blocks of a body, cut out of their text. */
function blocksOf(body, text) {
  const units = unitsOf(text);
  const places = [...(body.blocks ?? []), ...(body.inlines ?? [])].flatMap(([, from, to]) => [from, to]);
  const at = new Map([...new Set(places)].sort((one, other) => one - other).map((place) => [place, units(place)]));
  const inlines = (body.inlines ?? []).map(([kind, from, to, address]) => ({ kind, from: at.get(from), to: at.get(to), address }));
  let next = 0;
  return (body.blocks ?? []).map(([kind, from, to]) => {
    const [start, end] = [at.get(from), at.get(to)];
    const first = next;
    while (next < inlines.length && inlines[next].from < end) next += 1;
    const stretches = stretchesOf(text, start, end, inlines.slice(first, next));
    return { kind, text: text.slice(start, end), stretches };
  });
}

/** Title, facts and blocks of an article, and whether something is claimed in it. `null` if it is not certain. */
async function articleCalled(id) {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith("sayso/"));
  if (isGone(id, keys)) return null;
  const lines = [...written(id, keys)];
  const details = latest(lines.filter((line) => line.details || line.gone?.article))?.details;
  const body = lines.find((line) => line.body)?.body;
  if (!details || !body) return null;
  for (const key of [`sayso/2/text/${body.sha256}`, `sayso/1/text/${body.sha256}`]) {
    const text = localStorage.getItem(key);
    if (text === null || !(await isSound(key, text))) continue;
    return { details, blocks: blocksOf(body, text), bytes: new TextEncoder().encode(text).length, claims: claimed(id, keys) };
  }
  return null;
}

/** Whether something is claimed, roughly: what was removed since counts too. */
const claimed = (id, keys) =>
  keys.some((key) => key.startsWith(`sayso/2/${id}/`) && localStorage.getItem(key).includes('"kind":"claim"'));

/** The article that the address leads to. Throws where what is stored has another shape. */
export async function articleAt(address) {
  const [, id] = /^#\/*a\/(.+)$/su.exec(address) ?? [];
  return id ? articleCalled(decodeURIComponent(id)) : null;
}
