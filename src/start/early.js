// What is seen before the program is awake: the frame, and the text of the article that the address leads
// to, set as the program will set it (src/view/article), so that nothing jumps when it takes over.

import { articleAt } from "./article.js";

/** The element and the class of each kind of block. */
const LOOKS = {
  title: ["h1", ""],
  heading: ["h2", ""],
  quotation: ["blockquote", ""],
  byline: ["p", "byline"],
  paragraph: ["p", ""],
  "list item": ["p", "item"],
  credit: ["p", "credit"],
  aside: ["p", "aside"],
};

/** UTF-16 units of text that are shown: some screens. The rest comes with the program. */
const SHOWN = 24_000;

/** Bytes from which on the program lays out only what is near. */
const LONG = 24_000;

/** An element with a class and either text, which is never read as anything else, or elements. */
function made(tag, className, ...content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

/** A stretch as the program sets it; without its place, as nothing can be marked yet. */
function set({ text, emphasis, strong }) {
  if (strong) return made("strong", "", emphasis ? made("em", "", text) : text);
  return made(emphasis ? "em" : "span", "", text);
}

/** Stretches as elements; those that follow each other and lead to the same page are one link, which leads nowhere yet. */
function linked(stretches) {
  const all = [];
  stretches.forEach((stretch, nth) => {
    if (!stretch.link) all.push(set(stretch));
    else if (stretch.link === stretches[nth - 1]?.link) all.at(-1).append(set(stretch));
    else all.push(made("a", "", set(stretch)));
  });
  return all;
}

const isPlain = ({ emphasis, strong, link }) => !emphasis && !strong && !link;

const drawn = ({ kind, text, stretches }) => made(...LOOKS[kind], ...(stretches.every(isPlain) ? [text] : linked(stretches)));

/** The blocks below the head in the runs that the program makes of them. */
function runs(blocks, bytes) {
  const length = Math.min(10_000, Math.max(1_024, Math.floor(bytes / 100)));
  const all = [];
  let room = 0;
  for (const block of blocks) {
    if (room <= 0) {
      all.push(made("section", bytes < LONG ? "run" : "run far"));
      room = length;
    }
    all.at(-1).append(drawn(block));
    room -= new TextEncoder().encode(block.text).length;
  }
  return all;
}

/** The first blocks, until there is enough to read. */
function firstOf(blocks) {
  let shown = 0;
  return blocks.filter(({ text }) => (shown += text.length) - text.length < SHOWN);
}

/** Who wrote it, where and when, unless the head of the text says so itself. */
function facts({ byline, publisher, published }, head) {
  const printed = head.filter(({ kind }) => kind === "byline").map(({ text }) => text).join("");
  return [byline, publisher, published].filter((fact) => fact && !printed.includes(fact)).join(" · ");
}

/** An empty place for the sourcing bar, as high as it will be. */
function profile(claims) {
  const words = document.getElementById("early-profile").content.cloneNode(true);
  words.querySelector(claims ? ".nothing" : ".bar-place").remove();
  return made("section", "profile", words);
}

function sheet({ details, blocks, bytes, claims }) {
  const shown = firstOf(blocks);
  const below = shown.findIndex(({ kind }) => kind !== "title" && kind !== "byline");
  const [head, rest] = below < 0 ? [shown, []] : [shown.slice(0, below), shown.slice(below)];
  const given = head[0]?.kind === "title" ? [] : [made("h1", "given", details.title ?? "")];
  const about = made("div", "about", made("p", "facts", facts(details, head)), profile(claims));
  about.inert = true;
  const all = made("div", "sheet", made("div", "head", ...given, ...head.map(drawn)), about, made("div", "body", ...runs(rest, bytes)));
  if (details.language) all.lang = details.language;
  all.dir = "auto";
  return all;
}

/** Puts the article into the frame. */
function put(frame, article) {
  // First, so that what cannot be drawn leaves the frame as it is.
  const scroller = made("div", "scroller", made("div", "article", sheet(article)), made("div", "claims"));
  frame.querySelector(".crumb").replaceChildren(...document.getElementById("early-crumb").content.cloneNode(true).childNodes);
  frame.querySelector(".crumb b").append(article.details.title ?? "");
  for (const hidden of frame.querySelectorAll(".bar [hidden]")) hidden.hidden = false;
  frame.querySelector(".status").append(...frame.querySelector(".opening").children);
  frame.querySelector(".desk").replaceChildren(made("div", "sources"), scroller);
  frame.classList.replace("at-library", "at-article");
  keepPlace(scroller);
}

/** The uppermost block that is seen: which one it is, and how far from the top of the window it begins. */
function uppermost(scroller) {
  const { top } = scroller.getBoundingClientRect();
  const blocks = [...blocksIn(scroller)];
  const nth = blocks.findIndex((block) => block.getBoundingClientRect().bottom > top);
  return { nth, top: blocks[nth]?.getBoundingClientRect().top };
}

const blocksIn = (scroller) => scroller.querySelectorAll(".head > *, .run > *");

/** Frames without a move after which the runs that came near have the height that they have, and no longer the one that was expected. */
const STILL = 12;

/** Frames after which it is left as it is. */
const MOST = 300;

/** Brings a block to where it was seen until it stays there, or somebody scrolls on. */
function hold(scroller, block, top) {
  let still = 0;
  let frames = 0;
  const taken = new AbortController();
  for (const kind of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    addEventListener(kind, () => taken.abort(), { capture: true, passive: true, signal: taken.signal });
  }
  const bring = () => {
    if (taken.signal.aborted) return;
    const off = block.getBoundingClientRect().top - top;
    if (Math.abs(off) >= 1) scroller.scrollTop += off;
    still = Math.abs(off) >= 1 ? 0 : still + 1;
    frames += 1;
    if (still < STILL && frames < MOST) requestAnimationFrame(bring);
    else taken.abort();
  };
  bring();
}

/** What was scrolled to stands in its place when the program has drawn the page anew, and goes on scrolling. */
function keepPlace(scroller) {
  let seen = null;
  let focused = false;
  const note = () => {
    seen = scroller.scrollTop > 0 ? uppermost(scroller) : null;
    focused = scroller.contains(document.activeElement);
  };
  scroller.addEventListener("scroll", note);
  addEventListener("resize", note);
  const watching = new MutationObserver(() => {
    const page = document.querySelector("#app > .app:not(.early)");
    if (!page) return;
    watching.disconnect();
    removeEventListener("resize", note);
    const next = page.querySelector(".scroller");
    const block = next && seen && blocksIn(next)[seen.nth];
    if (block) hold(next, block, seen.top);
    if (next && focused) document.getElementById("main")?.focus({ preventScroll: true });
  });
  watching.observe(document.getElementById("app"), { childList: true });
}

async function show() {
  const frame = document.querySelector("#app > .early");
  if (!frame) return;
  try {
    const article = await articleAt(location.hash);
    if (article && frame.isConnected) put(frame, article);
    frame.dataset.shows = article ? "article" : "frame";
  } catch {
    frame.dataset.shows = "frame"; // whatever is the matter, the program is about to come, and tells it
  }
}

let showing = null;

/** Shows the article that the address leads to, if the program is not there before it is read; once. */
export const showEarly = () => (showing ??= show());
