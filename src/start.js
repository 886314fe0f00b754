// Starts the program. Until it is awake the frame and the text of the article stand in its place, and a
// notice when it cannot start or has stopped. Everything here and in `start/` has to work without the
// program, so it uses the browser alone. The build makes one file of it.

import { nowRunning, showBroken } from "./start/broken.js";
import { showEarly } from "./start/early.js";

const program = document.querySelector('link[rel="preload"][as="fetch"]');

// The second program opens files in a worker. Its addresses carry the mark of the build, which is
// in the name of the first, so that no cache mixes two builds.
const mark = /-([0-9a-f]+)_bg\.wasm$/u.exec(program.href)?.[1] ?? "";
const ofWorker = (name) => new URL(`${name}?${mark}`, import.meta.url).href;
const worker = ofWorker("worker.js");

/** Lets through the one address that a worker may be started from. */
const createScriptURL = (address) => {
  if (address !== worker) throw new TypeError(`${address} is no program of Sayso.`);
  return address;
};
const policy = globalThis.trustedTypes?.createPolicy("sayso-worker", { createScriptURL }) ?? { createScriptURL };

/** Starts the second program; the first calls this. */
globalThis.startSaysoWorker = () => new Worker(policy.createScriptURL(worker), { type: "module" });

/** Brings the second program here while nothing else is to be done, so that it is at hand offline. */
function fetchWorker() {
  if (navigator.connection?.saveData) return;
  for (const name of ["worker.js", "sayso-worker.js", "sayso-worker_bg.wasm"]) {
    // What does not arrive now is asked for again on use.
    fetch(ofWorker(name), { priority: "low" }).then((file) => file.arrayBuffer()).catch(() => {});
  }
}

// ---- the rest of the first program ----

// The program comes in two halves: what is needed to read and mark, and the rest. A build for
// development is whole. `scripts/lib/split` tells how this works.
const rest = program.href.replace(/_bg\.wasm$/u, "_rest.wasm");
let compiled = null;

/** The rest at once, while everything waits: somebody was faster than the line. */
function compileNow() {
  const request = new XMLHttpRequest();
  request.open("GET", rest, false);
  request.overrideMimeType("text/plain; charset=x-user-defined"); // one character a byte
  request.send();
  if (request.status !== 200) throw new Error(`A part of Sayso could not be loaded (${request.status}).`);
  return new WebAssembly.Module(Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0)));
}

/** Joins the rest to the first half, which calls this, once, before it calls something of the rest. */
globalThis.bringSaysoRest = (first, imports) => {
  try {
    new WebAssembly.Instance(compiled ?? compileNow(), { ...imports, first });
    document.documentElement.dataset.whole = "yes";
  } catch (error) {
    showBroken(error);
    throw error;
  }
};

/** Compiles a program while it arrives, or, where the server calls it by another type, once it is here. */
const compile = (address) =>
  WebAssembly.compileStreaming(fetch(address)).catch(async () => {
    const file = await fetch(address);
    if (!file.ok) throw new Error(`A part of Sayso could not be loaded (${file.status}).`);
    return WebAssembly.compile(await file.arrayBuffer());
  });

/** Brings the rest here and joins it. What does not arrive now is tried again. */
async function fetchRest(ready) {
  try {
    compiled = await compile(rest);
  } catch {
    setTimeout(fetchRest, 10_000, ready);
    return;
  }
  ready();
}

/** Milliseconds that the program has, once this runs, to be here before the text is shown without it. */
const SOON = 60;

/** Fetches glue and program from where the page's preload links say, and runs the program's `main`. */
async function start() {
  const early = setTimeout(showEarly, SOON);
  const compiling = compile(program.href);
  const glue = import(document.querySelector('link[rel="modulepreload"]').href);
  const [{ default: init }, module] = await Promise.all([glue, compiling]);
  const { ready } = await init({ module_or_path: module });
  clearTimeout(early);
  nowRunning();
  // Files that the system opens with Sayso come in as if they had been dropped.
  globalThis.launchQueue?.setConsumer(async ({ files }) => {
    const data = new DataTransfer();
    for (const handle of files) data.items.add(await handle.getFile());
    if (files.length > 0) document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
  });
  (globalThis.requestIdleCallback ?? setTimeout)(async () => {
    if (ready) await fetchRest(ready);
    fetchWorker();
  });
}

start().catch(async (cause) => {
  await showEarly();
  showBroken(cause);
});
