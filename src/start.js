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

/** Fetches glue and program from where the page's preload links say, and runs the program's `main`. */
async function start() {
  const glue = document.querySelector('link[rel="modulepreload"]');
  const program = document.querySelector('link[rel="preload"][as="fetch"]');
  const { default: init } = await import(glue.href);
  await init({ module_or_path: fetch(program.href, { integrity: program.integrity }) });
}

start().catch(showBroken);
