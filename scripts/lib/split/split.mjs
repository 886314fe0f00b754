// Splits the program in two. The *first half* has the functions that a profile names; the *rest* has
// all others and arrives later. Both share memory, tables and globals.
//
// In the first half a function of the rest is a *gate*: it makes sure that the rest is here, then calls
// through a slot of the function table, which the rest fills when it is instantiated. So a call that
// comes too early waits for the rest and is right all the same.

import { join, plainName, s32, text, u32, vector, write } from "./binary.mjs";
import { namedBy, renumber } from "./code.mjs";
import { splitData } from "./data.mjs";

/** The module under which the rest imports what the first half exports. */
export const FIRST = "first";
/** The import that has to bring the rest, in the module of the program's other imports. */
export const BRING = "bring_the_rest";
/** The export that makes sure that the rest is here. */
export const READY = "ready";

const FUNCTION = 0;
const TABLE = 1;
const MEMORY = 2;
const GLOBAL = 3;
const I32 = 0x7f;

/** The n-th short name. */
const short = (n) => n.toString(36);

/** The number of a function type, which is added when it is not there. */
function typeOf(module, takes, gives) {
  const same = (type) => String(type.takes) === String(takes) && String(type.gives) === String(gives);
  const at = module.types.findIndex(same);
  return at >= 0 ? at : module.types.push({ takes, gives }) - 1;
}

/** What the two halves are made from: functions by their old number, and who is where. */
function survey(module, isHot) {
  const imported = module.imports.filter(({ kind }) => kind === FUNCTION);
  if (imported.length !== module.imports.length) throw new Error("the program imports more than functions");
  if (module.start !== null) throw new Error("the program has a start function");
  const count = imported.length + module.functions.length;
  const typeAt = (index) => imported[index]?.type ?? module.functions[index - imported.length];
  const bodyAt = (index) => module.bodies[index - imported.length];
  const slots = new Map();
  for (const { table, at, functions } of module.elements) {
    if (table !== 0) throw new Error("functions stand in a second table");
    functions.forEach((index, nth) => slots.set(index, [...(slots.get(index) ?? []), at + nth]));
  }
  const isMoved = (index) => index >= imported.length && !isHot(module.names.get(index) ?? "", bodyAt(index));
  const all = Array.from({ length: count }, (_, index) => index);
  const moved = new Set(all.filter(isMoved));
  const stay = all.filter((index) => index >= imported.length && !moved.has(index));
  return { module, imported, typeAt, bodyAt, slots, moved, stay };
}

/** The functions of the rest that the first half calls, exports or has in its table, each with its slot. */
function gatesOf({ module, bodyAt, slots, moved, stay }) {
  const wanted = new Set(module.exports.filter(({ kind }) => kind === FUNCTION).map(({ index }) => index));
  for (const index of stay) for (const named of namedBy(bodyAt(index))) wanted.add(named);
  for (const index of slots.keys()) wanted.add(index);
  let free = module.tables[0].from;
  const gates = new Map();
  for (const index of [...wanted].sort((one, other) => one - other)) {
    if (moved.has(index)) gates.set(index, slots.get(index)?.[0] ?? free++);
  }
  return { gates, size: free };
}

/** Numbers functions anew: imports first, then the others in the order they are given. */
function numbering(imports, own) {
  const numbers = new Map([...imports, ...own].map((index, nth) => [index, nth]));
  return (index) => {
    const number = numbers.get(index);
    if (number === undefined) throw new Error(`function ${index} has got lost`);
    return number;
  };
}

/** The body of a gate: make sure, hand on what is taken, call through the slot. */
function gate(ready, type, { takes }, slot) {
  const arguments_ = takes.flatMap((_, nth) => [0x20, ...u32(nth)]);
  return [0, 0x10, ...u32(ready), ...arguments_, 0x41, ...s32(slot), 0x11, ...u32(type), 0, 0x0b];
}

/** The body of the function that makes sure: if the rest is not here, bring it. */
const makeSure = (here, bring) => [0, 0x23, ...u32(here), 0x45, 0x04, 0x40, 0x10, ...u32(bring), 0x0b, 0x0b];

const sized = (body) => join([u32(body.length), body]);
const typeSection = ({ types }) => vector(types.map(({ takes, gives }) => [0x60, ...u32(takes.length), ...takes, ...u32(gives.length), ...gives]));
const importEntry = (module, name, kind, what) => join([text(module), text(name), [kind], what]);
const exportEntry = (name, kind, index) => [...text(name), kind, ...u32(index)];
const limits = ({ from, to }) => (to === null ? [0, ...u32(from)] : [1, ...u32(from), ...u32(to)]);
const segment = (at, functions) => [0, 0x41, ...s32(at), 0x0b, ...u32(functions.length), ...functions.flatMap(u32)];

/** Slots that follow each other, and what stands in them, as segments. */
function segments(entries) {
  const runs = [];
  for (const [slot, index] of entries.sort(([one], [other]) => one - other)) {
    const last = runs.at(-1);
    if (last && last.at + last.functions.length === slot) last.functions.push(index);
    else runs.push({ at: slot, functions: [index] });
  }
  return vector(runs.map(({ at, functions }) => segment(at, functions)));
}

function firstHalf(all, { gates, size }, shared, data) {
  const { module, imported, typeAt, bodyAt, stay } = all;
  const called = new Set(stay.flatMap((index) => namedBy(bodyAt(index))));
  for (const index of [...all.slots.keys(), ...module.exports.filter(({ kind }) => kind === FUNCTION).map(({ index }) => index)]) called.add(index);
  const imports = imported.map((_, index) => index).filter((index) => called.has(index));
  const nothing = typeOf(module, [], []);
  const to = numbering([...imports, "bring"], [...stay, "ready", ...gates.keys()]);
  const bodies = stay.map((index) => renumber(bodyAt(index), to));
  const here = module.globals.length;
  bodies.push(makeSure(here, to("bring")));
  for (const [index, slot] of gates) bodies.push(gate(to("ready"), typeAt(index), module.types[typeAt(index)], slot));
  const types = [...stay.map(typeAt), nothing, ...[...gates.keys()].map(typeAt)];
  const tables = module.tables.map((table, nth) => (nth ? table : { ...table, from: size, to: table.to && size }));
  const { functions, module: from } = { functions: shared, module: imported[0]?.module ?? "./sayso_bg.js" };
  const exports = [
    ...module.exports.map(({ name, kind, index }) => exportEntry(name, kind, kind === FUNCTION ? to(index) : index)),
    exportEntry(READY, FUNCTION, to("ready")),
    exportEntry("m", MEMORY, 0),
    ...tables.map((_, nth) => exportEntry(`t${nth}`, TABLE, nth)),
    ...[...module.globals, null].map((_, nth) => exportEntry(`g${nth}`, GLOBAL, nth)),
    ...functions.map((index, nth) => exportEntry(`f${short(nth)}`, FUNCTION, to(index))),
  ];
  const sections = [
    [1, typeSection(module)],
    [2, vector([...imports.map((index) => importEntry(imported[index].module, imported[index].name, FUNCTION, u32(typeAt(index)))), importEntry(from, BRING, FUNCTION, u32(nothing))])],
    [3, vector(types.map(u32))],
    [4, vector(tables.map((table) => [table.reference, ...limits(table)]))],
    [5, module.memory],
    [6, vector([...module.globals.map(({ type, value }) => join([type, value])), [I32, 1, 0x41, 0, 0x0b]])],
    [7, vector(exports)],
    [9, vector(module.elements.map(({ at, functions: listed }) => segment(at, listed.map(to))))],
    [10, vector(bodies.map(sized))],
    [11, data],
  ];
  return write([...sections, ...features(module)]);
}

/** The functions of the first half that the rest calls. */
function sharedBy({ imported, bodyAt, moved }) {
  const named = new Set([...moved].flatMap((index) => namedBy(bodyAt(index))));
  return [...named].filter((index) => index >= imported.length && !moved.has(index)).sort((one, other) => one - other);
}

function secondHalf({ module, imported, typeAt, bodyAt, slots, moved }, { gates }, shared, data) {
  const own = [...moved];
  const called = new Set(own.flatMap((index) => namedBy(bodyAt(index))));
  const outside = imported.map((_, index) => index).filter((index) => called.has(index));
  const nothing = typeOf(module, [], []);
  const to = numbering([...outside, ...shared], [...own, "arrive"]);
  const here = module.globals.length;
  const arrive = [0, 0x41, 1, 0x24, ...u32(here), 0x0b];
  const filled = [...gates].flatMap(([index, slot]) => (slots.get(index) ?? [slot]).map((at) => [at, to(index)]));
  const pages = module.memory[1] & 1 ? u32(minimum(module.memory)) : module.memory.subarray(2);
  const imports = [
    ...outside.map((index) => importEntry(imported[index].module, imported[index].name, FUNCTION, u32(typeAt(index)))),
    ...shared.map((index, nth) => importEntry(FIRST, `f${short(nth)}`, FUNCTION, u32(typeAt(index)))),
    importEntry(FIRST, "m", MEMORY, [0, ...pages]),
    ...module.tables.map(({ reference, from }, nth) => importEntry(FIRST, `t${nth}`, TABLE, [reference, 0, ...u32(from)])),
    ...module.globals.map(({ type }, nth) => importEntry(FIRST, `g${nth}`, GLOBAL, type)),
    importEntry(FIRST, `g${here}`, GLOBAL, [I32, 1]),
  ];
  return write([
    [1, typeSection(module)],
    [2, vector(imports)],
    [3, vector([...own.map(typeAt), nothing].map(u32))],
    [8, u32(to("arrive"))],
    [9, segments(filled)],
    [10, vector([...own.map((index) => sized(renumber(bodyAt(index), to))), sized(arrive)])],
    ...(data ? [[11, data]] : []),
    ...features(module),
  ]);
}

/** The first limit of the one memory. */
function minimum(memory) {
  let value = 0;
  for (let at = 2, shift = 0; ; at += 1, shift += 7) {
    value += (memory[at] & 127) * 2 ** shift;
    if (memory[at] < 128) return value;
  }
}

/** The section that tells wasm-opt which features are in use. */
const features = ({ custom }) => (custom.has("target_features") ? [[0, join([text("target_features"), custom.get("target_features")])]] : []);

/**
 * Splits a parsed module by a set of plain names: those of the first half. If it is said what the linker
 * wrote, with its relocations, constants that only the rest needs go there too.
 */
export function split(module, profile, linked) {
  const all = survey(module, (name, body) => profile.has(plainName(name)) || body.length <= SMALL);
  const gates = gatesOf(all);
  const shared = sharedBy(all);
  typeOf(module, [], []);
  const data = linked ? splitData(module.data, linked, all.stay.map(all.bodyAt)) : { first: module.data };
  return { first: firstHalf(all, gates, shared, data.first), rest: secondHalf(all, gates, shared, data.rest), counts: { stay: all.stay.length, moved: all.moved.size, gates: gates.gates.size, shared: shared.length } };
}

/** A body of so few bytes stays: a gate would be no shorter. */
const SMALL = 12;

/** The module with a global for each function, which is set when the function is called: `n0`, `n1`, … */
export function instrument(module) {
  const imported = module.imports.length;
  const base = module.globals.length;
  const bodies = module.bodies.map((body, nth) => sized(withMark(body, base + nth)));
  const globals = [...module.globals.map(({ type, value }) => join([type, value])), ...module.bodies.map(() => [I32, 1, 0x41, 0, 0x0b])];
  const exports = [...module.exports.map(({ name, kind, index }) => exportEntry(name, kind, index)), ...module.bodies.map((_, nth) => exportEntry(`n${nth}`, GLOBAL, base + nth))];
  const bytes = write([
    [1, typeSection(module)],
    [2, vector(module.imports.map(({ module: from, name, kind, what }) => importEntry(from, name, kind, what)))],
    [3, vector(module.functions.map(u32))],
    [4, vector(module.tables.map((table) => [table.reference, ...limits(table)]))],
    [5, module.memory],
    [6, vector(globals)],
    [7, vector(exports)],
    [9, vector(module.elements.map(({ at, functions }) => segment(at, functions)))],
    ...(module.dataCount ? [[12, module.dataCount]] : []),
    [10, vector(bodies)],
    [11, module.data],
  ]);
  return { bytes, names: module.bodies.map((_, nth) => plainName(module.names.get(imported + nth) ?? "")) };
}

/** A body that first sets a global to 1. */
function withMark(body, global) {
  const at = endOfLocals(body);
  return join([body.subarray(0, at), [0x41, 1, 0x24], u32(global), body.subarray(at)]);
}

/** Where the code of a body begins. */
function endOfLocals(body) {
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = body[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  for (let groups = number(); groups > 0; groups -= 1) {
    number();
    at += 1;
  }
  return at;
}
