// Starts the program, and puts a notice in its place when it cannot start or has stopped.
// Everything here has to work without the program, so it uses the browser alone.

const element = (id) => document.getElementById(id);

/** Shows the notice. The first cause is the telling one; what follows from it is not shown. */
function showBroken(cause) {
  if (!element("broken").hidden) return;
  element("broken-cause").textContent = String(cause);
  element("app").hidden = true;
  element("broken").hidden = false;
  element("broken-download").focus();
}

/** Hands out every stored entry of Sayso, just as it is stored, as one JSON file. */
function downloadStored() {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith("sayso/")).sort();
  const entries = keys.map((key) => [key, localStorage.getItem(key)]);
  const json = JSON.stringify(Object.fromEntries(entries), null, 1);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([json], { type: "application/json" }));
  link.download = "sayso-stored.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the download reads it after the click
}

element("broken-reload").addEventListener("click", () => location.reload());
element("broken-download").addEventListener("click", () => {
  try {
    downloadStored();
  } catch (error) {
    element("broken-cause").textContent = `Nothing could be read from the browser's storage. ${error}`;
  }
});

// The program's panic hook says why. A trap without a panic (no memory left) is only seen as an error.
addEventListener("sayso-broken", (event) => showBroken(event.detail));
addEventListener("error", (event) => {
  if (event.error instanceof WebAssembly.RuntimeError) showBroken(event.error);
});

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
    fetch(ofWorker(name), { priority: "low" }).then((answer) => answer.arrayBuffer()).catch(() => {}); // it is asked for again on use
  }
}

/** Fetches glue and program from where the page's preload links say, and runs the program's `main`. */
async function start() {
  const glue = document.querySelector('link[rel="modulepreload"]');
  const { default: init } = await import(glue.href);
  await init({ module_or_path: fetch(program.href, { integrity: program.integrity }) });
  (globalThis.requestIdleCallback ?? setTimeout)(fetchWorker);
}

start().catch(showBroken);
