// What is stored, read without the program. docs/journal.md tells what the keys and values mean.

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

/** What CRC-32 makes of each byte. */
const BYTES = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  return sum;
});

/** The checksum that stands before what is stored: CRC-32 in eight digits. */
function checksum(text) {
  let sum = -1;
  for (const byte of new TextEncoder().encode(text)) sum = (sum >>> 8) ^ BYTES[(sum ^ byte) & 255];
  return (~sum >>> 0).toString(16).padStart(8, "0");
}

/** Whether a value that is no text is the one that was stored under this key. */
export const isSealed = (key, value) => value.slice(0, 9) === `${checksum(`${key} ${value.slice(9)}`)} `;

/** Whether a value is the one that was stored under this key. */
export async function isSound(key, value) {
  const hash = /\/text\/([0-9a-f]{64})$/u.exec(key)?.[1];
  if (!hash) return isSealed(key, value);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(value));
  return hash === Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Everything that is stored, from both copies; where they differ, the one that is sound. */
export async function everything() {
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
