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
    this.personId = `amzn1.ask.person.${customer.replaceAll("-", "").toUpperCase()}`;
    this.applicationId = SKILL;
    this.session = null;
    /** Whether Alexa knows the voice, and whether the device has a screen. */
    this.isKnown = true;
    this.hasScreen = false;
    /** The intent and slot that the last response elicits. */
    this.elicited = null;
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
    const intent = alexaIntent(transcripts[0].text, this.elicited);
    const dialog = intent.name === this.elicited?.intent ? { dialogState: "IN_PROGRESS" } : {};
    return { label: intent.name, body: this.#envelope(locale, { type: "IntentRequest", intent, ...dialog }) };
  }

  /** The customer went away; nothing is said to that. */
  farewell(locale) {
    const body = this.#envelope(locale, { type: "SessionEndedRequest", reason: "USER_INITIATED" });
    this.session = null;
    return { label: "SessionEndedRequest", body };
  }

  /**
   * What a response says: `text` to show, `sentences` to speak, `rows` of a list that is shown, and whether the app
   * asks for consent. The session goes on, or not.
   */
  hears({ response = {}, sessionAttributes = {} }) {
    if (response.shouldEndSession === false) this.session = { ...this.session, new: false, attributes: sessionAttributes };
    else this.session = null;
    const directives = response.directives ?? [];
    const elicit = directives.find(({ type }) => type === "Dialog.ElicitSlot");
    this.elicited = elicit ? { intent: elicit.updatedIntent.name, slot: elicit.slotToElicit } : null;
    const screen = directives.find(({ type }) => type === "Alexa.Presentation.APL.RenderDocument");
    const rows = screen ? screenRows(screen.datasources.list) : cardRows(response.card);
    return { ...readSpeech(response.outputSpeech), rows, asksConsent: response.card?.type === "AskForPermissionsConsent" };
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
        System: {
          application,
          user,
          ...(this.isKnown ? { person: { personId: this.personId } } : {}),
          device: { deviceId: this.deviceId, supportedInterfaces: this.hasScreen ? { "Alexa.Presentation.APL": { runtime: { maxVersion: "2024.3" } } } : {} },
          apiEndpoint: "https://api.amazonalexa.com",
        },
      },
      request: { type, requestId: `amzn1.echo-api.request.${crypto.randomUUID()}`, locale, timestamp: new Date().toISOString().replace(/\.\d+/, ""), ...rest },
    };
  }
}

/** The rows of a list on a screen, without the escapes of its texts. */
function screenRows({ rows = [], total }) {
  const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  return [...rows, ...(total ? [total] : [])].map(({ name, price }) => [plain(name), plain(price)]);
}

/** The rows of a card in the app. */
function cardRows(card) {
  return card?.type === "Simple" ? card.content.split("\n").map((line) => line.split(" · ")) : [];
}

/** The intent of some words; what no sample carries goes into a slot whole: the elicited one, where one is. */
function alexaIntent(words, elicited) {
  const bare = exactly(words);
  if (bare) return { name: bare.alexa, confirmationStatus: "NONE" };
  const found = carried(words);
  if (found) return withSlot(found.intent.alexa, "query", found.query);
  const heard = spoken(words);
  if (heard === "") return { name: "AMAZON.FallbackIntent", confirmationStatus: "NONE" };
  if (elicited) return withSlot(elicited.intent, elicited.slot, heard);
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
  for (const word of parsed.querySelectorAll("say-as[interpret-as=characters]")) word.textContent = [...word.textContent.toUpperCase()].join(", ");
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
    return this.#event(transcripts, locale, exactly(transcripts[0].text)?.lex ?? "FallbackIntent", byVoice ? "Speech" : "Text");
  }

  /** A key of a telephone. */
  keyed(key, locale) {
    return this.#event([{ text: key }], locale, "FallbackIntent", "DTMF");
  }

  #event(transcripts, locale, name, inputMode) {
    const words = transcripts[0].text;
    const intent = { name, slots: {}, state: "InProgress", confirmationState: "None" };
    const fallback = { intent: { ...intent, name: "FallbackIntent" }, interpretationSource: "Lex" };
    const own = { intent, nluConfidence: 1, interpretationSource: "Lex" };
    const body = {
      messageVersion: "1.0",
      invocationSource: "DialogCodeHook",
      inputMode,
      responseContentType: inputMode === "Text" ? "text/plain; charset=utf-8" : "audio/mpeg",
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
    const sentences = messages.map(({ contentType, content = "" }) => (contentType === "SSML" ? readSpeech({ ssml: content }).text : content));
    return { text: sentences.join(" "), sentences };
  }
}
