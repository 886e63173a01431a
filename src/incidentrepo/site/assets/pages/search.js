// Searching as one types: in the words of all pages where there is an index, else in titles.
// What is looked for lives in the address, so that a search can be sent to somebody.

const page = document.querySelector("[data-ir-search]");
const root = new URL(page.dataset.irRoot, location.href);
const form = page.querySelector("form");
const query = form.elements.q;
const filters = ["severity", "kind", "year"].map((name) => form.elements[name]).filter(Boolean);
const status = page.querySelector("[data-ir-status]");
const results = page.querySelector("[data-ir-results]");
const more = page.querySelector("[data-ir-more]");
const older = page.querySelector("[data-ir-older]");

const AT_ONCE = 10;
// A newest index of fewer pages is searched together with the one before it.
const FEW = 1000;
const PAUSE = 150;
// Nearly every page has them: they narrow nothing down, and no title has them all.
const COMMON = new Set([
  ..."a an and are at by for from in is it of on or our that the this to was we were with".split(" "),
  ..."did do does had has have how what when where which who why".split(" "),
]);

function start() {
  const address = new URLSearchParams(location.search);
  query.value = address.get("q") || "";
  filters.forEach((filter) => { filter.value = address.get(filter.name) || ""; });
  form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
  form.addEventListener("input", debounce(search));
  more.addEventListener("click", showMore);
  older.addEventListener("click", async () => { await (await ready()).openAll(); search(); });
  if (isAsked()) search();
  query.focus({ preventScroll: true });
}

function isAsked() {
  return Boolean(query.value.trim() || filters.some((filter) => filter.value));
}

let engine = null;
function ready() {
  engine = engine || openIndex().catch(openTitles);
  return engine;
}

let turn = 0;
let found = [];
async function search() {
  const mine = ++turn;
  keepInAddress();
  if (!isAsked()) { show([], ""); return; }
  const asked = Object.fromEntries(filters.filter((one) => one.value).map((one) => [one.name, one.value]));
  try {
    const answer = await (await ready()).find(telling(query.value.trim()), asked);
    if (mine !== turn) return;
    older.hidden = !answer.hasOlder;
    show(answer.results, describe(answer));
  } catch (error) {
    if (mine === turn) show([], `Searching does not work here: ${error.message}`);
  }
}

// What stands in quotes is meant as it is; where all words are common ones, those are what is looked for.
function telling(words) {
  if (words.includes('"')) return words;
  const kept = words.split(/\s+/).filter((word) => !COMMON.has(word.toLowerCase()));
  return kept.length ? kept.join(" ") : words;
}

function describe({ results: all, where }) {
  if (all.length) return `${all.length} found ${where}`.trim();
  const narrowed = filters.filter((one) => one.value).map((one) => `any ${one.name}`);
  const loosen = narrowed.length ? `Try ${narrowed.join(" and ")}.` : "Try fewer words, or others.";
  return `${`Nothing found ${where}`.trim()}. ${loosen}`;
}

function keepInAddress() {
  const address = new URL(location.href);
  [query, ...filters].forEach((field) => {
    if (field.value) address.searchParams.set(field.name, field.value);
    else address.searchParams.delete(field.name);
  });
  history.replaceState(null, "", address);
}

async function show(answer, words) {
  const mine = turn;
  found = answer;
  results.replaceChildren();
  if (!words) older.hidden = true;
  await showMore();
  if (mine === turn) status.textContent = words;
}

async function showMore() {
  const mine = turn;
  const first = results.children.length;
  const lines = await Promise.all(found.slice(first, first + AT_ONCE).map((one) => one.read()));
  if (mine !== turn) return;
  results.append(...lines.map(makeLine));
  more.hidden = results.children.length >= found.length;
  // The button may be gone: whoever pressed it goes on with the first of the new lines.
  if (first && lines.length) results.children[first].querySelector("a").focus();
}

function makeLine(line) {
  const link = make("a", "", line.title);
  link.href = new URL(line.path, root);
  const marks = make("span", "ir-line__marks");
  if (line.severity) marks.append(make("span", `ir-mark ir-${line.severity.toLowerCase()}`, line.severity));
  if (line.kind && line.kind !== "Incident") marks.append(make("span", "ir-mark ir-kind", line.kind));
  const what = make("span", "ir-line__what");
  what.append(link);
  if (line.excerpt) what.append(makeExcerpt(line.excerpt));
  const item = make("li", "ir-line");
  item.append(make("span", "ir-line__when", line.day || "no date"), marks, what);
  return item;
}

// Of Pagefind's HTML only the words are taken, and which of them are marked: nothing runs, or loads.
function makeExcerpt(html) {
  const excerpt = make("span", "ir-line__excerpt");
  new DOMParser().parseFromString(html, "text/html").body.childNodes.forEach((node) => {
    excerpt.append(node.nodeName === "MARK" ? make("mark", "", node.textContent) : node.textContent);
  });
  return excerpt;
}

function make(name, classes, text = "") {
  const element = document.createElement(name);
  if (classes) element.className = classes;
  element.textContent = text;
  return element;
}

function debounce(act) {
  let waiting = 0;
  return () => { clearTimeout(waiting); waiting = setTimeout(act, PAUSE); };
}

async function getJson(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} for ${address.pathname}`);
  return answer.json();
}

// The words of all pages, in an index a shelf of years; the newest is opened first.
async function openIndex() {
  const folder = new URL("search-index/", root);
  const { shelves } = await getJson(new URL("shelves.json", folder));
  const pagefind = await import(new URL(`${shelves[0].name}/pagefind.js`, folder));
  const settings = { baseUrl: "/", excerptLength: 24 };
  await pagefind.options({ ...settings, noWorker: true });
  await pagefind.init();
  const facts = {};
  let known = 0;
  const learnFacts = async () => {
    for (; known < opened; known++) {
      Object.assign(facts, await getJson(new URL(`${shelves[known].name}/facts.json`, folder)));
    }
  };
  let opened = 1;
  const open = async (count) => {
    for (; opened < Math.min(count, shelves.length); opened++) {
      await pagefind.mergeIndex(new URL(`${shelves[opened].name}/`, folder).href, settings);
    }
  };
  await open(shelves[0].pages < FEW ? 2 : 1);
  return {
    openAll: () => open(shelves.length),
    async find(words, asked) {
      // What is only narrowed down, without a word, needs no index.
      if (!words) return (await openTitles()).find(words, asked);
      if (asked.year) await open(shelves.length);
      if (Object.keys(asked).length) await learnFacts();
      const answer = await pagefind.search(words);
      const fitting = answer.results.filter((one) => fits(facts[one.id], asked));
      const hasOlder = opened < shelves.length;
      return {
        results: fitting.map((one) => ({ read: async () => readFragment(await one.data()) })),
        hasOlder,
        where: hasOlder ? `since ${shelves[opened - 1].name.split("-")[0]}` : "",
      };
    },
  };
}

function readFragment({ url, meta, excerpt }) {
  return { ...meta, path: url.replace(/^\//, ""), excerpt };
}

function fits(facts, asked) {
  return Object.entries(asked).every(([name, value]) => facts[name] === value);
}

async function openTitles() {
  const files = page.dataset.irTitles.split(" ").map((file) => getJson(new URL(file, root)));
  const titles = (await Promise.all(files)).flatMap(({ columns, rows }) =>
    rows.map((values) => Object.fromEntries(columns.map((name, index) => [name, values[index]]))));
  return {
    openAll: async () => {},
    async find(words, asked) {
      const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
      const matching = titles.filter((one) => {
        const title = one.title.toLowerCase();
        return wanted.every((word) => title.includes(word)) && fits(one, asked);
      });
      const where = words ? "in titles" : "";
      return { results: matching.map((one) => ({ read: async () => one })), hasOlder: false, where };
    },
  };
}

start();
