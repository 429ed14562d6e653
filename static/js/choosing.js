// Choosing a month, a place or a frame of the map exchanges that part of the page alone. Without this, each choice is a plain link.
const part = () => document.querySelector("[data-choosing]");

async function show(url, focus) {
  const before = part();
  before.setAttribute("aria-busy", "true");
  const answer = await fetch(url, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const after = page.querySelector("[data-choosing]");
  if (!answer.ok || !after) throw new Error(`No page at ${url}`);
  const open = [...before.querySelectorAll("details")].map((one) => one.open);
  const scrolled = before.querySelector(".scroll")?.scrollLeft ?? 0;
  before.replaceWith(after);
  after.querySelectorAll("details").forEach((one, at) => (one.open = open[at] ?? false));
  after.querySelector(".scroll")?.scrollTo({ left: scrolled });
  after.querySelector(focus)?.focus({ preventScroll: true });
  say(after);
}

function say(region) {
  const words = region.querySelector("#chosen-title")?.textContent ?? "";
  const found = region.querySelector("#chosen .count")?.textContent ?? "";
  status.textContent = [words, found].filter(Boolean).join(": ");
}

const status = document.createElement("p");
status.setAttribute("role", "status");
status.className = "visually-hidden";
document.body.append(status);

const nth = (link) => {
  const group = link.closest(".timeline, .map__steps, .months, .place-list, .map");
  if (!group) return null;
  const name = group.classList[0];
  const groups = [...part().querySelectorAll(`.${name}`)];
  const links = [...group.querySelectorAll("a")];
  return { name, group: groups.indexOf(group), link: links.indexOf(link) };
};

document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || !part()?.contains(link) || event.defaultPrevented) return;
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const href = link.href.baseVal ?? link.getAttribute("href");
  if (!href.startsWith("?")) return;
  event.preventDefault();
  go(new URL(href, location.href), nth(link));
});

async function go(url, at) {
  try {
    await show(url, "none");
    history.pushState(null, "", url.pathname + url.search);
    const group = at && part().querySelectorAll(`.${at.name}`)[at.group];
    const again = group?.querySelectorAll("a")[at.link] ?? part().querySelector("#chosen-title");
    again?.focus({ preventScroll: true });
  } catch {
    location.assign(url);
  }
}

addEventListener("popstate", () => show(location.href, "none").catch(() => location.reload()));
