/** One run of chaos as data, drawn from its seed: what is called when, what fails, who is interrupted, and how clocks jump. */
import * as Chance from "../../src/testing/simulator/chance.ts"
import type * as Simulator from "../../src/testing/Simulator.ts"
import { outage, rule } from "./faults.ts"
import { floods, type Known, repertoire, type Request } from "./repertoire.ts"
import { type Name, names, simulators, type Vendors } from "./rigs.ts"

/** One call of a run; spans are ms. */
export interface Planned {
  readonly vendor: Name
  /** When it is made, from the beginning of the run. */
  readonly at: number
  readonly make: (known: Known) => Request
  /** A deadline of its own, in place of the policy's. */
  readonly deadline?: number
  /** When it is interrupted: so long after it began, or after it was given so many turns. */
  readonly interrupt?: { readonly after: number } | { readonly turns: number }
}

/** A run. */
export interface Schedule {
  readonly seed: number
  readonly vendors: Vendors
  readonly calls: ReadonlyArray<Planned>
  readonly script: Simulator.Script
  readonly jumps: ReadonlyArray<{ readonly at: number; readonly by: number }>
  /** How many calls may wait in a queue. */
  readonly waiting: number | undefined
  readonly hedged: boolean
  /** Travel time to the vendors, and the longest back. */
  readonly there: number
  readonly back: number
}

const minute = 60_000
const some = <Value>(chance: Chance.Chance, likely: number, value: () => Value): Value | undefined =>
  chance.next() < likely ? value() : undefined

const interruption = (chance: Chance.Chance): NonNullable<Planned["interrupt"]> =>
  chance.next() < 0.5
    ? { turns: chance.integer(0, 30) }
    : { after: chance.integer(0, chance.next() < 0.5 ? 400 : 40_000) }

const planned = (chance: Chance.Chance, number: number, span: number, stormy: boolean): Planned => {
  const vendor = names[chance.integer(0, names.length - 1)] ?? "Braze"
  const making = repertoire[vendor]
  const make = making[chance.integer(0, making.length - 1)]
  if (make === undefined) throw new Error(`${vendor} has no calls`)
  const details = `${chance.next()}`
  const deadline = some(chance, 0.15, () => chance.integer(1, 20_000))
  const interrupt = some(chance, stormy ? 0.4 : 0.08, () => interruption(chance))
  return {
    vendor,
    at: Math.floor(chance.next() * span),
    make: (known) => make(`mark${number}x`, Chance.make(details), known),
    ...(deadline === undefined ? {} : { deadline }),
    ...(interrupt === undefined ? {} : { interrupt })
  }
}

const flooding = (chance: Chance.Chance, from: number): ReadonlyArray<Planned> => {
  const flood = floods[chance.next() < 0.06 ? floods.length - 1 : chance.integer(0, floods.length - 2)]
  const at = chance.integer(0, 5_000)
  return Array.from({ length: flood?.count ?? 0 }, (_, index) => ({
    vendor: flood?.vendor ?? "Braze",
    at: at + (index % 3),
    make: (known) =>
      flood?.make(`mark${from + index}x`, Chance.make(index), known) ??
      repertoire.Metrix[0]!("", chance, known)
  }))
}

const scriptOf = (
  chance: Chance.Chance,
  world: ReadonlyArray<Simulator.Simulated>,
  count: number
): Simulator.Script => {
  const simulated = () => world[chance.integer(0, world.length - 1)]
  const rules = Array.from({ length: count }, () => {
    const one = simulated()
    const operation = one?.operations[chance.integer(0, one.operations.length - 1)]
    return one && operation && rule(one, operation, chance)
  })
  const down = simulated()
  return [...rules, chance.next() < 0.25 && down !== undefined ? outage(down, chance) : undefined].filter(
    (one) => one !== undefined
  )
}

/** The run of a seed. */
export const scheduleOf = (seed: number): Schedule => {
  const chance = Chance.make(`chaos ${seed}`)
  const vendors: Vendors = {
    crowded: chance.next() < 0.25,
    tokenSeconds: chance.next() < 0.3 ? chance.integer(5, 120) : 18_000
  }
  const span = [1, 2_000, 30_000, 3 * minute][chance.integer(0, 3)] ?? 1
  const stormy = chance.next() < 0.3
  const count = chance.integer(10, 30)
  const calls = Array.from({ length: count }, (_, index) => planned(chance, index, span, stormy))
  const flood = chance.next() < 0.1 ? flooding(chance, count) : []
  const jumping = chance.next() < 0.25 ? chance.integer(1, 3) : 0
  return {
    seed,
    vendors,
    calls: [...calls, ...flood],
    script: scriptOf(chance, simulators(vendors), chance.integer(4, 24)),
    jumps: Array.from({ length: jumping }, () => ({
      at: chance.integer(0, 2 * span),
      by: chance.integer(-10 * minute, 10 * minute) * (chance.next() < 0.2 ? 12 : 1)
    })),
    waiting: some(chance, 0.15, () => chance.integer(1, 4)),
    hedged: chance.next() < 0.1,
    there: chance.integer(0, 40),
    back: chance.integer(0, 120)
  }
}
