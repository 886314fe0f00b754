// Body of a function: where to put the pointer down and up to select args[0] in the article.
const steps = ["main", "article"].map((role) => ({ roles: [role], name: null, how: "is" }));
const article = names.find(steps)[0];
const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
const pieces = [];
let text = "";
while (walker.nextNode()) {
  pieces.push({ node: walker.currentNode, start: text.length });
  text += walker.currentNode.data;
}

const start = text.indexOf(args[0]);
if (start < 0) return null;

/** The character of `length` units at this place of the text, and which way it is read. */
function character(place, length) {
  const piece = pieces.findLast((each) => each.start <= place);
  const range = document.createRange();
  range.setStart(piece.node, place - piece.start);
  range.setEnd(piece.node, place - piece.start + length);
  const backwards = getComputedStyle(piece.node.parentElement).direction === "rtl";
  return { element: piece.node.parentElement, backwards, range };
}

const [head, tail] = [[...args[0]][0], [...args[0]].at(-1)];
const first = character(start, head.length);
const last = character(start + args[0].length - tail.length, tail.length);
getSelection().removeAllRanges(); // pressing on what is selected would drag it away
first.element.scrollIntoView({ block: "center", behavior: "instant" });
const [from, to] = [first.range.getClientRects()[0], [...last.range.getClientRects()].at(-1)];
const edge = (box, left) => Math.round(left ? box.left + Math.min(1, box.width / 4) : box.right - Math.min(1, box.width / 4));
const middle = (box) => Math.round(box.top + box.height / 2);
return [edge(from, !first.backwards), middle(from), edge(to, last.backwards), middle(to)];
