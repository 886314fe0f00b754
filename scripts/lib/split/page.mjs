// Splits the program of a built page in two and puts both halves in its place, and makes one small file each
// of the style sheets and of the scripts; Trunk calls this when a build is done. With SAYSO_SPLIT=profile the program is numbered for `scripts/profile` instead.
// Usage: node scripts/lib/split/page.mjs [FOLDER]

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { parse, withoutNotes } from "./binary.mjs";
import { BRING, instrument, split } from "./split.mjs";
import { table } from "./table.mjs";

const folder = process.argv[2] ?? process.env.TRUNK_STAGING_DIR;
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

const page = readFileSync(join(folder, "index.html"), "utf8");
const [old] = /sayso-[0-9a-f]+(?=_bg\.wasm)/u.exec(page) ?? [];
if (!old) throw new Error(`${folder}/index.html names no program`);
const built = (name) => join(process.env.CARGO_TARGET_DIR ?? "target", name);
/** What the linker wrote, with all it knows. */
const linked = () => readFileSync(built("wasm32-unknown-unknown/release/sayso.wasm"));
const read = (name) => readFileSync(join(folder, name));

/** Replaces what has to be there once. */
function replaced(string, what, by) {
  const parts = string.split(what);
  if (parts.length !== 2) throw new Error(`the glue has “${what}” ${parts.length - 1} times, not once: see scripts/lib/split`);
  return parts.join(by);
}

/** Makes a program, or a half of one, smaller. */
function optimised(bytes) {
  const file = join(folder, "large.wasm");
  writeFileSync(file, bytes);
  execFileSync("wasm-opt", ["-Oz", file, "-o", file], { stdio: "inherit" });
  const smaller = readFileSync(file);
  rmSync(file);
  return smaller;
}

const OWN = "wasm = instance.exports;";
const IMPORTS = /return \{\s*__proto__: null,\s*"(\.\/sayso[^"]*_bg\.js)": import0,\s*\};/u;

/** The glue hands the program's imports and exports to the one who brings the rest. */
function gluedForHalves(glue) {
  const [returned, name] = IMPORTS.exec(glue) ?? [];
  if (!returned) throw new Error("the glue returns its imports in another way than expected: see scripts/lib/split");
  const giving = `import0.${BRING} = () => globalThis.bringSaysoRest(wasm, imports);
    const imports = { __proto__: null, "${name}": import0 };
    return imports;`;
  return replaced(glue, returned, giving);
}

/** Short names instead of long ones for what the program imports. */
function shortened(glue, module) {
  let result = glue;
  module.imports.forEach((entry, nth) => {
    const long = new RegExp(`(?<=^\\s*)${entry.name}(?=: function)`, "mu");
    if (!long.test(result)) return;
    entry.name = `i${nth.toString(36)}`;
    result = result.replace(long, entry.name);
  });
  return result;
}

function halves() {
  const module = parse(read(`${old}_bg.wasm`));
  const profile = new Set(readFileSync(here("profile.txt"), "utf8").split("\n").filter(Boolean));
  const glue = gluedForHalves(shortened(read(`${old}.js`).toString(), module));
  const { first, rest, counts } = split(module, profile, linked());
  writeFileSync(built("first-half.json"), JSON.stringify(table(module, profile), null, 2));
  console.log(`Functions that are here at once: ${counts.stay}; later: ${counts.moved}; gates: ${counts.gates}.`);
  return { glue, first: optimised(first), rest: optimised(rest) };
}

function numbered() {
  const { bytes, names } = instrument(parse(read(`${old}_bg.wasm`)));
  writeFileSync(join(folder, "names.json"), JSON.stringify(names));
  return { glue: replaced(read(`${old}.js`).toString(), OWN, `globalThis.saysoProgram = ${OWN}`), first: bytes };
}

const hashOf = (content, length) => createHash("sha256").update(content).digest("hex").slice(0, length);

/** What esbuild makes of a text or a file, on one line. */
const bundled = (args, input) => execFileSync("esbuild", [...args, "--minify", "--charset=utf8", "--log-level=warning"], { input });

const integrity = (content) => `sha384-${createHash("sha384").update(content).digest("base64")}`;

/** Puts one file in the place of what `links` matches, its tag where the first of them was. */
function putOne(text, links, name, content, tag) {
  const found = [...text.matchAll(links)];
  if (found.length === 0) throw new Error(`the page has no link that ${links} matches: see scripts/lib/split`);
  for (const [, old] of found) rmSync(join(folder, old));
  writeFileSync(join(folder, name), content);
  let nth = 0;
  return text.replace(links, () => (nth++ === 0 ? tag(`src="./${name}" integrity="${integrity(content)}"`) : ""));
}

/** One style sheet, with that for paper in it. */
function withOneSheet(text) {
  const links = /<link rel="stylesheet" href="\.\/([^"]+)"[^>]*?(media="print")?\s*\/?>\n?/gu;
  const sheets = [...text.matchAll(links)].map(([, name, print]) => (print ? `@media print {${read(name)}}` : `${read(name)}`));
  const content = bundled(["--loader=css"], sheets.join("\n"));
  const tag = (where) => `<link rel="stylesheet" ${where.replace("src=", "href=")}>\n`;
  return putOne(text, links, `sayso-${hashOf(content, 16)}.css`, content, tag);
}

/** One script, with its modules in it. */
function withOneScript(text) {
  const content = bundled([here("../../../src/start.js"), "--bundle", "--format=esm", "--target=es2022"]);
  const links = /<script src="\.\/([^"]+)"[^>]*><\/script>/gu;
  return putOne(text, links, `start-${hashOf(content, 16)}.js`, content, (where) => `<script type="module" ${where}></script>`);
}

/** Without what explains it to those who read the source. */
const withoutComments = (text) => text.replace(/<!--(?!\[)[^]*?-->\n?/gu, "").replace(/\n{2,}/gu, "\n");

/** Writes the files under a name that tells this build from others, and the page that names them. */
function put({ glue, first, rest }) {
  const small = bundled(["--loader=js", "--format=esm"], glue);
  const name = `sayso-${createHash("sha256").update(small).update(first).update(rest ?? "").digest("hex").slice(0, 16)}`;
  for (const ending of [".js", "_bg.wasm"]) rmSync(join(folder, old + ending));
  let text = page;
  for (const [ending, content] of Object.entries({ ".js": small, "_bg.wasm": first, "_rest.wasm": rest })) {
    if (!content) continue;
    writeFileSync(join(folder, name + ending), content);
    const link = new RegExp(`<link[^>]*${old}${ending.replace(".", "\\.")}[^>]*>`, "u");
    // What is checked as a whole cannot be compiled while it arrives; the program's name has its hash.
    const sum = ending === ".js" ? ` integrity="${integrity(content)}"` : "";
    text = text.replace(link, (it) => it.replace(/ integrity="[^"]*"/u, sum));
  }
  writeFileSync(join(folder, "index.html"), withoutComments(withOneScript(withOneSheet(text.replaceAll(old, name)))));
}

/** The second program stays whole. */
function optimiseWorker() {
  const name = "sayso-worker_bg.wasm";
  writeFileSync(join(folder, name), optimised(withoutNotes(read(name))));
}

/** What takes a PDF apart: pdf.js with its own worker in one file, which runs in ours. */
function takePdf() {
  const modules = { ...process.env, NODE_PATH: resolve(built("tools/node_modules")) };
  // In a module that knows a window, pdf.js does not listen to the messages of the page.
  const how = ["--bundle", "--format=esm", "--target=es2022", "--define:window=globalThis", "--minify", "--charset=utf8", "--log-level=warning"];
  execFileSync("esbuild", [here("../../../src/pdf.js"), ...how, `--outfile=${join(folder, "pdf.js")}`], { env: modules });
}

takePdf();
optimiseWorker();
put(process.env.SAYSO_SPLIT === "profile" ? numbered() : halves());
