// [data-copy="#field"] copies what the field says, and says so on itself. Where a browser does not
// let us, the field is selected, so that one key does it.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const field = document.querySelector(button.dataset.copy);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.done;
  } catch {
    field.focus();
  }
});

for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;

// [data-print] puts the page on paper, as the browser's own menu does.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;
