/** Jobs for a made-up vendor, of three kinds: not to be done twice, as good twice as once, and known by a key of the request. */
import { Schema } from "effect"
import * as Batch from "../../../src/many/Batch.ts"
import * as Shop from "../../shop/shop.ts"

/** What the vendor makes of a job. One that is `unreadable` was broken where it was kept, and never reaches it. */
export const fates = ["accept", "warn", "drop", "refuse", "unreadable"] as const
export type Fate = (typeof fates)[number]
export type Kind = "once" | "often" | "keyed"

export interface Job {
  readonly id: string
  readonly fate: Fate
}
const JobFields = Schema.Struct({ id: Schema.String, fate: Schema.Literals(fates) })

/** A request for many jobs. */
export const Jobs = Schema.Struct({ jobs: Schema.Array(JobFields) })
/** A request for one job that is known by its key. */
export const Keyed = Schema.Struct({ ...JobFields.fields, key: Schema.optionalKey(Schema.String) })
/** What the vendor says of jobs that it did with a warning, or left out. */
export const Odd = Schema.Struct({
  odd: Schema.Array(Schema.Struct({ index: Schema.Int, recorded: Schema.Boolean }))
})

const jobs = (name: string, idempotent: boolean, count: number) =>
  Batch.batched(
    Shop.operation(name, () => ({ method: "POST", path: `/${name}`, input: Jobs, output: Odd, idempotent })),
    {
      input: (jobs: ReadonlyArray<Job>) => ({ jobs }),
      count,
      warnings: ({ odd }) => odd.map((one) => ({ ...one, message: "odd" })),
      blames: [Shop.BadRequest]
    }
  )

/** The operations, with so many jobs in a request. */
export const operationsOf = (count: number) => ({
  once: jobs("once", false, count),
  often: jobs("often", true, count),
  keyed: Shop.operation("keyed", () => ({
    method: "POST",
    path: "/keyed",
    input: Keyed,
    output: Odd,
    generates: { key: "uuid" },
    repeats: { knownBy: "request", within: "1 day" },
    idempotent: true
  }))
})
export type Operations = ReturnType<typeof operationsOf>

/** Numbers in [0, 1) that follow from a seed. */
export const randomOf = (seed: number) => {
  let state = seed >>> 0
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    const one = Math.imul(state ^ (state >>> 15), state | 1)
    const two = one ^ (one + Math.imul(one ^ (one >>> 7), one | 61))
    return ((two ^ (two >>> 14)) >>> 0) / 4_294_967_296
  }
}

// 3 % are left out or refused, 6 % warned of. One that is refused costs its whole batch several requests.
const fateOf = (share: number): Fate => {
  if (share < 0.024) return "drop"
  if (share < 0.0245) return "refuse"
  if (share < 0.03) return "unreadable"
  return share < 0.09 ? "warn" : "accept"
}

/** The job in this place of a producer's row: always the same. */
export const jobAt = (seed: number, index: number): Job & { readonly kind: Kind } => {
  const random = randomOf(seed * 1_000_003 + index)
  const share = random()
  const fate = fateOf(random())
  const kind = share < 0.05 ? "keyed" : share < 0.5 ? "often" : "once"
  // One request, one job: there is nothing to be left out.
  const own = kind === "keyed" && fate === "drop" ? "accept" : fate
  return { id: `${kind}-${index}`, fate: own, kind }
}
