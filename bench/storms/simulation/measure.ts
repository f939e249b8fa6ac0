/** Measures a cell: the same storm with several seeds. */
import type { Cell } from "./cells.ts"
import { type Fared, storm } from "./storm.ts"
import { vendorStorm } from "./vendors.ts"

/** A measured cell: the counts of all its storms together. */
export interface Measured extends Cell {
  readonly calls: number
  /** Calls that a client could have got through which knows the server and the future. */
  readonly possible: number
  /** Calls that were answered in time. */
  readonly ok: number
  /** Calls sent for each that the limit accepted; behind no limit, for each that came. */
  readonly amplification: number
  /** The share of the sent calls that were refused. */
  readonly refused: number
  /** Jain's index over the clients' accepted calls, of the storm where it is lowest; of latecomers over the last 20 s. */
  readonly jain: number
  /** Seconds, of the slowest storm. */
  readonly recovery: number
  /** Calls per second and client that reached the server during an outage, from its sixth second on. */
  readonly probes: number
}

/** 1 where all have the same, 1/n where one of n has all. */
const jainOf = (shares: ReadonlyArray<number>): number => {
  const sum = shares.reduce((total, share) => total + share, 0)
  return sum === 0 ? 1 : sum ** 2 / (shares.length * shares.reduce((total, share) => total + share ** 2, 0))
}

const total = (values: ReadonlyArray<number>): number => values.reduce((sum, value) => sum + value, 0)

/** Measures one cell. */
export const measure = (cell: Cell, seeds: ReadonlyArray<number>): Measured => {
  const run = cell.vendor === "standard" ? storm : vendorStorm
  const all = seeds.map((seed) => run(cell, seed))
  const sum = (of: (fared: Fared) => number) => total(all.map(of))
  const each = (of: (fared: Fared) => ReadonlyArray<number>) => (fared: Fared) =>
    jainOf(Array.from({ length: cell.clients }, (_, client) => of(fared)[client] ?? 0))
  const shares = each(cell.family === "latecomer" ? ({ late }) => late : ({ accepted }) => accepted)
  const accepted = sum((fared) => (cell.model === "capacity" ? fared.calls : total(fared.accepted)))
  return {
    ...cell,
    calls: sum(({ calls }) => calls),
    possible: sum((fared) => fared.possible),
    ok: sum(({ ok }) => ok),
    amplification: sum(({ sent }) => sent) / Math.max(1, accepted),
    refused:
      sum(({ refused }) => refused) /
      Math.max(
        1,
        sum(({ sent }) => sent)
      ),
    jain: Math.min(...all.map(shares)),
    recovery: Math.max(...all.map(({ recovery }) => recovery)),
    probes: Math.max(...all.map(({ probes }) => probes))
  }
}
