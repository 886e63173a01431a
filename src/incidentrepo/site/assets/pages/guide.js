// The severity guide, one question after the other; it says what it found to the form around it.
(function () {
  "use strict";

  document.querySelectorAll("[data-ir-guide]").forEach(function (guide) {
    var questions = Array.prototype.slice.call(guide.querySelectorAll("[data-ir-question]"));
    var verdict = guide.querySelector("[data-ir-verdict]");
    var named = {};
    questions.forEach(function (question) { named[question.dataset.irQuestion] = question; });
    guide.classList.add("ir-guide--live");

    // Follows the answers from the first question on; what is not on the way is hidden, and forgotten.
    function follow() {
      var way = [];
      var chosen = null;
      var question = questions[0];
      while (question && way.indexOf(question) === -1) {
        way.push(question);
        chosen = question.querySelector("input:checked");
        question = chosen && chosen.dataset.irNext ? named[chosen.dataset.irNext] : null;
      }
      questions.forEach(function (one) {
        one.hidden = way.indexOf(one) === -1;
        if (one.hidden) {
          one.querySelectorAll("input:checked").forEach(function (input) { input.checked = false; });
        }
      });
      var severity = chosen && chosen.dataset.irSeverity || "";
      verdict.textContent = severity ? "That is " + severity + "." : "";
      guide.dispatchEvent(new CustomEvent("ir-severity", { bubbles: true, detail: severity }));
    }

    guide.addEventListener("change", function (event) { event.stopPropagation(); follow(); });
    follow();
  });
})();
