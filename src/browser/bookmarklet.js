// Opens Sayso and hands it the page that is being read, once Sayso says that it listens: to the origin that
// Sayso comes from and to no other. Every line ends where a space may follow; comments are left out.
(() => {
  const home = "SAYSO";
  const origin = new URL(home).origin;
  const page = { address: location.href, markup: document.documentElement.outerHTML };
  const sayso = window.open(home + "#/receive");
  addEventListener("message", function hear(event) {
    if (event.source !== sayso || event.origin !== origin || event.data !== "sayso: ready") return;
    removeEventListener("message", hear);
    sayso.postMessage(page, origin);
  });
})()
