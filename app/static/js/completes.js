// Wherever a long text is written, @ offers people and : offers emoji. What does it comes with the
// first touch of such a field, so that whoever only reads never loads it.
document.addEventListener("focusin", async ({ target: field }) => {
  if (!field.matches?.("textarea[data-completes]")) return;
  const { complete } = await import(field.dataset.completes);
  complete(field);
});
