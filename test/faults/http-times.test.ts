/** A time that a server names is read by one reader: the call and its queue wait for the same moment, however it is written. */
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Schema } from "effect"
import { recognize } from "../../src/contract/Catalogue.ts"
import { make, Reset, RetryAfter } from "../../src/contract/Wire.ts"
import { retryMoment, timeIn } from "../../src/contract/moments.ts"
import * as Hints from "../../src/policy/limit/Hints.ts"
import * as Shop from "../shop/shop.ts"

// Sun, 06 Nov 1994 08:49:37 GMT
const epoch = 784_111_777_000
const now = 1_785_000_000_000
const later = (seconds: number) => new Date(now + seconds * 1000)

const waits: ReadonlyArray<readonly [written: string, millis: number]> = [
  ["0", 0],
  ["3", 3_000],
  [" 3 ", 3_000],
  ["1.5", 1_500],
  ["0.0001", 1],
  ["3, 3", 3_000],
  ["3,7, 5", 7_000],
  ["tomorrow, 4", 4_000],
  ["4, tomorrow", 4_000],
  ["-5, 2", 2_000],
  ["250ms", 250],
  ["1m30s", 90_000],
  ["1000000000", 1e12]
]

const moments: ReadonlyArray<readonly [written: string, at: number]> = [
  ["Sun, 06 Nov 1994 08:49:37 GMT", epoch],
  ["Sun, 6 Nov 1994 08:49:37 GMT", epoch],
  ["Sunday, 06-Nov-94 08:49:37 GMT", epoch],
  ["Sun Nov  6 08:49:37 1994", epoch],
  ["sun, 06 nov 1994 08:49:37 gmt", epoch],
  ["Sun, 06 Nov 1994 08:49:37 UTC", epoch],
  ["Sun, 06 Nov 1994 08:49:37 +0000", epoch],
  ["Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:38 GMT", epoch + 1_000],
  ["Wed, 32 Dec 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT", epoch],
  ["Friday, 01-Jan-27 00:00:00 GMT", Date.UTC(2027, 0, 1)],
  ["2026-01-01T00:00:00Z", Date.UTC(2026, 0, 1)],
  ["2026-01-01T01:00:00+01:00", Date.UTC(2026, 0, 1)],
  // Without a zone it is not that of this machine.
  ["2026-01-01T00:00:00", Date.UTC(2026, 0, 1)],
  ["1785000000", now],
  ["1785000000123", now + 123],
  ["1785000000, 1785000060", now + 60_000],
  ["9".repeat(21), 1e14],
  ["9999-12-31T23:59:59Z", 1e14]
]

const none = [
  "",
  " ",
  "tomorrow",
  "-5",
  "NaN",
  "Infinity",
  "1e3",
  "0x10",
  "9".repeat(400),
  "Wed, 32 Dec 2026 00:00:00 GMT",
  "Mon, 30 Feb 2026 00:00:00 GMT",
  "Xxx, 99 Yyy 0000 99:99:99 GMT",
  "Wed, 21 Oct 2015 24:00:00 GMT",
  "Wed, 21 Oct 2015 07:61:00 GMT",
  "Wed, 21 Oct 2015 07:28:00 EST",
  "2026-13-45T99:99:99Z",
  ",",
  ",,,",
  "3 apples"
]

describe("a header that names a time", () => {
  it.each(waits)("“%s” is a wait of %i ms", (written, millis) => {
    assert.strictEqual(timeIn(written)?.after, millis)
  })
  it.each(moments)("“%s” is the moment %i", (written, at) => {
    assert.strictEqual(timeIn(written)?.at, at)
  })
  it.each(none)("“%s” names none", (written) => {
    assert.isUndefined(timeIn(written))
  })

  it("is read in linear time, and not at all where it is longer than any time", () => {
    assert.isUndefined(timeIn(`${"3, ".repeat(100_000)}3`))
    assert.strictEqual(timeIn(`${"3, ".repeat(100)}9`)?.after, 9_000)
  })

  it("that a failure carries is read in every form, and written as its header is", () => {
    const decode = Schema.decodeUnknownSync(RetryAfter)
    const encode = Schema.encodeUnknownSync(RetryAfter)
    for (const [written, millis] of waits) {
      const wait = decode(written)
      assert.isTrue(Duration.isDuration(wait) && Duration.toMillis(wait) === millis, written)
    }
    for (const [written, at] of moments) {
      const found = decode(written)
      assert.isTrue(DateTime.isDateTime(found) && found.epochMilliseconds === at, written)
    }
    for (const written of none) assert.throws(() => decode(written))
    assert.deepStrictEqual(
      [encode(Duration.millis(1500)), encode(DateTime.makeUnsafe(epoch))],
      ["1.5", "Sun, 06 Nov 1994 08:49:37 GMT"]
    )
    assert.strictEqual(Schema.encodeUnknownSync(Reset)(DateTime.makeUnsafe(now)), "1785000000")
  })
})

describe("a call and its queue", () => {
  const names = ["retry-after", "x-ratelimit-retry-after", "retry-after-ms"]
  const soon = [
    ...waits.map(([written]) => written).filter((written) => written !== "1000000000"),
    ...none,
    later(20).toUTCString(),
    later(20).toISOString(),
    String((now + 20_000) / 1000),
    String(now + 20_000),
    `${later(20).toUTCString()}, ${later(30).toUTCString()}`,
    `5, ${later(20).toUTCString()}`
  ]
  const wireOf = (headers: Readonly<Record<string, string>>, status = 503) => make(status, headers, "")
  const ofCall = (headers: Readonly<Record<string, string>>, status?: number) =>
    recognize(Shop.failures, wireOf(headers, status), {
      vendor: "Shop",
      operation: "Shop.probe",
      time: DateTime.makeUnsafe(now)
    })?.notBefore?.epochMilliseconds

  it.each(names.flatMap((name) => soon.map((written) => [name, written] as const)))(
    "wait for the same moment by %s: %s",
    (name, written) => {
      const headers = { [name]: written }
      const queue = Hints.read(headers, now).retryAt
      const call = ofCall(headers)
      const bounded = (at: number) => Math.min(Math.max(now, at), now + Hints.longest)
      assert.strictEqual(call === undefined ? undefined : bounded(call), queue)
    }
  )

  it("wait for the later of two headers, and for the server's moment by the server's clock", () => {
    const both = { "retry-after": "60", "x-ratelimit-retry-after": "5" }
    assert.deepStrictEqual([ofCall(both), Hints.read(both, now).retryAt], [now + 60_000, now + 60_000])
    const ahead = { date: later(300).toUTCString(), "retry-after": later(303).toUTCString() }
    assert.deepStrictEqual([ofCall(ahead), Hints.read(ahead, now).retryAt], [now + 3_000, now + 3_000])
    assert.strictEqual(retryMoment({ "retry-after-ms": "1500", "retry-after": "2" }, now)?.at, now + 1_500)
  })

  it("wait for a 429 that nobody documents as long as it says, else for a second", () => {
    const retry = (headers: Readonly<Record<string, string>>) =>
      recognize(Shop.failures, wireOf(headers, 429), { vendor: "Shop", operation: "Shop.probe" })?.retry
    assert.deepStrictEqual(retry({}), { after: Duration.seconds(1) })
    assert.deepStrictEqual(retry({ "retry-after": "0" }), { after: Duration.zero })
  })
})
