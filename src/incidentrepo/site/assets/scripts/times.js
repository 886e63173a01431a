// The reader's own time on hover.
(function () {
  "use strict";

  document.querySelectorAll(".ir-page time[datetime*='T']").forEach(function (element) {
    var at = new Date(element.dateTime);
    if (!isNaN(at) && /Z$/.test(element.dateTime)) {
      element.title = "Your time: " + at.toLocaleString();
    }
  });
})();
