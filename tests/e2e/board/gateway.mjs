// A stand-in for the board's HTTP API: the template's own routes, a JWT authorizer as API Gateway describes it, and events
// of format 2.0 to the function.

import { randomUUID } from "node:crypto";
import { createServer } from "node:http";

export class Gateway {
  /** What was asked and what came of it, oldest first. */
  log = [];
  /** Whether no token is good enough. */
  refuses = false;
  #now;
  #pool;
  #routes;
  #function;

  constructor(template, pool, functionUrl, now) {
    this.#routes = template.routes;
    this.#pool = pool;
    this.#function = functionUrl;
    this.#now = now;
  }

  async start() {
    this.server = createServer((request, response) => {
      const chunks = [];
      request.on("data", (chunk) => chunks.push(chunk));
      request.on("end", () => this.#answer(request, Buffer.concat(chunks).toString(), response));
    });
    await new Promise((done) => { this.server.listen(0, "127.0.0.1", done); });
    this.url = `http://127.0.0.1:${this.server.address().port}`;
  }

  async #answer(request, body, response) {
    const url = new URL(request.url, this.url);
    const key = `${request.method} ${url.pathname}`;
    const route = this.#routes.find(({ RouteKey }) => RouteKey === key) ?? this.#routes.find(({ RouteKey }) => RouteKey === "$default");
    const done = (status, headers, text) => {
      this.log.push({ key, status });
      response.writeHead(status, headers);
      response.end(text);
    };
    const json = { "Content-Type": "application/json" };
    let authorizer;
    if (route.AuthorizationType === "JWT") {
      const claims = this.#claims(request.headers.authorization);
      if (!claims || this.refuses) return done(401, { ...json, "WWW-Authenticate": "Bearer" }, '{"message":"Unauthorized"}');
      const scopes = (claims.scope ?? "").split(" ").filter((scope) => route.AuthorizationScopes.includes(scope));
      if (!scopes.length) return done(403, json, '{"message":"Forbidden"}');
      const text = (value) => (Array.isArray(value) ? `[${value.join(" ")}]` : String(value));
      authorizer = { jwt: { claims: Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, text(value)])), scopes } };
    }
    const event = {
      version: "2.0", routeKey: route.RouteKey, rawPath: url.pathname, rawQueryString: url.search.slice(1), headers: request.headers,
      requestContext: {
        accountId: "111122223333", apiId: "api", domainName: url.host, domainPrefix: "api", requestId: randomUUID(), routeKey: route.RouteKey,
        stage: "$default", time: "20/Nov/2026:22:00:00 +0000", timeEpoch: this.#now(), ...(authorizer ? { authorizer } : {}),
        http: { method: request.method, path: url.pathname, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: request.headers["user-agent"] ?? "" },
      },
      ...(body ? { body } : {}), isBase64Encoded: false,
    };
    const answer = await fetch(this.#function, { method: "POST", body: JSON.stringify(event) });
    const { statusCode, headers, body: text, isBase64Encoded } = await answer.json();
    return done(statusCode, headers, text && Buffer.from(text, isBase64Encoded ? "base64" : "utf8"));
  }

  /** The claims of a good token: signature, issuer, times, and the client as audience; null of any other. */
  #claims(header) {
    const token = /^Bearer (\S+)$/.exec(header ?? "")?.[1];
    const claims = token && this.#pool.claims(token);
    const now = this.#now() / 1000;
    if (!claims || claims.iss !== this.#pool.issuer || claims.exp <= now || claims.iat > now + 1) return null;
    return (claims.aud ?? claims.client_id) === this.#pool.id ? claims : null;
  }
}
