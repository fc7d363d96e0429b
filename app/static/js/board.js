// The board of the ideas: menus, carrying a card by pointer or by keys, and quiet news. Without it
// each card leads to a page that does the same; nobody but governance is given anything to move.
const view = () => document.querySelector("[data-board]");
const asking = document.getElementById("asking");
const carrying = document.getElementById("carrying");
const menu = document.getElementById("moving");
const card = (number) => document.getElementById(`idea-${number}-card`);
const columns = () => [...document.querySelectorAll("[data-column]")];
const nameOf = (column) => column.querySelector("h2").textContent;

function tell(words) {
  carrying.textContent = words;
}

// --- Moving: at once, or by a form that asks for what the state needs.
async function move(one, verdict) {
  if (!one || one.dataset.verdict === verdict) return;
  const { idea: number, version } = one.dataset;
  const asks = menu.content.querySelector(`[data-to="${verdict}"]`).hasAttribute("data-asks");
  const board = location.search || "?";
  const target = "#asked";
  const where = `/ideas/${number}/decision`;
  if (asks) {
    const query = new URLSearchParams({ verdict, board });
    await htmx.ajax("GET", `${where}/new?${query}`, { target, swap: "innerHTML" });
  } else {
    await htmx.ajax("POST", where, { target, swap: "innerHTML", values: { verdict, version, board } });
  }
}

if (asking) {
  // What comes is a form, or nothing at all, and then it is done.
  new MutationObserver(() => {
    const asks = asking.querySelector("form");
    if (asks && !asking.open) asking.showModal();
    if (!asks && asking.open) asking.close();
    if (asks) (asking.querySelector("[data-errors]") ?? asking.querySelector(":checked"))?.focus();
  }).observe(document.getElementById("asked"), { childList: true });
  document.addEventListener("htmx:oobAfterSwap", (event) => {
    const arrived = event.detail.target.closest?.("[data-column]")?.querySelector("[data-idea]");
    if (!event.detail.target.id.endsWith("-cards") || !arrived) return;
    settled = null; // whatever was fetched before knows nothing of it
    show(arrived);
    setTimeout(() => arrived.querySelector("h3 a").focus());
  });
  asking.addEventListener("click", (event) => {
    if (!event.target.closest("[data-close]")) return;
    event.preventDefault();
    asking.close();
  });
  asking.addEventListener("close", () => {
    document.getElementById("asked").replaceChildren();
    came?.isConnected && came.focus();
  });
}

let came = null; // where the focus was when a form opened

// --- Menus are made when they are first asked for: sixty of them would weigh more than the cards.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-move]");
  if (link && menu && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
    event.preventDefault();
    const made = menu.content.firstElementChild.cloneNode(true);
    const summary = made.querySelector("summary");
    summary.setAttribute("aria-label", link.getAttribute("aria-label"));
    const now = made.querySelector(`[data-to="${link.closest("[data-idea]").dataset.verdict}"]`);
    now.setAttribute("aria-current", "true");
    link.replaceWith(made);
    made.open = true;
    summary.focus();
  }
  const item = event.target.closest("[data-to]");
  if (item) {
    const open = item.closest("details");
    open.open = false;
    came = open.querySelector("summary");
    move(item.closest("[data-idea]"), item.dataset.to);
  }
});

// --- Carrying.
let carried = null; // {one, column, x, y, pointer}

function over(column) {
  for (const other of columns()) other.toggleAttribute("data-over", other === column);
  if (column && carried.column !== column) tell(carrying.dataset.over.replace("{column}", nameOf(column)));
  carried.column = column;
  if (column) column.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function pick(one, more = {}) {
  carried = { one, column: one.closest("[data-column]"), ...more };
  one.dataset.picked = "";
}

function letGo(drops) {
  const { one, column } = carried;
  for (const other of columns()) other.removeAttribute("data-over");
  delete one.dataset.picked;
  delete one.dataset.flies;
  one.style.transform = "";
  carried = null;
  if (drops && column && column !== one.closest("[data-column]")) {
    came = one.querySelector("[data-grip]");
    move(one, column.dataset.column);
  } else tell(carrying.dataset.back);
}

document.addEventListener("keydown", (event) => {
  const grip = event.target.closest?.("[data-grip]");
  if (!grip) return;
  if (event.key === " " || event.key === "Enter") {
    event.preventDefault();
    if (carried) return letGo(true);
    pick(grip.closest("[data-idea]"));
    tell(carrying.dataset.picked);
  } else if (carried && event.key === "Escape") {
    letGo(false);
  } else if (carried && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
    event.preventDefault();
    const all = columns();
    const at = all.indexOf(carried.column) + (event.key === "ArrowRight" ? 1 : -1);
    over(all[Math.min(Math.max(at, 0), all.length - 1)]);
  }
});

document.addEventListener("focusout", (event) => {
  if (carried && !carried.pointer && event.target.matches("[data-grip]")) letGo(false);
});

// By mouse a card is taken anywhere, by finger at its grip, so that the page still scrolls.
let pressed = null;

document.addEventListener("pointerdown", (event) => {
  const one = menu && event.target.closest("[data-idea]");
  const grip = event.target.closest("[data-grip]");
  if (!one || event.button || event.target.closest("footer a, .menu, button:not([data-grip])")) return;
  if (event.pointerType === "mouse" || grip) pressed = { one, x: event.clientX, y: event.clientY };
});

document.addEventListener("pointermove", (event) => {
  if (pressed && !carried) {
    if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < 6) return;
    pick(pressed.one, { ...pressed, pointer: event.pointerId });
    carried.one.dataset.flies = "";
    getSelection().removeAllRanges();
  }
  if (!carried?.pointer) return;
  event.preventDefault();
  carried.one.style.transform = `translate(${event.clientX - carried.x}px, ${event.clientY - carried.y}px)`;
  const found = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-column]");
  over(found ?? null);
  const { left, right } = view().getBoundingClientRect();
  if (event.clientX < left + 40) view().scrollBy(-12, 0);
  if (event.clientX > right - 40) view().scrollBy(12, 0);
});

// A card that was carried by its title is not opened where it is put down.
function stay(event) {
  event.preventDefault();
  event.stopPropagation();
}

for (const kind of ["pointerup", "pointercancel"]) {
  document.addEventListener(kind, () => {
    pressed = null;
    if (!carried?.pointer) return;
    letGo(kind === "pointerup");
    document.addEventListener("click", stay, { capture: true, once: true });
    setTimeout(() => document.removeEventListener("click", stay, { capture: true }));
  });
}

document.addEventListener("selectstart", (event) => {
  if (carried?.pointer) event.preventDefault();
});

document.addEventListener("dragstart", (event) => {
  if (pressed) event.preventDefault(); // the browser's own dragging of words and pictures
});

function show(place) {
  for (const grip of place.querySelectorAll("[data-grip]")) grip.hidden = false;
}

// --- Quiet news: asked for twice a minute by whoever looks, and shown where nobody is at work.
const EVERY = 30_000; // milliseconds
let known = "";
let settled = null; // what came and could not be shown yet

const isBusy = (column) =>
  column.matches(":hover, :focus-within") || column.querySelector("[open], [data-picked]") || column.dataset.more;

async function ask() {
  if (document.hidden || carried || asking?.open || document.activeElement?.matches("input, select, textarea")) return;
  const answer = await fetch(location.href, { headers: { "HX-Request": "true" } }).catch(() => null);
  if (!answer?.ok || answer.headers.get("ETag") === known) return;
  known = answer.headers.get("ETag");
  settled = new DOMParser().parseFromString(await answer.text(), "text/html");
  settle();
}

function settle() {
  if (!settled || carried || asking?.open) return;
  let left = 0;
  for (const column of columns()) {
    const fresh = settled.getElementById(column.id);
    if (!fresh || fresh.dataset.shown) continue;
    if (isBusy(column)) {
      left += column.dataset.more ? 0 : 1;
      continue;
    }
    const copy = document.importNode(fresh, true);
    fresh.dataset.shown = "1";
    for (const one of copy.querySelectorAll("[data-idea]")) {
      const elsewhere = card(one.dataset.idea);
      if (elsewhere && !column.contains(elsewhere) && !isBusy(elsewhere.closest("[data-column]"))) elsewhere.remove();
    }
    column.replaceWith(copy);
    show(copy);
    htmx.process(copy);
  }
  if (!left) settled = null;
}

document.addEventListener("htmx:afterSwap", (event) => {
  const column = event.detail.target.closest?.("[data-column]");
  if (column && event.detail.requestConfig?.path.includes("/columns/")) column.dataset.more = "1"; // read deep in it
});

if (view()) {
  show(document);
  setInterval(ask, EVERY);
  for (const kind of ["pointerout", "focusout"]) view().addEventListener(kind, () => setTimeout(settle));
  document.addEventListener("visibilitychange", ask);
}
