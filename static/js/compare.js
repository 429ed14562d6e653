// Lays the picture after over the picture before, under a slider that keys, fingers and two buttons move. Without this they stand side by side.
for (const pair of document.querySelectorAll("[data-compare]")) lay(pair);

function lay(pair) {
  const shots = [...pair.querySelectorAll(".shot")];
  const laid = document.createElement("div");
  laid.className = "pair__laid";
  for (const shot of shots) {
    const picture = shot.querySelector(".picture");
    const copy = picture.cloneNode();
    copy.loading = "eager";
    laid.append(copy);
    picture.hidden = true;
  }
  pair.prepend(laid, slider(pair, laid, shots));
}

function slider(pair, laid, shots) {
  const row = document.createElement("div");
  row.className = "pair__slider";
  const range = document.createElement("input");
  Object.assign(range, { type: "range", min: 0, max: 100, step: 1, value: 50 });
  range.setAttribute("aria-label", pair.dataset.label);
  const show = () => {
    const after = Number(range.value);
    laid.style.setProperty("--cut", `${100 - after}%`);
    range.setAttribute("aria-valuetext", pair.dataset.value.replace("{0}", after));
  };
  range.addEventListener("input", show);
  const [before, after] = shots.map((shot, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--plain";
    button.textContent = shot.querySelector("figcaption strong").textContent;
    button.addEventListener("click", () => {
      range.value = at * 100;
      show();
    });
    return button;
  });
  row.append(before, range, after);
  show();
  return row;
}
