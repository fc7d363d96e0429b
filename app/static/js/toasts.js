// What just happened: shown, said by the live region, and gone when nobody looks at it.
// Another script says something with: document.dispatchEvent(new CustomEvent("say", {detail: words}))
const region = document.getElementById("toasts");
const STAYS = 8000; // milliseconds

// What can still be undone stays until it is closed.
const stays = (toast) => toast.querySelector("form, a") !== null;

function settle(toast) {
  // the latest is what counts: on a phone two of them hide what one does
  for (const earlier of region.querySelectorAll(".toast")) if (earlier !== toast && !stays(earlier)) earlier.remove();
  const close = toast.querySelector("[data-dismiss]");
  close.hidden = false;
  close.addEventListener("click", () => {
    toast.remove();
    document.getElementById("main")?.focus();
  });
  if (stays(toast)) return;
  let leaving;
  const stay = () => clearTimeout(leaving);
  const leave = () => (leaving = setTimeout(() => toast.remove(), STAYS));
  for (const kind of ["pointerenter", "focusin"]) toast.addEventListener(kind, stay);
  for (const kind of ["pointerleave", "focusout"]) toast.addEventListener(kind, leave);
  leave();
}

function say(words, kind = "") {
  const toast = region.querySelector("template").content.firstElementChild.cloneNode(true);
  toast.dataset.k = kind;
  toast.querySelector("p").textContent = words;
  region.append(toast);
}

if (region) {
  for (const toast of region.querySelectorAll(".toast")) settle(toast);
  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const added of change.addedNodes) if (added.matches?.(".toast")) settle(added);
    }
  }).observe(region, { childList: true });

  document.addEventListener("say", (event) => say(event.detail));
  document.addEventListener("htmx:sendError", () => say(region.dataset.offline, "error"));
  document.addEventListener("htmx:responseError", (event) => {
    const why = { 401: "expired", 403: "refused", 429: "hurried" }[event.detail.xhr.status];
    say(region.dataset[why ?? "broken"], "error");
  });
}
