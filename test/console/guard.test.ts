/** Who is let in to the console, and who is not. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Redacted } from "effect"
import { networkInterfaces } from "node:os"
import * as Console from "../../src/console/Console.ts"
import { ask, opened, token, world } from "./open.ts"
import { get, raw } from "./raw.ts"

const served = Effect.flatMap(world, opened)

describe("the token", () => {
  it.live("is needed for whatever is shown, for reports and for actions", () =>
    Effect.gen(function* () {
      const { address } = yield* served
      for (const authorization of ["", "Bearer ", `Bearer ${token}x`, `Bearer ${"u".repeat(43)}`, token])
        for (const path of ["live", "reports/call-1", "actions"]) {
          const method = path === "actions" ? "POST" : "GET"
          const origin = address.slice(0, -1)
          const headers = { authorization, origin, "content-type": "application/json" }
          const { status, text } = yield* ask(address + path, { method, headers })
          assert.strictEqual(status, 401, `${path} with “${authorization}”`)
          assert.match(text, /open the address that the console printed/)
        }
    }).pipe(Effect.scoped)
  )

  it.live(
    "is made new at every start, of 256 bits, and stands in the address behind #, where no server sees it",
    () =>
      Effect.gen(function* () {
        const [one, other] = [yield* Console.serve({}, { port: 0 }), yield* Console.serve({}, { port: 0 })]
        const [first, second] = [one, other].map(({ open }) => Redacted.value(open).split("#")[1] ?? "")
        assert.match(first!, /^[\w-]{43}$/)
        assert.notStrictEqual(first, second)
        assert.notInclude(one.address, first!)
        assert.notInclude(JSON.stringify(one), first!)
      }).pipe(Effect.scoped)
  )

  it.live("of one's own may not be weak", () =>
    Effect.gen(function* () {
      const weak = yield* Effect.flip(Console.serve({}, { port: 0, token: Redacted.make("secret") }))
      assert.match(weak.message, /32 or more letters.*openssl rand -hex 32/)
      assert.notInclude(weak.message, "“secret”")
    }).pipe(Effect.scoped)
  )
})

describe("another origin", () => {
  const names = ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "[::2]", "10.0.0.1"]

  it.live("is refused by the Host that a rebound name sends, on every path", () =>
    Effect.gen(function* () {
      const { port } = yield* served
      for (const path of ["/", "/console.js", "/live"])
        for (const Host of names) {
          const answer = yield* raw(port, get(path, { Host, Authorization: `Bearer ${token}` }))
          assert.match(answer, /^HTTP\/1\.1 403 /, `${Host}${path}`)
          assert.notInclude(answer, "Shop")
        }
    }).pipe(Effect.scoped)
  )

  it.live("is refused by its Origin and by where the browser says it comes from, token or not", () =>
    Effect.gen(function* () {
      const { address, port } = yield* served
      const foreign = [
        { origin: "https://evil.example" },
        { origin: "null" },
        { origin: `http://127.0.0.1:${port + 1}` },
        { origin: `https://127.0.0.1:${port}` },
        { "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "same-site" }
      ]
      for (const headers of foreign) {
        const answer = yield* raw(
          port,
          get("/reports/call-1", {
            Host: `127.0.0.1:${port}`,
            Authorization: `Bearer ${token}`,
            ...headers
          })
        )
        assert.match(answer, /^HTTP\/1\.1 403 /, JSON.stringify(headers))
      }
      const body = JSON.stringify({ _tag: "resume", scope: "*" })
      const without = yield* ask(`${address}actions`, {
        method: "POST",
        body,
        headers: { "content-type": "application/json" }
      })
      assert.strictEqual(without.status, 403, "a POST without an Origin is of no browser")
    }).pipe(Effect.scoped)
  )

  it.live("is let in by no header, and a preflight is not answered", () =>
    Effect.gen(function* () {
      const { address, port } = yield* served
      const { headers } = yield* ask(address)
      for (const name of headers.keys()) assert.notMatch(name, /^access-control/)
      const preflight = `OPTIONS /actions HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: https://evil.example\r\nAccess-Control-Request-Method: POST\r\nConnection: close\r\n\r\n`
      const answer = yield* raw(port, preflight)
      assert.match(answer, /^HTTP\/1\.1 403 /)
      assert.notMatch(answer, /access-control-allow/i)
    }).pipe(Effect.scoped)
  )
})

describe("every answer", () => {
  it.live("forbids what the page does not need, is kept nowhere and stands in no frame", () =>
    Effect.gen(function* () {
      const { address } = yield* served
      for (const path of ["", "console.js", "console.css", "reports/call-1", "reports/none", "nothing"]) {
        const { headers } = yield* ask(address + path)
        const policy = headers.get("content-security-policy") ?? ""
        assert.match(policy, /^default-src 'none';/, path)
        assert.notMatch(policy, /unsafe|\*|https?:/)
        assert.match(policy, /frame-ancestors 'none'/)
        assert.strictEqual(headers.get("cache-control"), "no-store")
        assert.strictEqual(headers.get("x-frame-options"), "DENY")
        assert.strictEqual(headers.get("x-content-type-options"), "nosniff")
        assert.strictEqual(headers.get("referrer-policy"), "no-referrer")
        assert.isNull(headers.get("set-cookie"))
      }
    }).pipe(Effect.scoped)
  )

  it.live("comes on loopback alone", () =>
    Effect.gen(function* () {
      const { address, port } = yield* served
      assert.strictEqual((yield* ask(address)).status, 200)
      const others = Object.values(networkInterfaces())
        .flatMap((all) => all ?? [])
        .filter(({ family, internal }) => !internal && family === "IPv4")
      for (const other of others) {
        const reached = yield* Effect.exit(
          Effect.tryPromise((signal) => fetch(`http://${other.address}:${port}/`, { signal }))
        )
        assert.isTrue(reached._tag === "Failure", other.address)
      }
    }).pipe(Effect.scoped)
  )
})
