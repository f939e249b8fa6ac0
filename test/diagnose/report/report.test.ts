/** What a report says: what each vendor asks for in its own order, what identifies the call, and what a person must add. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { TestClock } from "effect/testing"
import type { AnyFailure, AnyFailureClass } from "../../../src/contract/Failure.ts"
import { classOf } from "../../../src/contract/Failure.ts"
import { fromJson, make } from "../../../src/contract/Wire.ts"
import * as Diagnose from "../../../src/diagnose/Diagnose.ts"
import { Braze, Metrix, Xtremepush } from "../../../src/index.ts"
import { calls, failing, quoting } from "./failing.ts"

const headings = (markdown: string): ReadonlyArray<string> => markdown.match(/^## .*$/gm) ?? []

const valuesOf = (items: Diagnose.Report["helps"]): Record<string, string> =>
  Object.fromEntries(items.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])))

it.effect("Metrix's list stands in the order of its page, each item with what is known", () =>
  Effect.gen(function* () {
    yield* TestClock.setTime(1_767_225_600_123)
    const failure = yield* failing(calls.metrix[0], fromJson(403, {}, { error: "IP" }))
    const report = Diagnose.report(failure, Metrix.support)
    const markdown = Diagnose.renderReport(report)
    assert.deepStrictEqual(headings(markdown).slice(0, 5), [
      "## 1. Your APP_ID",
      "## 2. The full curl request, headers and body",
      "## 3. The response of the Metrix server: status code and body",
      "## 4. The exact date and time of the issue (UTC)",
      "## 5. Error messages from your server logs"
    ])
    assert.strictEqual(report.asks[0]?.value, "app-7")
    assert.deepStrictEqual(report.answer?.body, `{"error":"IP"}`)
    assert.strictEqual(report.answer?.status, 403)
    assert.strictEqual(report.time, "2026-01-01T00:00:00.123Z")
    assert.include(markdown, `-H 'x-api-key: '"$METRIX_API_KEY"`)
    assert.include(markdown, "| 1 (first) | 2026-01-01T00:00:00.123Z | 0 | Metrix.Forbidden | 403 |")
    assert.include(
      report.log.at(-1) ?? "",
      "2026-01-01T00:00:00.123Z ERROR Metrix.ingest: POST https://entry.metrix.ir/"
    )
    assert.match(report.add.join("\n"), /^Source IP address: .*WhiteList/)
  })
)

it.effect("Braze lists nothing: what identifies the call comes first, its request id before all", () =>
  Effect.gen(function* () {
    const failure = yield* failing(calls.braze[0], quoting)
    const report = Diagnose.report(failure, Braze.support)
    assert.deepInclude(valuesOf(report.helps), {
      "Request id (X-Request-Id)": "req-1",
      Instance: "https://rest.iad-01.braze.com",
      Endpoint: "POST /campaigns/trigger/send",
      "Campaign id": "c-1"
    })
    const markdown = Diagnose.renderReport(report)
    assert.strictEqual(headings(markdown)[0], "## What identifies the call")
    assert.include(markdown, "- [ ] API key: its name in the dashboard; never the key.")
  })
)

describe("the settings of a layer identify the account", () => {
  it.effect.each([
    ["m3ter", "Organization id", "org-7"],
    ["ixon", "Company", "company-7"],
    ["ixon", "Application", "app123456789"],
    ["xtremepush", "Region", "https://external-api.xtremepush.com"]
  ] as const)("of %s: %s", ([vendor, name, value]) =>
    Effect.gen(function* () {
      const failure = yield* failing(calls[vendor][0], quoting)
      assert.strictEqual(valuesOf(Diagnose.report(failure, calls[vendor][1]).helps)[name], value)
    })
  )
})

it("every attempt says whether it is network connectivity or whose side, as Xtremepush asks", () => {
  const attempt = { kind: "first", at: "2026-01-01T00:00:00Z", millis: 5 } as const
  const { attempts } = Diagnose.report(
    {
      vendor: "Xtremepush",
      operation: "Xtremepush.hitEvent",
      at: 0,
      attempts: [
        { ...attempt, ended: "NotSent" },
        { ...attempt, ended: "NoAnswer" },
        { ...attempt, ended: "Xtremepush.InternalFault", status: 500 },
        { ...attempt, ended: "Xtremepush.BadRequest", status: 400 },
        { ...attempt, ended: "OutOfTime" }
      ]
    },
    Xtremepush.support
  )
  assert.deepStrictEqual(
    attempts.map(({ side }) => side),
    [
      "network connectivity, or our side: nothing was sent",
      "network connectivity, or Xtremepush: it was sent, and no answer came",
      "Xtremepush, or a gateway before it: it answered 500",
      "our side, as Xtremepush sees it: it answered 400",
      "our side: it was not sent"
    ]
  )
})

/** The failure as another process reads it. */
const elsewhere = (failure: AnyFailure): AnyFailure => {
  const codec: AnyFailureClass = classOf(failure)
  const json = Schema.toCodecJson(Schema.make<Schema.Codec<AnyFailure>>(codec.ast))
  return Schema.decodeUnknownSync(json)(JSON.parse(JSON.stringify(Schema.encodeUnknownSync(json)(failure))))
}

it.effect("a failure that came from another process makes a report as well, whose command is not exact", () =>
  Effect.gen(function* () {
    const failure = elsewhere(yield* failing(calls.metrix[0], quoting))
    const { answer, asks, curl, request } = Diagnose.report(failure, Metrix.support, { whole: true })
    assert.strictEqual(asks[0]?.value, "app-7")
    assert.include(answer?.body ?? "", `"success":false`)
    assert.strictEqual(request?.headers["x-api-key"], "$METRIX_API_KEY")
    assert.isFalse(curl?.exact)
    assert.include(curl?.note ?? "", "its body is known as an excerpt")
    assert.include(curl?.command ?? "", `'x-api-key: '"$METRIX_API_KEY"`)
  })
)

it("a failure that no call led to says so, and what is to be added", () => {
  const report = Diagnose.report(new Metrix.BadRequest({}), Metrix.support)
  assert.isNull(report.curl)
  assert.include(Diagnose.renderReport(report), "No request was made.")
  assert.match(report.add[0] ?? "", /^Your APP_ID: .*Application Settings/)
})

it.effect("an answer that holds Markdown stays in its block", () =>
  Effect.gen(function* () {
    const failure = yield* failing(calls.braze[0], make(400, {}, "a\n```\n# b\n````\n"))
    const markdown = Diagnose.renderReport(Diagnose.report(failure, Braze.support))
    assert.include(markdown, "\n`````\na\n```\n# b\n````\n\n`````\n")
  })
)
