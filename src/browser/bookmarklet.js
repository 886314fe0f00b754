// Opens Sayso and hands it the page that is being read, once Sayso says that it listens: to the origin that
// Sayso comes from and to no other. If it says nothing, the page is copied, in answer to this click if that
// still counts, else to one more, and a sentence says what to do with it.
// Every line ends where a space may follow; comments are left out.
(() => {
  const home = "SAYSO";
  const origin = new URL(home).origin;
  const page = { address: location.href, markup: document.documentElement.outerHTML };
  const sayso = window.open(home + "#/receive");
  const copy = () => {
    const put = (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData.setData("text/html", "<!--sayso " + page.address + "-->" + page.markup);
    };
    addEventListener("copy", put, true);
    const done = document.execCommand("copy");
    removeEventListener("copy", put, true);
    return done;
  };
  const unanswered = () => {
    if (copy()) return alert(COPIED);
    alert(CLICK);
    addEventListener("click", (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      alert(copy() ? COPIED : NOT_COPIED);
    }, { capture: true, once: true });
  };
  const late = setTimeout(unanswered, sayso ? 8000 : 0);
  addEventListener("message", function hear(event) {
    if (event.source !== sayso || event.origin !== origin || event.data !== "sayso: ready") return;
    clearTimeout(late);
    removeEventListener("message", hear);
    sayso.postMessage(page, origin);
  });
})()
