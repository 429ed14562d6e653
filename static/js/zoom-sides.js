// Where the sides of a print lie when they are looked at: one alone, or next to each other at the same height.
const GAP = 0.04;

export function arrange(figures) {
  let x = 0;
  return figures.map((figure) => {
    const picture = figure.querySelector(".picture");
    const width = picture.getAttribute("width") / picture.getAttribute("height");
    const source = { tileSource: figure.dataset.zoom, x, y: 0, height: 1 };
    x += width + GAP;
    return source;
  });
}

export function labelled(name) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "zoom__button";
  button.textContent = name;
  return button;
}
