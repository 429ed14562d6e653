// Offers names while somebody types: a combobox with a list box, after the ARIA Authoring Practices. Without this script
// the search box is a plain form.
const PAUSE = 150;
let number = 0;

function combobox(input) {
  const list = document.createElement("div");
  list.id = `suggestions-${(number += 1)}`;
  list.className = "offers";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels?.[0]?.textContent.trim() || input.placeholder);
  list.hidden = true;
  input.after(list);
  for (const [name, value] of [
    ["role", "combobox"],
    ["aria-autocomplete", "list"],
    ["aria-expanded", "false"],
    ["aria-controls", list.id],
  ])
    input.setAttribute(name, value);

  let timer = 0;
  let typed = "";
  let current = -1;
  const options = () => [...list.querySelectorAll("[role=option]")];

  const close = () => {
    list.hidden = true;
    current = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const point = (place) => {
    const all = options();
    all[current]?.setAttribute("aria-selected", "false");
    current = ((place % all.length) + all.length) % all.length;
    all[current].setAttribute("aria-selected", "true");
    all[current].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", all[current].id);
  };

  const choose = (option) => {
    if (option.dataset.url) return location.assign(option.dataset.url);
    input.value = option.dataset.text;
    close();
    return input.form.requestSubmit();
  };

  const option = ({ text, count, picture, url }, place) => {
    const line = document.createElement("div");
    line.id = `${list.id}-${place}`;
    line.className = "offer";
    line.setAttribute("role", "option");
    line.setAttribute("aria-selected", "false");
    Object.assign(line.dataset, { text, url });
    if (picture) {
      const image = document.createElement("img");
      Object.assign(image, { src: picture, alt: "", className: "offer__picture" });
      line.append(image);
    }
    const words = document.createElement("span");
    words.textContent = text;
    const many = document.createElement("span");
    many.className = "offer__count";
    many.textContent = count;
    line.append(words, " ", many);
    line.addEventListener("mousedown", (event) => event.preventDefault());
    line.addEventListener("click", () => choose(line));
    return line;
  };

  const show = (suggestions) => {
    const groups = new Map();
    suggestions.forEach((one, place) => {
      if (!groups.has(one.kind)) {
        const group = document.createElement("div");
        const title = document.createElement("div");
        title.className = "offers__kind";
        title.id = `${list.id}-kind-${groups.size}`;
        title.textContent = one.kind;
        group.setAttribute("role", "group");
        group.setAttribute("aria-labelledby", title.id);
        group.append(title);
        groups.set(one.kind, group);
      }
      groups.get(one.kind).append(option(one, place));
    });
    list.replaceChildren(...groups.values());
    current = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
  };

  const ask = async () => {
    const asked = input.value.trim();
    const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(asked)}`);
    if (answer.ok && asked === input.value.trim() && document.activeElement === input)
      show((await answer.json()).suggestions);
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    typed = input.value;
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const { key } = event;
    if (key === "ArrowDown") point(current + 1);
    else if (key === "ArrowUp") point(current < 0 ? -1 : current - 1);
    else if (key === "Enter" && current >= 0) choose(options()[current]);
    else if (key === "Escape") {
      input.value = typed;
      close();
    } else return;
    event.preventDefault();
  });
}

document.querySelectorAll("input[data-suggest]").forEach(combobox);
