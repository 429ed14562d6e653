// Looking close: the print in a window of its own, to zoom, turn and flip, its words beside it.
// OpenSeadragon is fetched when somebody first asks. Without script each picture leads to its largest size.
import { arrange, labelled } from "./zoom-sides.js";

const template = document.querySelector("#zoom-template");
const figures = [...document.querySelectorAll(".side[data-zoom]")];
const STEP = 1.5;
let library;
let look;

function load() {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = template.dataset.library;
    script.addEventListener("load", () => resolve(window.OpenSeadragon));
    script.addEventListener("error", reject);
    document.head.append(script);
  });
  return library;
}

// OpenSeadragon would write a style sheet into the page, which our policy forbids, unless it finds one of that name.
// An element of no namespace is called so and is none.
function standInForStyle() {
  const standIn = document.createElementNS(null, "style");
  standIn.setAttribute("data-openseadragon-mobile-css", "");
  document.head.append(standIn);
}

function viewerIn(element, OpenSeadragon) {
  if (!document.querySelector("[data-openseadragon-mobile-css]")) standInForStyle();
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const gestures = { clickToZoom: false, dblClickToZoom: true, flickEnabled: !still, pinchRotate: true };
  return new OpenSeadragon.Viewer({
    element,
    drawer: "canvas",
    showNavigationControl: false,
    animationTime: still ? 0 : 0.5,
    blendTime: 0,
    immediateRender: still,
    maxZoomPixelRatio: 3,
    visibilityRatio: 0.6,
    preserveImageSizeOnResize: true,
    gestureSettingsMouse: gestures,
    gestureSettingsTouch: gestures,
  });
}

class Look {
  constructor(OpenSeadragon) {
    this.dialog = template.content.firstElementChild.cloneNode(true);
    this.frame = this.part(".zoom__frame");
    this.words = this.part("[data-words]");
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.viewer = viewerIn(this.part("[data-canvas]"), OpenSeadragon);
    this.actions = {
      in: () => this.zoom(STEP),
      out: () => this.zoom(1 / STEP),
      whole: () => this.whole(),
      turn: () => this.turn(90),
      back: () => this.turn(-90),
      over: () => this.show((this.shown + 1) % figures.length),
      both: () => this.show(-1),
      words: () => this.toggle("words", this.words),
      dark: () => this.press("dark", this.dialog.classList.toggle("zoom--dark")),
      full: () => this.full(),
      keys: () => this.toggle("keys", this.part("[data-keys]")),
      close: () => this.dialog.close(),
    };
    this.listen();
    this.fillSides();
    this.fillWords();
  }

  part(selector) {
    return this.dialog.querySelector(selector);
  }

  listen() {
    this.dialog.addEventListener("click", (event) => this.actions[event.target.closest("[data-do]")?.dataset.do]?.());
    this.dialog.addEventListener("keydown", (event) => this.key(event), { capture: true });
    this.dialog.addEventListener("close", () => this.end());
    this.frame.addEventListener("fullscreenchange", () => {
      this.press("full", document.fullscreenElement === this.frame);
      this.part("[data-do=full]").focus();
    });
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = { "+": "in", "=": "in", "-": "out", 0: "whole", r: "turn", R: "back", t: "over", w: "words" };
    const action = { ...keys, b: "both", d: "dark", f: "full", "?": "keys" }[event.key];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    this.actions[action]();
  }

  fillSides() {
    if (figures.length < 2) return;
    const place = this.part("[data-sides]");
    const names = [...figures.map((figure) => figure.dataset.label), place.dataset.both];
    names.forEach((name, number) => {
      const button = labelled(name);
      button.addEventListener("click", () => this.show(number === figures.length ? -1 : number));
      place.append(button);
    });
  }

  fillWords() {
    for (const slip of document.querySelectorAll("figure.slip")) {
      const copy = slip.cloneNode(true);
      copy.querySelectorAll("[id]").forEach((one) => one.removeAttribute("id"));
      this.words.append(copy);
    }
    this.part("[data-do=words]").hidden = !this.words.childElementCount;
  }

  show(number) {
    this.shown = number;
    const chosen = number < 0 ? figures : [figures[number]];
    this.viewer.viewport.setRotation(0, true);
    this.viewer.open(arrange(chosen));
    this.part("[data-sides]")
      .querySelectorAll("button")
      .forEach((button, place) => button.setAttribute("aria-pressed", place === (number < 0 ? figures.length : number)));
    const canvas = this.viewer.canvas;
    canvas.setAttribute("role", "application");
    canvas.setAttribute("aria-label", this.name(chosen));
    const isWritten = chosen.some((figure) => figure.dataset.side === "verso") && this.words.childElementCount > 0;
    this.words.hidden = !isWritten;
    this.press("words", isWritten);
  }

  name(chosen) {
    const shown = chosen.map((figure) => `${figure.dataset.label}: ${figure.querySelector(".picture").alt}`).join("; ");
    return `${shown}. ${this.part("[data-canvas]").dataset.label}`;
  }

  zoom(factor) {
    this.viewer.viewport.zoomBy(factor).applyConstraints();
  }

  whole() {
    this.viewer.viewport.setRotation(0);
    this.viewer.viewport.goHome();
  }

  turn(degrees) {
    this.viewer.viewport.setRotation(this.viewer.viewport.getRotation() + degrees);
  }

  press(name, is) {
    this.part(`[data-do=${name}]`).setAttribute("aria-pressed", is);
  }

  toggle(name, element) {
    element.hidden = !element.hidden;
    this.press(name, !element.hidden);
  }

  async full() {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await this.frame.requestFullscreen();
  }

  end() {
    this.viewer.destroy();
    this.dialog.remove();
    look = undefined;
  }
}

async function open(number, fallback) {
  try {
    const OpenSeadragon = await load();
    if (look) return;
    look = new Look(OpenSeadragon);
    look.viewer.addHandler("open-failed", () => location.assign(fallback));
    look.show(number);
    look.viewer.canvas.focus();
  } catch (problem) {
    console.warn(problem);
    location.assign(fallback);
  }
}

figures.forEach((figure, number) => {
  const link = figure.querySelector("a");
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(number, link.href);
  });
});

for (const button of document.querySelectorAll("[data-zoom-button]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const chosen = figures.findIndex((_figure, number) => document.querySelector(`#side-${number + 1}:checked`));
    open(Math.max(0, chosen), figures[0].querySelector("a").href);
  });
}
