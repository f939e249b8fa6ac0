/** Reports of rows that a journal kept: exact where it keeps bodies whole, and otherwise not, which they say. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Redacted, Schema } from "effect"
import * as Diagnose from "../../../src/diagnose/Diagnose.ts"
import { Journal, Xtremepush } from "../../../src/index.ts"
import { Row } from "../../../src/pipeline/journal/row.ts"
import { available, listen, sh } from "./socket.ts"

const key = "k3y-$HOME`x`!'1234"
const person = "ada@example.com"
const stored = Schema.toCodecJson(Row)

/** The row of one refused call, as it comes back from where it was kept, and what was sent. */
const kept = async (bodies: "hidden" | "whole", event: string) => {
  const raw = await listen(() => [400, `{"code":400,"success":false,"message":"no ${person}"}`])
  const rows: Array<Journal.Row> = []
  const journal: Journal.Journal = {
    ...Journal.into([]),
    calls: Journal.rows((row) => void rows.push(row), { bodies })
  }
  await Effect.runPromise(
    Effect.flip(Xtremepush.hitEvent({ userId: person, event })).pipe(
      Effect.provide(Xtremepush.layer({ appToken: Redacted.make(key), baseUrl: raw.url })),
      Effect.provideService(Journal.Current, journal)
    )
  )
  const [row] = rows
  if (row === undefined) throw new Error("no row was kept")
  const text = JSON.stringify(Schema.encodeSync(stored)(row))
  return { raw, text, row: Schema.decodeUnknownSync(stored)(JSON.parse(text)) }
}

describe.skipIf(!available())("a row whose bodies were kept whole", () => {
  it.each([`it's "odd" 😀\n`, "x".repeat(200_000)])(
    "makes a command that sends the same bytes",
    async (event) => {
      const { raw, row, text } = await kept("whole", event)
      try {
        assert.notInclude(text, key)
        const report = Diagnose.report(row, Xtremepush.support)
        assert.isTrue(report.curl?.exact, report.curl?.note)
        await sh(report.curl?.command ?? "", { XTREMEPUSH_APP_TOKEN: key })
        assert.strictEqual(raw.received.length, 2)
        assert.strictEqual(raw.received[1]?.toString("latin1"), raw.received[0]?.toString("latin1"))
      } finally {
        raw.close()
      }
    }
  )
})

it("a row whose bodies were hidden makes a report without the person, and says that it is not exact", async () => {
  const { raw, row, text } = await kept("hidden", "order")
  raw.close()
  const report = Diagnose.report(row, Xtremepush.support)
  const markdown = Diagnose.renderReport(report)
  for (const hidden of [person, key]) assert.notInclude(text + markdown + JSON.stringify(report), hidden)
  assert.strictEqual(report.id, row.call)
  assert.include(markdown, `Call \`${row.call}\``)
  assert.strictEqual(report.answer?.status, 400)
  assert.include(report.answer?.body ?? "", "<personal>")
  assert.strictEqual(
    report.curl?.note,
    "Not byte-exact: 1 field hidden, its body is known as an excerpt. A journal that keeps bodies whole makes it exact."
  )
})
