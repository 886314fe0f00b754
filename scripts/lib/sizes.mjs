// Shows what the first visit loads, and fails when that is more than the budget. What comes when the page
// is idle, and what is loaded on use, stand below.
// Usage: node scripts/lib/sizes.mjs dist

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

// Bytes of the first visit, compressed with brotli: a little more than there is, so that a jump is
// noticed. The aim is 200,000. Whoever moves it puts what `scripts/build` wrote to target/first-half.json
// into scripts/lib/split, to which a later jump is compared.
const BUDGET = 343_000;

const folder = process.argv[2];
const page = readFileSync(join(folder, "index.html"), "utf8");
const named = new Set([...page.matchAll(/(?:href|src)="\.?\/?([^"#:]+)"/gu)].map(([, name]) => name));

/** Sizes of one file, and whether the page names it: what it does not name is loaded on use. */
function measure(name) {
  const content = readFileSync(join(folder, name));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  const brotli = brotliCompressSync(content, { params }).length;
  return { name, kind: extname(name).slice(1), first: name === "index.html" || named.has(name), raw: content.length, brotli };
}

/** Sums up files of one kind. */
function sum(kind, files) {
  const add = (key) => files.reduce((total, file) => total + file[key], 0);
  return { kind, count: files.length, raw: add("raw"), brotli: add("brotli") };
}

/** What the first half of the program has more code of than when the budget was set. */
function grown() {
  const json = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {});
  const now = json(join(process.env.CARGO_TARGET_DIR ?? "target", "first-half.json"));
  const before = json(fileURLToPath(new URL("split/first-half.json", import.meta.url)));
  const more = Object.entries(now).map(([group, bytes]) => [group, bytes - (before[group] ?? 0)]).filter(([, by]) => by > 0);
  return more.sort(([, one], [, other]) => other - one).map(([group, by]) => `${group}: ${number(by)} bytes more, before compression`);
}

const row = (...cells) => console.log(cells.map((cell, index) => String(cell).padStart(index ? 10 : 14)).join(""));
const number = (value) => value.toLocaleString("en-GB");
const show = ({ kind, count, raw, brotli }) => row(kind, number(count), number(raw), number(brotli));

const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => measure(name));
const first = files.filter((file) => file.first);
const isRest = ({ name }) => /_rest\.wasm$/u.test(name);
const rest = files.filter(isRest);
const later = files.filter((file) => !file.first && !isRest(file));
const total = sum("first visit", first);

row("", "files", "bytes", "brotli");
for (const kind of new Set(first.map((file) => file.kind))) show(sum(kind, first.filter((file) => file.kind === kind)));
show(total);
if (rest.length > 0) show(sum("when idle", rest));
if (later.length > 0) show(sum("on use", later));
if (total.brotli > BUDGET) {
  console.error(`\nThe first visit takes ${number(total.brotli)} bytes; the budget is ${number(BUDGET)} (scripts/lib/sizes.mjs).`);
  for (const line of grown()) console.error(line);
  process.exit(1);
}
