// What Readability.js finds in the pages of a benchmark: `node peer.mjs FOLDER MODULES` writes FOLDER/peer.json.
// MODULES is a folder of packages with @mozilla/readability and jsdom in it; nothing is installed here.
import { createRequire } from 'node:module';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

const [folder, modules] = process.argv.slice(2);
const require = createRequire(resolve(modules, 'peer.js'));
const { Readability } = require('@mozilla/readability');
const { JSDOM, VirtualConsole } = require('jsdom');

const found = {};
for (const file of readdirSync(`${folder}/html`).filter((name) => name.endsWith('.html.gz'))) {
  const page = gunzipSync(readFileSync(`${folder}/html/${file}`)).toString('utf8');
  const { document } = new JSDOM(page, { url: 'https://page.example/', virtualConsole: new VirtualConsole() }).window;
  found[file.replace('.html.gz', '')] = new Readability(document).parse()?.textContent ?? '';
}
writeFileSync(`${folder}/peer.json`, JSON.stringify(found));
console.log(`Readability.js ${require('@mozilla/readability/package.json').version}, ${Object.keys(found).length} pages`);
