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

/** How long a page may take, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Fetches what stands at an address, because a person asked for it: without cookies, without a word of where
 * the question comes from, and no more bytes than `limit`. Says what came, or with which number the server
 * refused; it throws where no answer may be read.
 */
globalThis.fetchPage = async (address, limit) => {
  const signal = AbortSignal.timeout(PATIENCE);
  const response = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer", signal });
  if (!response.ok) return { status: response.status };
  const parts = [];
  let size = 0;
  const reader = response.body.getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      return { size };
    }
    parts.push(value);
  }
  return { address: response.url, bytes: new Uint8Array(await new Blob(parts).arrayBuffer()) };
};

try {
  const { default: init } = await import(`./sayso-worker.js${mark}`);
  await init({ module_or_path: new URL(`sayso-worker_bg.wasm${mark}`, import.meta.url) });
} catch (error) {
  die(error);
}
