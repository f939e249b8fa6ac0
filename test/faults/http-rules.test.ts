/** What HTTP says of a status holds for every vendor, below the failures that it documents itself. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import { signaturesOf } from "../../src/contract/Catalogue.ts"
import { Unrecognized } from "../../src/contract/Common.ts"
import { compile } from "../../src/contract/compile.ts"
import type { AnyFailure } from "../../src/contract/Failure.ts"
import type { AnyOperation } from "../../src/contract/Operation.ts"
import { read } from "../../src/contract/read.ts"
import type { Vendor } from "../../src/contract/Vendor.ts"
import { make } from "../../src/contract/Wire.ts"
import { Any } from "../vendors/all.ts"
import { answering, ended, foreign, own, probed } from "./probes.ts"

const failureOf = (vendor: Vendor, operation: AnyOperation, status: number, text: string): AnyFailure => {
  const wire = make(status, {}, text)
  const known = { vendor, contract: compile(vendor, operation) }
  const call = () => ({ vendor: vendor.name, operation: operation.tag })
  const found = read({ ...known, call }, wire, () => wire)
  if (Result.isSuccess(found)) throw new Error(`${status} was read as a success`)
  return found.failure
}

/** Whether the vendor's page has a word of its own on this status, or on the words of this answer. */
const isDocumented = (vendor: Vendor, status: number): boolean =>
  vendor.failures.some((failure) => signaturesOf(failure).some((one) => [one.status].flat().includes(status)))

const statuses = Array.from({ length: 500 }, (_, index) => 100 + index).filter((s) => s < 200 || s > 299)
const retryOf = ({ retry }: AnyFailure) => (typeof retry === "object" ? "later" : retry)

describe.each(probed)("%s", (_, { vendor }, { post, put, read }) => {
  const bodies = (status: number) => [own(vendor, status), ...foreign]
  /** Every status of a kind that the vendor's page does not name, with every body. */
  const undocumented = (isOf: (status: number) => boolean) =>
    statuses
      .filter((status) => isOf(status) && !isDocumented(vendor, status))
      .flatMap((status) => bodies(status).map((text) => [status, text] as const))
  const verdicts = (operation: AnyOperation, isOf: (status: number) => boolean) => [
    ...new Set(
      undocumented(isOf).map(([status, text]) => {
        const failure = failureOf(vendor, operation, status, text)
        return `${retryOf(failure)}, ${failure.delivery}`
      })
    )
  ]

  it("a redirect or an interim answer says nothing of what was done, and is not asked for again", () => {
    const isOf = (status: number) => status < 400
    assert.deepStrictEqual(verdicts(post, isOf), ["never, Unknown"])
    assert.deepStrictEqual(verdicts(read, isOf), ["never, Refused"])
  })

  it("408 and 425 were not processed: asking again is safe", () => {
    assert.deepStrictEqual(
      verdicts(post, (status) => [408, 425].includes(status)),
      ["safe, Refused"]
    )
  })

  it("a 401 is about the credentials, a 413 or 414 asks for less, a 429 for later", () => {
    const expected = { 401: "reauthenticate", 413: "split", 414: "split", 429: "later" }
    for (const [status, retry] of Object.entries(expected))
      assert.isTrue(
        verdicts(post, (one) => one === Number(status)).every((found) => found === `${retry}, Refused`),
        `${status}: ${verdicts(post, (one) => one === Number(status)).join()}`
      )
  })

  it("any other 4xx is a refusal that comes again", () => {
    const others = (status: number) =>
      status >= 400 && status < 500 && ![401, 408, 413, 414, 425, 429].includes(status)
    assert.deepStrictEqual(verdicts(post, others), ["never, Refused"])
  })

  it("a 5xx that nobody documents leaves open what was done, and does not for a read", () => {
    for (const [status, text] of undocumented((one) => one >= 500)) {
      const write = failureOf(vendor, post, status, text)
      assert.strictEqual(write.category, "unavailable")
      assert.include(["if-idempotent", "safe"], retryOf(write))
      if (write instanceof Unrecognized)
        assert.deepStrictEqual([write.retry, write.delivery], ["if-idempotent", "Unknown"])
      assert.strictEqual(failureOf(vendor, read, status, text).delivery, "Refused")
    }
  })

  it("a 5xx of something on the way never promises that nothing was done, whatever the vendor's page says", () => {
    // Metrix documents the form of no answer, and promises nothing.
    for (const text of foreign)
      for (let status = 500; status < 600; status++)
        for (const operation of [post, put]) {
          const failure = failureOf(vendor, operation, status, text)
          assert.strictEqual(failure.delivery, "Unknown", `${status} ${text}`)
          assert.include(["if-idempotent", "split"], retryOf(failure))
        }
  })

  const sentFor = (operation: AnyOperation, status: number, text: string, tested: (typeof probed)[0][1]) => {
    const { layer, sent } = answering(() => make(status, {}, text))
    return Effect.gen(function* () {
      yield* ended(Effect.exit((yield* Any).call(operation, {})))
      return sent.length
    }).pipe(Effect.provide(tested.layer(layer)))
  }
  const tested = probed.find(([, one]) => one.vendor === vendor)![1]

  it.effect("what must not be done twice is sent once where it may have been done, and again where not", () =>
    Effect.gen(function* () {
      for (const status of [302, 404, 418, 500, 501, 503, 507, 520, 599])
        for (const text of foreign)
          assert.strictEqual(yield* sentFor(post, status, text, tested), 1, `${status} ${text}`)
      for (const status of [408, 425])
        for (const text of ["", own(vendor, status)])
          assert.isAbove(yield* sentFor(post, status, text, tested), 1, `${status} ${text}`)
    })
  )

  it.effect(
    "what is idempotent is sent again after any 5xx but one that asks for less, and after no refusal",
    () =>
      Effect.gen(function* () {
        for (const status of [500, 501, 503, 507, 520, 599])
          for (const text of ["", own(vendor, status)])
            assert.isAbove(yield* sentFor(put, status, text, tested), 1, `${status} ${text}`)
        for (const status of [302, 402, 404, 405, 409, 418, 422, 451, 499])
          assert.strictEqual(yield* sentFor(put, status, own(vendor, status), tested), 1, String(status))
      })
  )
})
