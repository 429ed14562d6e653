// Beside every text marked data-copy, a button that copies it and says so.
function copyButton(element) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--plain copy";
  button.textContent = element.dataset.copy;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(element.textContent.trim());
    button.textContent = element.dataset.copied;
    setTimeout(() => (button.textContent = element.dataset.copy), 2500);
  });
  return button;
}

if (navigator.clipboard) {
  for (const element of document.querySelectorAll("[data-copy]")) element.after(copyButton(element));
}
