// The severity guide, one question after the other; it says what it found to the form around it.
{
  const live = (guide) => {
    const questions = [...guide.querySelectorAll("[data-ir-question]")];
    const verdict = guide.querySelector("[data-ir-verdict]");
    const named = new Map(questions.map((question) => [question.dataset.irQuestion, question]));

    // Follows the answers from the first question on; what is not on the way is hidden, and forgotten.
    const follow = () => {
      const way = new Set();
      let chosen = null;
      let question = questions[0];
      while (question && !way.has(question)) {
        way.add(question);
        chosen = question.querySelector("input:checked");
        question = chosen && named.get(chosen.dataset.irNext);
      }
      questions.forEach((one) => {
        one.hidden = !way.has(one);
        if (one.hidden) one.querySelectorAll("input:checked").forEach((input) => { input.checked = false; });
      });
      const severity = (chosen && chosen.dataset.irSeverity) || "";
      verdict.textContent = severity ? `That is ${severity}.` : "";
      guide.dispatchEvent(new CustomEvent("ir-severity", { bubbles: true, detail: severity }));
    };

    guide.classList.add("ir-guide--live");
    guide.addEventListener("change", (event) => { event.stopPropagation(); follow(); });
    follow();
  };

  document.querySelectorAll("[data-ir-guide]").forEach(live);
}
