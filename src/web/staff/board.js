// The staff board: what the kitchen, the counter and the courier are asked, by kind. It looks every two seconds; a
// card stays in place while it is open, so that nothing moves under a finger.

const LOOK_EVERY = 2000;
/** After this many seconds a ticket's age is shown as late. */
const LATE_AFTER = 10 * 60;
const USUAL_MINUTES = 35;
/** How long a refusal waits for its second press, in milliseconds. */
const SURE_WITHIN = 4000;

const KINDS = ["accept", "ready", "pick_up", "deliver", "cancel", "complaint", "callback"];
/** Notes that nobody waits for: they are dealt with, and there is no other answer. */
const NOTES = ["complaint", "callback"];
const TEXTS = {
  "en-US": {
    title: "Staff board",
    unreachable: "Comanda cannot be reached. Answers wait until it is back. Trying again…",
    count: (n) => (n === 1 ? "1 open ticket" : `${n} open tickets`),
    columns: { accept: "New", ready: "In the kitchen", pick_up: "Waiting for a courier", deliver: "To hand over", cancel: "Wants to cancel", complaint: "Something is wrong", callback: "Call back" },
    none: "Nothing here",
    yes: { accept: "Accept", ready: "Ready", pick_up: "Picked up", deliver: "Delivered", cancel: "Allow", complaint: "Done", callback: "Done" },
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
    menuFaults: "The changed menu has faults. What was on offer before still is.",
    badMinutes: "Minutes go from 1 to 600.",
    wanted: "For {time}",
    allergies: "Allergies",
    allergens: { gluten: "gluten", milk: "milk", egg: "egg", peanut: "peanuts", tree_nut: "tree nuts", soy: "soy", fish: "fish", shellfish: "shellfish", sesame: "sesame", mustard: "mustard", sulphite: "sulphites" },
    customer: "Customer",
    address: "Address",
    landmark: "Near",
    notes: "Notes",
    ifMissing: "If something is missing",
    missing: { swap: "replace it", drop: "leave it out", call: "call" },
    tip: "Tip",
    methods: { cash: "cash", card: "card", pix: "Pix" },
    change: "change for {with}: bring {change}",
    exact: "no change",
    languages: { "en-US": "English", "pt-BR": "Portuguese" },
    speaks: "Speaks",
    reason: "About",
    noNumber: "No number was given",
    complaints: { missing: "Missing", wrong: "Wrong", cold: "Cold", late: "Late", damaged: "Damaged", quality: "Not good", charged: "Charged wrongly", other: "Something else" },
  },
  "pt-BR": {
    title: "Painel da equipe",
    unreachable: "A Comanda não responde. As respostas esperam ela voltar. Tentando de novo…",
    count: (n) => (n === 1 ? "1 comanda aberta" : `${n} comandas abertas`),
    columns: { accept: "Novos", ready: "Na cozinha", pick_up: "Esperando entregador", deliver: "Para entregar", cancel: "Quer cancelar", complaint: "Algo deu errado", callback: "Ligar de volta" },
    none: "Nada aqui",
    yes: { accept: "Aceitar", ready: "Pronto", pick_up: "Saiu", deliver: "Entregue", cancel: "Permitir", complaint: "Resolvido", callback: "Resolvido" },
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
    menuFaults: "O cardápio alterado tem erros. Continua valendo o de antes.",
    badMinutes: "Os minutos vão de 1 a 600.",
    wanted: "Para {time}",
    allergies: "Alergias",
    allergens: { gluten: "glúten", milk: "leite", egg: "ovo", peanut: "amendoim", tree_nut: "castanhas", soy: "soja", fish: "peixe", shellfish: "frutos do mar", sesame: "gergelim", mustard: "mostarda", sulphite: "sulfitos" },
    customer: "Cliente",
    address: "Endereço",
    landmark: "Perto de",
    notes: "Observações",
    ifMissing: "Se faltar algo",
    missing: { swap: "trocar", drop: "tirar", call: "ligar" },
    tip: "Gorjeta",
    methods: { cash: "dinheiro", card: "cartão", pix: "Pix" },
    change: "troco para {with}: levar {change}",
    exact: "sem troco",
    languages: { "en-US": "inglês", "pt-BR": "português" },
    speaks: "Fala",
    reason: "Assunto",
    noNumber: "Não deixou número",
    complaints: { missing: "Faltou", wrong: "Veio errado", cold: "Frio", late: "Atrasado", damaged: "Danificado", quality: "Não estava bom", charged: "Cobrança errada", other: "Outra coisa" },
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

/** The number by which people speak of what a ticket is about; none where a customer wants to be called about no order. */
function numberOf({ number }) {
  return number ? shortNumber(number) : "";
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
    Object.assign(minutes, { type: "number", min: 1, max: 600, value: USUAL_MINUTES, required: true, inputMode: "numeric" });
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
  showFaults(board.menu_faults);
  const number = board.tickets.length;
  document.title = `${number ? `(${number}) ` : ""}${texts.title} · ${board.shop}`;
  if (at("count").textContent !== texts.count(number)) at("count").textContent = texts.count(number);

  const open = new Set();
  for (const ticket of [...board.tickets].sort((a, b) => b.waiting_seconds - a.waiting_seconds)) {
    const place = columns.get(ticket.kind);
    if (!place) continue;
    const key = `${ticket.order}/${ticket.kind}`;
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
