// Reads, anchors, imports and exports one of our files with the client's own functions.
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { Window } from 'happy-dom';

const window = new Window();
globalThis.window ??= window;
globalThis.document ??= window.document;
globalThis.FileReader = window.FileReader;
const { readExportFile, ImportAnnotationsService, AnnotationsExporter, matchQuote } = await import('./client.mjs');

const [path, textPath] = process.argv.slice(2);
const content = readFileSync(path, 'utf8');
const text = readFileSync(textPath, 'utf8');
const rows = [];
const row = (name, fault) => rows.push([name, fault ? String(fault) : '']);

const read = await readExportFile(new window.File([content], 'export.json', { type: 'application/json' }));
row(`${read.length} annotations read`, !isDeepStrictEqual(read, JSON.parse(content).annotations) && 'others');

let misplaced = 0;
for (const { target } of read) {
  const of = type => target[0].selector.find(selector => selector.type === type);
  const { start, end } = of('TextPositionSelector');
  const { exact, prefix, suffix } = of('TextQuoteSelector');
  const found = matchQuote(text, exact, { prefix, suffix, hint: start });
  const unhinted = matchQuote(text, exact, { prefix, suffix });
  const right = found && found.start === start && found.end === end && text.slice(start, end) === exact;
  misplaced += !right || unhinted.score < 1;
}
row('every quote found where its position is', misplaced && `${misplaced} are not`);

const saved = [];
const store = {
  beginImport() {}, completeImport() {}, profile: () => ({ userid: 'acct:a@b.example' }),
  focusedGroupId: () => 'g', allAnnotations: () => [], defaultContentFrame: () => null,
};
const annotations = {
  annotationFromData: data => ({ ...data }),
  save: async data => (saved.push(data), data),
};
const told = [];
const toast = { success: message => told.push(message), notice: message => told.push(message), error: message => told.push(message) };
const results = await new ImportAnnotationsService(store, annotations, toast).import(read);
row(told.join(), results.some(result => result.type !== 'import') && JSON.stringify(results));
const kept = ({ target, tags, text, uri, document }) => ({ target, tags, text, uri, document });
row('what is kept is what we wrote', !isDeepStrictEqual(saved.map(kept), read.map(kept)) && 'not');

const exporter = new AnnotationsExporter({});
const again = exporter.buildJSONExportContent(read, { profile: {} });
row('exported again they are the same', !isDeepStrictEqual(again.annotations, read) && 'not');
if (read.length > 0) {
  const asText = exporter.buildTextExportContent(read, {});
  const tags = read.filter(one => !asText.includes(`Tags: ${one.tags.join(', ')}`));
  row('exported as text with their tags', tags.length && `${tags.length} without`);
  row('exported as CSV', exporter.buildCSVExportContent(read, {}).split('\n').length <= read.length && 'too short');
}
console.log(JSON.stringify(rows));
