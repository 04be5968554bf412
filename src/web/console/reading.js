// How the grammar read what was said: each stretch of words with what it became, what came of them, and how sure that is.

const element = (name, className, words = "") => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = words;
  return made;
};

/** Asks how a request's words would be read now; nothing where it has none, or where there is no telling. */
export async function ask(path, request) {
  try {
    const response = await fetch(`/console/explain?of=${path.slice(1)}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(5000),
    });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** Shows a reading, in the language that it is in. */
export function shown(reading) {
  const whole = element("div", "reading-parts");
  const words = element("ol", "words");
  words.append(...reading.words.map(stretch));
  const verdict = element("p", "verdict");
  verdict.append(element("span", reading.certain ? "tag" : "tag bad", reading.verdict));
  if (reading.doubts.length > 0) verdict.append(` ${reading.doubts.map(({ says }) => says).join("; ")}`);
  whole.append(words, element("h4", "", reading.outcome), list(reading.lines), verdict);
  return whole;
}

function stretch({ words, became, says, taken_for: takenFor }) {
  const item = element("li", takenFor ? `${became} put-right` : became);
  item.append(element("b", "", words), " ", element("span", "", says));
  return item;
}

function list(lines) {
  const all = element("ul", "outcome");
  all.append(...lines.map((line) => element("li", "", line)));
  return all;
}
