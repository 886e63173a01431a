// What pages do without: the reader's own time on hover, finding in a list, copying an address.
(function () {
  "use strict";

  document.querySelectorAll(".ir-page time[datetime*='T']").forEach(function (element) {
    var at = new Date(element.dateTime);
    if (!isNaN(at) && /Z$/.test(element.dateTime)) {
      element.title = "Your time: " + at.toLocaleString();
    }
  });

  var list = document.querySelector("[data-ir-lines]");
  var input = document.getElementById("ir-find");
  if (list && input) {
    var nothing = document.querySelector("[data-ir-nothing]");
    var lines = Array.prototype.slice.call(list.children);
    var narrow = function () {
      var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      lines.forEach(function (line) {
        var text = line.textContent.toLowerCase();
        line.hidden = !words.every(function (word) { return text.indexOf(word) !== -1; });
        shown += line.hidden ? 0 : 1;
      });
      nothing.hidden = shown > 0;
    };
    input.value = new URLSearchParams(location.search).get("q") || "";
    input.addEventListener("input", function () {
      var address = new URL(location.href);
      if (input.value) { address.searchParams.set("q", input.value); } else { address.searchParams.delete("q"); }
      history.replaceState(null, "", address);
      narrow();
    });
    input.parentElement.hidden = false;
    narrow();
  }

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
