/** The steps over HTTP without credentials: whether an answer comes, and what its date says of this machine's clock. */
import { assert, describe, it } from "@effect/vitest"
import { Clock, Effect } from "effect"
import { answering } from "./answering.ts"
import { ended, examineAt, failedIn, secret, shopWith, stepIn } from "./patient.ts"

const order = { body: { id: "1", count: 2 } }

describe("without credentials, the doctor", () => {
  it.live("asks once, with no key, and takes a refusal for an answer", () =>
    Effect.gen(function* () {
      const { came, url } = yield* answering((path) => (path === "/" ? { status: 401 } : order))
      const checkup = yield* examineAt(url)
      assert.strictEqual(
        ended(checkup),
        "settings ok, proxy main ok, dns main skipped, tcp main ok, tls main skipped, http main ok, clock main ok, credentials key ok, limits skipped"
      )
      assert.strictEqual(stepIn(checkup, "http").found, `GET ${url}/: HTTP 401.`)
      const [first, ...others] = came
      assert.deepStrictEqual([first?.path, first?.headers.authorization], ["/", undefined])
      assert.match(first?.headers["user-agent"] ?? "", /^faultline\//)
      for (const name of ["traceparent", "b3"]) assert.notProperty(first?.headers, name)
      assert.deepStrictEqual(
        others.map(({ headers }) => headers.authorization),
        [`Bearer ${secret}`]
      )
      assert.isTrue(checkup.ok)
    })
  )

  it.live("finds a vendor that is out, in the vendor's words, and does not ask further", () =>
    Effect.gen(function* () {
      const { came, url } = yield* answering(() => ({ status: 503 }))
      const step = failedIn(yield* examineAt(url))
      assert.deepStrictEqual([step.name, step.code, step.category], ["http", "Shop.Closed", "unavailable"])
      assert.deepStrictEqual(
        [step.means, step.remedy],
        ["The shop is closed for a moment.", "Come back soon."]
      )
      assert.strictEqual(came.length, 1)
    })
  )

  it.live("stops at a refusal for now: nothing more is asked", () =>
    Effect.gen(function* () {
      const { came, url } = yield* answering(() => ({ status: 429 }))
      const checkup = yield* examineAt(url)
      assert.deepStrictEqual([failedIn(checkup).code, came.length], ["Shop.TooMany", 1])
      assert.strictEqual(stepIn(checkup, "credentials", "key").means, "It needs “http main”, which failed.")
    })
  )

  it.live("finds a host that takes the request and does not answer", () =>
    Effect.gen(function* () {
      const { url } = yield* answering(() => undefined)
      const checkup = yield* examineAt(url, { timeout: "300 millis" })
      assert.deepStrictEqual([failedIn(checkup).name, failedIn(checkup).code], ["http", "timeout"])
      assert.match(stepIn(checkup, "clock").means ?? "", /“http main”/)
    })
  )

  it.live("says where a redirect leads calls, and that a proxy wants credentials", () =>
    Effect.gen(function* () {
      const moved = yield* answering((path) => (path === "/" ? { status: 302 } : order))
      assert.match(stepIn(yield* examineAt(moved.url), "http").means ?? "", /Check the base URL/)
      const proxied = yield* answering(() => ({ status: 407 }))
      const step = failedIn(yield* examineAt(proxied.url))
      assert.deepStrictEqual([step.name, step.category], ["http", "misconfigured"])
    })
  )

  it.live("asks for what the vendor says, with its headers, or for nothing where it says why", () =>
    Effect.gen(function* () {
      const { came, url } = yield* answering(() => order)
      const request = { path: "/time", headers: { "api-version": "2" } }
      yield* examineAt(url, {}, shopWith({ hosts: { main: { address: "", request } } }))
      assert.deepStrictEqual([came[0]?.path, came[0]?.headers["api-version"]], ["/time", "2"])
      const skipped = { skipped: "There is nothing to ask for." }
      const checkup = yield* examineAt(
        url,
        {},
        shopWith({ hosts: { main: { address: "", request: skipped } } })
      )
      assert.deepStrictEqual(stepIn(checkup, "http").means, skipped.skipped)
      assert.strictEqual(stepIn(checkup, "clock").status, "skipped")
      assert.strictEqual(stepIn(checkup, "credentials", "key").status, "ok")
    })
  )
})

describe("of this machine's clock, the doctor", () => {
  const dated = (offset: number) =>
    Effect.gen(function* () {
      const now = yield* Clock.currentTimeMillis
      const date = new Date(now + offset).toUTCString()
      return yield* answering(() => ({ ...order, headers: { date } }))
    })

  it.live.each<readonly [string, number, RegExp]>([
    ["behind", 3_600_000, /^This machine's clock is 1h behind the host's\.$/],
    ["ahead", -400_000, /^This machine's clock is 6m 40s ahead of the host's\.$/]
  ])("finds that it is %s, and asks for the credentials all the same", ([, offset, found]) =>
    Effect.gen(function* () {
      const { url } = yield* dated(offset)
      const checkup = yield* examineAt(url)
      const step = failedIn(checkup)
      assert.strictEqual(step.name, "clock")
      assert.match(
        (step.found ?? "").replace(/(59m 59s|1h 1s)/, "1h").replace(/6m (39|41)s/, "6m 40s"),
        found
      )
      assert.match(step.remedy ?? "", /chronyc|timedatectl/)
      assert.strictEqual(stepIn(checkup, "credentials", "key").status, "ok")
    })
  )

  it.live("says nothing of a few seconds, nor where there is no Date", () =>
    Effect.gen(function* () {
      const near = yield* dated(-10_000)
      assert.match(stepIn(yield* examineAt(near.url), "clock").found ?? "", /agree to within \d+s/)
      const none = yield* answering(() => ({ ...order, headers: { date: "yesterday" } }))
      assert.match(stepIn(yield* examineAt(none.url), "clock").means ?? "", /no Date/)
    })
  )
})
