// Opening what one is told of is having read it. [data-read="/where/to/say/so"] around the link; the
// answer is nobody's to wait for. Without script one says so oneself.
for (const kind of ["click", "auxclick"]) {
  document.addEventListener(kind, (event) => {
    const told = event.target.closest("[data-read] a[href]")?.closest("[data-read]");
    if (!told || event.button > 1) return;
    const { "X-CSRFToken": token } = JSON.parse(document.body.getAttribute("hx-headers"));
    fetch(`${told.dataset.read}?quietly`, {
      method: "POST",
      headers: { "X-CSRFToken": token },
      keepalive: true,
    });
  });
}
