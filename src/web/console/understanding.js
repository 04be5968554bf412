// What a device's language understanding would make of words, as far as exact samples go: the interaction models
// list what people say for each intent, and Alexa cuts their carrier phrases ("add …") away.

let known = { locale: "", intents: [], application_id: null };

/** Loads the samples of a language, once. */
export async function learn(locale) {
  if (known.locale === locale) return known;
  const response = await fetch(`/console/intents?locale=${encodeURIComponent(locale)}`, { signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error(String(response.status));
  known = { locale, ...(await response.json()) };
  return known;
}

/** Words as a recogniser writes them: lower case, no punctuation. */
export function spoken(words) {
  return words
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[^\p{L}\p{N}\s'$%&/-]|(?<!\p{N})[-/]|[-/](?!\p{L}|\p{N})/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The intent of which these words are a sample as they stand, if any. */
export function exactly(words) {
  const heard = spoken(words);
  return known.intents.find((intent) => intent.samples.includes(heard));
}

/** The intent with the longest carrier phrase around the words, and what it leaves in its slot. */
export function carried(words) {
  const heard = spoken(words);
  let best = null;
  for (const intent of known.intents) {
    for (const sample of intent.samples) {
      const [before, after] = sample.split("{query}");
      if (after === undefined || !heard.startsWith(before) || !heard.endsWith(after)) continue;
      const query = heard.slice(before.length, heard.length - after.length);
      const carrier = before.length + after.length;
      if (query.trim() !== "" && carrier > (best?.carrier ?? 0)) best = { intent, query, carrier };
    }
  }
  return best;
}
