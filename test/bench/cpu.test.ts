/** What calls cost beside Effect's own client, with a margin for whatever else the machine does: `npm run bench` measures exactly. */
import { assert, it } from "@effect/vitest"
import { expects, type Target } from "../../bench/calls/shapes.ts"
import { alternate, costOf, type Entry } from "../../bench/processes/alternate.ts"

const target: Target = { shape: "get", concurrency: 16, base: "http://127.0.0.1", over: "stub" }

const entry = (contender: string, options: object): Entry => ({
  contender,
  module: new URL(`../../bench/calls/contenders/${contender}.ts`, import.meta.url),
  options: { ...target, ...options },
  expects: expects.get
})

it(
  "a call costs no more CPU than two of Effect's client with retry, timeout and schema",
  { timeout: 60_000 },
  async () => {
    const entries = [entry("effect", {}), entry("faultline", { face: "fiber" })]
    const measured = await alternate(entries, { runs: 7, warmUpMillis: 1500, runMillis: 150 }, () => {})
    const [theirs, ours] = measured.map((one) => costOf(one).cpuMicros)
    assert.isAbove(theirs ?? 0, 0)
    assert.isBelow((ours ?? Infinity) / (theirs ?? 0), 2)
  }
)
