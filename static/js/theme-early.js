// Sets the scheme the visitor chose before the first paint, so that nothing flashes.
const chosenTheme = localStorage.getItem("theme");
if (chosenTheme) document.documentElement.dataset.theme = chosenTheme;
