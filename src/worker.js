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

/** How often it is told how much of it is here, in milliseconds. */
const PACE = 250;

/** How a question is asked: without cookies, without a word of where it comes from, and with an end. */
const how = (patience) => ({ credentials: "omit", referrerPolicy: "no-referrer", signal: AbortSignal.timeout(patience) });

/**
 * Why nothing could be read of an address: one of the words that `errand::Visit` knows. Browsers keep the
 * reason to themselves, so it is found out from what can be seen.
 */
async function whyNot(address, late, begun) {
  if (late) return "slow";
  if (!navigator.onLine) return "offline";
  if (self.location.protocol === "https:" && new URL(address).protocol === "http:") return "insecure";
  if (begun) return "cut";
  // A server that answers a question whose answer nobody may read is there: then it is the reading.
  const ask = fetch(address, { ...how(PATIENCE / 6), method: "HEAD", mode: "no-cors" });
  return ask.then(() => "closed", () => "unreachable");
}

/** All bytes of an answer, or, if they are more than `limit`, how many there were by then. */
async function all(response, limit, tell) {
  if (!response.body) return { bytes: new Uint8Array() };
  const parts = [];
  let [size, told] = [0, -PACE];
  const reader = response.body.getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      return { size };
    }
    parts.push(value);
    if (performance.now() - told > PACE) {
      told = performance.now();
      tell(size);
    }
  }
  return { bytes: new Uint8Array(await new Blob(parts).arrayBuffer()) };
}

/**
 * Fetches what stands at an address, because a person asked for it, and no more bytes than `limit`; `tell`
 * hears how many are here. Says what came and what the server calls it, or with which number the server
 * refused, or in a word why nothing came.
 */
globalThis.fetchPage = async (address, limit, tell) => {
  const asked = how(PATIENCE);
  let response;
  try {
    response = await fetch(address, asked);
    if (!response.ok) return { status: response.status };
    const kind = response.headers.get("content-type") ?? "";
    return { address: response.url, kind, ...(await all(response, limit, tell)) };
  } catch {
    return { why: await whyNot(address, asked.signal.aborted, Boolean(response)) };
  }
};

try {
  const { default: init } = await import(`./sayso-worker.js${mark}`);
  await init({ module_or_path: new URL(`sayso-worker_bg.wasm${mark}`, import.meta.url) });
} catch (error) {
  die(error);
}
