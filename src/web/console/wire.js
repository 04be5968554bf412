// How each turn was read, and the JSON both ways: one entry a turn, newest first, each to open, close and copy.

import { shown as readingShown } from "./reading.js";
import { text } from "./texts.js";

/** How many turns are kept. */
const MOST_EXCHANGES = 30;
const list = document.getElementById("exchanges");

const element = (name, className, words = "") => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = words;
  return made;
};

/** Shows how its words were read, a request and what came back, and gives a function that opens it. */
export function show({ path, label, request, response, status, milliseconds, reading }) {
  document.getElementById("wire-note").hidden = true;
  list.querySelectorAll("details").forEach((other) => { other.open = false; });

  const entry = element("details", "exchange");
  const summary = element("summary", "");
  const outcome = element("span", status >= 200 && status < 300 ? "status good" : "status bad", status ? String(status) : "—");
  summary.append(element("span", "label", label), element("span", "meta", `POST ${path}`), outcome, element("span", "meta", `${milliseconds} ms`));
  entry.append(summary);
  if (reading) entry.append(readingBlock(reading));
  entry.append(block("request", request), block("response", response));
  entry.open = true;
  list.prepend(entry);
  // Alexa's own order of members puts what is asked last.
  const asked = entry.querySelector('.request .name[data-name="request"]');
  if (asked) asked.closest("pre").scrollTop = asked.offsetTop - asked.closest("pre").offsetTop;
  while (list.children.length > MOST_EXCHANGES) list.lastChild.remove();
  return () => {
    entry.open = true;
    entry.scrollIntoView({ block: "nearest" });
    summary.focus();
  };
}

function readingBlock(reading) {
  const whole = element("div", "json reading");
  const head = element("div", "json-head");
  const name = element("h3", "", text("reading"));
  name.dataset.text = "reading";
  head.append(name, copier(JSON.stringify(reading, null, 2)));
  whole.append(head, readingShown(reading));
  return whole;
}

function block(title, value) {
  const whole = element("div", `json ${title}`);
  const json = JSON.stringify(value, null, 2) ?? "";
  const head = element("div", "json-head");
  const name = element("h3", "", text(title));
  name.dataset.text = title;
  head.append(name, copier(json));
  const code = element("pre", "");
  code.tabIndex = 0;
  code.setAttribute("aria-label", text(title));
  code.append(...coloured(json));
  whole.append(head, code);
  return whole;
}

function copier(json) {
  const button = element("button", "link", text("copy"));
  button.type = "button";
  button.dataset.text = "copy";
  button.addEventListener("click", async () => {
    const done = await navigator.clipboard.writeText(json).then(() => "copied", () => "notCopied");
    button.textContent = text(done);
    setTimeout(() => { button.textContent = text("copy"); }, 1500);
  });
  return button;
}

/** JSON as pieces of text, names and values told apart. */
function* coloured(json) {
  const token = /("(?:\\.|[^"\\])*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/g;
  let from = 0;
  for (const match of json.matchAll(token)) {
    yield json.slice(from, match.index);
    const [whole, string, colon] = match;
    const kind = colon ? "name" : string ? "string" : "other";
    const piece = element("span", kind, string ?? whole);
    if (colon) piece.dataset.name = JSON.parse(string);
    yield piece;
    if (colon) yield colon;
    from = match.index + whole.length;
  }
  yield json.slice(from);
}
