// Signs staff in at the board in a real browser, as on AWS: the function `staff` behind the template's own routes, with
// stand-ins for API Gateway and for the user pool's pages. It is run by hand:
//
//   cd tests/e2e && npm install && node board/drive.mjs
//
// It needs cargo and a Chromium (CHROMIUM=/path/to/it; /usr/bin/chromium without), and exits with 1 where anything failed.
// SHOTS=DIR keeps pictures of what staff see, at 390 and at 1440 pixels.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import { Gateway } from "./gateway.mjs";
import { Pool } from "./pool.mjs";

const ROOT = new URL("../../..", import.meta.url).pathname;
const LOG = `${ROOT}/target/e2e/board.log`;
const WAIT = 15000;
const MINUTE = 60 * 1000;
/** How far the clocks of pool, gateway and pages are ahead. */
let ahead = 0;
const now = () => Date.now() + ahead;

const WORDS = {
  "en-US": { ended: /session has ended/, signedOut: /signed out/, notStaff: /may not work at this board/, unasked: /did not begin on this page/, signInFirst: /not taken, because your session has ended/, lang: "en" },
  "pt-BR": { ended: /sessão terminou/, signedOut: /Você saiu/, notStaff: /não pode trabalhar/, unasked: /não começou nesta página/, signInFirst: /não foi aceito, porque sua sessão terminou/, lang: "pt-BR" },
};

async function startShop(pool) {
  mkdirSync(`${ROOT}/target/e2e`, { recursive: true });
  const cargo = ["test", "--quiet", "--locked", "--features", "aws", "--test", "board", "--", pool.url, pool.id, LOG];
  const process = spawn("cargo", cargo, { cwd: ROOT, stdio: ["pipe", "pipe", "inherit"] });
  for await (const line of createInterface({ input: process.stdout })) {
    if (line.startsWith("{")) return { ...JSON.parse(line), stop: () => process.stdin.end() };
  }
  throw new Error("the shop did not start");
}

/** What a customer answers, by what they are asked. */
const ANSWERS = [
  [/delivery or pickup/i, "pickup"],
  [/anything else/i, "that's all"],
  [/pay/i, "card"],
  [/name/i, "Ana Lima"],
  [/number/i, "eleven nine eight seven six five four three two one zero"],
  [/missing/i, "call me"],
];

/** An order, from the first word to the yes, over the same machine's endpoint for Lex. */
async function order(shop, customer) {
  let attributes = {};
  let said = "a large pepperoni and a guaraná";
  for (let turns = 0; turns < 12; turns += 1) {
    const intent = { name: "FallbackIntent", slots: {}, state: "InProgress" };
    const event = {
      messageVersion: "1.0", invocationSource: "FulfillmentCodeHook", inputMode: "Text", responseContentType: "text/plain; charset=utf-8",
      sessionId: customer, inputTranscript: said, bot: { id: "B", name: "B", aliasId: "A", localeId: "en_US", version: "1" },
      sessionState: { sessionAttributes: attributes, intent },
    };
    const response = await fetch(`${shop}/lex`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(event) });
    assert.equal(response.status, 200);
    const { messages, sessionState } = await response.json();
    const heard = messages.map(({ content }) => content).join(" ");
    if (said === "yes" && !heard.endsWith("?")) return;
    const question = heard.split(". ").at(-1);
    said = ANSWERS.find(([asks]) => asks.test(question))?.[1] ?? "yes";
    attributes = sessionState.sessionAttributes ?? {};
  }
  throw new Error("the order never came to an end");
}

/** A tab of a browser that knows nobody yet. */
async function open(locale = "en-US", viewport = { width: 1440, height: 900 }, address = `${gateway.url}/staff`) {
  const context = await browser.newContext({ locale, viewport, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT);
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(error.message));
  page.on("console", (message) => {
    pages.push(message.text());
    // A status that is told to the page is no fault of it.
    if (message.type() === "error" && !/status of (401|403|400|409)/.test(message.text()) && !page.isCutOff) page.faults.push(message.text());
  });
  await page.clock.install({ time: now() });
  // The board speaks the shop's language, and before it knows it, the browser's. The sample shop's is English.
  if (locale !== "en-US") await page.route("**/staff/tickets", async (route) => {
    const response = await route.fetch();
    const json = response.ok() ? { ...await response.json(), language: locale } : await response.json();
    await route.fulfill({ response, json });
  });
  await page.goto(address);
  return page;
}

/** Time passes for everybody. */
async function pass(page, milliseconds) {
  ahead += milliseconds;
  await page.clock.fastForward(milliseconds);
}

/** Waits until something holds. */
async function until(what, holds) {
  for (const end = Date.now() + WAIT; !holds();) {
    assert.ok(Date.now() < end, `waited in vain for ${what}`);
    await new Promise((done) => { setTimeout(done, 20); });
  }
}

/** Waits until the board has asked for its tickets again. */
function looked() {
  const seen = asked("GET /staff/tickets").length;
  return until("a look", () => asked("GET /staff/tickets").length > seen);
}

async function signIn(page, name = "ana") {
  await page.waitForURL(`${pool.url}/oauth2/authorize?*`);
  await page.fill("[name=username]", name);
  await page.fill("[name=password]", pool.people[name].password);
  await page.click("button");
  await page.waitForURL((url) => url.href === `${gateway.url}/staff`);
}

const board = (page) => page.locator(".column").nth(4).waitFor();
const card = (page, kind) => page.locator(`.card[data-kind=${kind}]`);
const notice = async (page, words) => {
  await page.locator("#notice:visible").waitFor();
  assert.match(await page.locator("#notice p").innerText(), words);
};
const again = (page) => page.locator("#notice button").click();
const held = (page) => page.evaluate(() => Object.keys(sessionStorage).sort().map((key) => key.replace("comanda.", "")).join(" "));
const asked = (key) => gateway.log.filter((entry) => entry.key === key);
const shot = (page, name) => process.env.SHOTS && page.screenshot({ path: `${process.env.SHOTS}/board-${name}.png` });
const noSidewaysScroll = async (page) =>
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), "the page scrolls sideways");

async function finish(page, refusedByPool = []) {
  assert.deepEqual(page.faults, [], "faults in the browser");
  assert.deepEqual(pool.faults, refusedByPool, "what the pool refused");
  pool.faults = [];
  await page.context().close();
}

async function signsInAndWorks(locale) {
  await order(shop.shop, `in-${locale}`);
  gateway.log.length = 0;
  const page = await open(locale);
  await page.waitForURL(`${pool.url}/oauth2/authorize?*`);
  assert.equal(pool.lang, WORDS[locale].lang);
  assert.equal(asked("GET /staff/tickets").length, 0, "asked for tickets without a token");
  await signIn(page);
  await board(page);
  await card(page, "accept").first().locator("input").fill("50");
  await card(page, "accept").first().locator(".yes").click();
  await card(page, "ready").first().waitFor();
  assert.equal(await page.evaluate(() => localStorage.length + document.cookie.length), 0, "kept beyond the tab");
  assert.match(await held(page), /^session( typed)?$/);
  // A reload needs no sign-in; another tab does, and the pool still knows who it is.
  await page.reload();
  await card(page, "ready").first().waitFor();
  const codes = pool.counts.codes;
  const other = await page.context().newPage();
  await other.goto(`${gateway.url}/staff`);
  await board(other);
  assert.equal(pool.counts.codes, codes + 1);
  await card(page, "ready").first().locator(".yes").click();
  await card(page, "ready").first().waitFor({ state: "detached" });
  await shot(page, `work-${locale}`);
  await finish(page);
}

async function renewsBeforeTheEnd() {
  const page = await open();
  await signIn(page);
  await board(page);
  const renewals = pool.counts.renewals;
  gateway.log.length = 0;
  for (let minutes = 0; minutes < 60; minutes += 2) {
    await pass(page, 2 * MINUTE);
    await looked();
  }
  const renewed = pool.counts.renewals - renewals;
  assert.ok(renewed >= 4 && renewed <= 6, `${renewed} renewals in an hour of tokens for 15 minutes`);
  assert.ok(asked("GET /staff/tickets").every(({ status }) => status === 200), "asked with a token past its end");
  // While the pool is out of order the token is good for as long as it lasts, and no longer.
  for (const last = pool.counts.renewals; pool.counts.renewals === last;) {
    await pass(page, MINUTE);
    await looked();
  }
  pool.broken = 503;
  page.isCutOff = true;
  await pass(page, 13.5 * MINUTE);
  await looked();
  assert.equal(gateway.log.at(-1).status, 200);
  await pass(page, 2 * MINUTE);
  await page.locator("#unreachable:visible").waitFor();
  pool.broken = null;
  await pass(page, MINUTE);
  await page.locator("#unreachable").waitFor({ state: "hidden" });
  assert.ok(await page.locator("#notice").isHidden());
  // A gateway whose clock is ahead: refused once, renewed, and asked again.
  const before = pool.counts.renewals;
  ahead += 16 * MINUTE;
  await until("a renewal", () => pool.counts.renewals > before);
  await looked();
  assert.ok(await page.locator("#notice").isHidden());
  assert.equal(gateway.log.at(-1).status, 200);
  await finish(page);
}

async function endsInTheMiddle(locale, width, height) {
  await order(shop.shop, `ended-${locale}`);
  const page = await open(locale, { width, height });
  await signIn(page);
  const accept = card(page, "accept").first();
  await accept.locator("input").fill("75");
  pool.forgetEverybody();
  await pass(page, 20 * MINUTE);
  await notice(page, WORDS[locale].ended);
  assert.equal(await accept.locator("input").inputValue(), "75");
  await noSidewaysScroll(page);
  await shot(page, `ended-${locale}-${width}`);
  const posts = gateway.log.filter(({ key }) => key.startsWith("POST")).length;
  await accept.locator(".yes").click();
  await page.locator("#toast:visible").waitFor();
  assert.match(await page.locator("#toast").innerText(), WORDS[locale].signInFirst);
  assert.equal(gateway.log.filter(({ key }) => key.startsWith("POST")).length, posts, "answered without a session");
  await again(page);
  await signIn(page);
  assert.equal(await card(page, "accept").first().locator("input").inputValue(), "75");
  await card(page, "accept").first().locator(".yes").click();
  await card(page, "ready").first().waitFor();
  await finish(page, ["a renewing token that is none"]);
}

async function signsOut(locale, width, height) {
  await order(shop.shop, `out-${locale}`);
  const page = await open(locale, { width, height });
  await signIn(page);
  await card(page, "accept").first().waitFor();
  await noSidewaysScroll(page);
  await shot(page, `in-${locale}-${width}`);
  const { revocations, signOuts } = pool.counts;
  await page.click("#sign-out");
  await notice(page, WORDS[locale].signedOut);
  await shot(page, `out-${locale}-${width}`);
  assert.equal(page.url(), `${gateway.url}/staff`);
  assert.equal(await held(page), "signed_out");
  assert.equal(await page.locator(".card").count(), 0);
  assert.ok(await page.locator("#sign-out").isHidden());
  assert.deepEqual([pool.counts.revocations, pool.counts.signOuts], [revocations + 1, signOuts + 1]);
  // Neither the way back nor a reload shows what was there, and nobody is sent anywhere unasked.
  const looks = asked("GET /staff/tickets").length;
  await page.goBack().catch(() => {});
  await page.goto(`${gateway.url}/staff`);
  await notice(page, WORDS[locale].signedOut);
  assert.equal(await page.locator(".card").count(), 0);
  assert.equal(asked("GET /staff/tickets").length, looks);
  await again(page);
  await signIn(page);
  await board(page);
  await finish(page);
}

/** Answers that this tab did not ask for; a code that is used twice. */
async function refusesWhatItDidNotAskFor() {
  const strange = await open("en-US", undefined, `${gateway.url}/staff?code=stolen&state=guessed`);
  await notice(strange, WORDS["en-US"].unasked);
  await shot(strange, "unasked");
  assert.equal(strange.url(), `${gateway.url}/staff`);
  await finish(strange);

  // A real code of somebody else's, with a state that is not this tab's.
  const page = await open();
  await page.waitForURL(`${pool.url}/oauth2/authorize?*`);
  const codes = pool.counts.codes;
  const address = new URL(page.url());
  address.searchParams.set("state", "x".repeat(43));
  await page.goto(address.href);
  await page.fill("[name=username]", "ana");
  await page.fill("[name=password]", pool.people.ana.password);
  await page.click("button");
  await notice(page, WORDS["en-US"].unasked);
  assert.equal(pool.counts.codes, codes + 1);
  assert.equal(await held(page), "");
  await again(page);
  await board(page);
  // Somebody who works is not disturbed by such an answer.
  await page.goto(`${gateway.url}/staff?code=stolen&state=guessed`);
  await board(page);
  await page.goto(`${gateway.url}/staff?error=access_denied&state=guessed`);
  await board(page);
  assert.ok(await page.locator("#notice").isHidden());
  await finish(page);

  const refused = await open("en-US", undefined, `${gateway.url}/staff?error=access_denied`);
  await notice(refused, WORDS["en-US"].unasked);
  await finish(refused);
}

async function isForStaffOnly() {
  const page = await open("pt-BR");
  await signIn(page, "guest");
  await notice(page, WORDS["pt-BR"].notStaff);
  assert.equal(await page.locator(".card").count(), 0);
  await shot(page, "not-staff");
  await again(page);
  await notice(page, WORDS["pt-BR"].signedOut);
  await again(page);
  await signIn(page, "ana");
  await board(page);
  // Who is taken out of the group works for as long as the token lasts.
  pool.people.ana.groups = ["owners"];
  await pass(page, 16 * MINUTE);
  await notice(page, WORDS["pt-BR"].notStaff);
  assert.equal(await page.locator(".card").count(), 0);
  pool.people.ana.groups = ["staff", "owners"];
  await finish(page);
}

/** Without a browser: what each route lets through. */
async function opensFilesAlone() {
  const ask = (path, token, method = "GET") => fetch(`${gateway.url}${path}`, {
    method,
    headers: { ...(token ? { Authorization: `Bearer ${token}` } : {}), "Content-Type": "application/json" },
    ...(method === "POST" ? { body: '{"answer":"yes"}' } : {}),
  }).then(({ status }) => status);
  for (const path of ["", "/board.css", "/board.js", "/learning.js", "/session.js", "/texts.js", "/icon.svg"]) assert.equal(await ask(`/staff${path}`), 200, path);
  const seconds = Math.floor(now() / 1000);
  const good = { sub: "s", iss: pool.issuer, client_id: pool.id, token_use: "access", scope: "comanda/board", "cognito:groups": ["staff"], iat: seconds, exp: seconds + 60 };
  const signed = pool.sign(good);
  const tokens = [
    [signed, 200], [null, 401], ["x.y.z", 401], [`${signed}x`, 401],
    [pool.sign({ ...good, exp: seconds - 1 }), 401], [pool.sign({ ...good, iss: "https://elsewhere.example" }), 401], [pool.sign({ ...good, client_id: "another" }), 401],
    // What the pool's own API hands out allows no board; an ID token allows nothing.
    [pool.sign({ ...good, scope: "aws.cognito.signin.user.admin" }), 403], [pool.sign({ ...good, client_id: undefined, aud: pool.id, token_use: "id", scope: undefined }), 403],
    // What the gateway lets through and the function does not.
    [pool.sign({ ...good, token_use: "id", aud: pool.id }), 403], [pool.sign({ ...good, "cognito:groups": undefined }), 403], [pool.sign({ ...good, "cognito:groups": ["owners"] }), 403],
  ];
  // What is learned from turns is for owners.
  const owner = pool.sign({ ...good, "cognito:groups": ["owner"] });
  for (const [token, expected] of [...tokens.slice(1), [signed, 403], [owner, 200]]) {
    assert.equal(await ask("/staff/turns", token), expected);
    assert.equal(await ask("/staff/turns/none-1", token), expected === 200 ? 404 : expected);
  }
  assert.equal(await ask("/staff/tickets", owner), 200);
  for (const [token, expected] of tokens) {
    assert.equal(await ask("/staff/tickets", token), expected);
    assert.equal(await ask("/staff/tickets/nobody/accept", token, "POST"), expected === 200 ? 409 : expected);
  }
  for (const path of ["/", "/staff/", "/staff/tickets/", "/staff//tickets", "/staff/view.rs", "/tickets"]) assert.equal(await ask(path), 401, path);
}

/** A session of yesterday's, in a tab that comes back: straight to the sign-in; and no going round where that does not help. */
async function beginsAnewInTheMorning() {
  const page = await open();
  await signIn(page);
  await board(page);
  await page.goto("about:blank");
  pool.forgetEverybody();
  ahead += 24 * 60 * MINUTE;
  await page.clock.fastForward(24 * 60 * MINUTE);
  await page.goto(`${gateway.url}/staff`);
  await signIn(page);
  await board(page);
  await finish(page, ["a renewing token that is none"]);

  const refused = await open();
  gateway.refuses = true;
  await signIn(refused);
  await notice(refused, WORDS["en-US"].ended);
  assert.equal(await refused.locator(".column").count(), 0);
  const codes = pool.counts.codes;
  await refused.waitForTimeout(500);
  assert.equal(pool.counts.codes, codes);
  gateway.refuses = false;
  await finish(refused);
}

/** The stand-in refuses what a page must not be able to do, or the rest of this would prove little. */
async function isStrict() {
  const verifier = "v".repeat(43);
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const good = { response_type: "code", client_id: pool.id, redirect_uri: `${gateway.url}/staff`, scope: "comanda/board", state: "s".repeat(43), code_challenge: challenge, code_challenge_method: "S256" };
  const post = (path, form) => fetch(`${pool.url}${path}`, { method: "POST", redirect: "manual", body: new URLSearchParams(form) });
  const code = async () => {
    const answer = await post(`/login?${new URLSearchParams(good)}`, { username: "ana", password: pool.people.ana.password });
    return new URL(answer.headers.get("location")).searchParams.get("code");
  };
  const trade = async (changed) => (await post("/oauth2/token", { grant_type: "authorization_code", client_id: pool.id, redirect_uri: good.redirect_uri, code_verifier: verifier, ...changed })).status;
  for (const [name, value] of [["response_type", "token"], ["client_id", "x"], ["redirect_uri", "https://evil.example/staff"], ["scope", "openid"], ["state", ""], ["code_challenge", verifier + "="], ["code_challenge_method", "plain"]]) {
    assert.equal((await fetch(`${pool.url}/oauth2/authorize?${new URLSearchParams({ ...good, [name]: value })}`)).status, 400, name);
  }
  assert.equal(await trade({ code: "none" }), 400);
  assert.equal(await trade({ code: await code(), code_verifier: "w".repeat(43) }), 400);
  assert.equal(await trade({ code: await code(), redirect_uri: `${gateway.url}/` }), 400);
  assert.equal(await trade({ code: await code(), client_id: "x" }), 400);
  const once = await code();
  assert.deepEqual([await trade({ code: once }), await trade({ code: once })], [200, 400]);
  assert.equal((await fetch(`${pool.url}/logout?client_id=${pool.id}&logout_uri=https://evil.example`)).status, 400);
  pool.faults = [];
}

/** The owner sees what was not understood and saves a talk as a test; who only works at the board has no way there. */
async function theOwnerLearns(locale, width, height) {
  const intent = { name: "FallbackIntent", slots: {}, state: "InProgress" };
  const event = {
    messageVersion: "1.0", invocationSource: "FulfillmentCodeHook", inputMode: "Text", responseContentType: "text/plain; charset=utf-8",
    sessionId: `learn-${locale}`, inputTranscript: "a blarghified frumple", bot: { id: "B", name: "B", aliasId: "A", localeId: "en_US", version: "1" },
    sessionState: { sessionAttributes: {}, intent },
  };
  await fetch(`${shop.shop}/lex`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(event) });
  const page = await open(locale, { width, height });
  await signIn(page, "olga");
  await board(page);
  await page.click("#learn");
  const entry = page.locator(".learned li", { hasText: "a blarghified frumple" }).first();
  await entry.waitFor();
  assert.ok(await page.locator("#board").isHidden());
  await shot(page, `learning-${width}`);
  await noSidewaysScroll(page);
  const [file] = await Promise.all([page.waitForEvent("download"), entry.locator("button").click()]);
  assert.match(readFileSync(await file.path(), "utf8"), /^! at .*\n(.*\n)*> a blarghified frumple$/m);
  await page.click("#learn");
  await board(page);
  await finish(page);

  const staff = await open(locale, { width, height });
  await signIn(staff);
  await board(staff);
  assert.ok(await staff.locator("#learn").isHidden());
  await finish(staff);
}

/** One machine: the same page, and nobody signs in. */
async function needsNoSignInOnOneMachine() {
  const page = await open("en-US", undefined, `${shop.shop}/staff`);
  await board(page);
  assert.ok(await page.locator("#sign-out").isHidden());
  assert.equal(await held(page), "");
  await finish(page);
}

/** Nothing that opens a door is in any log: the function's at its most talkative, nor the browser's console. */
function logsNoSecret() {
  const log = readFileSync(LOG, "utf8") + pages.join("\n");
  assert.ok(log.includes("staff.refused"), "the log does not even hold what it should");
  assert.ok(pool.secrets.size > 30);
  for (const secret of pool.secrets) assert.ok(!log.includes(secret), "a secret is in a log");
}

const pages = [];
const pool = new Pool("board1client", now);
pool.people = { ana: { password: "Correct-Horse-1", groups: ["staff", "owners"] }, guest: { password: "Correct-Horse-2", groups: [] }, olga: { password: "Correct-Horse-3", groups: ["owner"] } };
await pool.start();
const shop = await startShop(pool);
const gateway = new Gateway(shop.template, pool, shop.function, now);
await gateway.start();
const [callback] = shop.template.client.CallbackURLs;
assert.deepEqual(shop.template.client.LogoutURLs, [callback]);
pool.registers(shop.template.client, callback["Fn::Sub"].replace("${StaffApi.ApiEndpoint}", gateway.url));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

let failed = 0;
async function test(name, run) {
  if (process.env.ONLY && !name.includes(process.env.ONLY)) return;
  try {
    await run();
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    for (const context of browser.contexts()) await context.close();
    Object.assign(pool, { faults: [], broken: null });
    console.error(`FAILED  ${name}\n${error.stack}`);
  }
}
try {
  await test("the stand-in of the pool is strict", isStrict);
  await test("the files are open, the tickets are not", opensFilesAlone);
  for (const locale of Object.keys(WORDS)) await test(`signs in and works, ${locale}`, () => signsInAndWorks(locale));
  await test("tokens are renewed before they end", renewsBeforeTheEnd);
  await test("a session ends in the middle, on a phone", () => endsInTheMiddle("pt-BR", 390, 844));
  await test("a session ends in the middle, on a desk", () => endsInTheMiddle("en-US", 1440, 900));
  await test("signs out, on a phone", () => signsOut("pt-BR", 390, 844));
  await test("signs out, on a desk", () => signsOut("en-US", 1440, 900));
  await test("answers that nobody asked for are refused", refusesWhatItDidNotAskFor);
  await test("only members of staff see tickets", isForStaffOnly);
  await test("the owner learns, on a phone", () => theOwnerLearns("pt-BR", 390, 844));
  await test("the owner learns, on a desk", () => theOwnerLearns("en-US", 1440, 900));
  await test("a session of yesterday's", beginsAnewInTheMorning);
  await test("nobody signs in on one machine", needsNoSignInOnOneMachine);
  await test("no token, code or verifier is logged", logsNoSecret);
} finally {
  await browser.close();
  pool.server.close();
  gateway.server.close();
  shop.stop();
}
process.exitCode = failed === 0 ? 0 : 1;
