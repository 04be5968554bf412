// Signing in at the user pool's own pages: an authorization code with PKCE, for a client without a secret. Tokens are kept
// in this tab's session storage and nowhere else, and are never shown or logged. Where the page names no pool, as on one
// machine, nobody signs in and every function here does nothing but pass on.

const { signIn: POOL, client: CLIENT } = document.body.dataset;
/** What a token must allow to reach the tickets; the gateway asks for the same. */
const SCOPE = "comanda/board";
/** The board's own address, as the pool knows it. */
const HERE = new URL("../staff", import.meta.url).href;
/** How long before its end a token is exchanged, in milliseconds; of a short-lived one, a third of its life. */
const EARLY = 2 * 60 * 1000;
const LONGEST_EXCHANGE = 10000;
/** A failed exchange is not tried again at each look, in milliseconds. */
const RETRY_AFTER = 15000;

/** Whether somebody has to sign in. */
export const needed = Boolean(POOL);

/** The session is over, and only signing in again helps. */
export class Ended extends Error {}
/** Whoever is signed in may not do this. */
export class NotStaff extends Error {}

const KEEP = { session: "comanda.session", leaving: "comanda.leaving", signedOut: "comanda.signed_out" };
const read = (key) => JSON.parse(sessionStorage.getItem(key) ?? "null");
const write = (key, value) => sessionStorage.setItem(key, JSON.stringify(value));
const forget = (key) => sessionStorage.removeItem(key);

const base64url = (bytes) => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

/**
 * Where the visitor stands as the page opens: "in" (with a session of before, which may have ended), "back" from signing
 * in, "out" (nobody has signed in yet), "signedOut", "unasked" (an answer that this tab never asked for) or "failed".
 */
export async function arrive() {
  if (!needed) return "in";
  const answer = new URLSearchParams(location.search);
  const asked = read(KEEP.leaving);
  const isAnswer = answer.has("state") || answer.has("code") || answer.has("error");
  if (isAnswer) {
    // A code is good once: neither it nor what belongs to it stays.
    history.replaceState(null, "", HERE);
    forget(KEEP.leaving);
  }
  if (read(KEEP.session)) return "in";
  // Whoever comes back from the pool's pages without an answer is not sent there again unasked.
  if (!isAnswer) return asked || read(KEEP.signedOut) ? "signedOut" : "out";
  if (!asked || answer.get("state") !== asked.state) return "unasked";
  if (!answer.get("code")) return "failed";
  try {
    await exchange({ grant_type: "authorization_code", code: answer.get("code"), redirect_uri: HERE, code_verifier: asked.verifier });
    return "back";
  } catch {
    return "failed";
  }
}

/** Goes to the pool's pages, in the given language; the answer comes to `arrive`. */
export async function signIn(language) {
  const asked = { state: random(), verifier: random() };
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(asked.verifier));
  write(KEEP.leaving, asked);
  forget(KEEP.signedOut);
  location.assign(at("/oauth2/authorize", {
    response_type: "code",
    client_id: CLIENT,
    redirect_uri: HERE,
    scope: SCOPE,
    state: asked.state,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: "S256",
    lang: language.startsWith("pt") ? "pt-BR" : "en",
  }));
}

/** Ends the session here, its tokens at the pool, and what the pool's pages remember of it. */
export function signOut() {
  const session = read(KEEP.session);
  for (const key of Object.values(KEEP)) forget(key);
  write(KEEP.signedOut, true);
  if (session) {
    // The answer cannot be read, nor is it needed: without it the token ends by itself.
    fetch(at("/oauth2/revoke"), {
      method: "POST",
      mode: "no-cors",
      keepalive: true,
      body: new URLSearchParams({ token: session.refresh, client_id: CLIENT }),
    }).catch(() => {});
  }
  location.assign(at("/logout", { client_id: CLIENT, logout_uri: HERE }));
}

/**
 * A request to the board itself, within `patience` milliseconds, in the name of whoever is signed in. Throws `Ended`,
 * `NotStaff`, or what `fetch` throws.
 */
export async function ask(path, patience, options = {}) {
  const send = (token) => fetch(new URL(path, import.meta.url), {
    ...options,
    headers: { ...options.headers, ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    signal: AbortSignal.timeout(patience),
  });
  if (!needed) return send();
  let response = await send(await token());
  if (response.status === 401) {
    // Refused by the gateway, so nothing was done: its clock may be ahead of this one.
    response = await send((await renewed()).access);
    if (response.status === 401) throw end();
  }
  if (response.status === 403) throw new NotStaff();
  return response;
}

/** A token that is good for a while yet. */
async function token() {
  const session = read(KEEP.session);
  if (!session) throw new Ended();
  const now = Date.now();
  if (now < session.renewFrom || (now < session.until && now < notBefore)) return session.access;
  try {
    return (await renewed()).access;
  } catch (error) {
    // The pool may be out of reach for as long as the token lasts.
    if (error instanceof Ended || Date.now() >= session.until) throw error;
    notBefore = Date.now() + RETRY_AFTER;
    return session.access;
  }
}

let notBefore = 0;
let renewing = null;
/** The session with new tokens. Whoever asks while they are being fetched gets the same. */
function renewed() {
  const session = read(KEEP.session);
  if (!session) return Promise.reject(new Ended());
  renewing ??= exchange({ grant_type: "refresh_token", refresh_token: session.refresh }, session.refresh)
    .finally(() => { renewing = null; });
  return renewing;
}

/** Has the pool give tokens for a code or for a token that renews; keeps them. */
async function exchange(grant, refresh = null) {
  const response = await fetch(at("/oauth2/token"), {
    method: "POST",
    body: new URLSearchParams({ client_id: CLIENT, ...grant }),
    credentials: "omit",
    signal: AbortSignal.timeout(LONGEST_EXCHANGE),
  });
  // What the pool refuses it will refuse again; whatever else went wrong may pass.
  if (response.status === 400 || response.status === 401) throw end();
  if (!response.ok) throw new Error(`the user pool answers ${response.status}`);
  const { access_token, refresh_token, expires_in } = await response.json();
  const life = expires_in * 1000;
  const until = Date.now() + life;
  const session = { access: access_token, refresh: refresh_token ?? refresh, until, renewFrom: until - Math.min(EARLY, life / 3) };
  // Whoever signed out meanwhile stays so.
  if (refresh && !read(KEEP.session)) throw new Ended();
  write(KEEP.session, session);
  return session;
}

function end() {
  forget(KEEP.session);
  return new Ended();
}

function at(path, query = {}) {
  const url = new URL(path, POOL);
  url.search = new URLSearchParams(query);
  return url;
}
