// The form to declare: looks through what was written, and opens the host's own form with it.
// Nothing is sent from here and nothing is kept: this may be somebody else's computer.

const LONGEST = 7800; // what hosts and proxies take of an address, with room for what they add
const LABELS = [
  ["kind", "What is it?"],
  ["severity", "How bad is it?"],
  ["guide", "Which answers led there?"],
  ["started", "When did it begin?"],
  ["planned_from", "When is it planned to begin?"],
  ["planned_until", "Until when is it planned?"],
  ["tags", "What is it about?"],
  ["services", "What is affected?"],
  ["what", "What happened?"],
];
const PLANNED = ["Exercise", "Maintenance"];

const form = document.querySelector("[data-ir-declare]");
const command = form.querySelector("[data-ir-command]");
const planned = form.querySelector("[data-ir-planned]");
const shown = form.querySelector("[data-ir-zone]");
const summary = form.querySelector("[data-ir-summary]");
let isGuided = false; // whether the questions have led to a severity

function start() {
  form.addEventListener("ir-severity", (event) => {
    isGuided = Boolean(event.detail);
    const found = event.detail && form.querySelector(`input[name=severity][value=${event.detail}]`);
    if (found) { found.checked = true; update(); }
  });
  form.addEventListener("input", update);
  form.addEventListener("change", update);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const faults = judge();
    show(faults);
    if (faults.length) faults[0].input.focus();
    else if (form.dataset.irHost) location.assign(address());
  });
  update();
}

function checked(name) {
  return [...form.querySelectorAll(`input[name=${name}]:checked`)].map((input) => input.value);
}

function guideAnswers() {
  return [...form.querySelectorAll("[data-ir-question] input:checked")]
    .map((input) => `${input.closest("[data-ir-question]").dataset.irQuestion}: ${input.value}`);
}

function moment(name) {
  const written = form.elements[name].value;
  return written ? new Date(written).toISOString().replace(/\.\d+Z$/, "Z") : "";
}

function answers() {
  const kind = checked("kind")[0];
  const isPlanned = PLANNED.includes(kind);
  return {
    title: form.elements.title.value.trim(),
    kind,
    severity: checked("severity")[0] || "",
    guide: isGuided ? guideAnswers().join("; ") : "",
    started: moment("started"),
    planned_from: isPlanned ? moment("planned_from") : "",
    planned_until: isPlanned ? moment("planned_until") : "",
    tags: checked("tags").join(", "),
    services: checked("services").join(", "),
    what: form.elements.what.value.trim(),
  };
}

function judge() {
  const said = answers();
  const faults = [];
  if (!said.title) faults.push(fault("title", "Say in a few words what is wrong."));
  if (!said.severity && said.kind === "Incident") {
    faults.push(fault("severity", "Choose one. Not sure? Take the worse of the two; it can be lowered later."));
  }
  if (said.started && new Date(said.started) > new Date()) {
    faults.push(fault("started", "That has not come yet."));
  }
  if (said.planned_until && new Date(said.planned_until) < new Date(said.planned_from)) {
    faults.push(fault("planned_until", "That is before it begins."));
  }
  const over = form.dataset.irHost ? weigh(address()) - LONGEST : 0;
  if (over > 0) {
    const letters = Math.ceil(over / weigh(encodeURIComponent(said.what)) * said.what.length);
    faults.push(fault(
      "what",
      `This is too long to be handed over. Take out about ${letters} letters, and add them on the next page.`,
    ));
  }
  return faults;
}

// Who is not signed in is sent to do so first, with the whole address as a part of another one.
function weigh(part) {
  return encodeURIComponent(part).length;
}

function fault(name, text) {
  return { name, text, input: form.querySelector(`[name=${name}]`) };
}

function show(faults) {
  form.querySelectorAll(".ir-error").forEach((error) => { error.textContent = ""; });
  form.querySelectorAll("[aria-invalid]").forEach((input) => input.removeAttribute("aria-invalid"));
  faults.forEach((one) => {
    document.getElementById(`ir-${one.name}-error`).textContent = one.text;
    one.input.setAttribute("aria-invalid", "true");
  });
  summary.textContent = faults.length > 1 ? `${faults.length} answers are missing or have to be mended.` : "";
}

function address() {
  const said = answers();
  const repository = form.dataset.irRepository;
  if (form.dataset.irHost === "gitlab") {
    const text = LABELS.map(([name, label]) => `### ${label}\n\n${said[name]}`).join("\n\n");
    return `${repository}/-/issues/new?${query([["issue[title]", said.title], ["issue[description]", text]])}`;
  }
  const pairs = LABELS.map(([name]) => [name, said[name]]);
  return `${repository}/issues/new?${query([["template", "incident.yml"], ["title", said.title], ...pairs])}`;
}

function query(pairs) {
  return pairs.filter(([, value]) => value)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");
}

// The same as one line for a shell; whatever is in a word stays in it.
function update() {
  const said = answers();
  const words = ["incidentrepo", "declare", quote(said.title || "What is wrong")];
  if (said.severity) words.push("-s", said.severity);
  if (said.kind !== "Incident") words.push("-k", said.kind.toLowerCase().replace(" ", "-"));
  checked("tags").forEach((name) => words.push("-t", name));
  checked("services").forEach((name) => words.push("--service", name));
  if (said.started) words.push("--started", said.started);
  if (said.planned_from) words.push("--planned-from", said.planned_from);
  if (said.planned_until) words.push("--planned-until", said.planned_until);
  if (said.what) words.push("--summary", quote(said.what));
  command.textContent = words.join(" ");
  planned.hidden = !PLANNED.includes(said.kind);
  shown.textContent = said.started ? `The pages will say ${inZone(new Date(said.started))}.` : "";
  if (form.querySelector("[aria-invalid]")) show(judge());
}

// Pages go by the policy's zone; whoever files goes by the clock before them.
function inZone(instant) {
  const zone = shown.dataset.irZone;
  const text = instant.toLocaleString("en-GB", {
    timeZone: zone, day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", timeZoneName: "shortOffset",
  });
  return `${text} (${zone})`;
}

function quote(text) {
  return /["$`\\!]/.test(text) ? `'${text.replace(/'/g, "'\\''")}'` : `"${text}"`;
}

start();
