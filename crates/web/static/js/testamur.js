// What pages do better with scripts. Every page reads and works without them.
const root = document.documentElement;
root.classList.add("js");

// The summary of errors is where reading goes on after a form came back.
document.querySelector("[data-focus]")?.focus();

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
