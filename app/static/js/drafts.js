// What one types is kept on the server: [data-draft="<url>"] in a form (or the form itself).
// Two seconds after the last key, and when the page goes out of sight, every field is posted to the
// url with `draft` (where this draft lives, empty the first time) and `draft_version` (what we last
// saw of it). The answer is JSON {saved_at, url, version}; 401 and 409 never lose a letter.
const PAUSE = 2000; // milliseconds after the last key
const AGAIN = 15000; // milliseconds until another try, when it did not arrive

function hidden(form, name) {
  if (!form.elements[name]) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name });
    form.append(field);
  }
  return form.elements[name];
}

function clock(savedAt, timeZone) {
  const time = new Date(savedAt);
  if (Number.isNaN(time.getTime())) return savedAt;
  return time.toLocaleTimeString(document.documentElement.lang, { hour: "numeric", minute: "2-digit", timeZone });
}

// Signing in again, in another tab, brings another token: this page learns it from a fresh copy of itself.
async function renewToken(form) {
  const copy = await fetch(location.href, { headers: { Accept: "text/html" } });
  const headers = new DOMParser().parseFromString(await copy.text(), "text/html").body.getAttribute("hx-headers");
  if (!copy.ok || !headers) return;
  document.body.setAttribute("hx-headers", headers);
  if (form.elements.csrf_token) form.elements.csrf_token.value = JSON.parse(headers)["X-CSRFToken"];
}

function keep(marked) {
  const form = marked.closest("form");
  const state = form.querySelector("[data-draft-state]") ?? marked;
  const said = { ...marked.dataset, ...state.dataset };
  let waiting, note, sending = false, changed = false, overtaken = false, stale = false;

  function warn(words, link) {
    if (!note) {
      note = document.createElement("div");
      note.className = "note";
      note.dataset.k = "warn";
      note.setAttribute("role", "alert");
      (state.closest(".field") ?? state).after(note);
    }
    if (note.dataset.words === words) return; // said once, not at every try
    note.dataset.words = words;
    const told = Object.assign(document.createElement("div"), { textContent: words });
    note.replaceChildren(told);
    if (link) {
      const way = { href: said.signInUrl, target: "_blank", rel: "noopener", textContent: said.signIn };
      told.append(" ", Object.assign(document.createElement("a"), way));
    }
  }

  const later = (pause) => {
    clearTimeout(waiting);
    waiting = setTimeout(save, pause);
  };

  async function save() {
    if (sending || !changed || overtaken) return;
    sending = true;
    changed = false;
    const [draft, version] = [hidden(form, "draft"), hidden(form, "draft_version")];
    try {
      if (stale) await renewToken(form);
      const answer = await fetch(said.draft, {
        method: "POST",
        body: new FormData(form),
        redirect: "manual", // being sent to sign in is not being saved
        keepalive: document.visibilityState === "hidden",
        headers: { "X-CSRFToken": form.elements.csrf_token?.value ?? "", Accept: "application/json" },
      });
      stale = !answer.ok;
      if (answer.status === 401 || answer.type === "opaqueredirect") throw new Error("expired");
      if (answer.status === 409) throw new Error("overtaken");
      if (!answer.ok) throw new Error("unsaved", { cause: (await answer.json().catch(() => ({}))).message });
      const saved = await answer.json();
      draft.value = saved.url;
      version.value = saved.version;
      state.textContent = said.saved.replace("{}", clock(saved.saved_at, said.timeZone));
      note?.remove();
      note = undefined;
      if (!changed) form.dispatchEvent(new Event("saved", { bubbles: true }));
    } catch (why) {
      changed = true;
      if (why.message === "expired") warn(said.expired, true);
      else if (why.message === "overtaken") {
        overtaken = true;
        warn(said.overtaken);
      } else state.textContent = why.cause ?? said.unsaved;
      if (!overtaken) later(AGAIN);
    }
    sending = false;
    if (changed && !overtaken && !note) later(PAUSE);
  }

  form.addEventListener("input", () => {
    changed = true;
    later(PAUSE);
  });
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    changed = false; // or leaving the page would bring the draft back to life
  });
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save());
  window.addEventListener("focus", () => note && save()); // back from signing in
}

document.querySelectorAll("[data-draft]").forEach(keep);
