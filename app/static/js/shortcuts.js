// "?" lists the keys, "/" leads to the search. One key alone can be switched off, and the choice is kept in this browser.
const list = document.querySelector("[data-shortcuts-list]");

if (list) {
  const wanted = list.querySelector("[data-shortcuts-on]");
  wanted.checked = localStorage.getItem("shortcuts") !== "off";
  wanted.addEventListener("change", () => localStorage.setItem("shortcuts", wanted.checked ? "on" : "off"));

  for (const button of document.querySelectorAll("[data-shortcuts]")) {
    button.hidden = false;
    button.addEventListener("click", () => list.showModal());
  }

  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, textarea, select, [contenteditable]");
    if (typing || !wanted.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!["?", "/"].includes(event.key) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    if (event.key === "?") return list.showModal();
    const seen = [...document.querySelectorAll("[data-search]")].find((one) => one.checkVisibility());
    if (seen?.matches("a")) seen.click();
    else seen?.select();
  });
}
