// The form to declare: looks through what was written, and opens the host's own form with it.
// Nothing is sent from here and nothing is kept: this may be somebody else's computer.
(function () {
  "use strict";

  var LONGEST = 7800; // what hosts and proxies take of an address, with room for what they add

  var form = document.querySelector("[data-ir-declare]");
  var command = form.querySelector("[data-ir-command]");
  var shown = form.querySelector("[data-ir-zone]");
  var summary = form.querySelector("[data-ir-summary]");
  var guided = false; // whether the questions have led to a severity
  var labels = [
    ["kind", "What is it?"], ["severity", "How bad is it?"], ["guide", "Which answers led there?"],
    ["started", "When did it begin?"], ["tags", "What is it about?"], ["services", "What is affected?"], ["what", "What happened?"],
  ];

  form.addEventListener("ir-severity", function (event) {
    guided = Boolean(event.detail);
    var found = event.detail && form.querySelector("input[name=severity][value=" + event.detail + "]");
    if (found) { found.checked = true; update(); }
  });
  form.addEventListener("input", update);
  form.addEventListener("change", update);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var faults = judge();
    show(faults);
    if (faults.length) { faults[0].input.focus(); } else if (form.dataset.irHost) { location.assign(address()); }
  });
  update();

  function checked(name) {
    return Array.prototype.map.call(
      form.querySelectorAll("input[name=" + name + "]:checked"), function (input) { return input.value; }
    );
  }

  function guideAnswers() {
    return Array.prototype.map.call(form.querySelectorAll("[data-ir-question] input:checked"), function (input) {
      return input.closest("[data-ir-question]").dataset.irQuestion + ": " + input.value;
    });
  }

  function answers() {
    var started = form.elements.started.value;
    return {
      title: form.elements.title.value.trim(),
      kind: checked("kind")[0],
      severity: checked("severity")[0] || "",
      guide: guided ? guideAnswers().join("; ") : "",
      started: started ? new Date(started).toISOString().replace(/\.\d+Z$/, "Z") : "",
      tags: checked("tags").join(", "),
      services: checked("services").join(", "),
      what: form.elements.what.value.trim(),
    };
  }

  function judge() {
    var said = answers();
    var faults = [];
    if (!said.title) { faults.push(fault("title", "Say in a few words what is wrong.")); }
    if (!said.severity && said.kind === "Incident") {
      faults.push(fault("severity", "Choose one. Not sure? Take the worse of the two; it can be lowered later."));
    }
    if (said.started && new Date(said.started) > new Date()) {
      faults.push(fault("started", "That has not come yet."));
    }
    var over = form.dataset.irHost ? weigh(address()) - LONGEST : 0;
    if (over > 0) {
      var letters = Math.ceil(over / weigh(encodeURIComponent(said.what)) * said.what.length);
      faults.push(fault("what", "This is too long to be handed over. Take out about " + letters +
        " letters, and add them on the next page."));
    }
    return faults;
  }

  // Who is not signed in is sent to do so first, with the whole address as a part of another one.
  function weigh(part) {
    return encodeURIComponent(part).length;
  }

  function fault(name, text) {
    return { name: name, text: text, input: form.querySelector("[name=" + name + "]") };
  }

  function show(faults) {
    form.querySelectorAll(".ir-error").forEach(function (error) { error.textContent = ""; });
    form.querySelectorAll("[aria-invalid]").forEach(function (input) { input.removeAttribute("aria-invalid"); });
    faults.forEach(function (one) {
      document.getElementById("ir-" + one.name + "-error").textContent = one.text;
      one.input.setAttribute("aria-invalid", "true");
    });
    summary.textContent = faults.length > 1 ? faults.length + " answers are missing or have to be mended." : "";
  }

  function address() {
    var said = answers();
    var repository = form.dataset.irRepository;
    if (form.dataset.irHost === "gitlab") {
      var text = labels.map(function (pair) { return "### " + pair[1] + "\n\n" + said[pair[0]]; }).join("\n\n");
      return repository + "/-/issues/new?" + query([["issue[title]", said.title], ["issue[description]", text]]);
    }
    var pairs = labels.map(function (pair) { return [pair[0], said[pair[0]]]; });
    return repository + "/issues/new?" + query([["template", "incident.yml"], ["title", said.title]].concat(pairs));
  }

  function query(pairs) {
    return pairs.filter(function (pair) { return pair[1]; }).map(function (pair) {
      return encodeURIComponent(pair[0]) + "=" + encodeURIComponent(pair[1]);
    }).join("&");
  }

  // The same as one line for a shell; whatever is in a word stays in it.
  function update() {
    var said = answers();
    var words = ["incidentrepo", "declare", quote(said.title || "What is wrong")];
    if (said.severity) { words.push("-s", said.severity); }
    if (said.kind !== "Incident") { words.push("-k", said.kind.toLowerCase().replace(" ", "-")); }
    checked("tags").forEach(function (name) { words.push("-t", name); });
    checked("services").forEach(function (name) { words.push("--service", name); });
    if (said.started) { words.push("--started", said.started); }
    command.textContent = words.join(" ");
    shown.textContent = said.started ? "The pages will say " + inZone(new Date(said.started)) + "." : "";
    if (form.querySelector("[aria-invalid]")) { show(judge()); }
  }

  // Pages go by the policy's zone; whoever files goes by the clock before them.
  function inZone(moment) {
    var zone = shown.dataset.irZone;
    return moment.toLocaleString("en-GB", {
      timeZone: zone, day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", timeZoneName: "shortOffset",
    }) + " (" + zone + ")";
  }

  function quote(text) {
    return /["$`\\!]/.test(text) ? "'" + text.replace(/'/g, "'\\''") + "'" : '"' + text + '"';
  }
})();
