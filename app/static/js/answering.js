// How many of the questions have an answer. Without this, the thread beside them says it.
const bar = document.querySelector("[data-answered]");
const form = document.querySelector("[data-survey]");
const asked = [...form.querySelectorAll("fieldset")];

function count() {
  bar.value = asked.filter((one) => one.querySelector(":checked")).length;
}

bar.max = asked.length;
bar.hidden = false;
form.addEventListener("change", count);
window.addEventListener("pageshow", count); // what a browser fills in by itself, going back
