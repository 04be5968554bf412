// The staff board: what the kitchen, the counter and the courier are asked, by kind. It looks every two seconds; a
// card stays in place while it is open, so that nothing moves under a finger.

import { Ended, NotStaff, arrive, ask, needed, signIn, signOut } from "./session.js";
import { showLearning } from "./learning.js";
import { TEXTS } from "./texts.js";

const LOOK_EVERY = 2000;
/** After this many seconds a ticket's age is shown as late. */
const LATE_AFTER = 10 * 60;
const USUAL_MINUTES = 35;
/** How long a refusal waits for its second press, in milliseconds. */
const SURE_WITHIN = 4000;

const KINDS = ["accept", "ready", "pick_up", "deliver", "cancel", "complaint", "callback"];
/** Notes that nobody waits for: they are dealt with, and there is no other answer. */
const NOTES = ["complaint", "callback"];

const at = (id) => document.getElementById(id);
const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
const element = (name, className, ...content) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
};

/** Whether the owner looks at what was not understood, in place of the board. */
let learning = false;
let language = navigator.language.startsWith("pt") ? "pt-BR" : "en-US";
let texts = TEXTS[language];
/** What has been typed and not sent, by order and kind; it outlives a way to the sign-in and back. */
const KEEP_TYPED = "comanda.typed";
let typed = new Map();
const columns = new Map();
/** The cards that are shown, by order and kind. */
const cards = new Map();

/** The number by which people speak of an order; the customer's page shows the same. */
function shortNumber(id) {
  return String(Number.parseInt(id.slice(0, 8), 16) % 10000).padStart(4, "0");
}

function age(seconds) {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return texts.now;
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function speak() {
  document.documentElement.lang = language;
  at("unreachable").textContent = texts.unreachable;
  at("sign-out").textContent = texts.signOut;
  at("learn").textContent = learning ? texts.learning.back : texts.learning.open;
}

function learn(wanted) {
  learning = wanted;
  at("learning").hidden = !learning;
  at("board").hidden = learning;
  at("learn").setAttribute("aria-expanded", String(learning));
  speak();
  if (learning) showLearning(texts).catch((error) => (error instanceof NotStaff ? learn(false) : stopFor(error)));
}

function layOut() {
  speak();
  columns.clear();
  cards.clear();
  at("board").replaceChildren(...KINDS.map((kind) => {
    const count = element("span", "count");
    const title = element("h2", "", texts.columns[kind]);
    title.id = `title-${kind}`;
    const list = element("div", "cards");
    const column = element("section", `column ${kind}`, element("div", "column-head", title, count), list, element("p", "none", texts.none));
    column.setAttribute("aria-labelledby", title.id);
    columns.set(kind, { column, count, list });
    return column;
  }));
}

/** The number by which people speak of what a ticket is about; none where a customer wants to be called about no order. */
function numberOf({ number }) {
  return number ? shortNumber(number) : "";
}

/** A ticket's own name on this page. */
function keyOf({ order, kind }) {
  return `${order}/${kind}`;
}

function cardOf(ticket) {
  const { order, kind } = ticket;
  const waiting = element("span", "age");
  const number = numberOf(ticket);
  const title = element("h3", "", ...(number ? [element("span", "unseen", `${texts.order} `), number] : [ticket.callback?.name ?? texts.columns[kind]]));
  title.id = `card-${order}-${kind}`;
  const parts = [element("header", "", title, waiting), ...noteOf(ticket), ...orderOf(ticket), answers(ticket)];
  const card = element("article", "card", ...parts);
  card.setAttribute("aria-labelledby", title.id);
  card.dataset.order = order;
  card.dataset.kind = kind;
  return { card, waiting, shows: shown(ticket) };
}

/** What a card shows besides its age, as one text: a card is made anew only where this has changed. */
function shown({ waiting_seconds, ...rest }) {
  return JSON.stringify(rest);
}

/** A note to the staff. All words of customers become text, never markup. */
function noteOf({ complaints, callback }) {
  const parts = complaints.map(({ kind, line, words }) => {
    const head = element("strong", "", [texts.complaints[kind] ?? kind, line].filter(Boolean).join(": "));
    return element("p", "note", head, ...(words ? [element("q", "", words)] : []));
  });
  if (callback) {
    const { name, phone, language, reason } = callback;
    parts.push(details([
      [texts.customer, [name, phone ? call(phone) : texts.noNumber]],
      [texts.speaks, [texts.languages[language] ?? language]],
      [texts.reason, [reason]],
    ]));
  }
  return parts;
}

/** What has to be known of the order: what must not be overlooked first. */
function orderOf(ticket) {
  if (!ticket.number) return [];
  const { lines, fulfilment, wanted, allergies, address, name, phone, notes, if_missing, tip } = ticket;
  const parts = [];
  if (wanted) parts.push(element("p", "wanted", fill(texts.wanted, { time: [wanted.day, wanted.time].filter(Boolean).join(" ") })));
  if (allergies.length) {
    const names = allergies.map((id) => texts.allergens[id] ?? id).join(", ");
    parts.push(element("p", "allergies", element("strong", "", `${texts.allergies}: `), names));
  }
  parts.push(element("ul", "lines", ...lines.map((line) => element("li", "", line))));
  parts.push(element("p", "facts", element("span", `tag ${fulfilment}`, texts[fulfilment]), element("span", "", `${texts.pays} ${paid(ticket)}`)));
  parts.push(details([
    [texts.notes, notes],
    [texts.ifMissing, [texts.missing[if_missing]]],
    [texts.customer, [name, phone && call(phone)]],
    [texts.address, address ? [address.line, address.postal_code] : []],
    [texts.landmark, [address?.landmark]],
    [texts.tip, [tip]],
  ]));
  return parts;
}

function paid({ total, pays }) {
  const how = [texts.methods[pays.method] ?? pays.method];
  if (pays.exact) how.push(texts.exact);
  if (pays.with) how.push(fill(texts.change, pays));
  return `${total}, ${how.join(", ")}`;
}

/** Names with what there is to say of each; those of which there is nothing are left out. */
function details(rows) {
  const list = element("dl", "details");
  for (const [name, values] of rows) {
    const there = values.filter(Boolean);
    if (there.length) list.append(element("dt", "", name), ...there.map((value) => element("dd", "", value)));
  }
  return list;
}

/** A number that a phone dials at a touch. */
function call(phone) {
  const link = element("a", "", phone);
  link.href = `tel:${phone}`;
  return link;
}

function answers(ticket) {
  const { order, kind, fulfilment } = ticket;
  const form = element("form", "answers");
  const atCounter = kind === "deliver" && fulfilment === "pickup";
  const yes = element("button", "yes", atCounter ? texts.collected : texts.yes[kind]);
  const no = element("button", "no", atCounter ? texts.notCollected : texts.no[kind]);
  yes.type = "submit";
  no.type = "button";
  let minutes = null;
  if (kind === "accept") {
    minutes = element("input", "");
    const key = keyOf(ticket);
    Object.assign(minutes, { type: "number", min: 1, max: 600, value: typed.get(key) ?? USUAL_MINUTES, required: true, inputMode: "numeric" });
    minutes.addEventListener("input", () => keepTyped(key, minutes.value));
    form.append(element("label", "minutes", minutes, ` ${texts.minutes}`));
  }
  form.append(yes, ...(NOTES.includes(kind) ? [] : [no]));
  form.noValidate = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (minutes && !minutes.checkValidity()) {
      toast(texts.badMinutes);
      minutes.focus();
      return;
    }
    send(form, ticket, { answer: "yes", ...(minutes ? { minutes: Number(minutes.value) } : {}) });
  });
  no.addEventListener("click", twice(no, kind, () => send(form, ticket, { answer: "no" })));
  return form;
}

/** Ends an order only at the second press; keeping one needs no second. */
function twice(button, kind, act) {
  if (kind === "cancel") return act;
  let reset = null;
  const words = button.textContent;
  return () => {
    if (reset !== null) {
      clearTimeout(reset);
      act();
      return;
    }
    button.textContent = texts.sure;
    button.classList.add("sure");
    reset = setTimeout(() => {
      reset = null;
      button.textContent = words;
      button.classList.remove("sure");
    }, SURE_WITHIN);
  };
}

async function send(form, ticket, answer) {
  const { order, kind } = ticket;
  const n = numberOf(ticket) || (ticket.callback?.name ?? "");
  const buttons = form.querySelectorAll("button, input");
  buttons.forEach((button) => { button.disabled = true; });
  try {
    const response = await ask(`tickets/${encodeURIComponent(order)}/${kind}`, 10000, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(answer),
    });
    if (response.status === 409) toast(fill(texts.tooLate, { n }));
    else if (!response.ok) {
      const { message = String(response.status) } = await response.json().catch(() => ({}));
      toast(fill(texts.refused, { n, message }));
    }
    await look();
  } catch (error) {
    if (error instanceof Ended) toast(fill(texts.signInFirst, { n }));
    if (!stopFor(error)) toast(fill(texts.failed, { n }));
  }
  buttons.forEach((button) => { button.disabled = false; });
}

let hiding = null;
function toast(words) {
  at("toast").textContent = words;
  at("toast").hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => { at("toast").hidden = true; }, 6000);
}

/** What is wrong with a changed menu, once for each change of it: a live region speaks whatever it is given. */
function showFaults(faults) {
  const shown = JSON.stringify([language, faults]);
  if (at("faults").dataset.shown === shown) return;
  at("faults").dataset.shown = shown;
  at("faults").hidden = faults.length === 0;
  const list = element("ul", "faults", ...faults.map((fault) => element("li", "", fault)));
  at("faults").replaceChildren(...(faults.length ? [element("p", "", texts.menuFaults), list] : []));
}

function show(board) {
  if (board.language !== language || columns.size === 0) {
    language = TEXTS[board.language] ? board.language : "en-US";
    texts = TEXTS[language];
    layOut();
  }
  at("shop").textContent = board.shop;
  at("learn").hidden = !board.learns;
  if (learning && !board.learns) learn(false);
  showFaults(board.menu_faults);
  const number = board.tickets.length;
  document.title = `${number ? `(${number}) ` : ""}${texts.title} · ${board.shop}`;
  if (at("count").textContent !== texts.count(number)) at("count").textContent = texts.count(number);

  const open = new Set();
  for (const ticket of [...board.tickets].sort((a, b) => b.waiting_seconds - a.waiting_seconds)) {
    const place = columns.get(ticket.kind);
    if (!place) continue;
    const key = keyOf(ticket);
    open.add(key);
    const known = cards.get(key);
    if (!known || known.shows !== shown(ticket)) {
      const made = cardOf(ticket);
      if (known) known.card.replaceWith(made.card);
      else place.list.append(made.card);
      cards.set(key, made);
    }
    const { waiting } = cards.get(key);
    waiting.textContent = age(ticket.waiting_seconds);
    waiting.classList.toggle("late", ticket.waiting_seconds >= LATE_AFTER);
  }
  for (const [key, { card }] of cards) {
    if (open.has(key)) continue;
    card.remove();
    cards.delete(key);
  }
  for (const key of typed.keys()) if (!open.has(key)) typed.delete(key);
  for (const { column, count, list } of columns.values()) {
    count.textContent = list.children.length || "";
    column.classList.toggle("empty", list.children.length === 0);
  }
}

async function look() {
  const response = await ask("tickets", 5000);
  if (!response.ok) throw new Error(String(response.status));
  show(await response.json());
}

let stopped = false;
/** Whether somebody has just come back from signing in. */
let isBack = false;
async function keepLooking() {
  try {
    await look();
    at("unreachable").hidden = true;
  } catch (error) {
    at("unreachable").hidden = stopFor(error);
  }
  if (!stopped) setTimeout(keepLooking, LOOK_EVERY);
}

/** Stops where only signing in helps. What is on the board stays there for whoever was let see it, and for nobody else. */
function stopFor(error) {
  if (stopped) return true;
  if (error instanceof Ended) ended();
  else if (error instanceof NotStaff) tell("notStaff");
  else return false;
  stopped = true;
  at("unreachable").hidden = true;
  if (error instanceof NotStaff) clear();
  return true;
}

/** A session that ended before it showed anything leaves nothing to keep, unless signing in is what did not help. */
function ended() {
  if (columns.size === 0 && !isBack) enter();
  else tell("ended");
}

function clear() {
  at("board").replaceChildren();
  at("count").textContent = "";
  at("faults").hidden = true;
  at("learn").hidden = true;
  at("learning").replaceChildren();
  at("toast").hidden = true;
  document.title = "Comanda";
  columns.clear();
  cards.clear();
}

/** Says in a sentence how things stand, with the button that goes on from there. */
function tell(notice) {
  const other = notice === "notStaff";
  const button = element("button", "", other ? texts.anotherAccount : texts.signIn);
  button.type = "button";
  button.addEventListener("click", other ? leave : enter);
  at("sign-out").hidden = true;
  at("notice").replaceChildren(element("p", "", texts.notices[notice]), button);
  at("notice").hidden = false;
}

function keepTyped(key, value) {
  typed.set(key, value);
  if (needed) sessionStorage.setItem(KEEP_TYPED, JSON.stringify([...typed]));
}

function enter() {
  signIn(language).catch(() => tell("failed"));
}

function leave() {
  stopped = true;
  clear();
  sessionStorage.removeItem(KEEP_TYPED);
  signOut();
}

async function start() {
  speak();
  // A page that comes back from the browser's own cache shows what held before somebody went away to sign in or out.
  if (needed) addEventListener("pageshow", ({ persisted }) => { if (persisted) location.reload(); });
  const stands = await arrive().catch(() => "failed");
  if (stands === "out") return enter();
  isBack = stands === "back";
  if (stands !== "in" && !isBack) return tell(stands);
  if (needed) {
    typed = new Map(JSON.parse(sessionStorage.getItem(KEEP_TYPED) ?? "[]"));
    at("sign-out").hidden = false;
    at("sign-out").addEventListener("click", leave);
  }
  at("learn").addEventListener("click", () => learn(!learning));
  return keepLooking();
}

start();
