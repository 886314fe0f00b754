// Which constant data the first half needs. The linker tells (`--emit-relocs`) at which places code and
// data name data; from the code of the first half everything that can be reached is needed there. The
// other constants come with the rest.

import { Reader, join, s32, u32, vector } from "./binary.mjs";
import { constantsIn } from "./code.mjs";

const SYMBOLS = 8;
const DATA = 1;
const UNDEFINED = 0x10;
const NAMED = 0x40;
/** Relocations that name an address of memory, and the others that carry a number more. */
const ADDRESSES = new Set([3, 4, 5, 11]);
const ADDED = new Set([...ADDRESSES, 8, 9, 14, 15, 16, 17, 21, 23]);

/** The segment into which the linker puts constants. */
const CONSTANTS = 0;

/** The sections of a linked program: `[id, name, from, to]`, in order. */
function sections(bytes) {
  const reader = new Reader(bytes, 8);
  const found = [];
  while (reader.at < bytes.length) {
    const id = reader.byte();
    const end = reader.u32() + reader.at;
    const name = id === 0 ? reader.text() : "";
    found.push({ id, name, from: reader.at, to: end });
    reader.at = end;
  }
  return found;
}

/** Active data segments: where each starts in memory, and its bytes with their place in the section. */
export function dataSegments(section) {
  const reader = new Reader(section);
  return reader.list(() => {
    if (reader.byte() !== 0 || reader.byte() !== 0x41) throw new Error("a data segment without a fixed place");
    const at = reader.s32();
    if (reader.byte() !== 0x0b) throw new Error("a data segment without a fixed place");
    const bytes = reader.take(reader.u32());
    return { at, bytes, place: reader.at - bytes.length };
  });
}

/** The symbols of a linked program, by their number; those that are no data are null. */
function symbolsOf(bytes, { from, to }, segments) {
  const reader = new Reader(bytes, from, to);
  reader.u32(); // the version
  while (reader.at < to) {
    const id = reader.byte();
    const end = reader.u32() + reader.at;
    if (id === SYMBOLS) return reader.list((r) => symbol(r, segments));
    reader.at = end;
  }
  throw new Error("the linker told no symbols");
}

function symbol(reader, segments) {
  const kind = reader.byte();
  const flags = reader.u32();
  if (kind === DATA) {
    reader.text();
    if (flags & UNDEFINED) return null;
    const [segment, offset, size] = [reader.u32(), reader.u32(), reader.u32()];
    return { segment, at: segments[segment].at + offset, size };
  }
  reader.u32();
  if (kind !== 3 && (!(flags & UNDEFINED) || flags & NAMED)) reader.text();
  return null;
}

/** The places that name an address: where in the section, which symbol, and how far from its start. */
function addresses(bytes, { from, to }) {
  const reader = new Reader(bytes, from, to);
  reader.u32(); // the section it is about
  const all = reader.list(() => {
    const [type, place, index] = [reader.byte(), reader.u32(), reader.u32()];
    return { type, place, index, added: ADDED.has(type) ? reader.s32() : 0 };
  });
  return all.filter(({ type }) => ADDRESSES.has(type));
}

/** What a linked program tells about its data. */
export function survey(linked) {
  const found = sections(linked);
  const named = (name) => found.find((section) => section.name === name);
  const dataSection = found.find(({ id }) => id === 11);
  if (!named("linking") || !named("reloc.CODE")) throw new Error("the program was linked without --emit-relocs");
  const segments = dataSegments(linked.subarray(dataSection.from, dataSection.to));
  const symbols = symbolsOf(linked, named("linking"), segments);
  const byValue = new Map();
  for (const { index, added } of addresses(linked, named("reloc.CODE"))) {
    if (!symbols[index]) continue;
    const value = symbols[index].at + added;
    byValue.set(value, (byValue.get(value) ?? new Set()).add(symbols[index]));
  }
  return { segments, symbols: [...new Set(symbols.filter(Boolean))], byValue, links: linksOf(linked, named("reloc.DATA"), segments, symbols) };
}

/** From where in memory data names which symbol, in order. */
function linksOf(linked, section, segments, symbols) {
  if (!section) return [];
  const links = addresses(linked, section).map(({ place, index }) => {
    const segment = segments.find(({ place: from, bytes }) => place >= from && place < from + bytes.length);
    return { at: segment.at + place - segment.place, to: symbols[index] };
  });
  return links.filter(({ to }) => to).sort((one, other) => one.at - other.at);
}

/** The symbols that these bodies and what they name lead to; all that may be changed counts as named. */
function reached({ symbols, byValue, links }, bodies) {
  const found = new Set(symbols.filter(({ segment }) => segment !== CONSTANTS));
  for (const body of bodies) for (const value of constantsIn(body)) for (const symbol of byValue.get(value) ?? []) found.add(symbol);
  for (const symbol of found) {
    const end = symbol.at + symbol.size;
    for (let nth = firstFrom(links, symbol.at); nth < links.length && links[nth].at < end; nth += 1) found.add(links[nth].to);
  }
  return found;
}

function firstFrom(links, at) {
  let [low, high] = [0, links.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (links[middle].at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const GAP = 8;

/** Splits a program's data section: what the bodies of the first half need, and the rest. */
export function splitData(section, linked, bodies) {
  const known = survey(linked);
  const needed = reached(known, bodies);
  const [constants] = known.segments;
  const moves = new Uint8Array(constants.bytes.length);
  const mark = ({ at, size }, value) => moves.fill(value, at - constants.at, at - constants.at + size);
  const constant = known.symbols.filter(({ segment }) => segment === CONSTANTS);
  for (const symbol of constant) if (!needed.has(symbol)) mark(symbol, 1);
  for (const symbol of constant) if (needed.has(symbol)) mark(symbol, 0);
  const segments = dataSegments(section);
  const same = segments[0].at === constants.at && segments[0].bytes.length === constants.bytes.length;
  if (!same) throw new Error("the constants lie elsewhere than the linker said");
  const kept = runs(moves, 0).map(([from, to]) => ({ at: constants.at + from, bytes: segments[0].bytes.subarray(from, to) }));
  const moved = runs(moves, 1).map(([from, to]) => ({ at: constants.at + from, bytes: segments[0].bytes.subarray(from, to) }));
  return { first: written([...kept, ...segments.slice(1)]), rest: written(moved) };
}

/** Stretches of `value`; across a short gap two are one, as constants may be written twice. */
function runs(moves, value) {
  const found = [];
  for (let at = 0; at < moves.length; at += 1) {
    if (moves[at] !== value) continue;
    const last = found.at(-1);
    if (last && at - last[1] <= GAP) last[1] = at + 1;
    else found.push([at, at + 1]);
  }
  return found;
}

const written = (segments) => vector(segments.map(({ at, bytes }) => join([[0, 0x41], s32(at), [0x0b], u32(bytes.length), bytes])));
