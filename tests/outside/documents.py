"""python-docx opens the Word document and finds each comment at its words."""

import json
import sys
from pathlib import Path

import docx
from docx.oxml.ns import qn

folder = Path(sys.argv[1])
article = json.loads((folder / "sayso" / "sample.sayso.json").read_text())["articles"][0]
document = docx.Document(folder / "docx" / "sample.docx")
faults = []

comments = {comment.comment_id: comment for comment in document.comments}
words, open_ranges = {}, set()
for element in document.element.body.iter():
    number = element.get(qn("w:id"))
    if element.tag == qn("w:commentRangeStart"):
        open_ranges.add(int(number))
    elif element.tag == qn("w:commentRangeEnd"):
        open_ranges.discard(int(number))
    elif element.tag == qn("w:t"):
        for each in open_ranges:
            words[each] = words.get(each, "") + element.text
if len(comments) != len(article["marks"]):
    faults.append(f"{len(comments)} comments for {len(article['marks'])} marks")
for number, mark in enumerate(article["marks"]):
    start, end = mark["spans"][0]["start"], mark["spans"][-1]["end"]
    if words.get(number) != article["text"][start:end]:
        faults.append(f"comment {number} stands at {words.get(number)!r}")
    if mark.get("note", "") not in comments[number].text:
        faults.append(f"comment {number} says {comments[number].text!r}")
print(f"python-docx: {'; '.join(faults) or 'every comment at its words'}")
sys.exit(bool(faults))
