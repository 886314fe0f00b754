// Writes the profile from what a session called. Usage: node scripts/lib/split/record.mjs dist

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = process.argv[2];
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const names = read("names.json");
const called = new Set(read("called.json").map((nth) => names[nth]).filter(Boolean));
writeFileSync(fileURLToPath(new URL("profile.txt", import.meta.url)), `${[...called].sort().join("\n")}\n`);
console.log(`${called.size} of ${names.length} functions were called.`);
