// While one writes in a long text, "@an" offers people and ":gra" offers emoji in a list at the caret.
// The field stays a text field: the arrows go through the list, Enter or Tab take, Escape closes.
const PAUSE = 120; // milliseconds after the last key
const MOST = 8;
const WAYS = [
  { sign: /(?:^|[\s([{¡¿"'«“*_>])@((?:[\p{L}][\p{L}\p{M}'’.-]*(?: (?=\p{L})[\p{L}\p{M}'’.-]*){0,3})?)$/u, offers: people },
  { sign: /(?:^|[\s([{¡¿"'«“*_>]):([\p{L}][\p{L}\p{M}_-]+)$/u, offers: emoji },
];
const known = new WeakSet();
let list, said, field, from, asked = 0, waiting;

async function people(typed) {
  const address = `${field.dataset.people}?${new URLSearchParams({ q: typed })}`;
  const answer = await fetch(address, { headers: { "HX-Request": "true" } });
  if (!answer.ok || answer.redirected) return null;
  return new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("ul");
}

const folded = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[-_]/g, " ");

// Named in the reader's own language first, then by whatever begins so in any of the four.
async function emoji(typed) {
  const { EMOJI, LANGUAGES } = await import(field.dataset.emoji);
  const own = LANGUAGES.indexOf(document.documentElement.lang.slice(0, 2));
  const wanted = folded(typed);
  const begins = (name) => folded(name).startsWith(wanted);
  const found = EMOJI.map(([sign, ...names]) => [sign, names.map((one) => one.split(","))])
    .map(([sign, names]) => ({ sign, name: names[own]?.find(begins) ?? names.flat().find(begins), first: names[own]?.[0] ?? names[0][0], isOwn: names[own]?.some(begins) }))
    .filter((one) => one.name)
    .sort((one, other) => Boolean(other.isOwn) - Boolean(one.isOwn) || one.name.length - other.name.length)
    .slice(0, MOST);
  const part = document.createElement("ul");
  part.setAttribute("aria-label", "Emoji");
  part.append(...found.map(({ sign, name, first }) => {
    const item = Object.assign(document.createElement("li"), { id: `emoji-${sign.codePointAt(0)}` });
    item.dataset.insert = sign;
    const words = Object.assign(document.createElement("span"), { textContent: name === first ? name : `${name} · ${first}` });
    item.append(Object.assign(document.createElement("span"), { textContent: sign, className: "sign" }), words);
    return item;
  }));
  return part;
}

// Where the caret is: a copy of the field, as far as the caret, tells it.
function caret() {
  const style = getComputedStyle(field);
  const copy = document.createElement("div");
  for (const name of ["font", "letterSpacing", "padding", "border", "boxSizing", "lineHeight", "tabSize", "wordSpacing"]) copy.style[name] = style[name];
  Object.assign(copy.style, { position: "absolute", visibility: "hidden", whiteSpace: "pre-wrap", overflowWrap: "break-word", inlineSize: `${field.offsetWidth}px` });
  copy.textContent = field.value.slice(0, from);
  const mark = Object.assign(document.createElement("span"), { textContent: "@" });
  copy.append(mark);
  document.body.append(copy);
  const box = field.getBoundingClientRect();
  const place = { x: box.left + mark.offsetLeft, y: box.top + mark.offsetTop - field.scrollTop, height: mark.offsetHeight };
  copy.remove();
  return place;
}

function stand() {
  const { x, y, height } = caret();
  const screen = window.visualViewport ?? { width: innerWidth, height: innerHeight, offsetTop: 0 };
  const [wide, tall] = [list.offsetWidth, list.offsetHeight];
  const below = y + height + 4;
  const fits = below + tall <= screen.offsetTop + screen.height || y - tall < 4;
  list.style.insetInlineStart = `${Math.max(8, Math.min(x, document.documentElement.clientWidth - wide - 8))}px`;
  list.style.insetBlockStart = `${fits ? below : y - tall - 4}px`;
}

function mark(item) {
  list.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
  item.setAttribute("aria-selected", "true");
  item.scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", item.id);
}

function show(part) {
  const items = [...part.querySelectorAll("li")];
  if (!items.length) return close();
  list.replaceChildren(...items);
  list.setAttribute("aria-label", part.getAttribute("aria-label"));
  for (const item of items) {
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
  }
  list.hidden = false;
  field.setAttribute("aria-controls", list.id);
  said.textContent = `${list.getAttribute("aria-label")}: ${items.length}`;
  mark(items[0]);
  stand();
}

function close() {
  clearTimeout(waiting);
  asked++; // what is still on its way comes too late
  if (!list || list.hidden) return;
  list.hidden = true;
  said.textContent = "";
  field.removeAttribute("aria-activedescendant");
  field.removeAttribute("aria-controls");
}

function take(item) {
  field.focus();
  field.setSelectionRange(from, field.selectionEnd);
  const text = `${item.dataset.insert} `;
  close();
  if (!document.execCommand("insertText", false, text)) {
    field.setRangeText(text, from, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

async function look() {
  const end = field.selectionEnd;
  const before = field.selectionStart === end ? field.value.slice(Math.max(0, end - 80), end) : "";
  const way = WAYS.map(({ sign, offers }) => [before.match(sign), offers]).find(([met]) => met);
  if (!way) return close();
  const [met, offers] = way;
  const mine = ++asked;
  try {
    const part = await offers(met[1]);
    if (mine !== asked || document.activeElement !== field) return;
    from = end - met[1].length - 1;
    if (part) show(part);
    else close();
  } catch {
    close(); // without a connection one writes on
  }
}

function press(event) {
  if (!list || list.hidden || event.isComposing) return;
  const items = [...list.children];
  const at = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) mark(items[(at + step + items.length) % items.length]);
  else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey && !event.ctrlKey && !event.metaKey) take(items[at]);
  else if (event.key === "Escape") close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function furnish() {
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: field.dataset.sheet }));
  list = Object.assign(document.createElement("ul"), { id: "completion", className: "completion", hidden: true });
  list.setAttribute("role", "listbox");
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the caret stays in the text
  list.addEventListener("click", (event) => {
    const item = event.target.closest("li");
    if (item) take(item);
  });
  said = Object.assign(document.createElement("p"), { className: "visually-hidden" });
  said.setAttribute("role", "status");
  addEventListener("resize", close);
  document.addEventListener("htmx:beforeSwap", (event) => event.detail.target.contains(field) && close()); // it goes
  addEventListener("scroll", () => list.hidden || stand(), { passive: true });
}

export function complete(one) {
  if (field !== one) close();
  field = one;
  if (!list) furnish();
  (one.closest("dialog, main") ?? document.body).append(list, said);
  if (known.has(one)) return;
  known.add(one);
  one.setAttribute("aria-autocomplete", "list");
  one.setAttribute("aria-haspopup", "listbox");
  one.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  });
  one.addEventListener("keydown", press, true);
  one.addEventListener("keyup", (event) => ["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key) && close());
  one.addEventListener("click", close);
  one.addEventListener("blur", close);
  look(); // somebody quick has typed already
}
