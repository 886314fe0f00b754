// Measures how long a visit takes until the frame is painted, the last article can be read, and something can
// be marked, in headless Chromium on a slow line: 150 ms there and back, 1.6 Mbit/s down.
// Usage: node scripts/lib/start.mjs DIST [OTHER [TEXT]]. OTHER is a page to stand beside it that sets `window.bench`,
// TEXT a JSON file with the `text` to be read; visits are repeated REPEAT times, 7 if it is not set.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve, sep } from "node:path";
import { brotliCompressSync } from "node:zlib";

const [dist, other, textFile] = process.argv.slice(2);
const LATENCY = 150;
const DOWN = 1.6e6 / 8;
const TIMES = Number(process.env.REPEAT ?? 7);
const SENTENCE = "The harbour office said on Monday that the last ferry would not sail before June. ";
const TEXT = textFile ? JSON.parse(readFileSync(textFile, "utf8")).text : `A ferry stays in port\n\n${`${SENTENCE.repeat(5)}\n\n`.repeat(14)}`;

// ---- the server: brotli, and caching as a public host does it ----

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml" };
const mounts = { ours: dist, other };
const packed = new Map();

function answer(request, response) {
  const [, mount, name] = /^\/([^/]+)\/([^?]*)/u.exec(request.url) ?? [];
  const root = resolve(mounts[mount] ?? "/nowhere");
  const file = join(root, name || "index.html");
  if (request.url === "/blank") return response.writeHead(200, { "content-type": TYPES[".html"] }).end("<!doctype html>");
  if (!file.startsWith(root + sep) || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
  if (!packed.has(file)) packed.set(file, brotliCompressSync(readFileSync(file)));
  const body = packed.get(file);
  const kept = file.endsWith(".html") ? "no-cache" : "max-age=31536000, immutable";
  const tag = `"${body.length}"`;
  const head = { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "cache-control": kept, etag: tag };
  if (request.headers["if-none-match"] === tag) return response.writeHead(304, head).end();
  return response.writeHead(200, { ...head, "content-encoding": "br", "content-length": body.length }).end(body);
}

// ---- the browser, spoken to through a pipe ----

const profile = mkdtempSync(join(tmpdir(), "start-"));
const flags = ["--headless=new", "--no-sandbox", "--remote-debugging-pipe", `--user-data-dir=${profile}`, "--disable-gpu", "--no-first-run"];
const browser = spawn(process.env.CHROMIUM ?? "chromium", flags, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
const waiting = new Map();
let count = 0;
let unread = "";
browser.stdio[4].setEncoding("utf8").on("data", (data) => {
  const messages = (unread + data).split("\0");
  unread = messages.pop();
  for (const { id, result, error } of messages.map((message) => JSON.parse(message))) {
    const [done, fail] = waiting.get(id) ?? [];
    waiting.delete(id);
    if (error) fail?.(new Error(error.message));
    else done?.(result);
  }
});
const call = (method, params = {}, sessionId = undefined) =>
  new Promise((done, fail) => {
    waiting.set((count += 1), [done, fail]);
    browser.stdio[3].write(`${JSON.stringify({ id: count, method, params, sessionId })}\0`);
  });

/** A tab of its own profile, with `script` in each of its documents. */
async function tab(script) {
  const { browserContextId } = await call("Target.createBrowserContext");
  const { targetId } = await call("Target.createTarget", { url: "about:blank", browserContextId });
  const { sessionId } = await call("Target.attachToTarget", { targetId, flatten: true });
  const ask = (method, params) => call(method, params, sessionId);
  for (const domain of ["Page", "Network", "Runtime"]) await ask(`${domain}.enable`);
  await ask("Page.addScriptToEvaluateOnNewDocument", { source: script });
  /** What an expression comes to, once it comes to something. */
  const wait = async (expression) => {
    for (const end = Date.now() + 90_000; Date.now() < end; await new Promise((next) => setTimeout(next, 20))) {
      const { result } = await ask("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true }).catch(() => ({ result: {} }));
      if (result.value) return result.value;
    }
    throw new Error(`it never came to be that ${expression}`);
  };
  const slow = (on) =>
    ask("Network.emulateNetworkConditions", { offline: false, latency: on ? LATENCY : 0, downloadThroughput: on ? DOWN : -1, uploadThroughput: on ? 750e3 / 8 : -1 });
  return { ask, wait, slow, close: () => call("Target.disposeBrowserContext", { browserContextId }) };
}

/** Notes when what is looked for is painted: the first task after the frame in which it is there. */
const WATCH = `window.seen = {};
  const looks = { read: ".early .sheet h1, #article h1", use: "#article [data-start]" };
  const look = () => {
    for (const [what, where] of Object.entries(looks)) {
      if (seen[what] === undefined && document.querySelector(where)) {
        seen[what] = null;
        requestAnimationFrame(() => { const after = new MessageChannel(); after.port1.onmessage = () => { seen[what] = performance.now() }; after.port2.postMessage(0) });
      }
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });`;

/** The other page is usable once it shows the text. */
const OTHER = `window.seen = {};
  addEventListener("DOMContentLoaded", async () => {
    while (!window.bench) await new Promise((next) => setTimeout(next, 1));
    await bench.ready;
    await bench.load(${JSON.stringify(TEXT)});
    requestAnimationFrame(() => { const after = new MessageChannel(); after.port1.onmessage = () => { seen.use = performance.now() }; after.port2.postMessage(0) });
  });`;

/** Bytes that had come over the line when something could be marked. */
const BYTES = `performance.getEntries().filter((entry) => entry.transferSize > 0 && entry.responseEnd < seen.use)
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 1)`;

/** One visit: milliseconds from its start, and bytes that came until then. */
async function visit({ ask, wait }, address) {
  await ask("Page.navigate", { url: `${origin}/blank` });
  await wait("document.readyState === 'complete' && location.pathname === '/blank'");
  await ask("Page.navigate", { url: `${origin}${address}` });
  const seen = await wait("window.seen?.use && performance.getEntriesByName('first-contentful-paint').length && seen");
  const bytes = await wait(BYTES);
  const paint = await wait("performance.getEntriesByName('first-contentful-paint')[0].startTime");
  return { frame: paint, ...seen, bytes };
}

/** Puts the article into our page, as a person does; its address. */
async function shelve({ ask, wait }) {
  await ask("Page.navigate", { url: `${origin}/ours/` });
  const press = (name) => wait(`(() => { const it = [...document.querySelectorAll('#app > .app:not(.early) button')].find((it) => it.textContent.trim().startsWith(${JSON.stringify(name)})); it?.click(); return !!it })()`);
  await press("Paste text");
  await wait("(() => { const field = document.querySelector('dialog textarea'); field?.focus(); return !!field })()");
  await ask("Input.insertText", { text: TEXT });
  await press("Add article");
  await wait("!!document.querySelector('#article [data-start]') && document.querySelector('.status').textContent.includes('Saved in this browser')");
  return `/ours/${await wait("location.hash")}`;
}

async function ours() {
  const page = await tab(WATCH);
  const address = await shelve(page);
  await page.ask("Network.clearBrowserCache");
  await page.slow(true);
  const first = await visit(page, address);
  await new Promise((done) => setTimeout(done, 4000)); // the rest comes too, as when somebody reads
  const second = await visit(page, address);
  await page.close();
  return { first, second };
}

async function theirs() {
  const page = await tab(OTHER);
  await page.slow(true);
  const first = await visit(page, "/other/");
  const second = await visit(page, "/other/");
  await page.close();
  return { first, second };
}

const server = createServer(answer);
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const origin = `http://127.0.0.1:${server.address().port}`;
const median = (numbers) => numbers.toSorted((one, next) => one - next)[Math.floor(numbers.length / 2)];
const row = (...cells) => console.log(cells.map((cell, at) => String(cell).padStart(at ? 11 : 22)).join(""));

try {
  const all = { ours: [], other: [] };
  for (let time = 0; time < TIMES; time += 1) {
    all.ours.push(await ours());
    if (other) all.other.push(await theirs());
  }
  const of = (who, which, what) => Math.round(median(all[who].map((each) => each[which][what] ?? 0)));
  row("medians, ms", "frame", "readable", "usable", "bytes");
  for (const [who, which] of [["ours", "first"], ["ours", "second"], ["other", "first"], ["other", "second"]]) {
    if (all[who].length > 0) row(`${who}, ${which} visit`, ...["frame", "read", "use", "bytes"].map((what) => of(who, which, what)));
  }
  const line = 2 * LATENCY + (of("ours", "first", "bytes") / DOWN) * 1000;
  console.log(`\nOur bytes need ${Math.round(line)} ms on that line (the page, then the rest): usable at ${(of("ours", "first", "use") / line).toFixed(2)} times that.`);
  if (other) console.log(`Second visit: ${(of("ours", "second", "use") / of("other", "second", "use")).toFixed(2)} times the other page.`);
} finally {
  server.close();
  server.closeAllConnections();
  browser.kill();
  await new Promise((done) => browser.once("exit", done));
  rmSync(profile, { recursive: true, force: true });
}
