// Narrowing the list of all as one types or chooses; what was asked lives in the address.
// The lines are fetched when somebody first narrows: most readers look at the latest alone.

const AT_ONCE = 100;
const PAUSE = 100;

const form = document.querySelector("[data-ir-narrow]");
const root = new URL(form.dataset.irRoot, location.href);
const query = form.elements.q;
const sort = form.elements.sort;
const choices = ["severity", "kind", "status", "year", "service", "tag"]
  .map((name) => form.elements[name]).filter(Boolean);
const status = document.querySelector("[data-ir-status]");
const results = document.querySelector("[data-ir-results]");
const more = document.querySelector("[data-ir-more]");
const whole = document.querySelectorAll("[data-ir-whole]");

const ORDERS = {
  newest: () => 0, // as they come
  oldest: (one, other) => one.date.localeCompare(other.date),
  longest: (one, other) => other.seconds - one.seconds,
  worst: (one, other) => (one.severity || "SEV9").localeCompare(other.severity || "SEV9"),
};

let found = [];
let lines = null;
let turn = 0;
let waiting = 0;

const address = new URLSearchParams(location.search);
[query, sort, ...choices].forEach((field) => {
  field.value = address.get(field.name) || (field === sort ? "newest" : "");
});
form.addEventListener("submit", (event) => { event.preventDefault(); narrow(); });
form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(narrow, PAUSE); });
form.addEventListener("reset", () => { clearTimeout(waiting); waiting = setTimeout(narrow, 0); });
more.addEventListener("click", showMore);
if (isAsked()) narrow();

function isAsked() {
  return Boolean(query.value.trim() || sort.value !== "newest" || choices.some((one) => one.value));
}

async function narrow() {
  const mine = ++turn;
  keepInAddress();
  whole.forEach((part) => { part.hidden = isAsked(); });
  if (!isAsked()) { found = []; results.replaceChildren(); more.hidden = true; status.textContent = ""; count(); return; }
  try {
    lines = lines || await fetchLines();
  } catch (error) {
    if (mine === turn) status.textContent = `This does not work here: ${error.message}. The lists below do.`;
    whole.forEach((part) => { part.hidden = false; });
    return;
  }
  if (mine !== turn) return;
  found = lines.filter((line) => fits(line)).sort(ORDERS[sort.value] || ORDERS.newest);
  results.replaceChildren();
  showMore();
  status.textContent = describe();
  count();
}

async function fetchLines() {
  const answer = await fetch(new URL("assets/search/titles.json", root));
  if (!answer.ok) throw new Error(`${answer.status}`);
  const { columns, rows } = await answer.json();
  return rows.map((values) => {
    const line = Object.fromEntries(columns.map((name, index) => [name, values[index]]));
    line.words = [line.title, line.day, line.severity, line.kind, line.status, ...line.tags, ...line.services]
      .join(" ").toLowerCase();
    return line;
  });
}

// Whether a line is what was asked for, but for one choice.
function fits(line, leftOut) {
  const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => line.words.includes(word)) &&
    choices.every((choice) => choice === leftOut || !choice.value || has(line, choice.name, choice.value));
}

function has(line, name, value) {
  if (name === "tag") return line.tags.includes(value);
  if (name === "service") return line.services.includes(value);
  return line[name] === value;
}

// Beside each choice stands how many it would leave.
function count() {
  if (!lines) return;
  choices.forEach((choice) => {
    const fitting = lines.filter((line) => fits(line, choice));
    [...choice.options].slice(1).forEach((option) => {
      const left = fitting.filter((line) => has(line, choice.name, option.value)).length;
      option.textContent = `${option.value} (${left})`;
    });
  });
}

function describe() {
  if (found.length) return `${found.length} found`;
  const loosen = choices.filter((one) => one.value).map((one) => `any ${one.name}`);
  if (query.value.trim()) loosen.push("fewer words");
  return `Nothing found. Try ${loosen.join(" or ")}.`;
}

function keepInAddress() {
  const here = new URL(location.href);
  [query, sort, ...choices].forEach((field) => {
    if (field.value && field.value !== "newest") here.searchParams.set(field.name, field.value);
    else here.searchParams.delete(field.name);
  });
  history.replaceState(null, "", here);
}

function showMore() {
  const first = results.children.length;
  results.append(...found.slice(first, first + AT_ONCE).map(makeLine));
  more.hidden = results.children.length >= found.length;
  if (first) results.children[first].querySelector("a").focus();
}

function makeLine(line) {
  const link = make("a", "", line.title);
  link.href = new URL(line.path, root);
  const marks = make("span", "ir-line__marks");
  if (line.severity) marks.append(make("span", `ir-mark ir-${line.severity.toLowerCase()}`, line.severity));
  if (line.kind && line.kind !== "Incident") marks.append(make("span", "ir-mark ir-kind", line.kind));
  const rest = make("span", "ir-line__more");
  const isClosed = line.status === "Closed";
  [line.took, isClosed ? "" : line.status, line.postmortem].filter(Boolean)
    .forEach((word) => rest.append(make("span", "", word)));
  [...line.services, ...line.tags].forEach((name) => rest.append(make("span", "ir-tag", name)));
  const what = make("span", "ir-line__what");
  what.append(link, rest);
  const item = make("li", "ir-line");
  item.append(make("span", "ir-line__when", line.day || "no date"), marks, what);
  return item;
}

function make(name, classes, text = "") {
  const element = document.createElement(name);
  if (classes) element.className = classes;
  element.textContent = text;
  return element;
}
