// What the tests do in the page that the bindings have no words for. One file for all: the test
// runner's web server serves a page with many small modules badly.

// keys

export function press(target, init) {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...JSON.parse(init) });
    target.dispatchEvent(event);
    return event.defaultPrevented;
}
export function press_nothing(target) { target.dispatchEvent(new Event('keydown', { bubbles: true })); }

// storage

const setItem = Storage.prototype.setItem;
const storage = Object.getOwnPropertyDescriptor(window, 'localStorage');
const replace = get => Object.defineProperty(window, 'localStorage', { get, configurable: true });
export function refuse_writes(name, code) {
    const error = new DOMException('not now', name);
    Object.defineProperty(error, 'code', { value: code });
    Storage.prototype.setItem = () => { throw error; };
}
export function switch_off() { replace(() => null); }
export function forbid() { replace(() => { throw new DOMException('denied', 'SecurityError'); }); }
export function restore() {
    Storage.prototype.setItem = setItem;
    if (storage) Object.defineProperty(window, 'localStorage', storage); else delete window.localStorage;
}
export function write_elsewhere(key) {
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.contentWindow.localStorage.setItem(key, String(Math.random()));
    frame.remove();
}
export function clear_elsewhere() {
    window.dispatchEvent(new StorageEvent('storage', { key: null }));
}

// painting

export function names() { return [...CSS.highlights.keys()].sort(); }
export function live(name) { return [...(CSS.highlights.get(name) ?? [])]; }
// What is no longer in the page is not painted there.
export function said(name) { return live(name).filter(({ startContainer }) => startContainer.isConnected).map(text).sort(); }
function text({ startContainer, startOffset, endContainer, endOffset }) {
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return String(range);
}
export function priority(name) { return CSS.highlights.get(name).priority; }
export function paint_foreign(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    CSS.highlights.set('foreign', new Highlight(range));
}
export function forget_foreign() { CSS.highlights.delete('foreign'); }

const highlights = Object.getOwnPropertyDescriptor(CSS, 'highlights');
export function hide_highlights() { delete CSS.highlights; }
export function show_highlights() { Object.defineProperty(CSS, 'highlights', highlights); }

// focus

export function leave_for(next) { return new FocusEvent('focusout', { relatedTarget: next }); }

export function paste(kind, text) {
    const data = new DataTransfer();
    data.setData(kind, text);
    // Not every browser takes the data from whoever makes the event.
    return Object.defineProperty(new ClipboardEvent('paste'), 'clipboardData', { value: data });
}

// route

export function entries() { return history.length; }
export function back() { history.back(); }

// hit testing

const newerWay = Object.getOwnPropertyDescriptor(Document.prototype, 'caretPositionFromPoint');
export function is_older_way_known() { return 'caretRangeFromPoint' in document; }
export function hide_newer_way() { delete Document.prototype.caretPositionFromPoint; }
export function show_newer_way() {
    Object.defineProperty(Document.prototype, 'caretPositionFromPoint', newerWay);
}

// files

export function drag(kind, files) {
    const data = new DataTransfer();
    for (const [name, text] of files) data.items.add(new File([text], name));
    if (!files.length) data.setData('text/plain', 'words');
    return new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true });
}
export function named(name, text) { return [name, text]; }
export function lose_files() {
    const read = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('it is gone', 'NotFoundError'));
    return () => { Blob.prototype.arrayBuffer = read; };
}
export function watch_clicks(on_click) {
    const click = HTMLElement.prototype.click;
    HTMLElement.prototype.click = function () { on_click(this); };
    return () => { HTMLElement.prototype.click = click; };
}
export function choose(input, event) {
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event('change'));
}
export async function contents(link) { return await (await fetch(link.href)).text(); }
export function type_of(link) { return fetch(link.href).then(got => got.headers.get('content-type')); }
