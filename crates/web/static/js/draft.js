// Nothing that is typed is lost: kept on this device at once, on the server after a pause, and said so quietly.
//
// A form with `data-autosave` is sent to that address (or its own), by fetch, as form data with `Accept:
// application/json`. Two shapes:
// - fields with a version each (`version/<name>` beside `<name>`): only what changed is sent; the answer is
//   { "saved_at": "2026-11-25T20:02:00Z", "versions": { "<name>": 4 } }, said as `data-saved` with # for the time; a refusal may hold "versions" too, and
//   "conflicts": { "<name>": { "text": "...", "version": 5 } } for fields that were changed elsewhere: both texts are
//   shown, and the person chooses
// - one version for all (`version`): everything is sent; the answer is { "saved": "...", "version": 4 }
// A refusal is problem details; its title is shown and the text stays here.
const PAUSE_MS = 1_200;
const RETRY_MS = 15_000;

for (const form of document.querySelectorAll("form[data-autosave]")) keep(form);
for (const line of document.querySelectorAll("[data-words-of]")) count(line);
for (const form of document.querySelectorAll("form[data-upload]")) upload(form);

function keep(form) {
  const address = form.dataset.autosave || form.action;
  const stored = (name) => `testamur:${new URL(address, location).pathname}:${name}`;
  const versionOf = (name) => form.elements[`version/${name}`];
  const perField = form.querySelector('[name="version"]') === null;
  const changed = new Set();
  const waiting = new Map();
  let timer;
  let running = false;

  const say = (text, tone) => {
    const lines = [document.querySelector("[data-save]"), ...document.querySelectorAll("[data-save-of]")];
    for (const line of lines.filter(Boolean)) {
      if (line.dataset.saveOf && !changed.has(line.dataset.saveOf) && !waiting.has(line.dataset.saveOf)) continue;
      line.className = `save ${tone ?? ""}`;
      line.textContent = text;
    }
  };

  const remember = (field) => {
    const version = versionOf(field.name)?.value ?? "";
    try {
      localStorage.setItem(stored(field.name), JSON.stringify({ text: field.value, version }));
    } catch {
      // The device keeps nothing: the server still does.
    }
  };
  const forget = (name, text) => {
    const kept = recall(stored(name));
    if (kept?.text === text) localStorage.removeItem(stored(name));
  };

  // What an earlier visit could not send comes back, if nobody has changed the field since.
  for (const field of form.elements) {
    if (field.tagName !== "TEXTAREA") continue;
    const kept = recall(stored(field.name));
    if (!kept || kept.text === field.value) continue;
    if (kept.version === (versionOf(field.name)?.value ?? "")) {
      field.value = kept.text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      note(field);
    } else {
      beside(field, kept.text);
    }
  }

  function note(field) {
    if (!field.name || field.type === "hidden" || field.type === "file") return;
    changed.add(field.id);
    waiting.set(field.id, field);
    remember(field);
    clearTimeout(timer);
    timer = setTimeout(send, PAUSE_MS);
  }

  async function send() {
    if (running || waiting.size === 0) return;
    running = true;
    const fields = [...waiting.values()];
    waiting.clear();
    say(form.dataset.saving);
    const body = perField ? onlyThese(fields) : new FormData(form);
    try {
      const answer = await fetch(address, {
        method: "POST",
        headers: { Accept: "application/json" },
        body: new URLSearchParams(body),
      });
      const told = await answer.json();
      for (const [name, version] of Object.entries(told.versions ?? {})) {
        if (versionOf(name)) versionOf(name).value = version;
        if (form.elements[`was/${name}`]) form.elements[`was/${name}`].value = "";
      }
      for (const [name, theirs] of Object.entries(told.conflicts ?? {})) choose(form.elements[name], theirs);
      if (!answer.ok) return say(told.title ?? form.dataset.failed, "bad");
      say(told.saved ?? savedAt(told.saved_at));
      if (told.version !== undefined && form.elements.version) form.elements.version.value = told.version;
      for (const field of fields) {
        forget(field.name, body.get(field.name));
        if (!waiting.has(field.id)) changed.delete(field.id);
      }
    } catch {
      for (const field of fields) waiting.set(field.id, field);
      say(form.dataset.offline, "warn");
      setTimeout(send, RETRY_MS);
    } finally {
      running = false;
      if (waiting.size > 0) timer = setTimeout(send, PAUSE_MS);
    }
  }

  const savedAt = (moment) => {
    const clock = new Date(moment).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });
    return form.dataset.saved.replace("#", clock);
  };

  function onlyThese(fields) {
    const body = new FormData();
    body.set("csrf", form.elements.csrf.value);
    for (const field of fields) {
      body.set(field.name, field.value);
      if (versionOf(field.name)) body.set(`version/${field.name}`, versionOf(field.name).value);
    }
    return body;
  }

  // Somebody, or another window, was faster: their text stands under ours until one of the two is chosen.
  function choose(field, theirs) {
    if (!field) return;
    field.nextElementSibling?.matches("[data-conflict]") && field.nextElementSibling.remove();
    const box = document.createElement("div");
    box.dataset.conflict = "";
    box.className = "flow-s measure";
    const said = document.createElement("b");
    said.textContent = form.dataset.stored ?? form.dataset.failed;
    const text = document.createElement("p");
    text.className = "written small";
    text.textContent = theirs.text;
    const row = document.createElement("div");
    row.className = "row";
    const button = (word, take) => {
      const it = document.createElement("button");
      it.type = "button";
      it.className = "btn s";
      it.textContent = word;
      it.addEventListener("click", () => {
        box.remove();
        versionOf(field.name).value = theirs.version;
        if (take) field.value = theirs.text;
        note(field);
        field.focus();
      });
      row.append(it);
    };
    button(form.dataset.mine, false);
    button(form.dataset.theirs, true);
    box.append(said, text, row);
    field.after(box);
  }

  document.addEventListener("input", (event) => event.target.form === form && note(event.target));
  document.addEventListener("change", (event) => event.target.form === form && note(event.target));
  window.addEventListener("online", send);
  document.addEventListener("visibilitychange", () => document.hidden && send());
}

function recall(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

// The field has moved on since: what this device kept stands beside it, to be read and taken over by hand.
function beside(field, text) {
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  const kept = document.createElement("p");
  summary.textContent = field.form.dataset.failed;
  kept.className = "written small";
  kept.textContent = text;
  details.append(summary, kept);
  field.after(details);
}

// Words are counted where they are typed, as the server counts them: runs without white space that hold a letter or digit.
function count(line) {
  const field = document.getElementById(line.dataset.wordsOf);
  const tell = () => {
    const words = field.value.split(/\s+/).filter((run) => /[\p{L}\p{N}]/u.test(run)).length;
    line.textContent = line.dataset.said.replace("#", words);
  };
  field.addEventListener("input", tell);
  tell();
}

// A file on its way shows how far it is; the form itself stays the ordinary one.
function upload(form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.className = "sending";
    bar.setAttribute("aria-label", form.querySelector("button").textContent);
    form.append(bar);
    form.querySelector("button").disabled = true;
    request.upload.addEventListener("progress", ({ loaded, total }) => (bar.value = loaded / total));
    request.addEventListener("load", () => {
      if (request.status < 400) return location.replace(request.responseURL || location.href);
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      document.title = page.title;
      document.querySelector("main").replaceWith(page.querySelector("main"));
      document.querySelector("[data-focus]")?.focus();
    });
    request.addEventListener("error", () => {
      bar.remove();
      form.querySelector("button").disabled = false;
    });
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "text/html");
    request.send(new FormData(form));
  });
}
