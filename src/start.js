// Starts the program, and puts a notice in its place when it cannot start or has stopped.
// Everything here has to work without the program, so it uses the browser alone.

const element = (id) => document.getElementById(id);

// ---- when the program has stopped ----

/** The place in this tab where it is noted when the program stopped last, in milliseconds. */
const STOPPED = "sayso-stopped";
const SOON = 60_000;

/** Whether the program had stopped only just before; the present moment is noted for the next time. */
function stopsAgain() {
  try {
    const before = Number(sessionStorage.getItem(STOPPED));
    sessionStorage.setItem(STOPPED, String(Date.now()));
    return Date.now() - before < SOON;
  } catch {
    return false; // without a memory it counts as the first time
  }
}

let running = false;

/** Shows the notice. The first cause is the telling one; what follows from it is not shown. */
function showBroken(cause) {
  if (!element("broken").hidden) return;
  document.title = element("broken-title").textContent;
  element("broken-cause").textContent = String(cause);
  const again = stopsAgain() || !running;
  element("broken-safe").hidden = !(again && location.hash.startsWith("#/a/"));
  element("app").hidden = true;
  element("broken").hidden = false;
  element("broken-download").focus();
  // The program that asked before the page is left is no longer to be trusted with the answer.
  addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), { capture: true });
}

const ours = (key) => key.startsWith("sayso/");

/** The stored keys of Sayso and their values in local storage. */
const fromLocal = () => Object.keys(localStorage).filter(ours).map((key) => [key, localStorage.getItem(key)]);

const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error ?? new Error("it is in use"));
  });

/** The same in the second copy. A database that is not there is not made. */
async function fromMirror() {
  const opening = indexedDB.open("sayso");
  let absent = false;
  opening.onupgradeneeded = () => {
    absent = true;
    opening.transaction.abort();
  };
  const database = await answer(opening).catch((error) => (absent ? null : Promise.reject(error)));
  if (!database) return [];
  try {
    const store = database.transaction("kept").objectStore("kept");
    const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
    return keys.map((key, index) => [key, values[index]]).filter(([key]) => ours(key));
  } finally {
    database.close();
  }
}

/** The checksum that stands before what is stored: CRC-32 in eight digits. */
function checksum(text) {
  let sum = -1;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return (~sum >>> 0).toString(16).padStart(8, "0");
}

/** Whether a value is the one that was stored under this key. */
async function isSound(key, value) {
  const hash = /\/text\/([0-9a-f]{64})$/u.exec(key)?.[1];
  if (!hash) return value.slice(0, 8) === checksum(`${key} ${value.slice(9)}`);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(value));
  return hash === Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Everything that is stored, from both copies; where they differ, the one that is sound. */
async function everything() {
  const late = new Promise((_, reject) => setTimeout(reject, 10_000, new Error("it does not answer")));
  const copies = [async () => fromLocal(), () => Promise.race([fromMirror(), late])];
  const [local, mirror] = await Promise.allSettled(copies.map((copy) => copy()));
  const all = new Map(local.value);
  for (const [key, value] of mirror.value ?? []) {
    const here = all.get(key);
    const better = here === undefined || (here !== value && !(await isSound(key, here).catch(() => true)));
    if (better) all.set(key, value);
  }
  return { all, failed: [local, mirror].flatMap(({ reason }) => reason ?? []) };
}

/** Hands out everything as the file that *Restore a backup* reads. */
async function download() {
  const { all, failed } = await everything();
  if (failed.length === 2) throw failed[0];
  const wellFormed = ([key, value]) => [key, String(value).toWellFormed?.() ?? String(value)];
  const entries = Object.fromEntries([...all].map(wellFormed).sort(([one], [other]) => (one < other ? -1 : 1)));
  const file = { format: "sayso-backup", version: 1, exported: new Date().toISOString(), entries };
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: "application/json" }));
  link.download = `sayso-backup-${file.exported.slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the download reads it after the click
  const one = failed.length ? ` One of the two copies could not be read (${failed[0]}).` : "";
  return `${all.size} stored entries were saved to ${link.download}.${one} “Restore a backup” brings them back.`;
}

element("broken-reload").addEventListener("click", () => location.reload());
element("broken-safe").addEventListener("click", () => {
  history.replaceState(null, "", "#/");
  location.reload();
});
element("broken-download").addEventListener("click", async () => {
  const said = download().catch((error) => `Nothing could be read from the browser’s storage: ${error}`);
  element("broken-said").textContent = await said;
});

// The program's panic hook says why. A trap without a panic (no memory left) is only seen as an error.
addEventListener("sayso-broken", (event) => showBroken(event.detail));
addEventListener("error", (event) => {
  if (event.error instanceof WebAssembly.RuntimeError) showBroken(event.error);
});

// ---- the two programs ----

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

/** Compiles the rest while it arrives, or, where the server calls it by another type, once it is here. */
const compile = () =>
  WebAssembly.compileStreaming(fetch(rest)).catch(async () => WebAssembly.compile(await (await fetch(rest)).arrayBuffer()));

/** Brings the rest here and joins it. What does not arrive now is tried again. */
async function fetchRest(ready) {
  try {
    compiled = await compile();
  } catch {
    setTimeout(fetchRest, 10_000, ready);
    return;
  }
  ready();
}

/** Fetches glue and program from where the page's preload links say, and runs the program's `main`. */
async function start() {
  const glue = document.querySelector('link[rel="modulepreload"]');
  const { default: init } = await import(glue.href);
  const { ready } = await init({ module_or_path: fetch(program.href, { integrity: program.integrity }) });
  running = true;
  (globalThis.requestIdleCallback ?? setTimeout)(async () => {
    if (ready) await fetchRest(ready);
    fetchWorker();
  });
}

start().catch(showBroken);
