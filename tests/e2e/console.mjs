// Drives the console and the staff board in a real browser: an order in each language over each channel, from the
// first word to the door. It is run by hand, against a server whose kitchen and courier are people (this script):
//
//   mkdir -p target && cp -r menu target/open && sed -i -e '/^\[\[holiday/,/^$/d' -e 's/^\(...\) = \["1.*/\1 = ["00:00-24:00"]/' target/open/shop.toml
//   cargo run -- serve --menu target/open --listen 127.0.0.1:7172 --data "$(mktemp -d)" --pace manual
//   cd tests/e2e && npm install && node console.mjs http://127.0.0.1:7172
//
// It needs a Chromium (CHROMIUM=/path/to/it; /usr/bin/chromium without), and exits with 1 where anything failed.
// SHOTS=DIR keeps a picture of each page at its end. Voice and microphone are stand-ins that record and play words:
// headless browsers have neither.

import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const base = process.argv[2] ?? "http://127.0.0.1:7070";
const WAIT = 15000;

const TALKS = {
  "en-US": {
    order: "a large pepperoni and a guaraná",
    correction: "no, scrap the guaraná, make it two Cokes",
    corrected: /two cokes/i,
    done: "that's all",
    readBack: /send it\?/i,
    answers: [
      [/delivery or pickup/i, "delivery"],
      [/postal code/i, "05411-010"],
      [/what number/i, "number sixty-six"],
      [/with that\?/i, "no"],
      [/to pay/i, "by card"],
      [/what name/i, "Ana Lima"],
      [/phone number/i, "11 98765 4321"],
      [/missing/i, "call me"],
      [/anything else/i, "that's all"],
    ],
    yes: "yes",
    status: "where is my order?",
    offMenu: ["i want sushi", /no sushi/i],
    spell: ["spell the pepperoni", /P, E, P, P, E, R/],
    nothing: /nothing on it/i,
  },
  "pt-BR": {
    order: "uma calabresa grande e um guaraná",
    correction: "tira o guaraná, põe duas cocas",
    corrected: /duas cocas/i,
    done: "só isso",
    readBack: /posso mandar\?/i,
    answers: [
      [/entrega ou retirada/i, "entrega"],
      [/CEP/, "05411-010"],
      [/que número/i, "sessenta e seis"],
      [/acompanhar/i, "não"],
      [/pagar/i, "no cartão"],
      [/nome/i, "Ana Lima"],
      [/telefone/i, "11 98765 4321"],
      [/faltar/i, "me liga"],
      [/mais alguma coisa/i, "só isso"],
    ],
    yes: "sim",
    status: "cadê meu pedido?",
    offMenu: ["quero sushi", /não temos sushi/i],
    spell: ["soletra a calabresa", /C, A, L, A, B/],
    nothing: /nada anotado/i,
  },
};

/** Stand-ins for the browser's voice and ear: `window.spoken` records, `window.hear(words)` plays. */
function standIns() {
  window.spoken = [];
  const voices = [{ lang: "en-US", name: "A" }, { lang: "pt_BR", name: "B" }, { lang: "en-GB", name: "C", default: true }];
  const synthesis = {
    getVoices: () => voices,
    addEventListener() {},
    cancel() {},
    speak: ({ text, lang }) => window.spoken.push({ text, lang }),
  };
  Object.defineProperty(window, "speechSynthesis", { value: synthesis });
  window.SpeechSynthesisUtterance = class {
    constructor(text) { this.text = text; }
  };
  window.SpeechRecognition = class {
    start() {
      window.hear = (readings) => {
        const result = Object.assign(readings.map((transcript, place) => ({ transcript, confidence: 0.9 - place / 10 })), { isFinal: true });
        this.onresult({ results: [result] });
        this.onend();
      };
    }
    stop() { this.onend(); }
  };
}

async function open(browser, options, path = "/") {
  const context = await browser.newContext(options);
  await context.addInitScript(standIns);
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT);
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !page.isCutOff) page.faults.push(message.text());
  });
  await page.goto(base + path);
  return page;
}

const choose = (page, name, value) => page.locator(`[name=${name}][value=${value}]`).check({ force: true });

/** Types something and waits for the answer. */
async function say(page, words) {
  const answers = page.locator("#log .shop:not(.waiting)");
  const before = await answers.count();
  await page.fill("#words", words);
  await page.press("#words", "Enter");
  await answers.nth(before).waitFor();
  return answers.nth(before).locator("p").innerText();
}

/** Answers whatever is asked until everything is read back. */
async function settle(page, words) {
  let heard = await say(page, words.done);
  for (let turns = 0; turns < 15 && !words.readBack.test(heard); turns += 1) {
    const question = heard.split(/(?<=[.?!]) /).at(-1);
    heard = await say(page, words.answers.find(([asks]) => asks.test(question))?.[1] ?? words.yes);
  }
  assert.match(heard, words.readBack);
}

const stage = (page, wanted) => page.locator(`#orders .card[data-stage=${wanted}]`).first().waitFor();
const shots = (page, name) => process.env.SHOTS && page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
const noSidewaysScroll = async (page) =>
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), "the page scrolls sideways");

/** Answers an order's ticket on the board. */
async function press(board, order, kind, button = ".yes") {
  const card = board.locator(`.card[data-order="${order}"][data-kind=${kind}]`);
  await card.waitFor();
  await card.locator(button).click();
  if (button === ".no") await card.locator(button).click();
  await card.waitFor({ state: "detached" });
}

async function wholeOrder(browser, board, locale, channel) {
  const words = TALKS[locale];
  const page = await open(browser, { locale, viewport: { width: 1440, height: 900 } });
  await choose(page, "locale", locale);
  await choose(page, "channel", channel);
  assert.match(await page.locator("#draft").innerText(), words.nothing);
  await page.click("#start");
  await page.locator("#log .shop:not(.waiting)").first().waitFor();

  await say(page, words.order);
  await page.locator("#draft .sums .total").first().waitFor();
  assert.equal(await page.locator("#draft .lines li").count(), 2);
  assert.match(await say(page, words.offMenu[0]), words.offMenu[1]);
  assert.match(await say(page, words.spell[0]), words.spell[1]);
  await say(page, words.correction);
  await page.locator("#draft .lines li", { hasText: words.corrected }).waitFor();
  await settle(page, words);
  await page.locator("#read-back:visible").waitFor();
  await say(page, words.yes);
  await stage(page, "sent");

  const order = await page.locator("#orders .card").first().getAttribute("data-order");
  await press(board, order, "accept");
  await stage(page, "accepted");
  await press(board, order, "ready");
  await stage(page, "ready");
  await press(board, order, "pick_up");
  await stage(page, "out_for_delivery");
  await say(page, words.status);
  await press(board, order, "deliver");
  await stage(page, "delivered");
  await page.locator("#log .news").nth(1).waitFor();

  const spoken = await page.evaluate(() => window.spoken);
  const news = await page.locator("#log .news p").allInnerTexts();
  for (const text of news) assert.ok(spoken.some((one) => one.text === text), `not spoken: ${text}`);
  assert.ok(spoken.every(({ lang }) => lang.replace("_", "-") === locale), "a voice of another language");

  const exchange = page.locator(".exchange").first();
  await exchange.locator("summary").click();
  const requests = await page.locator(".json.request pre").allTextContents();
  const responses = await page.locator(".json.response pre").allTextContents();
  assert.equal(requests.length, responses.length);
  for (const json of [...requests, ...responses]) JSON.parse(json);
  assert.ok(requests.some((json) => json.includes(channel === "alexa" ? '"AMAZON.YesIntent"' : '"YesIntent"')));
  assert.ok(!responses.some((json) => /<|null/.test(json.replace(/"(\\.|[^"\\])*"/g, ""))), "null in a response");
  await finish(page, `console-${channel}-${locale}`);
}

/** By voice, on a phone, in the dark; muted, cut off, and cancelled at the end. */
async function byVoiceOnAPhone(browser, locale, cancel) {
  const words = TALKS[locale];
  const page = await open(browser, { locale, viewport: { width: 390, height: 844 }, colorScheme: "dark" });
  await choose(page, "channel", "lex");
  await page.click("#microphone");
  await page.evaluate((readings) => window.hear(readings), [words.order, `${words.order} x`]);
  await page.locator("#log .shop:not(.waiting)").first().waitFor();
  const request = JSON.parse(await page.locator(".json.request pre").first().textContent());
  assert.equal(request.inputMode, "Speech");
  assert.equal(request.transcriptions.length, 2);
  assert.equal(request.inputTranscript, words.order);
  assert.ok((await page.evaluate(() => window.spoken.length)) > 0);

  await page.click("#mute");
  const before = await page.evaluate(() => window.spoken.length);
  await say(page, words.done);
  assert.equal(await page.evaluate(() => window.spoken.length), before, "spoken although muted");
  await noSidewaysScroll(page);

  page.isCutOff = true;
  await page.context().setOffline(true);
  await page.locator("#unreachable:visible").waitFor();
  await page.fill("#words", words.yes);
  await page.press("#words", "Enter");
  await page.locator("#log .trouble").waitFor();
  await page.context().setOffline(false);
  await page.locator("#unreachable").waitFor({ state: "hidden" });
  page.isCutOff = false;

  // What had not got through changed nothing; a reload keeps customer and draft.
  await page.reload();
  await page.click('.views [data-view="order"]');
  await page.locator("#draft .lines li").nth(1).waitFor();
  await noSidewaysScroll(page);
  await page.click('.views [data-view="talk"]');
  await settle(page, words);
  await say(page, words.yes);
  await page.click('.views [data-view="order"]');
  await stage(page, "sent");
  await page.click('.views [data-view="talk"]');
  await say(page, cancel);
  await say(page, words.yes);
  await page.click('.views [data-view="order"]');
  await stage(page, "cancelled");
  await page.click('.views [data-view="wire"]');
  await noSidewaysScroll(page);
  await finish(page, `phone-${locale}`);
}

/** The kitchen refuses; a second answer comes too late. */
async function refusal(browser, board) {
  const words = TALKS["en-US"];
  const page = await open(browser, { locale: "en-US" });
  await say(page, words.order);
  await settle(page, words);
  await say(page, words.yes);
  await stage(page, "sent");
  const order = await page.locator("#orders .card").first().getAttribute("data-order");
  const card = board.locator(`.card[data-order="${order}"][data-kind=accept]`);
  await card.waitFor();
  board.isCutOff = true;
  const elsewhere = await board.request.post(`${base}/staff/tickets/${order}/accept`, { data: { answer: "no" } });
  assert.equal(elsewhere.status(), 204);
  await card.locator(".yes").click();
  await board.locator("#toast:visible").waitFor();
  await card.waitFor({ state: "detached" });
  board.isCutOff = false;
  await stage(page, "failed");
  await page.locator("#log .news").waitFor();
  await finish(page, "refused");
}

async function finish(page, name) {
  await shots(page, name);
  assert.deepEqual(page.faults, [], `${name}: faults in the browser`);
  await page.context().close();
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
let failed = 0;
async function test(name, run) {
  try {
    await run();
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    console.error(`FAILED  ${name}\n${error.stack}`);
  }
}
try {
  // Both addresses of the board are good.
  const board = await open(browser, { viewport: { width: 1440, height: 900 } }, "/staff/");
  await board.locator(".column").nth(4).waitFor();
  for (const locale of Object.keys(TALKS)) {
    for (const channel of ["alexa", "lex"]) {
      await test(`an order to the door, ${locale} over ${channel}`, () => wholeOrder(browser, board, locale, channel));
    }
  }
  await test("by voice on a phone, en-US", () => byVoiceOnAPhone(browser, "en-US", "cancel my order"));
  await test("by voice on a phone, pt-BR", () => byVoiceOnAPhone(browser, "pt-BR", "cancela meu pedido"));
  await test("a refusal, and an answer that comes too late", () => refusal(browser, board));
  await test("the staff board", async () => {
    await board.setViewportSize({ width: 390, height: 844 });
    await noSidewaysScroll(board);
    await finish(board, "staff");
  });
} finally {
  await browser.close();
}
process.exitCode = failed === 0 ? 0 : 1;
