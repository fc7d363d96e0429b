// Leaving with unsaved text warns: any form marked data-unsaved.
const dirty = new Set();

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.matches("[data-unsaved]")) dirty.add(form);
});

// A sent form is saved; drafts.js says "saved" when the server holds all that was typed.
for (const kind of ["submit", "reset", "saved"]) {
  document.addEventListener(kind, (event) => {
    if (!event.defaultPrevented) dirty.delete(event.target);
  });
}

document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) dirty.delete(event.detail.elt);
});

window.addEventListener("beforeunload", (event) => {
  if ([...dirty].some((form) => form.isConnected)) event.preventDefault();
});
