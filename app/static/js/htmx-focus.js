// After htmx swaps a part the focus is where it was, or where it is needed: at the errors of a
// refused form, at [data-focus], at the control in the same place. A part with [data-say] is announced.
const WITHIN = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
let place = null;

document.querySelector("[data-errors]:not([data-sample] *)")?.focus();

document.addEventListener("htmx:beforeSwap", (event) => {
  const part = event.detail.target;
  place = part.contains(document.activeElement) ? [...part.querySelectorAll(WITHIN)].indexOf(document.activeElement) : null;
});

document.addEventListener("htmx:afterSettle", (event) => {
  const part = event.detail.elt;
  const words = part.matches("[data-say]") ? part : part.querySelector("[data-say]");
  if (words) document.dispatchEvent(new CustomEvent("say", { detail: words.dataset.say }));

  if (place === null) return;
  const wanted = part.querySelector("[data-errors], [data-focus], [aria-invalid=true]");
  const lost = document.activeElement === document.body;
  if (wanted) wanted.focus();
  else if (lost) {
    const near = [...part.querySelectorAll(WITHIN)];
    if (near.length === 0) part.tabIndex = -1;
    (near[Math.min(Math.max(place, 0), near.length - 1)] ?? part).focus();
  }
  place = null;
});
