// The notice that stands in the place of the program when it has stopped, or could not start.

import { everything } from "./stored.js";

const element = (id) => document.getElementById(id);

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

/** From now on the program is there. */
export const nowRunning = () => {
  running = true;
};

/** Shows the notice. The first cause is the telling one; what follows from it is not shown. */
export function showBroken(cause) {
  if (!element("broken").hidden) return;
  document.title = element("broken-title").textContent;
  element("broken-cause").textContent = String(cause);
  const again = stopsAgain() || !running;
  element("broken-safe").hidden = !(again && location.hash.startsWith("#/a/"));
  // A text that is there stays, if the program never came.
  const reading = document.querySelector(".early .sheet") !== null;
  document.body.classList.toggle("unstarted", reading);
  element("broken-reading").hidden = !reading;
  element("app").hidden = !reading;
  element("broken").hidden = false;
  element("broken-download").focus();
  // The program that asked before the page is left is no longer to be trusted with the answer.
  addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), { capture: true });
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
