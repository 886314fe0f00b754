// Walks through the code of a function: where it names functions, and how it is written with other numbers.

import { Reader, join, u32 } from "./binary.mjs";

const CALL = 0x10;
const RETURN_CALL = 0x12;
const REF_FUNC = 0xd2;

/** Steps over what follows an instruction that names no function. */
function skip(reader, op) {
  if (op === 0x02 || op === 0x03 || op === 0x04) return reader.skip(); // block, loop, if: a type
  if (op === 0x0c || op === 0x0d || op === 0xd0 || op === 0x14) return reader.skip(); // br, br_if, ref.null
  if (op === 0x0e) return reader.list((r) => r.skip()) && reader.skip(); // br_table
  if (op === 0x11 || op === 0x13) return reader.skip(), reader.skip(); // call_indirect: type, table
  if (op === 0x1c) return reader.list((r) => r.byte()); // select with types
  if (op >= 0x20 && op <= 0x26) return reader.skip(); // locals, globals, tables
  if (op >= 0x28 && op <= 0x3e) return memory(reader);
  if (op === 0x3f || op === 0x40) return reader.skip(); // memory.size, memory.grow
  if (op === 0x41 || op === 0x42) return reader.skip(); // i32.const, i64.const
  if (op === 0x43) return reader.take(4);
  if (op === 0x44) return reader.take(8);
  if (op === 0xfc) return prefixed(reader, reader.u32());
  if (op <= 0x01 || op === 0x05 || op === 0x0b || op === 0x0f || op === 0x1a || op === 0x1b || (op >= 0x45 && op <= 0xc4) || op === 0xd1) return;
  throw new Error(`the code has the unknown instruction 0x${op.toString(16)}`);
}

/** Alignment and offset of a load or a store; a second memory would stand between them. */
function memory(reader) {
  if (reader.u32() & 64) throw new Error("the code names a second memory");
  reader.skip();
}

/** Instructions after the prefix 0xfc: rounding, and whole pieces of memory and tables. */
function prefixed(reader, op) {
  if (op <= 7) return;
  if (op > 17) throw new Error(`the code has the unknown instruction 0xfc ${op}`);
  reader.skip();
  if (op === 8 || op === 10 || op === 12 || op === 14) reader.skip();
}

/** Calls `see(at, end, index)` for each function that a body names; the number stands from `at` to `end`. */
export function eachFunction(body, see) {
  const reader = new Reader(body);
  reader.list((r) => [r.skip(), r.byte()]); // locals
  while (reader.at < reader.end) {
    const op = reader.byte();
    if (op === CALL || op === RETURN_CALL || op === REF_FUNC) {
      const at = reader.at;
      see(at, reader.at, reader.u32(), reader.at);
    } else skip(reader, op);
  }
}

/** The functions that a body names. */
export function namedBy(body) {
  const named = [];
  eachFunction(body, (_at, _end, index) => named.push(index));
  return named;
}

/** The body with other numbers for the functions it names. */
export function renumber(body, to) {
  const parts = [];
  let done = 0;
  eachFunction(body, (at, _end, index) => {
    const before = new Reader(body, at);
    before.skip();
    parts.push(body.subarray(done, at), u32(to(index)));
    done = before.at;
  });
  parts.push(body.subarray(done));
  return join(parts);
}

/** The numbers in a body that may be addresses: constants, and offsets of loads and stores. */
export function constantsIn(body) {
  const found = [];
  const reader = new Reader(body);
  reader.list((r) => [r.skip(), r.byte()]); // locals
  while (reader.at < reader.end) {
    const op = reader.byte();
    if (op === 0x41) found.push(reader.s32());
    else if (op >= 0x28 && op <= 0x3e) found.push((reader.skip(), reader.u32()));
    else if (op === CALL || op === RETURN_CALL || op === REF_FUNC) reader.skip();
    else skip(reader, op);
  }
  return found;
}
