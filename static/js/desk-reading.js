// The reading desk with the keyboard alone. Without this script it is a plain form.

const sheet = document.getElementById("sheet");
const suggestions = [...document.querySelectorAll(".suggestion")];
const singleKeys = document.getElementById("single-keys");
const REMEMBERED = "verso-single-keys";
const ZOOMS = ["", "zoom-2", "zoom-3"];

let active = -1;

function activate(place) {
  if (!suggestions.length) return;
  suggestions[active]?.classList.remove("active");
  active = Math.min(Math.max(place, 0), suggestions.length - 1);
  suggestions[active].classList.add("active");
  suggestions[active].scrollIntoView({ block: "nearest" });
  light(suggestions[active].dataset.s);
}

function light(id) {
  for (const element of document.querySelectorAll("[data-s]")) {
    element.classList.toggle("lit", element.dataset.s === id);
  }
}

function nextUnsure(after) {
  const place = suggestions.findIndex((one, index) => index > after && one.classList.contains("suggestion-unsure"));
  return place < 0 ? after : place;
}

function choose(selector) {
  const choice = suggestions[active]?.querySelector(selector);
  if (!choice) return;
  choice.checked = true;
  activate(nextUnsure(active));
}

function zoom(step) {
  for (const frame of document.querySelectorAll(".desk-scan__frame")) {
    const now = Math.max(0, ZOOMS.findIndex((name) => name && frame.classList.contains(name)));
    const next = step === 0 ? 0 : Math.min(Math.max(now + step, 0), ZOOMS.length - 1);
    frame.classList.remove(...ZOOMS.filter(Boolean));
    if (ZOOMS[next]) frame.classList.add(ZOOMS[next]);
  }
}

const KEYS = {
  j: () => activate(active + 1),
  k: () => activate(active - 1),
  ArrowDown: () => activate(active + 1),
  ArrowUp: () => activate(active - 1),
  x: () => choose('input[value="reject"]'),
  e: () => suggestions[active]?.querySelector('input[type="text"]').focus(),
  "+": () => zoom(1),
  "-": () => zoom(-1),
  0: () => zoom(0),
  "?": () => document.querySelector(".desk-keys")?.toggleAttribute("open"),
};

function isTyping(target) {
  return target instanceof HTMLElement && target.matches('input[type="text"], textarea, select');
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    sheet?.requestSubmit();
    return;
  }
  if (event.key === "Escape" && isTyping(event.target)) event.target.blur();
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (singleKeys && !singleKeys.checked) return;
  const act = KEYS[event.key] ?? (/^[1-9]$/.test(event.key) ? () => choose(`input[data-digit="${event.key}"]`) : null);
  if (!act) return;
  event.preventDefault();
  act();
});

for (const element of document.querySelectorAll("[data-s]")) {
  element.addEventListener("pointerenter", () => light(element.dataset.s));
  element.addEventListener("focusin", () => light(element.dataset.s));
}

for (const typed of document.querySelectorAll('.suggestion input[type="text"]')) {
  typed.addEventListener("input", () => {
    const first = typed.closest(".suggestion").querySelector('input[data-digit="1"]');
    if (typed.value && first) first.checked = true;
  });
}

for (const buttons of document.querySelectorAll(".desk-scan__zoom")) {
  buttons.hidden = false;
  for (const button of buttons.children) button.addEventListener("click", () => zoom(Number(button.dataset.zoom)));
}

if (singleKeys) {
  singleKeys.checked = localStorage.getItem(REMEMBERED) !== "off";
  singleKeys.addEventListener("change", () => localStorage.setItem(REMEMBERED, singleKeys.checked ? "on" : "off"));
}

const invalid = document.querySelector('[aria-invalid="true"]');
if (invalid) invalid.focus();
else activate(nextUnsure(-1));
