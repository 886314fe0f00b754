// Takes a PDF apart into words with their places. Mozilla's pdf.js does it; the build makes one file of it
// and this, which the worker loads on the first PDF.

import { getDocument } from "pdfjs-dist/build/pdf.mjs";
import "pdfjs-dist/build/pdf.worker.mjs";

/** No string becomes script, and nothing is drawn: only words are wanted. */
const careful = {
  disableFontFace: true,
  enableXfa: false,
  isEvalSupported: false,
  isImageDecoderSupported: false,
  isOffscreenCanvasSupported: false,
  stopAtErrors: false,
  useSystemFonts: false,
  useWasm: false,
  useWorkerFetch: false,
  verbosity: 0,
};

/** Seconds that all pages have. What is not read then is missing, and said to be. */
const PATIENCE = 60;

const number = (value) => (Number.isFinite(value) ? value : 0);

/** Words that lie level and run from left to right; others are stamps and the marks of a scale. */
const isLevel = ([a, b, , d]) => a > 0 && Math.abs(b) < 0.05 * a && d > 0;

/** A page as its size, how many runs it has, and of each the place, the width and the size of its letters. */
async function onePage(page, texts, numbers) {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const runs = items.filter((item) => item.str.trim() !== "" && isLevel(turned(transform, item.transform)));
  numbers.push(number(width), number(height), runs.length);
  for (const item of runs) {
    const [, , , , x, y] = turned(transform, item.transform);
    const size = Math.hypot(item.transform[2], item.transform[3]);
    texts.push(item.str);
    numbers.push(number(x), number(y), number(item.width), number(size));
  }
}

/** Where something is once the page is turned, with y from its upper edge and letters upright. */
function turned(page, own) {
  const [a, b, c, d, e, f] = page;
  const [p, q, r, s, x, y] = own;
  return [a * p + c * q, b * p + d * q, a * r + c * s, -(b * r + d * s), a * x + c * y + e, b * x + d * y + f];
}

/** What the document says of itself: title, author, day and language. */
async function about(paper) {
  const { info } = await paper.getMetadata().catch(() => ({ info: {} }));
  return [info.Title, info.Author, info.CreationDate, info.Language].map((value) => String(value ?? ""));
}

async function pages(paper, limit) {
  const texts = await about(paper);
  const numbers = [];
  const end = performance.now() + 1000 * PATIENCE;
  for (let nth = 1; nth <= Math.min(paper.numPages, limit); nth += 1) {
    const page = performance.now() < end ? await paper.getPage(nth).catch(() => null) : null;
    const [saidBefore, countedBefore] = [texts.length, numbers.length];
    try {
      await onePage(page, texts, numbers);
    } catch {
      // A page that is broken is one without words.
      texts.length = saidBefore;
      numbers.length = countedBefore;
      numbers.push(0, 0, 0);
    }
    page?.cleanup();
  }
  return { texts, numbers: Float64Array.from(numbers) };
}

/** The words of a PDF, of `limit` pages at most; or `why` there are none: "locked" or "damaged". */
export async function takeApart(data, limit) {
  const task = getDocument({ ...careful, data });
  try {
    return await pages(await task.promise, limit);
  } catch (error) {
    return { why: error?.name === "PasswordException" ? "locked" : "damaged" };
  } finally {
    await task.destroy().catch(() => {});
  }
}
