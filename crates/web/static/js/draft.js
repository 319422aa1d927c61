// Nothing that is typed is lost: kept on this device at once, on the server after a pause, and said so quietly.
//
// A form with `data-autosave` is sent to that address (or its own), by fetch, as form data with `Accept:
// application/json`. Two shapes:
// - fields with a version each (`version/<name>` beside `<name>`): only what changed is sent; the answer is
//   { "saved_at": "2026-11-25T20:02:00Z", "versions": { "<name>": 4 } }, said as `data-saved` with # for the time; a refusal may hold "versions" too, and
//   "conflicts": { "<name>": { "text": "...", "version": 5 } } for fields that were changed elsewhere: both texts are
//   shown, and the person chooses one or joins them
// - one version for all (`version`): everything is sent; the answer is { "saved": "...", "version": 4 }
// A refusal is problem details; its title is shown and the text stays here. Where the session has ended, the text
// stays here until somebody has signed in again in another window.
const PAUSE_MS = 1_200;
const RETRY_MS = 15_000;

for (const form of document.querySelectorAll("form[data-autosave]")) keep(form);
for (const line of document.querySelectorAll("[data-words-of]")) count(line);
for (const form of document.querySelectorAll("form[data-upload]")) upload(form);

function keep(form) {
  const address = form.dataset.autosave || form.action;
  const place = `testamur:${new URL(address, location).pathname}:`;
  const sitting = form.elements.sitting?.value ?? "";
  const stored = (name) => `${place}${name}:${sitting}`;
  const versionOf = (name) => form.elements[`version/${name}`];
  const perField = form.querySelector('[name="version"]') === null;
  const changed = new Set();
  const waiting = new Map();
  // Fields with two texts: nothing is sent until one of them is chosen.
  const open = new Set();
  let timer;
  let running = false;
  let isOut = false;

  const say = (text, tone, way) => {
    const lines = [document.querySelector("[data-save]"), ...document.querySelectorAll("[data-save-of]")];
    for (const line of lines.filter(Boolean)) {
      if (line.dataset.saveOf && !changed.has(line.dataset.saveOf) && !waiting.has(line.dataset.saveOf)) continue;
      line.className = `save ${tone ?? ""}`;
      line.textContent = text;
      if (way) line.append(" ", way());
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

  // What an earlier visit could not send comes back, if nobody has changed the field since; else it stands beside.
  for (const field of form.elements) {
    if (field.tagName !== "TEXTAREA") continue;
    for (const key of keysOf(`${place}${field.name}:`)) {
      const kept = recall(key);
      const isHere = kept?.text === field.value;
      if (kept && !isHere && kept.version === (versionOf(field.name)?.value ?? "") && !changed.has(field.id)) {
        field.value = kept.text;
        note(field);
        field.dispatchEvent(new Event("input", { bubbles: true }));
      } else if (kept && !isHere) {
        beside(field, kept.text, key);
        continue;
      }
      if (key !== stored(field.name)) localStorage.removeItem(key);
    }
  }

  function note(field) {
    if (!field.name || field.type === "hidden" || field.type === "file") return;
    changed.add(field.id);
    remember(field);
    if (open.has(field.name)) return;
    waiting.set(field.id, field);
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
    let pause = PAUSE_MS;
    const later = (text, way) => {
      for (const field of fields) waiting.set(field.id, field);
      pause = RETRY_MS;
      say(text, "warn", way);
    };
    try {
      const answer = await fetch(address, {
        method: "POST",
        headers: { Accept: "application/json" },
        body: new URLSearchParams(body),
        keepalive: document.hidden,
      });
      isOut = answer.status === 401;
      if (isOut) return later(form.dataset.signin ?? form.dataset.failed, signIn);
      if (answer.status === 429 || answer.status >= 500) return later(form.dataset.failed);
      const told = await answer.json();
      for (const [name, version] of Object.entries(told.versions ?? {})) {
        if (versionOf(name)) versionOf(name).value = version;
        if (form.elements[`was/${name}`]) form.elements[`was/${name}`].value = "";
        forget(name, body.get(name));
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
      later(form.dataset.offline);
    } finally {
      running = false;
      clearTimeout(timer);
      if (waiting.size > 0) timer = setTimeout(isOut ? renew : send, pause);
    }
  }

  const signIn = () => {
    const way = document.createElement("a");
    way.href = "/sign-in?to=/home";
    way.target = "_blank";
    way.textContent = form.dataset.signinWay ?? "";
    return way;
  };

  // Signed in again, in another window: its session has a token of its own, which a fresh copy of this page holds.
  async function renew() {
    if (!isOut || running) return;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const token = page.querySelector('main [name="csrf"]')?.value;
      if (!answer.ok || new URL(answer.url).pathname !== location.pathname || !token) throw new Error("still out");
      for (const field of document.querySelectorAll('[name="csrf"]')) field.value = token;
      isOut = false;
      send();
    } catch {
      clearTimeout(timer);
      timer = setTimeout(renew, RETRY_MS);
    }
  }

  const savedAt = (moment) => {
    const clock = new Date(moment).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });
    return form.dataset.saved.replace("#", clock);
  };

  function onlyThese(fields) {
    const body = new FormData();
    body.set("csrf", form.elements.csrf.value);
    body.set("sitting", sitting);
    for (const field of fields) {
      body.set(field.name, field.value);
      if (versionOf(field.name)) body.set(`version/${field.name}`, versionOf(field.name).value);
    }
    return body;
  }

  // Somebody, or another window, was faster: their text stands under ours until one is chosen or both are joined.
  function choose(field, theirs) {
    if (!field) return;
    open.add(field.name);
    const take = (text) => () => {
      open.delete(field.name);
      versionOf(field.name).value = theirs.version;
      fill(field, text());
    };
    offer(field, form.dataset.stored ?? form.dataset.failed, theirs.text, [
      [form.dataset.mine, take(() => field.value)],
      [form.dataset.theirs, take(() => theirs.text)],
      [form.dataset.both, take(() => `${theirs.text}\n\n${field.value}`)],
    ]);
  }

  // The field has moved on since: what this device kept stands beside it.
  function beside(field, text, key) {
    const take = (made) => () => {
      localStorage.removeItem(key);
      if (made) fill(field, made());
    };
    offer(field, form.dataset.here ?? form.dataset.failed, text, [
      [form.dataset.mine, take(() => text)],
      [form.dataset.both, take(() => `${field.value}\n\n${text}`)],
      [form.dataset.drop, take()],
    ]);
  }

  function fill(field, text) {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  }

  document.addEventListener("input", (event) => event.target.form === form && note(event.target));
  document.addEventListener("change", (event) => event.target.form === form && note(event.target));
  window.addEventListener("online", send);
  window.addEventListener("focus", renew);
  document.addEventListener("visibilitychange", () => (document.hidden ? send() : renew()));
}

// Another text under a field, and what can be done with it.
function offer(field, said, text, ways) {
  if (field.nextElementSibling?.matches("[data-conflict]")) field.nextElementSibling.remove();
  const box = document.createElement("div");
  box.dataset.conflict = "";
  box.className = "flow-s measure";
  const make = (kind, words, classes) => Object.assign(document.createElement(kind), { textContent: words, className: classes });
  const row = make("div", "", "row");
  for (const [word, act] of ways.filter(([word]) => word)) {
    const button = make("button", word, "btn s");
    button.type = "button";
    button.addEventListener("click", () => {
      box.remove();
      act();
    });
    row.append(button);
  }
  box.append(make("b", said, ""), make("p", text, "written small"), row);
  field.after(box);
}

function recall(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function keysOf(start) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
}

// Words are counted where they are typed, as the server counts them: runs without white space that hold a letter or digit.
function count(line) {
  const field = document.getElementById(line.dataset.wordsOf);
  const tell = () => {
    const words = field.value.split(/\p{White_Space}+/u).filter((run) => /[\p{Alphabetic}\p{N}]/u.test(run)).length;
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
