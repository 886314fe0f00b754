"""GitHub's own Markdown shows every block to the letter, with a footnote for each mark."""

import html
import json
import re
import sys
from pathlib import Path

import cmarkgfm
from cmarkgfm.cmark import Options

folder = Path(sys.argv[1])
article = json.loads((folder / "sayso" / "sample.sayso.json").read_text())["articles"][0]
page = (folder / "markdown" / "sample.md").read_text()
options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
markup = cmarkgfm.markdown_to_html_with_extensions(page, options, ["table", "autolink", "strikethrough"])
faults = []


def dense(text):
    return re.sub(r"\s", "", text)


called = re.findall(r'<sup class="footnote-ref">.*?</sup>', markup)
defined = re.findall(r'<li id="fn-?[^"]*"', markup)
unnoted = re.sub(r'<sup class="footnote-ref">.*?</sup>', "", markup)
words = dense(html.unescape(re.sub(r"<[^>]*>", "", unnoted)))
placed = [mark for mark in article["marks"] if "start" in mark["spans"][0]]
if not len(called) == len(defined) == len(placed):
    faults.append(f"{len(called)} and {len(defined)} footnotes for {len(placed)} marks")
for block in article["blocks"]:
    text = article["text"][block["start"] : block["end"]]
    if dense(text) not in words:
        faults.append(f"{text!r} is not there")
for mark in article["marks"]:
    for text in [mark.get("note", ""), *mark.get("tags", []), *(span.get("quote", "") for span in mark["spans"])]:
        if dense(text) not in words:
            faults.append(f"{text!r} is not there")
print(f"cmark-gfm: {'; '.join(faults) or 'every block to the letter, a footnote for each mark'}")
sys.exit(bool(faults))
