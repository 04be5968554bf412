// The staff board: what the kitchen, the counter and the courier are asked, by kind. It looks every two seconds; a
// card stays in place while it is open, so that nothing moves under a finger.

const LOOK_EVERY = 2000;
/** After this many seconds a ticket's age is shown as late. */
const LATE_AFTER = 10 * 60;
const USUAL_MINUTES = 35;
/** How long a refusal waits for its second press, in milliseconds. */
const SURE_WITHIN = 4000;

const KINDS = ["accept", "ready", "pick_up", "deliver", "cancel"];
const TEXTS = {
  "en-US": {
    title: "Staff board",
    unreachable: "Comanda cannot be reached. Answers wait until it is back. Trying again…",
    count: (n) => (n === 1 ? "1 open ticket" : `${n} open tickets`),
    columns: { accept: "New", ready: "In the kitchen", pick_up: "Waiting for a courier", deliver: "To hand over", cancel: "Wants to cancel" },
    none: "Nothing here",
    yes: { accept: "Accept", ready: "Ready", pick_up: "Picked up", deliver: "Delivered", cancel: "Allow" },
    no: { accept: "Refuse", ready: "Can't make it", pick_up: "No courier", deliver: "Not delivered", cancel: "Decline" },
    collected: "Handed over",
    notCollected: "Not fetched",
    sure: "Sure?",
    minutes: "minutes",
    delivery: "Delivery",
    pickup: "Pickup",
    pays: "Pays",
    order: "Order",
    now: "just now",
    tooLate: "Order {n}: this was answered already. Nothing has changed.",
    refused: "Order {n}: not taken. {message}",
    failed: "Order {n}: Comanda cannot be reached. Try again.",
    badMinutes: "Minutes go from 1 to 600.",
  },
  "pt-BR": {
    title: "Painel da equipe",
    unreachable: "A Comanda não responde. As respostas esperam ela voltar. Tentando de novo…",
    count: (n) => (n === 1 ? "1 comanda aberta" : `${n} comandas abertas`),
    columns: { accept: "Novos", ready: "Na cozinha", pick_up: "Esperando entregador", deliver: "Para entregar", cancel: "Quer cancelar" },
    none: "Nada aqui",
    yes: { accept: "Aceitar", ready: "Pronto", pick_up: "Saiu", deliver: "Entregue", cancel: "Permitir" },
    no: { accept: "Recusar", ready: "Não dá", pick_up: "Sem entregador", deliver: "Não entregue", cancel: "Manter" },
    collected: "Retirado",
    notCollected: "Não veio buscar",
    sure: "Certeza?",
    minutes: "minutos",
    delivery: "Entrega",
    pickup: "Retirada",
    pays: "Paga",
    order: "Pedido",
    now: "agora",
    tooLate: "Pedido {n}: já foi respondido. Nada mudou.",
    refused: "Pedido {n}: não foi aceito. {message}",
    failed: "Pedido {n}: a Comanda não responde. Tente de novo.",
    badMinutes: "Os minutos vão de 1 a 600.",
  },
};

const at = (id) => document.getElementById(id);
const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
const element = (name, className, ...content) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
};

let language = navigator.language.startsWith("pt") ? "pt-BR" : "en-US";
let texts = TEXTS[language];
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

function layOut() {
  document.documentElement.lang = language;
  at("unreachable").textContent = texts.unreachable;
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

function cardOf(ticket) {
  const { order, kind, lines, fulfilment, total } = ticket;
  const waiting = element("span", "age");
  const title = element("h3", "", element("span", "unseen", `${texts.order} `), shortNumber(order));
  const facts = element("p", "facts", element("span", `tag ${fulfilment}`, texts[fulfilment]), element("span", "", `${texts.pays} ${total}`));
  const list = element("ul", "lines", ...lines.map((line) => element("li", "", line)));
  const card = element("article", "card", element("header", "", title, waiting), list, facts, answers(ticket));
  card.dataset.order = order;
  card.dataset.kind = kind;
  return { card, waiting };
}

function answers({ order, kind, fulfilment }) {
  const form = element("form", "answers");
  const atCounter = kind === "deliver" && fulfilment === "pickup";
  const yes = element("button", "yes", atCounter ? texts.collected : texts.yes[kind]);
  const no = element("button", "no", atCounter ? texts.notCollected : texts.no[kind]);
  yes.type = "submit";
  no.type = "button";
  let minutes = null;
  if (kind === "accept") {
    minutes = element("input", "");
    Object.assign(minutes, { type: "number", min: 1, max: 600, value: USUAL_MINUTES, required: true, inputMode: "numeric" });
    form.append(element("label", "minutes", minutes, ` ${texts.minutes}`));
  }
  form.append(yes, no);
  form.noValidate = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (minutes && !minutes.checkValidity()) {
      toast(texts.badMinutes);
      minutes.focus();
      return;
    }
    send(form, order, kind, { answer: "yes", ...(minutes ? { minutes: Number(minutes.value) } : {}) });
  });
  no.addEventListener("click", twice(no, kind, () => send(form, order, kind, { answer: "no" })));
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

async function send(form, order, kind, answer) {
  const n = shortNumber(order);
  const buttons = form.querySelectorAll("button, input");
  buttons.forEach((button) => { button.disabled = true; });
  try {
    const response = await fetch(new URL(`tickets/${encodeURIComponent(order)}/${kind}`, import.meta.url), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(answer),
      signal: AbortSignal.timeout(10000),
    });
    if (response.status === 409) toast(fill(texts.tooLate, { n }));
    else if (!response.ok) {
      const { message = String(response.status) } = await response.json().catch(() => ({}));
      toast(fill(texts.refused, { n, message }));
    }
    await look();
  } catch {
    toast(fill(texts.failed, { n }));
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

function show(board) {
  if (board.language !== language || columns.size === 0) {
    language = TEXTS[board.language] ? board.language : "en-US";
    texts = TEXTS[language];
    layOut();
  }
  at("shop").textContent = board.shop;
  const number = board.tickets.length;
  document.title = `${number ? `(${number}) ` : ""}${texts.title} · ${board.shop}`;
  if (at("count").textContent !== texts.count(number)) at("count").textContent = texts.count(number);

  const open = new Set();
  for (const ticket of [...board.tickets].sort((a, b) => b.waiting_seconds - a.waiting_seconds)) {
    const place = columns.get(ticket.kind);
    if (!place) continue;
    const key = `${ticket.order}/${ticket.kind}`;
    open.add(key);
    if (!cards.has(key)) {
      cards.set(key, cardOf(ticket));
      place.list.append(cards.get(key).card);
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
  for (const { column, count, list } of columns.values()) {
    count.textContent = list.children.length || "";
    column.classList.toggle("empty", list.children.length === 0);
  }
}

async function look() {
  const response = await fetch(new URL("tickets", import.meta.url), { signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error(String(response.status));
  show(await response.json());
}

async function keepLooking() {
  try {
    await look();
    at("unreachable").hidden = true;
  } catch {
    at("unreachable").hidden = false;
  }
  setTimeout(keepLooking, LOOK_EVERY);
}

layOut();
keepLooking();
