// Starts the second program, which opens files so that the page stays free. It is loaded on first
// use, and every address carries the mark of the build that the page belongs to.

const mark = self.location.search;

/** The page takes its word for it and gives the file back; then it ends this worker. */
const die = (cause) => self.postMessage(["died", String(cause)]);

// A trap without a panic (no memory left) is only seen here.
self.addEventListener("error", (event) => die(event.message));
self.addEventListener("unhandledrejection", (event) => die(event.reason));

/** Takes a PDF apart. What does it is large, so it is loaded on the first one. */
globalThis.takePdfApart = async (bytes, limit) => {
  const { takeApart } = await import(`./pdf.js${mark}`);
  return takeApart(bytes, limit);
};

try {
  const { default: init } = await import(`./sayso-worker.js${mark}`);
  await init({ module_or_path: new URL(`sayso-worker_bg.wasm${mark}`, import.meta.url) });
} catch (error) {
  die(error);
}
