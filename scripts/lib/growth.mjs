// Draws what `scripts/growth` measured, and prints it as a table.
// Usage: node scripts/lib/growth.mjs FOLDER FILE.svg

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, picture] = process.argv.slice(2);

// What a group is called; of replaying, the cost of one mark is shown.
const CALLED = {
  "offsets": "a span to other units and back",
  "hit": "the marks at a place",
  "mark": "one more mark, planned and applied",
  "remove and undo": "a mark removed and brought back",
  "keep": "one more entry in the journal",
  "replay": "an entry read back",
  "anchor": "a quote found in an edited text",
};
const each = (group, marks) => (group === "replay" ? marks : 1);

/** The median of one measurement in microseconds. */
function median(group, marks) {
  const file = join(folder, group, String(marks), "new", "estimates.json");
  const nanoseconds = JSON.parse(readFileSync(file, "utf8")).median.point_estimate;
  return nanoseconds / 1_000 / each(group, marks);
}

const MARKS = [10, 100, 1_000, 10_000, 100_000];
const lines = Object.entries(CALLED).map(([group, name]) => ({ name, costs: MARKS.map((marks) => median(group, marks)) }));

const short = (cost) => cost.toLocaleString("en-GB", { maximumSignificantDigits: 2 });
console.log(`| microseconds a call, at so many marks | ${MARKS.map((marks) => marks.toLocaleString("en-GB")).join(" | ")} |`);
console.log(`| --- |${" ---: |".repeat(MARKS.length)}`);
for (const { name, costs } of lines) console.log(`| ${name} | ${costs.map(short).join(" | ")} |`);

// ---- the picture ----

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [910, 440, 74, 280, 40, 44];
const powers = lines.flatMap(({ costs }) => costs.map(Math.log10));
const [low, high] = [Math.floor(Math.min(...powers)), Math.ceil(Math.max(...powers))];
const x = (marks) => LEFT + ((Math.log10(marks) - 1) / 4) * (WIDTH - LEFT - RIGHT);
const y = (power) => TOP + ((high - power) / (high - low)) * (HEIGHT - TOP - BOTTOM);
const unit = (power) => (power >= 3 ? `${10 ** (power - 3)} ms` : power >= 0 ? `${10 ** power} µs` : `${10 ** (power + 3)} ns`);

/** Places for the names of the lines: near their ends, never closer than a line of text. */
function places() {
  const ends = lines.map(({ name, costs }) => ({ name, at: y(Math.log10(costs.at(-1))) })).sort((one, other) => one.at - other.at);
  for (let n = 1; n < ends.length; n += 1) ends[n].at = Math.max(ends[n].at, ends[n - 1].at + 17);
  return new Map(ends.map(({ name, at }) => [name, at]));
}

const COLOURS = ["#1f5fbf", "#a85b00", "#0b7a55", "#8a3fa0", "#b3261e", "#4a5568", "#00798c"];
const at = places();
const text = (left, top, words, more = "") => `<text x="${left.toFixed(1)}" y="${top.toFixed(1)}" ${more}>${words}</text>`;
const parts = [];
for (let power = low; power <= high; power += 1) {
  parts.push(`<path class="grid" d="M${LEFT} ${y(power).toFixed(1)}H${WIDTH - RIGHT}"/>`, text(LEFT - 8, y(power) + 4, unit(power), 'text-anchor="end"'));
}
for (const marks of MARKS) parts.push(text(x(marks), HEIGHT - BOTTOM + 20, marks.toLocaleString("en-GB"), 'text-anchor="middle"'));
parts.push(text(x(1_000), HEIGHT - 6, "marks in the article", 'text-anchor="middle"'));
lines.forEach(({ name, costs }, n) => {
  const points = costs.map((cost, index) => [x(MARKS[index]), y(Math.log10(cost))].map((part) => part.toFixed(1)));
  const [right, end] = points.at(-1).map(Number);
  const colour = COLOURS[n % COLOURS.length];
  parts.push(`<path fill="none" stroke="${colour}" stroke-width="2" d="M${points.map((point) => point.join(" ")).join("L")}"/>`);
  parts.push(...points.map(([left, top]) => `<circle cx="${left}" cy="${top}" r="3" fill="${colour}"/>`));
  parts.push(`<path stroke="${colour}" d="M${right + 5} ${end}L${right + 15} ${at.get(name).toFixed(1)}"/>`);
  parts.push(text(right + 19, at.get(name) + 4, name));
});
const title = "Time a call takes as marks grow, both scales logarithmic";
writeFileSync(
  picture,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
<style>text{font:13px system-ui,sans-serif;fill:#2b2b30}.grid{stroke:#d9d6cf}</style>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fbfaf7"/>
${text(LEFT, 22, title, 'font-weight="600"')}
${parts.join("\n")}
</svg>
`,
);
