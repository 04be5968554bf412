// The conversation as it is shown: what was said on both sides, announcements, and what went wrong. Everything goes
// in as text, never as markup.

import { text } from "./texts.js";

const log = document.getElementById("log");
const scroll = document.getElementById("scroll");

function add(className, who, words, lang) {
  document.getElementById("welcome").hidden = true;
  const item = document.createElement("li");
  item.className = className;
  const said = document.createElement("p");
  said.textContent = words;
  if (lang) said.lang = lang;
  if (who) {
    const name = document.createElement("span");
    name.className = className === "news" ? "who" : "unseen";
    name.textContent = className === "news" ? who : `${who}: `;
    item.append(name);
  }
  item.append(said);
  log.append(item);
  toEnd();
  return item;
}

/** Shows the latest, once everything that belongs to it is there. */
function toEnd() {
  requestAnimationFrame(() => { scroll.scrollTop = scroll.scrollHeight; });
}

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

/** What the customer said. `label(name, open)` adds what it was sent as. */
export function customer(words, lang) {
  const item = add("customer", text("you"), words, lang);
  return (name, open) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link sent-as";
    button.textContent = name;
    button.title = text("showJson");
    button.addEventListener("click", open);
    item.append(button);
    toEnd();
  };
}

/** Shows that an answer is awaited; gives a function that ends that. */
export function waiting() {
  const item = add("shop waiting", null, "");
  item.setAttribute("aria-hidden", "true");
  item.firstChild.append(...["", "", ""].map(() => document.createElement("i")));
  return () => item.remove();
}

/** What the shop answered, and the list that it shows with it: `[name, price]` a row. */
export function shop(words, lang, rows = []) {
  const item = add("shop", text("shopSays"), words, lang);
  if (rows.length === 0) return;
  const list = document.createElement("ul");
  list.className = "shown";
  list.lang = lang;
  for (const row of rows) {
    const line = document.createElement("li");
    for (const part of row) {
      const piece = document.createElement("span");
      piece.textContent = part;
      line.append(piece);
    }
    list.append(line);
  }
  item.append(list);
}

/** What the shop announced by itself. */
export function news(words, lang) {
  add("news", text("announcement"), words, lang).prepend(icon("i-bell"));
}

/** What the page itself has to say. */
export function note(words) {
  add("note", null, words);
}

/** What went wrong, in plain words. */
export function trouble(words) {
  add("trouble", null, words).prepend(icon("i-warn"));
}
