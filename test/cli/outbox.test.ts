import { assert, describe, it } from "@effect/vitest"
import { Effect, type Scope } from "effect"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Script, serve } from "../../src/testing/Simulator.ts"
import * as Braze from "../../src/vendors/braze/index.ts"
import { faultline, type Ran } from "./running.ts"

const folder: Effect.Effect<string, never, Scope.Scope> = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "outbox-cli-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

const event = (id: string, more: object = {}) => ({
  event_id: id,
  event: { externalId: "ada", name: "ordered", time: "2026-11-25T09:00:00Z", ...more }
})

/** A folder with a file of these lines, and the command line with the outbox in it and Braze's simulator behind it. */
const shop = (lines: ReadonlyArray<unknown>, script: Script = []) =>
  Effect.gen(function* () {
    const path = yield* folder
    const file = join(path, "events.ndjson")
    writeFileSync(
      file,
      lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n")
    )
    const { env } = yield* Effect.orDie(serve([Braze.simulator], { script, seed: 1 }))
    const all = { ...env, FAULTLINE_OUTBOX: join(path, "outbox.db") }
    const run = (...args: ReadonlyArray<string>): Effect.Effect<Ran> => faultline(["outbox", ...args], all)
    return {
      run,
      file,
      add: run("add", "braze", "trackUsers", "--file", file, "--id", ".event_id", "--json")
    }
  })

const json = ({ out }: Ran): unknown => JSON.parse(out)
const last = ({ out }: Ran): unknown => JSON.parse(out.split("\n").at(-1) ?? "")

describe("faultline outbox", () => {
  it.live("enqueues a file, says which lines are refused and why, and nothing twice", () =>
    Effect.gen(function* () {
      const { add, file, run } = yield* shop([
        event("e1"),
        event("e2", { time: "yesterday" }),
        "{",
        { event: event("e").event },
        event("e3")
      ])
      const first = yield* add
      assert.deepStrictEqual(json(first), { queued: 2, duplicates: 0, refused: 3 })
      assert.strictEqual(first.code, 1)
      const lines = first.err.split("\n").map((line): string => JSON.parse(line).message)
      assert.match(lines[0]!, new RegExp(`^${file}:2: .*events.0.time: a time is`))
      assert.match(lines[1]!, new RegExp(`^${file}:3 is not JSON`))
      assert.match(lines[2]!, new RegExp(`^${file}:4 has no text or number at .event_id`))
      assert.deepStrictEqual(json(yield* add), { queued: 0, duplicates: 2, refused: 3 })
      assert.deepStrictEqual(json(yield* run("stats", "--json")), {
        open: 2,
        delivered: 0,
        warned: 0,
        dead: 0,
        unknown: 0
      })
    }).pipe(Effect.scoped)
  )

  it.live("the same id with another input is refused, and the rest of the file is taken", () =>
    Effect.gen(function* () {
      const { add, file } = yield* shop([event("e1")])
      yield* add
      writeFileSync(
        file,
        [event("e1", { name: "paid" }), event("e2")].map((line) => JSON.stringify(line)).join("\n")
      )
      const second = yield* add
      assert.deepStrictEqual(json(second), { queued: 1, duplicates: 0, refused: 1 })
      assert.match(second.err, /events.ndjson:1: The outbox has an item “e1” with another input/)
    }).pipe(Effect.scoped)
  )

  it.live("works until nothing is left, and shows what became of each", () =>
    Effect.gen(function* () {
      const { add, run } = yield* shop([event("e1"), event("e2")])
      yield* add
      const worked = yield* run("work", "--drain", "--json")
      assert.strictEqual(worked.code, 0)
      assert.deepInclude(last(worked), { open: 0, delivered: 2 })
      const listed = (yield* run("list", "--state", "delivered", "--json")).out.split("\n")
      assert.deepStrictEqual(
        listed.map((line): string => JSON.parse(line).id),
        ["e1", "e2"]
      )
      assert.deepInclude(json(yield* run("show", "e1", "--json")), {
        id: "e1",
        state: "delivered",
        operation: "Braze.trackUsers",
        attempts: 1
      })
    }).pipe(Effect.scoped)
  )

  it.live("what is paused stays, and says so", () =>
    Effect.gen(function* () {
      const { add, run } = yield* shop([event("e1")])
      yield* add
      yield* run("pause", "braze", "--because", "stock-taking", "--by", "ada")
      const worked = yield* run("work", "--drain", "--json")
      assert.strictEqual(worked.code, 75)
      assert.match(worked.err, /1 items stay open/)
      assert.match((yield* run("stats")).out, /paused by ada: stock-taking/)
      assert.deepStrictEqual(json(yield* run("resume", "braze", "--json")), { resumed: 1 })
      assert.strictEqual((yield* run("work", "--drain")).code, 0)
    }).pipe(Effect.scoped)
  )

  it.live("a person ends a doubt with a reason, and requeues, replays and drops", () =>
    Effect.gen(function* () {
      const { add, run } = yield* shop(
        [event("e1")],
        [{ on: "Braze.trackUsers", fault: "cut-after", call: 1 }]
      )
      yield* add
      yield* run("work", "--drain")
      assert.deepInclude(json(yield* run("stats", "--json")), { unknown: 1 })
      const vague = yield* run("resolve", "e1", "--because", "seen")
      assert.deepInclude(vague, { code: 2 })
      assert.strictEqual((yield* run("resolve", "e1", "--dead", "--because", "not there")).code, 0)
      const nameless = JSON.stringify({ event: { ...event("e1").event, name: "" } })
      const refused = yield* run("requeue", "e1", "--input", nameless, "--because", "corrected")
      assert.strictEqual(refused.code, 2)
      assert.match(refused.err, /must not be empty/)
      assert.deepInclude(json(yield* run("show", "e1", "--json")), { state: "dead" })
      const twice = yield* run("resolve", "e1", "--delivered", "--because", "seen")
      assert.match(twice.err, /it is dead, and only what is unknown can be resolved/)
      assert.deepStrictEqual(json(yield* run("requeue", "e1", "--because", "it was not done", "--json")), {
        requeued: 1
      })
      yield* run("work", "--drain")
      assert.deepInclude(json(yield* run("show", "e1", "--json")), { state: "delivered" })
      assert.deepStrictEqual(json(yield* run("replay", "--vendor", "braze", "--json")), {
        queued: 1,
        gone: 0
      })
      assert.deepStrictEqual(
        json(
          yield* run(
            "drop",
            "--vendor",
            "braze",
            "--state",
            "pending",
            "--because",
            "once is enough",
            "--json"
          )
        ),
        { dropped: 1 }
      )
      assert.deepInclude(json(yield* run("stats", "--json")), { open: 0, delivered: 1 })
    }).pipe(Effect.scoped)
  )

  it.live("a slip of the hand moves nothing", () =>
    Effect.gen(function* () {
      const { run } = yield* shop([event("e1")])
      for (const verb of ["requeue", "drop"]) {
        const slip = yield* run(verb, "--because", "why not")
        assert.deepInclude(slip, { code: 2, out: "" })
        assert.match(slip.err, /Which items are to be (requeued|dropped)\?/)
      }
      assert.match((yield* run("drop", "e1", "--because", " ")).err, /The reason is empty/)
      assert.match((yield* run("list", "--since", "yesterday")).err, /“yesterday” is no moment/)
      assert.match((yield* run("show", "e9")).err, /there is no such item/)
    }).pipe(Effect.scoped)
  )

  it.live("without a vendor's settings nothing is sent, and the reason is said", () =>
    Effect.gen(function* () {
      const path = yield* folder
      const worked = yield* faultline(["outbox", "work", "braze", "--drain"], {
        FAULTLINE_OUTBOX: join(path, "outbox.db")
      })
      assert.strictEqual(worked.code, 1)
      assert.match(worked.err, /the environment does not set BRAZE_API_KEY, BRAZE_BASE_URL/)
    }).pipe(Effect.scoped)
  )
})
