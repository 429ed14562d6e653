// On a phone, choosing a filter in the sheet loads the page anew: open the sheet again where it was.
const sheet = document.querySelector("#filters");
const key = "sheet-scroll";

sheet?.addEventListener("click", (event) => {
  if (event.target.closest("a") && sheet.matches(":popover-open")) sessionStorage.setItem(key, sheet.scrollTop);
});

const scroll = sessionStorage.getItem(key);
sessionStorage.removeItem(key);
if (sheet?.showPopover && scroll !== null) {
  sheet.showPopover();
  sheet.scrollTop = Number(scroll);
}
