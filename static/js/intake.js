// Bringing in scans: the plan first, then one request a file, three at a time, each row telling how it stands.
// Nothing here waits on a timer that a sleeping tab would hold up, but for the pause after the line was cut.

const AT_ONCE = 3;
const PAUSE = 3000;
const TRIES = 20;

const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;

// The path below the chosen folder, without that folder's own name.
const nameOf = (file) => (file.path ?? file.webkitRelativePath ?? "").split("/").slice(1).join("/") || file.name;

async function post(url, fields) {
  const answer = await fetch(url, { method: "POST", body: new URLSearchParams({ csrfmiddlewaretoken: token(), ...fields }) });
  return answer;
}

// One file, with its progress told while it goes. Resolves to what the server said; null when the line was cut.
function send(url, file, onProgress) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append("csrfmiddlewaretoken", token());
    form.append("file", file, file.name);
    request.upload.addEventListener("progress", (event) => onProgress(event.loaded / event.total));
    request.addEventListener("load", () => resolve(request));
    request.addEventListener("error", () => resolve(null));
    request.addEventListener("timeout", () => resolve(null));
    request.open("POST", url);
    request.send(form);
  });
}

function row(name) {
  return document.querySelector(`[data-files] tr[data-name="${CSS.escape(name)}"]`);
}

function tell(element, words, state) {
  element.querySelector("[data-words]").textContent = words;
  if (state) element.dataset.state = state;
}

function onProgress(element, words) {
  return (part) => tell(element, part < 1 ? `${words.sending} ${Math.floor(part * 100)} %` : words.checking);
}

async function sendOne(element, file, words) {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const answer = await send(element.dataset.send, file, onProgress(element, words));
    if (answer && answer.status < 500) return heard(element, answer, words);
    if (answer && answer.status === 507) return tell(element, JSON.parse(answer.responseText).words, "waiting");
    tell(element, words.again);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

function heard(element, answer, words) {
  const isOurs = answer.getResponseHeader("Content-Type")?.startsWith("application/json");
  if (!isOurs) return tell(element, words.signedOut, "waiting");
  const told = JSON.parse(answer.responseText);
  tell(element, told.words, told.state);
}

function count() {
  const rows = [...document.querySelectorAll("[data-files] tr[data-state]")];
  const done = rows.filter((one) => one.dataset.state !== "waiting").length;
  document.querySelector("[data-progress]").textContent = `${done} / ${rows.length}`;
}

async function sendAll(files) {
  const { sending, checking, again, signedOut } = document.querySelector("[data-files]").dataset;
  const words = { sending, checking, again, signedOut };
  const queue = files.map((file) => [row(nameOf(file)) ?? row(file.name), file]);
  const waiting = queue.filter(([element]) => element && element.dataset.state !== "kept");
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await sendOne(...next, words);
      count();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  if (waiting.length === 0 && ![...document.querySelectorAll("[data-files] tr[data-state=waiting]")].length) await show(location.href);
}

// The files below a dropped folder, each with its path.
async function dropped(entry, above = "") {
  const path = `${above}${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    file.path = above ? path : `/${path}`;
    return [file];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const part = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!part.length) break;
    found.push(...part);
  }
  const below = await Promise.all(found.map((one) => dropped(one, `${path}/`)));
  return below.flat();
}

async function showPlan(form, files) {
  const listing = files.map(nameOf).join("\n");
  const place = document.getElementById("plan");
  const answer = await post(form.dataset.plan, { listing });
  place.innerHTML = await answer.text();
  place.querySelector("[data-begin-now]")?.addEventListener("click", (event) => begin(form, files, listing, event.target));
  place.querySelector("[data-begin-now]")?.focus();
}

async function begin(form, files, listing, button) {
  button.disabled = true;
  const folder = (files[0].webkitRelativePath || files[0].path || "").split("/")[0];
  const answer = await post(form.dataset.begin, { listing, folder, accession: form.elements.accession.value });
  const told = await answer.json();
  if (!answer.ok) {
    button.disabled = false;
    button.insertAdjacentText("afterend", ` ${told.problem}`);
    return;
  }
  await goTo(told.url);
  await sendAll(files);
}

// The files live in this page, so the page of the intake is shown here and not opened.
async function goTo(url) {
  await show(url);
  history.pushState({}, "", url);
  window.addEventListener("popstate", () => location.reload());
}

async function show(url) {
  const page = new DOMParser().parseFromString(await (await fetch(url)).text(), "text/html");
  document.getElementById("content").replaceWith(page.getElementById("content"));
  document.title = page.title;
  const form = document.querySelector("form[data-send]");
  if (form) enhanceOpen(form);
}

function enhanceNew(form) {
  const zone = document.getElementById("drop").content.firstElementChild.cloneNode(true);
  form.after(zone);
  const chosen = (input) => input.addEventListener("change", () => input.files.length && showPlan(form, [...input.files]));
  chosen(form.elements.scans);
  chosen(zone.querySelector("input"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (form.elements.scans.files.length) showPlan(form, [...form.elements.scans.files]);
  });
  zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("over"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", async (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
    showPlan(form, (await Promise.all(entries.map((entry) => dropped(entry)))).flat());
  });
}

function enhanceOpen(form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sendAll([...form.elements.scans.files]);
  });
}

const fresh = document.querySelector("form[data-plan]");
const open = document.querySelector("form[data-send]");
if (fresh) enhanceNew(fresh);
if (open) enhanceOpen(open);
