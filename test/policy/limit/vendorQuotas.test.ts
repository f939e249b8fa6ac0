/** The quotas that vendors declare, released as fast as they may be. */
import { assert, describe, it } from "@effect/vitest"
import { Duration } from "effect"
import { Braze, Ixon, M3ter, Metrix, Xtremepush } from "../../../src/index.ts"
import type { QuotaClass } from "../../../src/contract/Quota.ts"
import { gcraOf } from "../../../src/policy/limit/gcra.ts"
import { Jitter } from "../../../src/policy/limit/jitter.ts"

const quotas = [Braze, Ixon, M3ter, Metrix, Xtremepush]
  .flatMap(({ vendor }) => Object.values<QuotaClass>(vendor.quotas))
  .flatMap((group) => group.quotas)

describe("a declared quota", () => {
  for (const quota of quotas) {
    // m3ter documents a token bucket for its Data Explorer: what it holds comes on top of the rate.
    const most = quota.name.includes("explorer") ? quota.limit + (quota.burst ?? 0) : quota.limit
    it(`of ${quota.name} is not exceeded in the window that follows an idle one`, () => {
      const per = Duration.toMillis(Duration.fromInputUnsafe(quota.per))
      const gcra = gcraOf(quota, new Jitter())
      let count = 0
      for (let now = gcra.readyAt(0, 0) > 0 ? gcra.readyAt(0, 0) : 0; now < per; count++) {
        gcra.sent(now)
        now = Math.max(now, gcra.readyAt(now, 0))
      }
      assert.isAtMost(count, most)
      assert.isAtLeast(count, Math.floor(quota.limit * 0.99))
    })
  }
})

it("a refusal is believed for as long as the vendor documents one", () => {
  const stated = quotas.flatMap(({ longest, name }) =>
    longest === undefined ? [] : [`${name} ${Duration.format(Duration.fromInputUnsafe(longest))}`]
  )
  assert.deepStrictEqual([...new Set(stated)].toSorted(), [
    "braze/broadcast 1m",
    "braze/broadcast/audience 1m",
    "braze/campaign-series 1m",
    "braze/catalog-items-async 1m",
    "braze/catalog-items-sync 1m",
    "braze/catalog-schema 1m",
    "braze/catalogs 1m",
    "braze/cdi-list 1m",
    "braze/cdi-status 1m",
    "braze/cdi-sync 1m",
    "braze/export-ids 1m",
    "braze/external-ids-remove 1m",
    "braze/external-ids-rename 1m",
    "braze/preference-read 1m",
    "braze/preference-write 1m",
    "braze/subscriptions 1m",
    "braze/track-sync 1m",
    "braze/users 1m",
    "ixon/address/average 10m",
    "ixon/address/burst 10m",
    "m3ter/config/address 5m",
    "m3ter/config/organization 1s",
    "m3ter/data-explorer 10s",
    "m3ter/data-explorer-v2 10s",
    "m3ter/ingest/address 5m",
    "m3ter/ingest/organization 1s"
  ])
})
