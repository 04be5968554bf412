// A stand-in for the pages of a Cognito user pool: /oauth2/authorize with its sign-in form, /oauth2/token, /oauth2/revoke
// and /logout, as strict as they are and stricter where that is what a page must do (S256, each code and each renewing
// token once). Every request that Cognito would refuse is kept in `faults`.

import { createHash, createSign, createVerify, generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer } from "node:http";

const base64url = (text) => Buffer.from(text).toString("base64url");
const random = () => randomBytes(24).toString("base64url");

export class Pool {
  /** People by name: password and groups. */
  people = {};
  faults = [];
  /** Everything secret that was ever handed out or in; none of it may be found in a log. */
  secrets = new Set();
  counts = { codes: 0, renewals: 0, revocations: 0, signOuts: 0 };
  /** How long an access token lasts, in seconds. */
  life = 15 * 60;
  /** A status with which the token endpoint answers while it is out of order. */
  broken = null;
  #now;
  #keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
  #codes = new Map();
  #renewing = new Map();
  #cookies = new Map();
  #client = {};

  constructor(client, now) {
    this.id = client;
    this.#now = now;
  }

  async start() {
    this.server = createServer((request, response) => {
      const chunks = [];
      request.on("data", (chunk) => chunks.push(chunk));
      request.on("end", () => this.#answer(request, new URLSearchParams(Buffer.concat(chunks).toString()), response));
    });
    await new Promise((done) => { this.server.listen(0, "127.0.0.1", done); });
    // Another site than the board's, as on AWS.
    this.url = `http://localhost:${this.server.address().port}`;
    this.issuer = `${this.url}/pool`;
  }

  /** The client as the template makes it, and the board's own address. */
  registers(client, board) {
    this.#client = { scopes: client.AllowedOAuthScopes, flows: client.AllowedOAuthFlows, urls: [board], rotates: client.RefreshTokenRotation?.Feature === "ENABLED" };
  }

  /** Whoever is signed in with renewing tokens has none of them any more. */
  forgetEverybody() {
    this.#renewing.clear();
    this.#cookies.clear();
  }

  /** The claims of a token that this pool signed; null of any other. */
  claims(token) {
    const [head, body, signature] = token.split(".");
    const verify = createVerify("RSA-SHA256").update(`${head}.${body}`);
    if (!signature || !verify.verify(this.#keys.publicKey, Buffer.from(signature, "base64url"))) return null;
    return JSON.parse(Buffer.from(body, "base64url"));
  }

  sign(claims) {
    const text = `${base64url(JSON.stringify({ alg: "RS256", kid: "k1" }))}.${base64url(JSON.stringify(claims))}`;
    return `${text}.${createSign("RSA-SHA256").update(text).sign(this.#keys.privateKey).toString("base64url")}`;
  }

  #answer(request, form, response) {
    const url = new URL(request.url, this.url);
    const answer = {
      "GET /oauth2/authorize": () => this.#authorize(request, url.searchParams, response),
      "POST /login": () => this.#login(url.searchParams, form, response),
      "POST /oauth2/token": () => this.#token(request, form, response),
      "POST /oauth2/revoke": () => this.#revoke(form, response),
      "GET /logout": () => this.#logout(url.searchParams, response),
    }[`${request.method} ${url.pathname}`];
    if (answer) answer();
    else reply(response, 404, "text/plain", "nothing here");
  }

  #refuse(response, why) {
    this.faults.push(why);
    reply(response, 400, "text/plain", why);
  }

  #authorize(request, query, response) {
    const { scopes, flows, urls } = this.#client;
    const must = {
      response_type: flows.includes("code") && "code",
      client_id: this.id,
      code_challenge_method: "S256",
    };
    for (const [name, value] of Object.entries(must)) {
      if (query.get(name) !== value) return this.#refuse(response, `${name} is ${query.get(name)}`);
    }
    if (!urls.includes(query.get("redirect_uri"))) return this.#refuse(response, `redirect_uri is ${query.get("redirect_uri")}`);
    if (!/^[\w-]{43}$/.test(query.get("code_challenge") ?? "")) return this.#refuse(response, "code_challenge is no SHA-256");
    if ((query.get("state") ?? "").length < 32) return this.#refuse(response, "state can be guessed");
    if (query.get("scope").split(" ").some((scope) => !scopes.includes(scope))) return this.#refuse(response, `scope is ${query.get("scope")}`);
    const known = this.#cookies.get(/pool=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1]);
    if (known) return this.#hand(known, query, response);
    this.lang = query.get("lang");
    return reply(response, 200, "text/html", `<!doctype html><title>Sign in</title><link rel="icon" href="data:,"><form method="post" action="/login?${query}">
      <input name="username" autofocus> <input name="password" type="password"> <button>Sign in</button></form>`);
  }

  #login(query, form, response) {
    const name = form.get("username");
    if (this.people[name]?.password !== form.get("password")) return reply(response, 401, "text/plain", "no");
    const cookie = random();
    this.#cookies.set(cookie, name);
    response.setHeader("Set-Cookie", `pool=${cookie}; HttpOnly; SameSite=Lax; Path=/`);
    return this.#hand(name, query, response);
  }

  #hand(name, query, response) {
    const code = random();
    this.secrets.add(code);
    this.counts.codes += 1;
    this.#codes.set(code, { name, challenge: query.get("code_challenge"), uri: query.get("redirect_uri"), scope: query.get("scope") });
    const back = new URL(query.get("redirect_uri"));
    back.search = new URLSearchParams({ code, state: query.get("state") });
    response.writeHead(302, { Location: back.href });
    response.end();
  }

  #token(request, form, response) {
    response.setHeader("Access-Control-Allow-Origin", "*");
    if (this.broken) return reply(response, this.broken, "application/json", "{}");
    const refuse = (why) => {
      this.faults.push(why);
      reply(response, 400, "application/json", JSON.stringify({ error: "invalid_grant" }));
    };
    if (form.get("client_id") !== this.id || request.headers.authorization || form.has("client_secret")) return refuse("another client");
    if (form.get("grant_type") === "refresh_token") {
      const session = this.#renewing.get(form.get("refresh_token"));
      if (!session) return refuse("a renewing token that is none");
      if (this.#client.rotates) this.#renewing.delete(form.get("refresh_token"));
      this.counts.renewals += 1;
      return this.#issue(session, response);
    }
    const code = this.#codes.get(form.get("code"));
    this.#codes.delete(form.get("code"));
    const verifier = form.get("code_verifier") ?? "";
    this.secrets.add(verifier);
    if (!code) return refuse("a code that is none, or was used");
    if (form.get("redirect_uri") !== code.uri) return refuse("another redirect_uri");
    if (verifier.length < 43 || createHash("sha256").update(verifier).digest("base64url") !== code.challenge) return refuse("another code_verifier");
    return this.#issue(code, response);
  }

  #issue({ name, scope }, response) {
    const now = Math.floor(this.#now() / 1000);
    const claims = {
      sub: `sub-${name}`, iss: this.issuer, client_id: this.id, token_use: "access", scope, username: name,
      iat: now, auth_time: now, exp: now + this.life, jti: random(),
      ...(this.people[name].groups.length ? { "cognito:groups": this.people[name].groups } : {}),
    };
    const access_token = this.sign(claims);
    const refresh_token = random();
    this.secrets.add(access_token).add(refresh_token);
    this.#renewing.set(refresh_token, { name, scope });
    reply(response, 200, "application/json", JSON.stringify({ access_token, refresh_token, expires_in: this.life, token_type: "Bearer" }));
  }

  #revoke(form, response) {
    // No header that lets a page elsewhere read the answer: Cognito sends none here.
    if (!this.#renewing.delete(form.get("token"))) return this.#refuse(response, "revoked what is none");
    this.counts.revocations += 1;
    return reply(response, 200, "application/json", "");
  }

  #logout(query, response) {
    if (query.get("client_id") !== this.id || !this.#client.urls.includes(query.get("logout_uri"))) return this.#refuse(response, "logout to elsewhere");
    this.counts.signOuts += 1;
    this.#cookies.clear();
    response.writeHead(302, { Location: query.get("logout_uri"), "Set-Cookie": "pool=; Max-Age=0; Path=/" });
    return response.end();
  }
}

function reply(response, status, type, body) {
  response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store" });
  response.end(body);
}
