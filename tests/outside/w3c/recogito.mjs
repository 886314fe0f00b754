// Reads a collection with Recogito's adapter, and says what it took.
import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';

const window = new Window();
for (const name of ['window', 'document', 'HTMLElement', 'Element', 'Node', 'Event', 'CustomEvent', 'MutationObserver', 'ResizeObserver', 'SVGElement']) {
  globalThis[name] ??= name === 'window' ? window : window[name];
}
const { W3CTextFormat } = await import('@recogito/text-annotator');
const { items = [] } = JSON.parse(readFileSync(process.argv[2], 'utf8')).first ?? {};
const adapter = W3CTextFormat('x');
const read = items
  .filter(item => item.motivation !== 'linking')
  .map(item => {
    try {
      const { parsed, error } = adapter.parse(item);
      if (error) return { id: item.id, error: String(error) };
      const pieces = parsed.target.selector.map(one => [one.quote, one.start, one.end]);
      return { id: parsed.id, bodies: parsed.bodies.length, pieces };
    } catch (error) {
      return { id: item.id, error: String(error) };
    }
  });
console.log(JSON.stringify(read));
