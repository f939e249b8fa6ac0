/** What HTTP says of an answer, where a vendor's page speaks of a whole class of statuses, or not at all. */
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Result } from "effect"
import { recognize } from "../../src/contract/Catalogue.ts"
import { Unrecognized } from "../../src/contract/Common.ts"
import { catchCategory, failuresOf, type Verdict } from "../../src/contract/Failure.ts"
import { lacks } from "../../src/contract/Signature.ts"
import { read } from "../../src/contract/read.ts"
import { make } from "../../src/contract/Wire.ts"
import * as Shop from "../shop/shop.ts"

const call = {
  vendor: "Shop",
  operation: "Shop.probe",
  request: { method: "POST", url: "https://shop.example/a" }
}
const facts = { category: "invalid", retry: "never", means: "No.", remedy: "None.", see: "made up" } as const
const Failure = failuresOf(Shop.dialect)

/** A page that says: “4xx: the request is wrong”. */
class AnyClientError extends Failure<AnyClientError>()("Shop.AnyClientError", {
  ...facts,
  signature: [{ status: [422, "4xx"] }, { status: "2xx", body: { code: 400 } }]
}) {}

/** A page that speaks of statuses and words by themselves. */
class Named extends Failure<Named>()("Shop.Named", {
  ...facts,
  signature: [{ status: [401, 408, 413, 425, 429] }, { status: "4xx", body: { message: "no" } }]
}) {}

const retryOf = (failures: Parameters<typeof recognize>[0], status: number, text = "") =>
  recognize(failures, make(status, { "retry-after": "" }, text), call)?.retry

describe("a class of failures that the page gives to all 4xx", () => {
  it.each<readonly [number, Verdict]>([
    [401, "reauthenticate"],
    [408, "safe"],
    [413, "split"],
    [414, "split"],
    [425, "safe"],
    [429, { after: Duration.seconds(1) }],
    [400, "never"],
    [404, "never"],
    [422, "never"],
    [451, "never"]
  ])("keeps its words for a %i, and is retried as HTTP says: %o", (status, retry) => {
    assert.deepStrictEqual(retryOf([AnyClientError], status), retry)
  })

  it.each([401, 408, 413, 425, 429])("is what it says where it names the status: %i", (status) => {
    assert.strictEqual(retryOf([Named], status), "never")
    assert.strictEqual(retryOf([Named], status, `{"message":"no"}`), "never")
  })
})

// The vendors document more and more of these; this one documents nothing.
describe("of a vendor without a catalogue, whatever the body,", () => {
  const silent = { ...Shop.vendor, failures: [], always: [] }
  const meaning = (status: number, text: string): string => {
    const wire = make(status, {}, text)
    const found = read({ vendor: silent, call: () => call }, wire, () => wire)
    if (Result.isSuccess(found)) return "success"
    const { category, delivery, retry } = found.failure
    return `${category}, ${typeof retry === "string" ? retry : "later"}, ${delivery}`
  }
  const bodies = ["", "<html>no</html>", "no", "{}", `{"error":"no"}`]
  const between = (least: number, most: number, but: ReadonlyArray<number> = []) =>
    Array.from({ length: most - least + 1 }, (_, index) => least + index).filter((one) => !but.includes(one))
  const own = [401, 402, 403, 404, 407, 408, 409, 410, 412, 413, 414, 423, 425, 429, 431, 451]

  it.each<readonly [string, ReadonlyArray<number>, string]>([
    [
      "any 5xx is a fault that leaves open what was done",
      between(500, 599),
      "unavailable, if-idempotent, Unknown"
    ],
    ["any other 4xx is a refusal", between(400, 499, own), "invalid, never, Refused"],
    ["402, 403 and 451 forbid it", [402, 403, 451], "forbidden, never, Refused"],
    ["404 and 410 find nothing", [404, 410], "not-found, never, Refused"],
    ["409, 412 and 423 are about the state of things", [409, 412, 423], "conflict, never, Refused"],
    ["407 is a proxy's", [407], "misconfigured, never, Refused"],
    ["431 is about headers, which no part has fewer of", [431], "too-large, never, Refused"],
    ["408 and 425 were not processed", [408, 425], "unavailable, safe, Refused"],
    ["401 is about the credentials", [401], "unauthenticated, reauthenticate, Refused"],
    ["413 and 414 ask for less", [413, 414], "too-large, split, Refused"],
    ["429 asks for later", [429], "rate-limited, later, Refused"]
  ])("%s", (_, statuses, expected) => {
    const found = new Set(statuses.flatMap((status) => bodies.map((text) => meaning(status, text))))
    assert.deepStrictEqual([...found], [expected])
  })
})

describe("an answer that nobody documents", () => {
  const of = (status: number, headers: Readonly<Record<string, string>> = {}) => {
    const found = read({ vendor: Shop.vendor, call: () => call }, make(status, headers, ""), () =>
      make(status, headers, "")
    )
    if (Result.isSuccess(found) || !(found.failure instanceof Unrecognized)) throw new Error(String(status))
    return found.failure
  }

  it.each([
    [302, "unknown"],
    [402, "forbidden"],
    [403, "forbidden"],
    [404, "not-found"],
    [407, "misconfigured"],
    [408, "unavailable"],
    [409, "conflict"],
    [413, "too-large"],
    [418, "invalid"]
  ])("has the category of its status: %i is %s", (status, category) => {
    assert.strictEqual(of(status).category, category)
    assert.include(of(status).message, "does not document")
  })

  it("is caught by the category that it has, whichever that may be", () =>
    Effect.gen(function* () {
      const failing = Effect.fail(of(404))
      assert.strictEqual(
        yield* Effect.as(
          catchCategory(failing, "not-found", () => Effect.void),
          "caught"
        ),
        "caught"
      )
      const other = yield* Effect.flip(catchCategory(failing, "conflict", () => Effect.void))
      assert.strictEqual(other.status, 404)
    }).pipe(Effect.runPromise))

  it.each([
    ["https://user:pw@login.example/sso?state=s3cret#x", "login.example"],
    ["//login.example:8443/sso?state=s3cret", "login.example:8443"],
    ["/b?state=s3cret", "another address of the same host, by https:"],
    ["http://shop.example/a", "another address of the same host, by http:"],
    ["http://[s3cret", undefined],
    ["", undefined]
  ])("says to which host a redirect leads, and nothing else of it: %s", (location, host) => {
    const failure = of(307, { location })
    assert.strictEqual(failure.redirect, host)
    assert.notInclude(failure.message, "s3cret")
    if (host !== undefined) assert.include(failure.message, `It redirects to ${host}`)
  })

  it("without a call is of an unknown kind", () => {
    const { category, delivery, retry } = new Unrecognized({})
    assert.deepStrictEqual([category, delivery, retry], ["unknown", "Unknown", "never"])
  })
})

describe("a promise that nothing was done", () => {
  const closed = (text: string) => {
    const found = recognize(Shop.failures, make(503, {}, text), call)
    return [found?._tag, found?.retry, found?.delivery]
  }

  it("stands in the vendor's own answer, and is void in anybody else's", () => {
    assert.deepStrictEqual(closed(`{"message":"closed"}`), ["Shop.Closed", "safe", "Refused"])
    for (const text of ["", "<html>", "closed", "[]", "null", `"message"`, `{"error":"closed"}`])
      assert.deepStrictEqual(closed(text), ["Shop.Closed", "if-idempotent", "Unknown"])
  })

  it("is not doubted where the body was not kept", () => {
    const wire = make(503, {}, "")
    const found = read({ vendor: Shop.vendor, call: () => call, bodyUnknown: true }, wire, () => wire)
    assert.strictEqual(Result.isFailure(found) && found.failure.delivery, "Refused")
  })

  it("is the vendor's where its dialect says how its own answers look", () => {
    const Plain = failuresOf({ ...Shop.dialect, isOwn: ({ text }) => text.startsWith("SHOP") })
    class Closed extends Plain<Closed>()("Shop.Closed", {
      ...facts,
      category: "unavailable",
      retry: "safe",
      signature: { status: 503 }
    }) {}
    const of = (text: string) => recognize([Closed], make(503, {}, text), call)?.retry
    assert.deepStrictEqual([of("SHOP closed"), of(`{"message":"closed"}`)], ["safe", "if-idempotent"])
  })

  it("is not asked about where a signature has told the gateway's answer already", () => {
    class Gateway extends Failure<Gateway>()("Shop.Gateway", {
      ...facts,
      category: "unavailable",
      retry: "if-idempotent",
      signature: { status: "5xx", body: lacks("message") }
    }) {}
    const found = recognize([Gateway, ...Shop.failures], make(503, {}, "<html>"), call)
    assert.deepStrictEqual([found?._tag, found?.delivery], ["Shop.Gateway", "Unknown"])
  })
})
