// Offers names while somebody types, in the browser's own list. Without it the search box is a plain form.
const PAUSE = 150;
let number = 0;

for (const input of document.querySelectorAll("input[data-suggest]")) {
  const list = document.createElement("datalist");
  list.id = `suggestions-${(number += 1)}`;
  input.after(list);
  input.setAttribute("list", list.id);
  let timer = 0;
  let asked = "";

  const show = (suggestions) => {
    list.replaceChildren(
      ...suggestions.map(({ text, kind, count }) => {
        const option = document.createElement("option");
        option.value = text;
        option.label = `${text} · ${kind} (${count})`;
        return option;
      }),
    );
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      asked = input.value.trim();
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(asked)}`);
      if (answer.ok && asked === input.value.trim()) show((await answer.json()).suggestions);
    }, PAUSE);
  });
}
