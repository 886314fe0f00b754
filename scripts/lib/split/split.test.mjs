// The splitter on small programs: both halves together do what the whole does.
// Usage: node --test scripts/lib/split   (with wasm-as of binaryen on the path)

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { parse, plainName } from "./binary.mjs";
import { BRING, READY, instrument, split } from "./split.mjs";

/** A cold function that is called, exported and in the table; one that is only in the table; and hot ones. */
const WHOLE = `(module
  (import "glue" "say" (func $say (param i32)))
  (import "glue" "whisper" (func $whisper (param i32)))
  (memory (export "memory") 1)
  (global $depth (mut i32) (i32.const 0))
  (table (export "table") 4 4 funcref)
  (elem (i32.const 1) func $hot $cold $listed)
  (data (i32.const 8) "\\05\\00\\00\\00")
  (func $hot (export "hot") (param i32) (result i32)
    (global.set $depth (i32.add (global.get $depth) (i32.const 1)))
    (call $say (local.get 0))
    (i32.add (local.get 0) (i32.load (i32.const 8))))
  (func $cold (export "cold") (param i32) (result i32)
    (call $whisper (global.get $depth))
    (i32.store (i32.const 8) (i32.const 7))
    (i32.mul (call $hot (local.get 0)) (call $colder (local.get 0) (i64.const -3) (f64.const 0.5))))
  (func $colder (param i32 i64 f64) (result i32)
    (if (result i32) (f64.gt (local.get 2) (f64.const 1)) (then (i32.const 0)) (else (i32.wrap_i64 (local.get 1)))))
  (func $listed (param i32) (result i32)
    (block $out (loop $again (br_if $out (i32.eqz (local.get 0))) (local.set 0 (i32.sub (local.get 0) (i32.const 1))) (br $again)))
    (i32.const 99))
  (func $main (export "main") (param i32) (result i32)
    (i32.add (call $hot (local.get 0)) (call $cold (local.get 0))))
  (func $through (export "through") (param i32 i32) (result i32)
    (call_indirect (param i32) (result i32) (local.get 1) (local.get 0))))`;

function assembled(source) {
  const folder = mkdtempSync(join(tmpdir(), "split-"));
  try {
    const file = join(folder, "whole.wasm");
    execFileSync("wasm-as", ["-g", "-o", file, "-"], { input: source });
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const whole = assembled(WHOLE);

/** A program with what it said, and how often it asked for the rest. */
function started(bytes, rest) {
  const said = [];
  const glue = { say: (it) => said.push(it), whisper: (it) => said.push(-it) };
  const program = { said, brought: 0 };
  glue[BRING] = () => {
    program.brought += 1;
    new WebAssembly.Instance(new WebAssembly.Module(rest), { glue, first: program.exports });
  };
  program.exports = new WebAssembly.Instance(new WebAssembly.Module(bytes), { glue }).exports;
  return program;
}

function halved(...hot) {
  const { first, rest } = split(parse(whole), new Set(hot));
  return started(first, rest);
}

const CALLS = [["main", 3], ["hot", 4], ["cold", 5], ["through", 1, 6], ["through", 2, 7], ["through", 3, 8], ["main", 9]];
const play = (program) => CALLS.map(([name, ...given]) => program.exports[name](...given));

for (const hot of [["hot", "main", "through"], ["hot"], ["main"], [], ["hot", "cold", "colder", "listed", "main", "through"]]) {
  test(`halves do what the whole does, with [${hot}] in the first`, () => {
    const [one, two] = [started(whole), halved(...hot)];
    assert.deepEqual(play(two), play(one));
    assert.deepEqual(two.said, one.said);
    assert.equal(two.brought, hot.length === 6 ? 0 : 1);
  });
}

test("what is in the first half does not ask for the rest", () => {
  const program = halved("hot", "main", "through");
  program.exports.hot(1);
  program.exports.through(1, 2);
  assert.equal(program.brought, 0);
  program.exports.through(3, 1);
  assert.equal(program.brought, 1);
});

test("the rest may come before it is asked for", () => {
  const program = halved("hot", "main", "through");
  program.exports[READY]();
  program.exports[READY]();
  assert.equal(program.brought, 1);
  program.exports.main(2);
  assert.equal(program.brought, 1);
});

test("a profile is told which functions were called", () => {
  const { bytes, names } = instrument(parse(whole));
  const program = started(bytes);
  program.exports.through(3, 1);
  const called = names.filter((_, nth) => program.exports[`n${nth}`].value === 1);
  assert.deepEqual(called.sort(), ["listed", "through"]);
});

test("names go without what changes from compiler to compiler", () => {
  assert.equal(plainName("<alloc[1f2e3d4c5b6a7980]::rc::Rc<T>>::new"), "<alloc::rc::Rc<T>>::new");
  assert.equal(plainName("core::fmt::write::h0123456789abcdef"), "core::fmt::write");
});
