/** Usage of the delivery service, as measurements for m3ter: any number at once, in batches of its documented size. */
import { Schema } from "effect"
import { M3ter } from "faultline"
import { deliverMany } from "../deliver.ts"
import { table } from "../files.ts"
import type { Read } from "../record.ts"

const Usage = Schema.Struct({
  uid: Schema.NonEmptyString,
  account: Schema.String,
  meter: Schema.String,
  time: Schema.DateTimeUtcFromString,
  amount: Schema.FiniteFromString
})

/** m3ter counts a uid once and says nothing of the second: a repeated one is a mistake of the file. */
const once = (records: ReadonlyArray<Read<typeof Usage.Type>>): ReadonlyArray<Read<typeof Usage.Type>> => {
  const seen = new Set<string>()
  return records.map((record) => {
    if ("problem" in record) return record
    if (seen.has(record.value.uid))
      return { id: record.id, problem: `the uid ${record.value.uid} stands in an earlier line` }
    seen.add(record.value.uid)
    return record
  })
}

export const usage = () =>
  deliverMany("M3ter", once(table("usage.csv", ",", Usage)), (good) =>
    M3ter.submitMeasurements.many(
      good.map(({ id, value: { account, amount, meter, time, uid } }) => ({
        uid,
        account,
        meter,
        ts: time,
        measure: { amount },
        metadata: { record: id }
      }))
    )
  )
