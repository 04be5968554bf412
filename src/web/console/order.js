// The draft as a slip of paper, and the orders with their stages.

import { text } from "./texts.js";

const STAGES = {
  delivery: ["sent", "accepted", "ready", "out_for_delivery", "delivered"],
  pickup: ["sent", "accepted", "ready", "delivered"],
};

const element = (name, className, ...content) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
};

/** The number by which people speak of an order; the staff board shows the same. */
export function shortNumber(id) {
  return String(Number.parseInt(id.slice(0, 8), 16) % 10000).padStart(4, "0");
}

const capital = (words) => words.charAt(0).toLocaleUpperCase() + words.slice(1);

/** Shows what the state says. */
export function show({ draft, orders }) {
  document.getElementById("slip").hidden = !draft && orders.some((order) => !order.ended);
  showDraft(draft);
  const shown = document.getElementById("orders");
  const open = new Set([...shown.querySelectorAll("details[open]")].map((details) => details.dataset.order));
  shown.replaceChildren(...orders.map((order) => orderCard(order, open.has(order.id))));
  const badge = document.getElementById("badge");
  const underWay = orders.find((order) => !order.ended);
  badge.hidden = !draft && !underWay;
  badge.textContent = draft ? (draft.total ?? String(draft.lines.length)) : underWay ? text(stageName(underWay, underWay.stage)) : "";
}

function showDraft(draft) {
  const readBack = document.getElementById("read-back");
  readBack.hidden = !draft?.read_back;
  readBack.textContent = text("readBack");
  const place = document.getElementById("draft");
  if (!draft) {
    place.replaceChildren(element("p", "quiet", text("draftEmpty")));
    return;
  }
  const sums = element("dl", "sums");
  if (draft.fee) sums.append(element("dt", "", text("delivery")), element("dd", "", draft.fee));
  if (draft.total) sums.append(element("dt", "total", text("total")), element("dd", "total", draft.total));
  place.replaceChildren(lines(draft.lines), sums);
}

function lines(list) {
  const rows = list.map(({ text: words, price }) =>
    element("li", "", element("span", "", capital(words)), element("span", "price", price ?? "…")),
  );
  return element("ul", "lines", ...rows);
}

function stageName(order, stage) {
  return stage === "delivered" && order.fulfilment === "pickup" ? "collected" : stage;
}

function orderCard(order, isOpen) {
  const title = element("h3", "", `${text("orderNumber")} ${shortNumber(order.id)}`);
  const head = element("header", "", title, element("span", "price", order.total));
  const broken = order.stage === "failed" || order.stage === "cancelled";
  const track = broken ? element("p", "tag bad", text(order.stage)) : stages(order);
  const content = order.ended ? folded(order, isOpen) : orderLines(order);
  const words = element("p", "status-words", order.status);
  const card = element("article", order.ended ? "card ended" : "card", head, track, words, content);
  card.dataset.order = order.id;
  card.dataset.stage = order.stage;
  return card;
}

function orderLines({ lines: list, fee }) {
  return lines(fee ? [...list, { text: text("delivery"), price: fee }] : list);
}

function folded(order, isOpen) {
  const details = element("details", "", element("summary", "", text("items")), orderLines(order));
  details.dataset.order = order.id;
  details.open = isOpen;
  return details;
}

function stages(order) {
  const all = STAGES[order.fulfilment] ?? STAGES.delivery;
  const at = all.indexOf(order.stage);
  const steps = all.map((stage, place) => {
    const isDone = place < at || order.ended;
    const step = element("li", isDone ? "done" : place === at ? "now" : "", element("span", "", text(stageName(order, stage))));
    if (isDone) step.append(element("span", "unseen", ` (${text("soFar")})`));
    if (place === at) step.setAttribute("aria-current", "step");
    return step;
  });
  return element("ol", "track", ...steps);
}
