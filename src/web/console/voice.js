// The browser's own voice and ear, where it has them. Speaking is queued; listening ends it, as one stops talking
// when interrupted.

const synthesis = window.speechSynthesis;
const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
/** How many readings of an utterance are asked for. */
const MOST_READINGS = 5;

export const canListen = Boolean(Recognition);

/** Browsers find their voices some time after a page has loaded; until then any language may have one. */
const VOICES_WITHIN = 2000;

let voices = [];
let isLooking = Boolean(synthesis);
const voiceListeners = [];
function takeVoices() {
  voices = synthesis.getVoices();
  voiceListeners.forEach((tell) => tell());
}
if (synthesis) {
  takeVoices();
  synthesis.addEventListener?.("voiceschanged", takeVoices);
  setTimeout(() => {
    isLooking = false;
    takeVoices();
  }, VOICES_WITHIN);
}

/** Calls back when the browser has found out which voices it has. */
export function onVoices(tell) {
  voiceListeners.push(tell);
}

/** The best voice for a language: its own region, then the more natural ones. */
function voiceOf(locale) {
  const tag = (voice) => voice.lang.replace("_", "-").toLowerCase();
  const wanted = locale.toLowerCase();
  const worth = (voice) =>
    (tag(voice) === wanted ? 4 : 0) + (/natural|premium|enhanced|google|siri/i.test(voice.name) ? 2 : 0) + (voice.default ? 1 : 0);
  return voices
    .filter((voice) => tag(voice).slice(0, 2) === wanted.slice(0, 2))
    .sort((a, b) => worth(b) - worth(a))[0];
}

/** Whether answers can be heard in a language. */
export function canSpeak(locale) {
  return voiceOf(locale) !== undefined || (isLooking && voices.length === 0);
}

/** Speaks sentences after those that are being spoken. A voice of another language is worse than none. */
export function speak(sentences, locale) {
  const voice = voiceOf(locale);
  if (!synthesis || (!voice && voices.length > 0)) return;
  for (const sentence of sentences) {
    const utterance = new SpeechSynthesisUtterance(sentence);
    if (voice) utterance.voice = voice;
    utterance.lang = voice?.lang ?? locale;
    synthesis.speak(utterance);
  }
}

/** Ends all speaking. */
export function hush() {
  synthesis?.cancel();
}

/**
 * Listens to one utterance. `hears(words)` gets what is made out so far, `ends(readings, error)` once what was said,
 * best reading first, or none.
 * @returns a function that stops listening
 */
export function listen(locale, hears, ends) {
  const recognition = new Recognition();
  let readings = [];
  let failure = null;
  recognition.lang = locale;
  recognition.interimResults = true;
  recognition.maxAlternatives = MOST_READINGS;
  recognition.onresult = ({ results }) => {
    const last = results[results.length - 1];
    hears([...results].map((result) => result[0].transcript).join(" "));
    if (last.isFinal) readings = [...last].map(({ transcript, confidence }) => ({ text: transcript.trim(), confidence }));
  };
  recognition.onerror = ({ error }) => { failure = error; };
  recognition.onend = () => ends(readings.filter(({ text }) => text !== ""), failure);
  hush();
  recognition.start();
  return () => recognition.stop();
}
