// A phone loads the front alone. Once all else is there, fetch the other sides too, so that turning the print over is instant.
addEventListener("load", () => {
  for (const picture of document.querySelectorAll(".stage > .sides img[loading=lazy]")) picture.loading = "eager";
});
