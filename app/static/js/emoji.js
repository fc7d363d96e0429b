// A window of emoji. It opens on "pick" and gives the chosen sign to the function that came with it.
document.addEventListener("pick", (event) => {
  const dialog = event.target;
  dialog.returnValue = "";
  dialog.addEventListener("close", () => dialog.returnValue && event.detail(dialog.returnValue), { once: true });
  dialog.showModal();
}, true);
