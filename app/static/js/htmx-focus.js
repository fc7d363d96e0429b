// After htmx swaps a part the focus is where it was, or where it is needed: at the errors of a
// refused form, at [data-focus], at the control in the same place. A part with [data-say] is announced.
const WITHIN = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
const WANTED = "[data-errors], [data-focus], [aria-invalid=true]";
let place = null;
let parts = []; // what one answer brought: what travelled along comes first, the part itself last

document.querySelector("[data-errors]:not([data-sample] *)")?.focus();

document.addEventListener("htmx:beforeSwap", (event) => {
  const part = event.detail.target;
  place = part.contains(document.activeElement) ? [...part.querySelectorAll(WITHIN)].indexOf(document.activeElement) : null;
});

document.addEventListener("htmx:afterSettle", (event) => {
  const part = event.detail.elt;
  const words = part.matches("[data-say]") ? part : part.querySelector("[data-say]");
  if (words) document.dispatchEvent(new CustomEvent("say", { detail: words.dataset.say }));
  if (parts.push(part) === 1) queueMicrotask(() => lead(parts.splice(0)));
});

function lead(arrived) {
  const field = document.activeElement;
  if (field.matches("textarea[autofocus]")) {
    field.setSelectionRange(field.value.length, field.value.length); // one goes on where the text ends
    field.form?.scrollIntoView({ block: "nearest" });
  }
  if (place === null) return;
  const wanted = arrived.map((part) => (part.matches(WANTED) ? part : part.querySelector(WANTED))).find(Boolean);
  if (wanted) wanted.focus();
  else if (document.activeElement === document.body) stay(arrived.at(-1));
  place = null;
}

// The control in the same place, else the part, else what it stood in; nothing moves on the screen.
function stay(part) {
  const near = part.hidden ? [] : [...part.querySelectorAll(WITHIN)];
  let at = near[Math.min(Math.max(place, 0), near.length - 1)];
  if (!at) {
    at = part.hidden ? part.parentElement : part;
    at.tabIndex = -1;
  }
  at.focus({ preventScroll: true });
}
