// Copying a page's address.
(function () {
  "use strict";

  document.querySelectorAll("[data-ir-copy]").forEach(function (button) {
    if (!navigator.clipboard) { return; }
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(location.href.split("#")[0]).then(function () {
        button.textContent = "Copied";
      });
    });
  });
})();
