// The console: it listens or is typed to, sends what a device would send, speaks and shows what comes back, and looks
// every second at how the order is doing.

import { Alexa, Lex } from "./devices.js";
import * as order from "./order.js";
import * as reading from "./reading.js";
import * as talk from "./talk.js";
import { LOCALES, text, translate } from "./texts.js";
import { learn } from "./understanding.js";
import * as voice from "./voice.js";
import * as wire from "./wire.js";

const LOOK_EVERY = 1000;
const LONGEST_WAIT = 15000;
const at = (id) => document.getElementById(id);
/** Yes, no, and a person. */
const KEYS = ["1", "2", "0"];

/** What the browser remembers; where it may not, for as long as the page lives. */
const memory = {
  kept: new Map(),
  get(name) {
    try { return localStorage.getItem(`comanda.${name}`) ?? this.kept.get(name); } catch { return this.kept.get(name); }
  },
  set(name, value) {
    this.kept.set(name, value);
    try { localStorage.setItem(`comanda.${name}`, value); } catch { /* the page remembers */ }
  },
};

/** What can be chosen of an Echo. */
const TRAITS = ["isKnown", "hasScreen"];

const state = {
  locale: LOCALES.includes(memory.get("locale")) ? memory.get("locale") : navigator.language.startsWith("pt") ? "pt-BR" : "en-US",
  channel: memory.get("channel") === "lex" ? "lex" : "alexa",
  isMuted: memory.get("muted") === "yes",
  isKnown: memory.get("isKnown") !== "no",
  hasScreen: memory.get("hasScreen") === "yes",
  devices: {},
  /** By customer: the number of the last announcement heard. */
  heard: new Map(),
  view: null,
  viewText: "",
  isBusy: false,
  stopListening: null,
  /** What is to be spoken once the microphone is closed. */
  unsaid: [],
};

const device = () => state.devices[state.channel];

function newDevices() {
  if (!memory.get("customer")) memory.set("customer", crypto.randomUUID());
  const customer = memory.get("customer");
  const alexa = Object.assign(new Alexa(customer), Object.fromEntries(TRAITS.map((trait) => [trait, state[trait]])));
  state.devices = { alexa, lex: new Lex(customer) };
}

// Talking

/** Sends what `make` makes on the device, and says what comes back. `label` ties it to what was said. */
async function exchange(make, label) {
  if (state.isBusy) return;
  state.isBusy = true;
  const here = device();
  const answered = talk.waiting();
  try {
    const known = await learn(state.locale);
    if (known.application_id && here instanceof Alexa) here.applicationId = known.application_id;
    const { label: name, body } = make(here);
    const reply = await post(here.path, name, body);
    label?.(name, reply.open);
    answered();
    answer(here, reply);
  } catch {
    answered();
    talk.trouble(text("failedTurn"));
  } finally {
    state.isBusy = false;
    look();
  }
}

async function post(path, label, request) {
  // Before the turn changes what its words are about.
  const read = await reading.ask(path, request);
  const began = performance.now();
  const entry = { path, label, request, response: null, status: 0, milliseconds: 0, reading: read };
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(LONGEST_WAIT),
    });
    entry.status = response.status;
    entry.response = await response.json().catch(() => null);
  } finally {
    entry.milliseconds = Math.round(performance.now() - began);
    entry.open = openInView(wire.show(entry));
  }
  return entry;
}

function answer(here, { status, response }) {
  if (status !== 200 || response === null) {
    const message = response?.message;
    talk.trouble(message ? text("refused", { status, message }) : text("broken", { status }));
    return;
  }
  const { text: words, sentences, rows, asksConsent } = here.hears(response);
  if (words) {
    talk.shop(words, state.locale, rows);
    say(sentences, state.locale);
  }
  if (asksConsent) talk.note(text("consentCard"));
  if (!here.isOpen) talk.note(text("ended"));
}

function said(transcripts, byVoice) {
  if (state.isBusy || transcripts.length === 0) return;
  voice.hush();
  const label = talk.customer(transcripts[0].text, state.locale);
  exchange((here) => here.said(transcripts, state.locale, byVoice), label);
}

function pressed(key) {
  if (state.isBusy) return;
  voice.hush();
  const label = talk.customer(text("pressed", { key }), state.locale);
  exchange((here) => here.keyed(key, state.locale), label);
}

function start() {
  if (state.isBusy) return;
  if (state.channel === "alexa") talk.note(text("opened"));
  const label = state.channel === "lex" ? talk.customer(text("greeting"), state.locale) : undefined;
  exchange((here) => here.greeting(state.locale, text("greeting")), label);
}

/** Speaks, but not into an open microphone. */
function say(sentences, locale) {
  if (state.stopListening) state.unsaid.push([sentences, locale]);
  else if (!state.isMuted) voice.speak(sentences, locale);
}

/** Ends the conversation of a device, as when somebody walks away. */
function leave() {
  voice.hush();
  const here = device();
  if (!here.isOpen) return;
  const farewell = here.farewell(state.locale);
  if (farewell) post(here.path, farewell.label, farewell.body).catch(() => {});
}

// Looking at the order

let looking = null;
async function look() {
  clearTimeout(looking);
  const { customer } = device();
  const { locale } = state;
  const query = new URLSearchParams({ customer, locale });
  if (state.heard.has(customer)) query.set("after", state.heard.get(customer));
  try {
    const response = await fetch(`/console/state?${query}`, { signal: AbortSignal.timeout(5000) });
    if (!response.ok) throw new Error(String(response.status));
    const view = await response.json();
    at("unreachable").hidden = true;
    if (customer === device().customer && locale === state.locale) take(customer, view);
  } catch {
    at("unreachable").hidden = false;
  }
  clearTimeout(looking);
  looking = setTimeout(look, LOOK_EVERY);
}

function take(customer, view) {
  const last = state.heard.get(customer) ?? -1;
  for (const { number, text: words, language } of view.announcements) {
    if (number <= last) continue;
    talk.news(words, language);
    say([words], language);
  }
  if (view.after > last) state.heard.set(customer, view.after);
  const shown = JSON.stringify([view.shop, view.draft, view.orders, state.locale]);
  if (shown === state.viewText) return;
  state.viewText = shown;
  state.view = view;
  at("shop").textContent = view.shop;
  document.title = `${view.shop} · Comanda`;
  for (const input of document.querySelectorAll("[name=locale]")) {
    input.parentElement.hidden = !view.languages.includes(input.value);
  }
  order.show(view);
  suggest();
}

function suggest() {
  const { draft, orders = [] } = state.view ?? {};
  const kind = draft?.read_back ? "readBack" : draft ? "draft" : orders.some((one) => !one.ended) ? "order" : "empty";
  const chips = text("chips")[kind].map((words) => {
    const chip = document.createElement("button");
    chip.type = "button";
    chip.textContent = words;
    chip.addEventListener("click", () => said([{ text: words }], false));
    const item = document.createElement("li");
    item.append(chip);
    return item;
  });
  at("chips").replaceChildren(...chips);
}

// Controls

function openInView(open) {
  return () => {
    showView("wire");
    open();
  };
}

function showView(view) {
  document.body.dataset.view = view;
  for (const button of document.querySelectorAll(".views button")) {
    button.setAttribute("aria-pressed", String(button.dataset.view === view));
  }
}

function settle() {
  translate(state.locale);
  document.querySelector(`[name=locale][value="${state.locale}"]`).checked = true;
  document.querySelector(`[name=channel][value="${state.channel}"]`).checked = true;
  at("mute").setAttribute("aria-pressed", String(state.isMuted));
  document.querySelectorAll("[data-channel]").forEach((part) => { part.hidden = part.dataset.channel !== state.channel; });
  at("keys").querySelectorAll("button").forEach((button) => button.setAttribute("aria-label", text("key", { key: button.textContent })));
  at("start").textContent = text("start")[state.channel];
  at("endpoint").textContent = `POST ${device().path}`;
  hint();
  suggest();
  order.show(state.view ?? { draft: null, orders: [] });
}

function hint() {
  const words = state.stopListening ? text("listening")
    : !voice.canListen ? text("noMicrophone")
    : !voice.canSpeak(state.locale) ? text("noVoice")
    : "";
  at("hint").textContent = words;
}

function choose(name, value) {
  leave();
  state[name] = value;
  memory.set(name, value);
  settle();
  look();
}

function toggleListening() {
  if (state.stopListening) {
    state.stopListening();
    return;
  }
  const words = at("words");
  state.stopListening = voice.listen(
    state.locale,
    (soFar) => { words.value = soFar; },
    (readings, error) => {
      state.stopListening = null;
      at("microphone").setAttribute("aria-pressed", "false");
      words.value = "";
      hint();
      if (readings.length > 0) said(readings, true);
      state.unsaid.splice(0).forEach((held) => say(...held));
      if (readings.length === 0 && error && error !== "aborted") {
        const isKnown = ["not-allowed", "no-speech"].includes(error);
        talk.trouble(isKnown ? text(error) : text("otherSpeech", { error }));
      }
    },
  );
  at("microphone").setAttribute("aria-pressed", "true");
  hint();
}

function forget() {
  leave();
  memory.set("customer", crypto.randomUUID());
  newDevices();
  talk.note(text("forgotten"));
  settle();
  look();
}

document.querySelectorAll("[name=locale], [name=channel]").forEach((input) =>
  input.addEventListener("change", () => choose(input.name, input.value)));
for (const trait of TRAITS) {
  const input = document.querySelector(`[name=${trait}]`);
  input.checked = state[trait];
  input.addEventListener("change", () => {
    state[trait] = state.devices.alexa[trait] = input.checked;
    memory.set(trait, input.checked ? "yes" : "no");
  });
}
at("keys").append(...KEYS.map((key) => {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = key;
  button.addEventListener("click", () => pressed(key));
  return button;
}));
document.querySelectorAll(".views button").forEach((button) =>
  button.addEventListener("click", () => showView(button.dataset.view)));
at("start").addEventListener("click", start);
at("forget").addEventListener("click", forget);
at("mute").addEventListener("click", () => {
  state.isMuted = !state.isMuted;
  memory.set("muted", state.isMuted ? "yes" : "no");
  at("mute").setAttribute("aria-pressed", String(state.isMuted));
  if (state.isMuted) voice.hush();
});
at("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  const words = at("words").value.trim();
  if (words === "" || state.isBusy) return;
  at("words").value = "";
  said([{ text: words }], false);
});
at("microphone").hidden = !voice.canListen;
at("microphone").addEventListener("click", toggleListening);
voice.onVoices(hint);

newDevices();
settle();
look();
