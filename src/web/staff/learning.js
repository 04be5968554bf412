// What the owner learns from the journal of turns: what was not understood, drafts that nobody sent, words that are not on
// the menu. Whatever customers said becomes text, never markup.

import { NotStaff, ask } from "./session.js";

const PATIENCE = 10000;
const at = (id) => document.getElementById(id);

function element(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

/** Reads the journal and shows it, in the given texts. Throws what `ask` throws. */
export async function showLearning(texts) {
  const words = texts.learning;
  const page = at("learning");
  page.replaceChildren(element("p", "quiet", words.reading));
  let learned;
  try {
    const response = await ask("turns", PATIENCE);
    if (!response.ok) throw new Error(String(response.status));
    learned = await response.json();
  } catch (error) {
    if (!(error instanceof NotStaff)) page.replaceChildren(element("p", "banner", words.unreachable));
    throw error;
  }
  page.replaceChildren(
    element("p", "quiet lead", words.lead(learned)),
    failed(texts, learned.failed),
    abandoned(texts, learned.abandoned),
    unknown(texts, learned.unknown),
  );
}

/** A list with its heading and what it is for; where there is nothing, that is said. */
function section(title, hint, entries) {
  const heading = element("h2", "", title, entries.length ? element("span", "count", entries.length) : "");
  const list = entries.length ? element("ul", "learned", ...entries) : element("p", "none", hint.none);
  return element("section", "lesson", heading, element("p", "quiet", hint.about), list);
}

function failed(texts, turns) {
  const { learning: words } = texts;
  return section(words.failed, words.failedHint, turns.map((turn) => {
    const said = turn.words ? element("q", "said", turn.words) : element("span", "said quiet", turn.private ? words.private : words.nothingHeard);
    const facts = [words.outcomes[turn.outcome], turn.asked && words.asked(question(words, turn.asked)), turn.by === "claude" && words.byClaude];
    return entry(texts, turn, said, facts);
  }));
}

function abandoned(texts, talks) {
  const { learning: words } = texts;
  return section(words.abandoned, words.abandonedHint, talks.map((talk) => {
    const last = element("span", "said", talk.asks ? question(words, talk.asks) : words.noQuestion);
    return entry(texts, talk, last, [words.lines(talk.lines)]);
  }));
}

function unknown(texts, found) {
  const { learning: words } = texts;
  return section(words.unknown, words.unknownHint, found.map((one) => entry(texts, one, element("q", "said", one.words), [words.times(one.times)])));
}

function question(words, kind) {
  return words.questions[kind] ?? kind.replaceAll("_", " ");
}

function entry(texts, { talk, when, language, channel }, said, facts) {
  const about = [when, texts.languages[language] ?? language, channel && (texts.learning.channels[channel] ?? channel), ...facts];
  const button = element("button", "plain", texts.learning.replay);
  button.type = "button";
  button.addEventListener("click", () => save(texts, talk, button));
  return element("li", "", element("div", "what", said, element("p", "facts", about.filter(Boolean).join(" · "))), button);
}

/** Saves a talk as a file: a link alone would carry no token. */
async function save(texts, talk, button) {
  button.disabled = true;
  try {
    const response = await ask(`turns/${encodeURIComponent(talk)}`, PATIENCE);
    if (!response.ok) throw new Error(String(response.status));
    const link = element("a", "");
    link.href = URL.createObjectURL(await response.blob());
    link.download = `${talk}.txt`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), PATIENCE);
    button.textContent = texts.learning.saved;
  } catch {
    button.textContent = texts.learning.notSaved;
  }
  button.disabled = false;
}
