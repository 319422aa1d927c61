// Scoring by keyboard, and a desk whose panes can be resized. Never while somebody types.
const scores = [...document.querySelectorAll("fieldset.score")];
const told = document.querySelector("[data-scored]");
const help = document.querySelector("#keys");
let at = 0;

const count = () => {
  if (told) told.textContent = told.dataset.scored.replace("#", scores.filter((it) => it.querySelector(":checked[type=radio]")).length);
};
const go = (to) => {
  if (to < 0 || to >= scores.length) return;
  at = to;
  scores.forEach((score, index) => score.classList.toggle("now", index === at));
  scores[at].scrollIntoView({ block: "center" });
  (scores[at].querySelector(":checked[type=radio]") ?? scores[at].querySelector("input")).focus({ preventScroll: true });
};
const choose = (number) => {
  const box = scores[at]?.querySelector(`input[type=radio][value="${number}"]`);
  if (!box) return;
  box.checked = true;
  box.focus({ preventScroll: true });
  box.dispatchEvent(new Event("change", { bubbles: true }));
};
const KEYS = {
  j: () => go(at + 1),
  k: () => go(at - 1),
  n: () => go(scores.findIndex((it) => !it.querySelector(":checked[type=radio]"))),
  c: () => scores[at]?.querySelector("textarea")?.focus(),
  "?": () => help?.showModal(),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.matches("textarea, select, input:not([type=radio])");
  if (event.ctrlKey || event.metaKey || event.altKey || typing || document.querySelector("[data-keys-off]")?.checked) return;
  const key = event.key.toLowerCase();
  if (/^[1-9]$/.test(key)) choose(key);
  else if (KEYS[key]) KEYS[key]();
  else return;
  event.preventDefault();
});
document.addEventListener("focusin", (event) => {
  const index = scores.indexOf(event.target.closest("fieldset.score"));
  if (index >= 0) at = index;
});
document.addEventListener("change", (event) => event.target.closest(".score") && count());
document.querySelector("[data-keys]")?.addEventListener("click", (event) => {
  event.preventDefault();
  help?.showModal();
});
help?.querySelector("[data-close]").addEventListener("click", (event) => {
  event.preventDefault();
  help.close();
});

const grip = document.querySelector(".grip");
if (grip) {
  let width = 54;
  const set = (to) => {
    width = Math.min(70, Math.max(35, to));
    grip.parentElement.style.setProperty("--left", `${width}%`);
    grip.setAttribute("aria-valuenow", Math.round(width));
  };
  grip.addEventListener("pointerdown", (event) => grip.setPointerCapture(event.pointerId));
  grip.addEventListener("pointermove", (event) => {
    if (!grip.hasPointerCapture(event.pointerId)) return;
    const { left, width: all } = grip.parentElement.getBoundingClientRect();
    set(((event.clientX - left) / all) * 100);
  });
  grip.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -2, ArrowRight: 2 }[event.key];
    if (!step) return;
    set(width + step);
    event.preventDefault();
  });
}

// A place is pointed at where one is: the time of what plays, the words that are selected.
let played;
let selected = "";
document.addEventListener("play", (event) => (played = event.target), true);
document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  if (selection.anchorNode?.parentElement?.closest(".evid") && !selection.isCollapsed) selected = String(selection).trim();
});
document.addEventListener("focusin", (event) => {
  const field = event.target;
  if (field.value || !field.closest("[data-pins]")) return;
  if (field.name?.startsWith("pin-quotation/")) field.value = selected.slice(0, field.maxLength);
  if (field.name?.startsWith("pin-from/") && played) {
    const second = Math.floor(played.currentTime);
    field.value = `${Math.floor(second / 60)}:${String(second % 60).padStart(2, "0")}`;
  }
});
