// An Echo and a Lex V2 bot, as far as Comanda can tell them: they make the platforms' genuine requests and read the
// responses. Formats: the Alexa request and response JSON reference, and Lex V2's Lambda input and response formats.

import { carried, exactly, spoken } from "./understanding.js";

const SKILL = "amzn1.ask.skill.00000000-0000-4000-8000-000000000000";
const BOT = { id: "CONSOLE001", name: "Comanda", aliasId: "TSTALIASID", aliasName: "TestBotAlias", version: "DRAFT" };
/** Without a carrier phrase, so few words are a bare answer and more are an order. */
const MOST_WORDS_OF_AN_ANSWER = 4;

/** An Echo whose account is `customer`. */
export class Alexa {
  path = "/alexa";

  constructor(customer) {
    this.userId = `amzn1.ask.account.${customer.replaceAll("-", "").toUpperCase()}`;
    this.deviceId = `amzn1.ask.device.${customer.replaceAll("-", "").toUpperCase()}`;
    this.customer = `alexa:${this.userId}`;
    this.applicationId = SKILL;
    this.session = null;
  }

  get isOpen() {
    return this.session !== null;
  }

  /** "Alexa, open …". */
  greeting(locale) {
    return { label: "LaunchRequest", body: this.#envelope(locale, { type: "LaunchRequest" }) };
  }

  /** What was said, as the intent that the interaction model makes of it. */
  said(transcripts, locale) {
    const intent = alexaIntent(transcripts[0].text);
    return { label: intent.name, body: this.#envelope(locale, { type: "IntentRequest", intent }) };
  }

  /** The customer went away; nothing is said to that. */
  farewell(locale) {
    const body = this.#envelope(locale, { type: "SessionEndedRequest", reason: "USER_INITIATED" });
    this.session = null;
    return { label: "SessionEndedRequest", body };
  }

  /** What a response says: `text` to show, `sentences` to speak. The session goes on, or not. */
  hears({ response = {}, sessionAttributes = {} }) {
    if (response.shouldEndSession === false) this.session = { ...this.session, new: false, attributes: sessionAttributes };
    else this.session = null;
    return readSpeech(response.outputSpeech);
  }

  #envelope(locale, request) {
    this.session ??= { new: true, id: `amzn1.echo-api.session.${crypto.randomUUID()}`, attributes: {} };
    const application = { applicationId: this.applicationId };
    const user = { userId: this.userId };
    const { type, ...rest } = request;
    return {
      version: "1.0",
      session: { new: this.session.new, sessionId: this.session.id, application, attributes: this.session.attributes, user },
      context: {
        System: { application, user, device: { deviceId: this.deviceId, supportedInterfaces: {} }, apiEndpoint: "https://api.amazonalexa.com" },
      },
      request: { type, requestId: `amzn1.echo-api.request.${crypto.randomUUID()}`, locale, timestamp: new Date().toISOString().replace(/\.\d+/, ""), ...rest },
    };
  }
}

/** The intent of some words; what no sample carries goes into a slot whole. */
function alexaIntent(words) {
  const bare = exactly(words);
  if (bare) return { name: bare.alexa, confirmationStatus: "NONE" };
  const found = carried(words);
  if (found) return withSlot(found.intent.alexa, "query", found.query);
  const heard = spoken(words);
  if (heard === "") return { name: "AMAZON.FallbackIntent", confirmationStatus: "NONE" };
  const few = heard.split(" ").length <= MOST_WORDS_OF_AN_ANSWER;
  return few ? withSlot("AnswerIntent", "item", heard) : withSlot("OrderIntent", "query", heard);
}

function withSlot(name, slot, value) {
  const filled = { name: slot, value, confirmationStatus: "NONE", source: "USER", slotValue: { type: "Simple", value } };
  return { name, confirmationStatus: "NONE", slots: { [slot]: filled } };
}

/** Output speech, without its tags; a substitute is for the ear only. */
function readSpeech(speech) {
  if (!speech) return { text: "", sentences: [] };
  if (!speech.ssml) return { text: speech.text ?? "", sentences: [speech.text ?? ""] };
  const parsed = new DOMParser().parseFromString(speech.ssml, "application/xml");
  if (parsed.querySelector("parsererror")) {
    const plain = speech.ssml.replace(/<[^>]*>/g, " ");
    return { text: plain, sentences: [plain] };
  }
  const tidy = (words) => words.replace(/\s+/g, " ").trim();
  const text = tidy(parsed.documentElement.textContent);
  for (const sub of parsed.querySelectorAll("sub[alias]")) sub.textContent = sub.getAttribute("alias");
  const marked = [...parsed.querySelectorAll("s, p")].filter((part) => !part.querySelector("s"));
  const sentences = (marked.length ? marked : [parsed.documentElement]).map((part) => tidy(part.textContent));
  return { text, sentences };
}

/** A Lex V2 bot whose session is `customer`. */
export class Lex {
  path = "/lex";

  constructor(customer) {
    this.sessionId = customer;
    this.customer = `lex:${BOT.id}:${customer}`;
    this.attributes = {};
    this.isOpen = false;
  }

  /** Nobody opens a bot: somebody speaks first. */
  greeting(locale, words) {
    return this.said([{ text: words }], locale);
  }

  said(transcripts, locale, byVoice = false) {
    const words = transcripts[0].text;
    const name = exactly(words)?.lex ?? "FallbackIntent";
    const intent = { name, slots: {}, state: "InProgress", confirmationState: "None" };
    const fallback = { intent: { ...intent, name: "FallbackIntent" }, interpretationSource: "Lex" };
    const own = { intent, nluConfidence: 1, interpretationSource: "Lex" };
    const body = {
      messageVersion: "1.0",
      invocationSource: "DialogCodeHook",
      inputMode: byVoice ? "Speech" : "Text",
      responseContentType: byVoice ? "audio/mpeg" : "text/plain; charset=utf-8",
      sessionId: this.sessionId,
      inputTranscript: words,
      bot: { ...BOT, localeId: locale.replace("-", "_") },
      interpretations: name === "FallbackIntent" ? [fallback] : [own, fallback],
      proposedNextState: { dialogAction: { type: "Close" }, intent: { ...intent, state: "ReadyForFulfillment" } },
      requestAttributes: {},
      sessionState: { sessionAttributes: this.attributes, activeContexts: [], intent, originatingRequestId: crypto.randomUUID() },
      transcriptions: transcripts.map(({ text, confidence }) => ({
        transcription: text,
        transcriptionConfidence: confidence ?? 1,
        resolvedContext: { intent: name },
        resolvedSlots: {},
      })),
    };
    return { label: name, body };
  }

  /** A caller who hangs up; a bot is not told. */
  farewell() {
    this.attributes = {};
    this.isOpen = false;
    return null;
  }

  hears({ sessionState = {}, messages = [] }) {
    this.isOpen = sessionState.dialogAction?.type !== "Close";
    this.attributes = sessionState.sessionAttributes ?? {};
    const sentences = messages.map((message) => message.content ?? "");
    return { text: sentences.join(" "), sentences };
  }
}
