/** What is said of a certificate, by its dates, its names and who vouches for it: all that is wrong, not the first. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { placeOf } from "../../../src/diagnose/doctor/place.ts"
import { secured } from "../../../src/diagnose/doctor/network.ts"
import type { Certified, Probes } from "../../../src/diagnose/doctor/probes.ts"
import * as Shop from "../../shop/shop.ts"

const now = Date.UTC(2026, 10, 29)
const day = 86_400_000

const good: Certified = {
  protocol: "TLSv1.3",
  subject: "shop.example",
  issuer: "Some Authority",
  names: "DNS:shop.example",
  validFrom: now - 10 * day,
  validTo: now + 80 * day,
  named: true,
  distrusted: undefined
}

const unused = () => Effect.die("not asked for")

const judged = (change: Partial<Certified>) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(now)
    const probes: Probes = {
      resolve: unused,
      connect: unused,
      tunnel: unused,
      secure: () => Effect.succeed({ ...good, ...change })
    }
    return yield* secured(
      probes,
      Shop.vendor,
      placeOf("main", "https://shop.example", { address: "" }, undefined)
    )
  })

describe("a certificate", () => {
  it.effect("is good, and how long", () =>
    Effect.gen(function* () {
      const { found, means, status } = yield* judged({})
      assert.deepStrictEqual([status, means], ["ok", null])
      assert.strictEqual(
        found,
        "TLSv1.3; a certificate of shop.example (DNS:shop.example) by Some Authority, valid until 2027-02-17 (80 days)."
      )
    })
  )

  it.effect("is good today, and ends soon", () =>
    Effect.gen(function* () {
      const { means, status } = yield* judged({ validTo: now + 5 * day + 1 })
      assert.deepStrictEqual([status, means], ["ok", "The certificate ends in 5 days."])
    })
  )

  it.effect.each<readonly [string, Partial<Certified>, string]>([
    ["is not yet valid", { validFrom: now + day }, "CERT_NOT_YET_VALID"],
    ["has expired", { validTo: now - 1 }, "CERT_HAS_EXPIRED"],
    ["is for another host", { named: false }, "ERR_TLS_CERT_ALTNAME_INVALID"],
    ["has an unknown authority", { distrusted: "SELF_SIGNED_CERT_IN_CHAIN" }, "SELF_SIGNED_CERT_IN_CHAIN"],
    ["is refused for another reason", { distrusted: "CERT_REVOKED" }, "CERT_REVOKED"],
    [
      "has expired, and is for another host",
      { validTo: now - day, named: false },
      "CERT_HAS_EXPIRED, ERR_TLS_CERT_ALTNAME_INVALID"
    ]
  ])("%s", ([, change, code]) =>
    Effect.gen(function* () {
      const outcome = yield* judged(change)
      assert.deepStrictEqual([outcome.status, outcome.code], ["failed", code])
      assert.include(outcome.found, "This machine's date is 2026-11-29T00:00:00.000Z")
      assert.isNotEmpty(outcome.means)
      assert.isNotEmpty(outcome.remedy)
    })
  )
})
