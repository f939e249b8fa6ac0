/** `faultline journal`: what is found, and how it is shown to a person and to a program. */
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import { TerminalCapabilities } from "effect/cli"
import { TestClock } from "effect/testing"
import { join } from "node:path"
import { toStored } from "../../src/durable/journal/stored.ts"
import { inFile } from "../../src/durable/journal/sqlite/backend.ts"
import { moment } from "../../src/cli/moment.ts"
import { failure, folder, start, success, wide } from "../durable/journal/rows.ts"
import { faultline } from "./running.ts"

const time = (after: number) => new Date(start + after).toISOString()

/** A journal of three calls. */
const kept = Effect.gen(function* () {
  const file = join(yield* folder, "calls.db")
  const rows = yield* Effect.all([
    failure(60_000),
    success(30_000, { vendor: "Braze", operation: "Braze.trackUsers" }),
    failure(0, { tag: "DeliveryUnknown", category: "network", delivery: "Unknown" })
  ])
  yield* Effect.scoped(Effect.flatMap(inFile({ file }, wide), ({ add }) => add(rows.map(toStored), start)))
  return { file, rows }
})

const terminal = { canColor: true, canAnimate: true, canPrompt: true }

const atTerminal = <A>(ran: Effect.Effect<A>, canColor = true) =>
  Effect.provideService(ran, TerminalCapabilities.TerminalCapabilities, { ...terminal, canColor })

const idsIn = (out: string): ReadonlyArray<string> =>
  out === "" ? [] : out.split("\n").map((line) => JSON.parse(line).call)

describe("faultline journal", () => {
  it.live("gives a program one call a line, as it is kept, the newest first", () =>
    Effect.gen(function* () {
      const { file, rows } = yield* kept
      const { code, err, out } = yield* faultline(["journal", "--store", file])
      assert.deepStrictEqual([code, err], [0, ""])
      assert.deepStrictEqual(
        out.split("\n").map((line) => JSON.parse(line)),
        JSON.parse(JSON.stringify(rows))
      )
      const inTerminal = yield* atTerminal(faultline(["journal", "--store", file, "--json"]))
      assert.strictEqual(inTerminal.out, out)
    })
  )

  it.live("finds by every flag", () =>
    Effect.gen(function* () {
      const { file, rows } = yield* kept
      const [one, two, three] = rows.map(({ call }) => call)
      const cases: ReadonlyArray<readonly [ReadonlyArray<string>, ReadonlyArray<string | undefined>]> = [
        [["--vendor", "braze"], [two]],
        [["--operation", "trackUsers"], [two]],
        [["--tag", "SoldOut"], [one]],
        [["--category", "network"], [three]],
        [
          ["--since", time(30_000)],
          [one, two]
        ],
        [["--until", time(30_000)], [three]],
        [["--id", rows[1].call], [two]],
        [["--limit", "1"], [one]],
        [["--vendor", "ixon"], []]
      ]
      for (const [flags, expected] of cases) {
        const { code, out } = yield* faultline(["journal", ...flags], { FAULTLINE_JOURNAL: file })
        assert.deepStrictEqual([code, idsIn(out)], [0, expected], flags.join(" "))
      }
    })
  )

  it.live("gives a person a table, in colors by how calls ended", () =>
    Effect.gen(function* () {
      const { file, rows } = yield* kept
      const shown = (canColor: boolean, ...flags: ReadonlyArray<string>) =>
        atTerminal(faultline(["journal", "--store", file, ...flags]), canColor)
      const { out } = yield* shown(false)
      const [head, first, second] = out.split("\n")
      assert.match(head!, /^began \(UTC\) +operation +ended +status +ms +tried +call$/)
      assert.strictEqual(
        first,
        `${DateTime.formatIso(rows[0].at)}  Shop.placeOrder   Shop.SoldOut        400  13     2×  ${rows[0].call}`
      )
      assert.match(second!, /Braze\.trackUsers +ok +200/)
      const colored = (yield* shown(true)).out
      assert.include(colored, "\u001b[31mShop.SoldOut")
      assert.include(colored, "\u001b[33mDeliveryUnknown")
      assert.strictEqual((yield* shown(false, "--tag", "None")).out, "There is no such call in the journal.")
    })
  )

  it.live("says how a journal comes to be where there is none, and makes none", () =>
    Effect.gen(function* () {
      const file = join(yield* folder, "none.db")
      const { code, err, out } = yield* faultline(["journal", "--store", file])
      assert.deepStrictEqual([code, out], [1, ""])
      assert.include(err, "JournalStore.layer({ file })")
      const json = yield* faultline(["journal", "--store", file, "--json"])
      assert.strictEqual(JSON.parse(json.err).tag, "JournalUnavailable")
    })
  )

  it.live.each([
    ["--since", "yesterday"],
    ["--since", "2026-11-25T09:00:00"],
    ["--until", "25.11.2026"],
    ["--limit", "0"],
    ["--category", "odd"]
  ])("refuses %s %s, and says what is allowed", ([flag, value]) =>
    Effect.gen(function* () {
      const { code, err } = yield* faultline(["journal", "--store", "none.db", flag!, value!])
      assert.strictEqual(code, 2)
      assert.include(err, flag!.slice(2))
    })
  )
})

it.effect("a moment is also how long ago it was, or a date", () =>
  Effect.gen(function* () {
    yield* TestClock.setTime(start)
    const found = yield* Effect.forEach(["90s", "5 minutes ago", "2h", "1.5 days", "2026-11-25"], (text) =>
      Effect.map(moment("since", text), ({ epochMilliseconds }) => epochMilliseconds)
    )
    assert.deepStrictEqual(found, [
      start - 90_000,
      start - 300_000,
      start - 7_200_000,
      start - 129_600_000,
      Date.UTC(2026, 10, 25)
    ])
  })
)
