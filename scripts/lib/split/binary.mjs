// Reads and writes the parts of a WebAssembly module that the splitter needs.
// The format: https://webassembly.github.io/spec/core/binary/

/** A cursor over bytes. */
export class Reader {
  constructor(bytes, at = 0, end = bytes.length) {
    Object.assign(this, { bytes, at, end });
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** An unsigned number in LEB128. */
  u32() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  /** A signed number in LEB128. */
  s32() {
    let value = 0;
    for (let shift = 0; ; ) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      shift += 7;
      if (byte < 128) return shift < 32 && byte & 64 ? value | (-1 << shift) : value;
    }
  }

  /** Steps over a number in LEB128, signed or not. */
  skip() {
    while (this.byte() > 127);
  }

  take(count) {
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  text() {
    return new TextDecoder().decode(this.take(this.u32()));
  }

  list(read) {
    return Array.from({ length: this.u32() }, () => read(this));
  }
}

/** An unsigned number in LEB128, as a list of bytes. */
export function u32(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value & 127) | 128);
  bytes.push(value);
  return bytes;
}

/** A signed number in LEB128. */
export function s32(value) {
  const bytes = [];
  for (;;) {
    const low = value & 127;
    value >>= 7;
    if ((value === 0 && !(low & 64)) || (value === -1 && low & 64)) return bytes.concat(low);
    bytes.push(low | 128);
  }
}

export function text(string) {
  const bytes = new TextEncoder().encode(string);
  return [...u32(bytes.length), ...bytes];
}

/** Lists and typed arrays of bytes, one after the other. */
export function join(parts) {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** A vector: how many items, then the items. */
export const vector = (items) => join([u32(items.length), ...items]);

const limits = (reader) => {
  const flags = reader.byte();
  const from = reader.u32();
  return { from, to: flags & 1 ? reader.u32() : null };
};

/** The bytes of a constant expression, its `end` with it. */
function constant(reader) {
  const from = reader.at;
  for (let op = reader.byte(); op !== 0x0b; op = reader.byte()) {
    if (op === 0x41 || op === 0x42 || op === 0x23 || op === 0xd2 || op === 0xd0) reader.skip();
    else if (op === 0x43) reader.take(4);
    else if (op === 0x44) reader.take(8);
    else throw new Error(`a constant expression has the unknown instruction ${op}`);
  }
  return reader.bytes.subarray(from, reader.at);
}

/** The offset that `i32.const` says in a constant expression, or null. */
const offset = (expression) => (expression[0] === 0x41 ? new Reader(expression, 1).s32() : null);

const importOf = (reader) => {
  const entry = { module: reader.text(), name: reader.text(), kind: reader.byte() };
  const from = reader.at;
  if (entry.kind === 0) entry.type = reader.u32();
  else if (entry.kind === 1) Object.assign(entry, { reference: reader.byte(), ...limits(reader) });
  else if (entry.kind === 2) Object.assign(entry, limits(reader));
  else reader.take(2);
  entry.what = reader.bytes.subarray(from, reader.at);
  return entry;
};

const functionType = (reader) => {
  if (reader.byte() !== 0x60) throw new Error("a type that is no function type");
  return { takes: reader.list((r) => r.byte()), gives: reader.list((r) => r.byte()) };
};

const elements = (reader) => {
  const flags = reader.u32();
  if (flags & 1 || flags & 4) throw new Error(`an element segment of the unknown form ${flags}`);
  const table = flags & 2 ? reader.u32() : 0;
  const at = offset(constant(reader));
  if (flags & 2) reader.byte();
  if (at === null) throw new Error("an element segment without a fixed place");
  return { table, at, functions: reader.list((r) => r.u32()) };
};

const global = (reader) => {
  const type = reader.take(2);
  return { type, value: constant(reader) };
};

/** The names of functions, from the custom section `name`. */
function functionNames(reader) {
  const names = new Map();
  while (reader.at < reader.end) {
    const id = reader.byte();
    const size = reader.u32();
    const end = reader.at + size;
    if (id === 1) for (const [index, name] of reader.list((r) => [r.u32(), r.text()])) names.set(index, name);
    reader.at = end;
  }
  return names;
}

/** Takes a module apart. What the splitter has no need to change stays bytes. */
export function parse(bytes) {
  const module = {
    types: [], imports: [], functions: [], tables: [], globals: [], exports: [], elements: [], bodies: [],
    memory: null, data: null, dataCount: null, start: null, names: new Map(), custom: new Map(),
  };
  const reader = new Reader(bytes, 8);
  const rest = (end) => bytes.subarray(reader.at, end);
  while (reader.at < bytes.length) {
    const id = reader.byte();
    const size = reader.u32();
    const end = reader.at + size;
    if (id === 0) {
      const name = reader.text();
      module.custom.set(name, rest(end));
      if (name === "name") module.names = functionNames(new Reader(bytes, reader.at, end));
    } else if (id === 1) module.types = reader.list(functionType);
    else if (id === 2) module.imports = reader.list(importOf);
    else if (id === 3) module.functions = reader.list((r) => r.u32());
    else if (id === 4) module.tables = reader.list((r) => ({ reference: r.byte(), ...limits(r) }));
    else if (id === 5) module.memory = rest(end);
    else if (id === 6) module.globals = reader.list(global);
    else if (id === 7) module.exports = reader.list((r) => ({ name: r.text(), kind: r.byte(), index: r.u32() }));
    else if (id === 8) module.start = reader.u32();
    else if (id === 9) module.elements = reader.list(elements);
    else if (id === 10) module.bodies = reader.list((r) => r.take(r.u32()));
    else if (id === 11) module.data = rest(end);
    else if (id === 12) module.dataCount = rest(end);
    else throw new Error(`a module with the unknown section ${id}`);
    reader.at = end;
  }
  return module;
}

/** A module without what its makers noted in it, but for the features that it uses. */
export function withoutNotes(bytes) {
  const parts = [bytes.subarray(0, 8)];
  const reader = new Reader(bytes, 8);
  while (reader.at < bytes.length) {
    const from = reader.at;
    const id = reader.byte();
    const end = reader.u32() + reader.at;
    if (id !== 0 || reader.text() === "target_features") parts.push(bytes.subarray(from, end));
    reader.at = end;
  }
  return join(parts);
}

/** Writes a module from its sections, `[id, bytes]` in order. */
export function write(sections) {
  const parts = [Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)];
  for (const [id, bytes] of sections) parts.push([id], u32(bytes.length), bytes);
  return join(parts);
}

/** The name of a function without what changes from one compiler to the next. */
export const plainName = (name) => name.replace(/\[[0-9a-f]{6,}\]/gu, "").replace(/::h[0-9a-f]{16}(?=$|[^0-9a-f])/gu, "");
