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
