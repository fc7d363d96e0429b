// Menus are <details>. They close on Escape and on a press elsewhere, and give the focus back;
// while one is open, the letter beside an item chooses it.
const open = () => [...document.querySelectorAll("details.menu[open]")];

function shut(menu) {
  const inside = menu.contains(document.activeElement);
  menu.open = false;
  if (inside) menu.querySelector("summary").focus();
}

document.addEventListener("click", (event) => {
  for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("focusin", (event) => {
  for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") open().forEach(shut);
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
  for (const menu of open()) {
    const item = [...menu.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key.toLowerCase());
    if (item) {
      event.preventDefault();
      item.click();
    }
  }
});
