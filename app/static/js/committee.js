// The table of a triage session: single keys press what carries them, and a clock counts down. The
// list behind "?" says which; whoever switched single keys off there has none here either.
const list = document.querySelector("[data-shortcuts-list]");
const keys = document.querySelector("[data-page-keys]");
const wanted = list?.querySelector("[data-shortcuts-on]");
const TEXT = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=hidden])";

if (list && keys) list.querySelector("dl").prepend(keys.content);

document.addEventListener("keydown", (event) => {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const isWriting = event.target.matches(TEXT);
  if (isWriting && event.key === "Escape") return event.target.blur();
  if (isWriting || (wanted && !wanted.checked)) return;
  const pressed = document.querySelector(`[data-table] [data-press="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!pressed) return;
  event.preventDefault();
  if (pressed.matches("textarea")) pressed.focus();
  else pressed.click();
  const folded = pressed.closest("details");
  if (folded?.open) folded.querySelector("textarea").focus();
});

// Counting from when the idea came to the table.
const EVERY = 1000; // milliseconds
setInterval(() => {
  for (const timer of document.querySelectorAll("[data-timer]")) {
    const left = Number(timer.dataset.timer) - Math.round((Date.now() - Date.parse(timer.dataset.since)) / EVERY);
    const [minutes, seconds] = [Math.floor(Math.abs(left) / 60), Math.abs(left) % 60];
    timer.querySelector("time").textContent = `${left < 0 ? "−" : ""}${minutes}:${String(seconds).padStart(2, "0")}`;
    timer.toggleAttribute("data-over", left < 0);
  }
}, EVERY);
