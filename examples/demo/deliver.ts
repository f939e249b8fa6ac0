/** From records to fates: many at once where the vendor takes batches, one by one where it does not. */
import { Effect, Stream } from "effect"
import type { Batch, Failure } from "faultline"
import { type Fate, failed, type Id, type Read, unreadable } from "./record.ts"

/** What a record does at its vendor. */
export type Effects = "once" | "upsert" | "read"

/** A file on its way to a vendor. */
export interface Delivery<Api> {
  readonly vendor: string
  readonly ids: ReadonlyArray<Id>
  /** What doing a record twice comes to: `once` does harm, `upsert` the same as once, `read` does nothing at all. */
  readonly effect: Effects
  readonly fates: Stream.Stream<Fate, never, Api>
}

/** A record that could be read. */
export interface Good<A> {
  readonly id: Id
  readonly value: A
}

const goodOf = <A>(records: ReadonlyArray<Read<A>>): ReadonlyArray<Good<A>> =>
  records.flatMap((record) => ("value" in record ? [record] : []))

const badOf = <A>(vendor: string, records: ReadonlyArray<Read<A>>): Stream.Stream<Fate> =>
  Stream.fromIterable(
    records.flatMap((record) => ("problem" in record ? [unreadable(vendor, record.id, record.problem)] : []))
  )

/** Delivers all good records through an operation's `many`. */
export const deliverMany = <A, E extends Failure.AnyFailure, Api>(
  vendor: string,
  records: ReadonlyArray<Read<A>>,
  send: (good: ReadonlyArray<Good<A>>) => Stream.Stream<Batch.Outcome<unknown, E>, Batch.Halted, Api>
): Delivery<Api> => {
  const good = goodOf(records)
  const fates = send(good).pipe(
    Stream.map(({ failure, index, outcome, warning }): Fate => {
      const id = good[index]?.id ?? `record ${index}`
      if (failure !== undefined) return failed(vendor, id, failure)
      return {
        id,
        vendor,
        outcome: outcome === "accepted" ? "delivered" : outcome,
        ...(warning === undefined ? {} : { why: warning })
      }
    }),
    // What is left of a run that was given up was not sent.
    Stream.catchTag("Halted", (halted) =>
      Stream.fromIterable(
        good.flatMap(({ id }, index) =>
          index < halted.resumeFrom || halted.settled.includes(index) ? [] : [failed(vendor, id, halted)]
        )
      )
    )
  )
  return {
    vendor,
    effect: "once",
    ids: records.map(({ id }) => id),
    fates: Stream.concat(badOf(vendor, records), fates)
  }
}

/** Delivers the good records one by one, several at a time. */
export const deliverEach = <A, E extends Failure.AnyFailure, Api>(
  vendor: string,
  records: ReadonlyArray<Read<A>>,
  send: (good: Good<A>) => Effect.Effect<unknown, E, Api>
): Delivery<Api> => {
  const fates = Stream.fromIterable(goodOf(records)).pipe(
    Stream.mapEffect(
      (good) =>
        Effect.match(send(good), {
          onSuccess: (): Fate => ({ id: good.id, vendor, outcome: "delivered" }),
          onFailure: (failure) => failed(vendor, good.id, failure)
        }),
      { concurrency: 6 }
    )
  )
  return {
    vendor,
    effect: "once",
    ids: records.map(({ id }) => id),
    fates: Stream.concat(badOf(vendor, records), fates)
  }
}
