/** The matrix: one cell for each kind of trouble, load, model, header, round trip and number of clients. */
import { type Model, models } from "./models.ts"
import type { Said } from "./server.ts"
import { type VendorName, vendorNames } from "./rigs.ts"

export const families = ["load", "latecomer", "declared", "outage", "brownout", "cold", "vendors"] as const
export type Family = (typeof families)[number]

/** One cell. Durations are seconds, but the round trip and the timeout: ms. */
export interface Cell {
  readonly family: Family
  /** Whose pipeline: `standard` is the queue with the budget and the retries of its defaults. */
  readonly vendor: "standard" | VendorName
  /** What is asked of the server, as a multiple of its limit, or of its capacity where it has no limit. */
  readonly load: number
  readonly headers: Said
  readonly model: Model | "capacity"
  readonly rtt: number
  readonly clients: number
  /** How long the trouble lasts. */
  readonly outage: number
  readonly how: "silent" | "refusing" | "slow" | "none"
  readonly timeout: number
  /** For how long calls come. */
  readonly lasts: number
}

const product = <A, B>(left: ReadonlyArray<A>, right: ReadonlyArray<B>): ReadonlyArray<A & B> =>
  left.flatMap((one) => right.map((other) => ({ ...one, ...other })))

/** All combinations of the values of each field. */
const combinations = (fields: {
  readonly [Field in keyof Cell]: ReadonlyArray<Cell[Field]>
}): ReadonlyArray<Cell> =>
  // as: each field has been given one of its values.
  Object.entries(fields).reduce<ReadonlyArray<object>>(
    (all, [field, values]) =>
      product(
        all,
        values.map((value) => ({ [field]: value }))
      ),
    [{}]
  ) as ReadonlyArray<Cell>

const limited = {
  vendor: ["standard"],
  headers: ["all", "retry-after", "none"],
  model: models,
  rtt: [5, 50, 100, 200],
  outage: [0],
  how: ["none"],
  timeout: [2000]
} as const

const served = {
  vendor: ["standard"],
  headers: ["none"],
  model: ["capacity"],
  rtt: [5, 50, 200],
  clients: [1, 4]
} as const

/** A vendor's attempt takes as long as its own advice allows. */
const own = { vendor: vendorNames, clients: [1], timeout: [0] } as const

/** Before the trouble, and after it: the first is long enough to learn, the second to catch up. */
export const calm = { before: 10, after: 25 }

const outages = [3, 10, 20, 40, 120]

const cellsOf: { readonly [F in Family]: () => ReadonlyArray<Cell> } = {
  load: () =>
    combinations({
      family: ["load"],
      lasts: [10, 60],
      clients: [1, 2, 4],
      load: [1, 1.2, 1.5, 2],
      ...limited
    }),
  latecomer: () =>
    combinations({ family: ["latecomer"], lasts: [60], clients: [2, 4], load: [2], ...limited }),
  declared: () => combinations({ family: ["declared"], lasts: [60], clients: [1], load: [1.5], ...limited }),
  outage: () =>
    outages.flatMap((outage) =>
      combinations({
        family: ["outage"],
        ...served,
        load: [0.67],
        outage: [outage],
        how: ["silent", "refusing"],
        timeout: [400, 2000],
        lasts: [calm.before + outage + calm.after]
      })
    ),
  brownout: () =>
    [3, 10].flatMap((outage) =>
      combinations({
        family: ["brownout"],
        ...served,
        load: [0.3, 0.5, 0.7, 0.9],
        outage: [outage],
        how: ["slow"],
        timeout: [400, 1000, 2000],
        lasts: [calm.before + outage + calm.after]
      })
    ),
  cold: () =>
    combinations({
      family: ["cold"],
      ...served,
      load: [0.3, 0.5, 0.7, 0.9],
      outage: [10],
      how: ["silent"],
      timeout: [400, 1000, 2000],
      lasts: [calm.before + 10 + calm.after]
    }),
  vendors: () => [
    ...outages.flatMap((outage) =>
      combinations({
        family: ["vendors"],
        ...served,
        ...own,
        rtt: [50],
        load: [0.67],
        outage: [outage],
        how: ["silent", "refusing"],
        lasts: [calm.before + outage + calm.after]
      })
    ),
    ...combinations({
      family: ["vendors"],
      ...limited,
      ...own,
      rtt: [50],
      load: [1.5],
      lasts: [60]
    })
  ]
}

/** The cells of some families; in the short form only a few of each. */
export const cells = (wanted: ReadonlyArray<Family>, quick: boolean): ReadonlyArray<Cell> =>
  wanted.flatMap((family) => {
    const all = cellsOf[family]()
    // A step that shares no factor with the lengths of the lists meets every value of every field.
    return quick ? all.filter((_, index) => index % 37 === 0) : all
  })
