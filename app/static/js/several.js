// Choosing rows of the list: the box on top ticks its page, and how many are chosen is said. Without
// it the boxes are sent all the same, and the one on top stands for its page.
for (const form of document.querySelectorAll("[data-several]")) {
  const all = form.querySelector("[data-all]");
  const boxes = [...form.querySelectorAll("[data-pick]")];
  const count = form.querySelector("[data-count]");

  function tell() {
    const chosen = boxes.filter((box) => box.checked).length;
    all.checked = chosen === boxes.length;
    all.indeterminate = chosen > 0 && !all.checked;
    const { none, one, many } = count.dataset;
    count.textContent = chosen ? (chosen === 1 ? one : many.replace("{n}", chosen)) : none;
  }

  form.addEventListener("change", (event) => {
    if (event.target === all) for (const box of boxes) box.checked = all.checked;
    tell();
  });
  tell(); // a page that was left and come back to keeps its boxes
}
