// Finding in a list as one types; what was typed lives in the address.
(function () {
  "use strict";

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
    narrow();
  }
})();
