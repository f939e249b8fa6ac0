/** Names of metrics, events and attributes on pages and in examples: they are in the one list, in one of its spellings. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import * as Breaker from "../../src/policy/Breaker.ts"
import { attribute } from "../../src/pipeline/telemetry/attribute.ts"
import { event, metric, prometheusName } from "../../src/pipeline/telemetry/signals.ts"
import { known as series } from "../operations/names.ts"

const names: ReadonlySet<string> = new Set([
  ...Object.values(metric).map(({ name }) => name),
  ...Object.values(event).map(({ name }) => name),
  ...Object.values(attribute)
])

const inPrometheus: ReadonlySet<string> = new Set([
  ...series.keys(),
  // Of a breaker that stands alone, which knows no vendor.
  Breaker.transitionsTotal.id,
  // A histogram as a whole has no series of its name.
  ...Object.values(metric).map(({ name }) => prometheusName(name))
])

const labels: ReadonlySet<string> = new Set([...series.values()].flatMap((names) => [...names]))

/** The names of signals that a text marks as code, or gives as a text in code. */
const namesIn = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/[`"']((?:faultline|http|network)\.[a-z_.]+)[`"']/g)].map(([, name = ""]) => name)

/** The names of series and labels as Prometheus has them. Tables of an outbox are called alike. */
const seriesIn = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/\bfaultline_[a-z_]+\b/g)].map(([name]) => name)

const unknownIn = (text: string): ReadonlyArray<string> => [
  ...namesIn(text).filter((name) => !names.has(name)),
  ...seriesIn(text).filter(
    (name) => !inPrometheus.has(name) && !labels.has(name) && !/^faultline_outbox(_(?!depth)\w+)?$/.test(name)
  )
]

const filesIn = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(md|ts|yml)$/.test(name) && !name.startsWith("decisions"))
    .map((name) => join(folder, name))

it.each(["README.md", ...filesIn("docs"), ...filesIn("examples")])(
  "%s names no metric, event or attribute that is not in the list",
  (path) => {
    assert.deepStrictEqual(unknownIn(readFileSync(path, "utf8")), [])
  }
)

describe("a name is noticed that", () => {
  it.each([
    ["was there before", "`faultline.attempt.kind` says why"],
    ["was a metric before", "See `faultline_call_duration`."],
    ["is a wrong label", 'sum by (faultline_outcomes) (x{faultline_kind="retry"})'],
    ["is misspelled in code", 'find(({ id }) => id === "faultline.cals")'],
    ["is not an attribute of ours", "`http.status_code`"]
  ])("%s", (_, text) => assert.isAbove(unknownIn(text).length, 0))
})
