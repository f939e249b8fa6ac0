/** Tables that list all of something: what can be given, what is told, what is observed. They have what the code has, no more and no less. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Fiber, Layer } from "effect"
import { TestClock } from "effect/testing"
import { HttpClient, HttpClientResponse } from "effect/http"
import { Braze, CallReport, Diagnose, Telemetry, Transfer } from "faultline"
import * as Core from "faultline/core"
import * as Faultline from "faultline"
import { forge } from "../../src/contract/Catalogue.ts"
import { make } from "../../src/contract/Wire.ts"
import * as Shop from "../shop/shop.ts"
import { columns, read } from "./page.ts"

/** The words that a column marks as code. */
const marked = (cells: ReadonlyArray<ReadonlyArray<string>>, column: number = 0): ReadonlyArray<string> =>
  cells.flatMap((row) => [...(row[column] ?? "").matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word))

/** The fields of an interface, as it stands in the sources of a folder. */
const fieldsOf = (folder: string, name: string): ReadonlyArray<string> => {
  const pattern = new RegExp(`export interface ${name}\\b[^{]*\\{\\n([\\s\\S]*?)\\n\\}`)
  const bodies = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => pattern.exec(readFileSync(join(folder, file), "utf8"))?.[1] ?? [])
  assert.strictEqual(bodies.length, 1, `${name} in ${folder}`)
  return [...(bodies[0] ?? "").matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, field = ""]) => field)
}

const same = (listed: ReadonlyArray<string>, known: ReadonlyArray<string>) => {
  assert.isAbove(known.length, 3)
  assert.deepStrictEqual(listed.toSorted(), [...known].toSorted())
}

describe("what an author can give", () => {
  it("every fact of an operation is on the page, once", () => {
    const page = read("docs/how-to/add-an-operation.md")
    const facts = [0, 1].flatMap((nth) => marked(columns(page, "What to decide", 1, nth)))
    same(facts, fieldsOf("src/contract", "AnySpec"))
  })

  it("every fact of a failure and of a vendor is on the page, once", () => {
    const page = read("docs/how-to/add-a-vendor.md")
    same(marked(columns(page, "1. The failures", 1)), fieldsOf("src/contract", "Facts"))
    same(marked(columns(page, "2. The vendor", 1)), fieldsOf("src/contract", "Given"))
  })

  it("every option of a layer is on the page, once", () => {
    const rows = columns(read("docs/how-to/configure.md"), "Options that every layer takes", 1)
    const parts = ["Options", "GuardOptions", "SenderOptions"]
    same(
      marked(rows),
      parts.flatMap((name) => fieldsOf("src/pipeline", name))
    )
  })
})

describe("what is told", () => {
  it.effect("a response has what its page lists", () => {
    const headers = { "x-request-id": "r-1", "x-ratelimit-remaining": "7" }
    const wire = Shop.transport(() => ({ ...Shop.order(1), headers }))
    return Effect.gen(function* () {
      const response = yield* Shop.getOrder.withResponse({ id: "a" })
      same(marked(columns(read("docs/how-to/responses.md"), "Fields", 1)), Object.keys(response))
    }).pipe(Effect.provide(Shop.layer(wire.layer)))
  })

  it.effect("an explanation has the keys that its page lists", () =>
    Effect.gen(function* () {
      const explained = yield* Diagnose.explain(Braze.vendor, make(429, {}, ""))
      const rows = columns(read("docs/how-to/on-call.md"), "An answer and nothing else", 1)
      same(marked(rows), Object.keys(explained))
    })
  )

  it("an attempt is of one of the kinds that the page lists", () =>
    assert.deepStrictEqual(marked(columns(read("docs/concepts/pipeline.md"), "About", 1)), [
      ...CallReport.AttemptKind.literals
    ]))
})

it.effect("observers are handed the facts that the page lists, with what it lists of each", () => {
  const answers = [forge(Shop.TokenExpired, {}), forge(Shop.Closed, {}), Shop.order(1)]
  let asked = 0
  const wire = Shop.transport((_, { pathname }) =>
    pathname === "/token" ? make(200, {}, `{"token":"t","seconds":600}`) : answers[asked++]!
  )
  const facts: Array<Telemetry.Fact> = []
  return Effect.gen(function* () {
    const call = yield* Effect.forkChild(Shop.getOrder({ id: "a" }))
    yield* TestClock.adjust("1 minute")
    yield* Fiber.join(call)
    const rows = columns(read("docs/concepts/telemetry.md"), "Defaults", 3, 0)
    const shared = ["_tag", "vendor", "operation", "method", "path"]
    const observed = new Map<string, ReadonlyArray<string>>(
      facts.map((fact) => [
        fact._tag,
        Object.keys(fact)
          .filter((key) => !shared.includes(key))
          .toSorted()
      ])
    )
    const listed = new Map(rows.map((row) => [marked([row])[0] ?? "", marked([row], 2).toSorted()]))
    assert.isAbove(observed.size, 2)
    for (const [tag, keys] of observed) assert.deepStrictEqual([tag, listed.get(tag)], [tag, keys])
  }).pipe(
    Effect.provideService(Telemetry.Current, { observe: (fact) => Effect.sync(() => void facts.push(fact)) }),
    Effect.provide(Shop.layer(wire.layer, {}, Shop.tokenAuth))
  )
})

it.effect("a transfer behaves as its page says when nothing is given", () => {
  const sent: Array<number> = []
  const silent = Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request) =>
      Effect.clockWith((clock) => {
        sent.push(clock.currentTimeMillisUnsafe())
        return sent.length < 9
          ? Effect.never
          : Effect.succeed(HttpClientResponse.fromWeb(request, new Response("")))
      })
    )
  )
  return Effect.gen(function* () {
    const [attempts, waits, attemptTimeout, deadline] = columns(
      read("docs/how-to/transfer.md"),
      "Defaults",
      2
    ).map(([, value = ""]) => value)
    const download = (policy: object) =>
      Effect.gen(function* () {
        const call = yield* Effect.forkChild(
          Effect.flip(Transfer.download("https://storage.example/a", { policy }))
        )
        yield* TestClock.adjust("2 hours")
        return yield* Fiber.join(call)
      })
    yield* download({ jitter: "none", attemptTimeout: Duration.seconds(1) })
    const pauses = sent.slice(1).map((at, index) => at - (sent[index] ?? 0) - 1000)
    assert.strictEqual(String(sent.length), attempts)
    assert.strictEqual(`${pauses.map((millis) => `${millis / 1000} s`).join(", ")} at most`, waits)
    sent.length = 0
    const start = yield* Effect.clockWith((clock) => Effect.succeed(clock.currentTimeMillisUnsafe()))
    const failure = yield* download({ jitter: "none" })
    assert.strictEqual(attemptTimeout, `${((sent[1] ?? 0) - (sent[0] ?? 0) - 1000) / 60_000} min`)
    assert.strictEqual(
      deadline,
      `${Math.round(((failure.time?.epochMilliseconds ?? 0) - start) / 60_000)} min`
    )
  }).pipe(Effect.provide(silent))
})

describe("where a name comes from", () => {
  const rows = columns(read("docs/how-to/compose.md"), "Where a name comes from", 2)
  const named = (entry: string) =>
    marked(
      rows.filter(([name = ""]) => name === `\`${entry}\``),
      1
    )

  it("the page names what is there", () => {
    for (const name of named("faultline")) assert.property(Faultline, name)
    for (const name of named("faultline/core")) assert.property(Core, name)
  })

  it("all that callers type is in the core as well, but the vendors", () => {
    const vendors = ["Braze", "Ixon", "M3ter", "Metrix", "Xtremepush"]
    const missing = Object.keys(Faultline).filter((name) => !(name in Core) && !vendors.includes(name))
    assert.deepStrictEqual(missing, [])
  })
})
