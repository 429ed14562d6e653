// The button for light and dark. Without script the system's own choice holds and there is no button.
const root = document.documentElement;
const button = document.querySelector("[data-theme-button]");
const systemDark = matchMedia("(prefers-color-scheme: dark)");

const isDark = () => (root.dataset.theme ?? (systemDark.matches ? "dark" : "light")) === "dark";

function label() {
  button.textContent = isDark() ? button.dataset.light : button.dataset.dark;
}

// The desk has no such button.
if (button) {
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.theme);
    label();
  });
  systemDark.addEventListener("change", label);
  label();
  button.classList.add("theme-button--ready");
}
