// What makes the plain text area of [data-editor] comfortable: a toolbar, pictures, a word count.
// Text goes in through insert(), so that the browser's own undo keeps working.
const TABLE = "\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n";
const token = () => JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"];

function insert(field, text) {
  field.focus();
  if (document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

// A dialog waits in a template beside the form, because a form cannot stand in a form.
function dialogFor(field, name) {
  const template = document.querySelector(`template[data-for="${field.id}"][data-dialog="${name}"]`);
  if (!template) return null;
  const dialog = template.content.firstElementChild.cloneNode(true);
  document.body.append(dialog);
  return dialog;
}

function count(editor, field) {
  const words = field.value.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  editor.querySelector("[data-count]").textContent =
    words === 1 ? editor.dataset.word : editor.dataset.words.replace("{}", words.toLocaleString(document.documentElement.lang));
}

// Resolves to what can be seen in the picture and the picture, or to null when the person thought better.
function ask(dialog, file) {
  const [choose, alt] = [dialog.querySelector("[type=file]"), dialog.querySelector("textarea")];
  alt.value = choose.value = "";
  choose.required = !file;
  dialog.querySelector("[data-choose]").hidden = Boolean(file);
  dialog.returnValue = "";
  dialog.showModal();
  (file ? alt : choose).focus();
  return new Promise((answer) => {
    dialog.addEventListener("close", () => {
      const picture = file ?? choose.files[0];
      answer(dialog.returnValue && picture ? { alt: alt.value.trim().replace(/[[\]\s]+/g, " "), picture } : null);
    }, { once: true });
  });
}

async function upload(url, picture) {
  const body = new FormData();
  body.append("picture", picture);
  const answer = await fetch(url, { method: "POST", body, headers: { "X-CSRFToken": token(), Accept: "application/json" } });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(said.message ?? "");
  return said;
}

function furnish(editor) {
  const field = editor.querySelector("textarea");
  const refusal = editor.parentElement.querySelector("[data-refusal]");
  const pictures = editor.dataset.pictures && dialogFor(field, "picture");
  const emoji = dialogFor(field, "emoji");

  async function bring(file) {
    refusal.hidden = true;
    const given = await ask(pictures, file);
    field.blur(); // a closing window gives the focus back, but in Chromium not the caret
    field.focus();
    if (!given) return;
    editor.setAttribute("aria-busy", "true");
    document.dispatchEvent(new CustomEvent("say", { detail: editor.dataset.uploading }));
    try {
      const { url } = await upload(editor.dataset.pictures, given.picture);
      insert(field, `![${given.alt}](${url})`);
    } catch (refused) {
      const known = refused instanceof TypeError ? "" : refused.message;
      refusal.textContent = known || editor.dataset.noConnection;
      refusal.hidden = false;
    }
    editor.removeAttribute("aria-busy");
  }

  function carried(event, data) {
    const file = [...(data?.files ?? [])].find((one) => one.type.startsWith("image/"));
    if (!file || !pictures) return;
    event.preventDefault();
    bring(file);
  }

  const tools = editor.querySelector("markdown-toolbar");
  tools.hidden = false;
  for (const one of editor.querySelectorAll("[data-scripted]")) one.hidden = false;
  for (const one of editor.querySelectorAll("[data-unscripted]")) one.hidden = true;

  // Styles that markdown-toolbar-element does not know are ours.
  tools.addEventListener("click", (event) => {
    const style = event.target.closest("[data-md-button]")?.dataset.mdButton;
    if (style === "table") insert(field, TABLE);
    if (style === "picture") bring(null);
    if (style === "emoji") emoji.dispatchEvent(new CustomEvent("pick", { detail: (sign) => insert(field, sign) }));
  });
  field.addEventListener("paste", (event) => carried(event, event.clipboardData));
  field.addEventListener("drop", (event) => carried(event, event.dataTransfer));
  field.addEventListener("input", () => count(editor, field));
  field.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const tool = { b: "bold", i: "italic", k: "link" }[event.key.toLowerCase()];
    if (!tool) return;
    event.preventDefault();
    tools.querySelector(`[data-md-button="${tool}"]`).click();
  });
  count(editor, field);
  // A form that came back, or a draft, has something to show before anybody types.
  if (field.value) window.htmx?.trigger(field, "preview");
}

const furnished = new WeakSet();

function furnishAll(part) {
  for (const editor of part.querySelectorAll("[data-editor]")) {
    if (!furnished.has(editor)) furnish(editor);
    furnished.add(editor);
  }
}

window.addEventListener("DOMContentLoaded", () => furnishAll(document));
document.addEventListener("htmx:load", (event) => furnishAll(event.detail.elt));
