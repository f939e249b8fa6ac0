/** The simulated vendors that the command line can serve, loaded when they are named. */
import * as Effect from "effect/Effect"
import { type Simulated, withOperations } from "../testing/Simulator.ts"
import { wrong, type WrongUsage } from "./usage.ts"

interface Loaded {
  readonly simulator: Simulated
}

/** A simulated vendor with its whole surface. */
const whole = async (loaded: Promise<Loaded>, module: Promise<object>): Promise<Loaded> => ({
  simulator: withOperations((await loaded).simulator, await module)
})

const simulators = new Map<string, () => Promise<Loaded>>([
  ["braze", () => whole(import("../vendors/braze/simulator.ts"), import("../vendors/braze/all.ts"))],
  ["m3ter", () => whole(import("../vendors/m3ter/simulator.ts"), import("../vendors/m3ter/all.ts"))],
  [
    "xtremepush",
    () => whole(import("../vendors/xtremepush/simulator.ts"), import("../vendors/xtremepush/all.ts"))
  ],
  ["metrix", () => import("../vendors/metrix/simulator.ts")],
  ["ixon", () => whole(import("../vendors/ixon/simulator.ts"), import("../vendors/ixon/all.ts"))]
])

const names: ReadonlyArray<string> = [...simulators.keys()]

const simulatorNamed = (name: string): Effect.Effect<Simulated, WrongUsage> => {
  const load = simulators.get(name)
  return load === undefined
    ? wrong(`There is no vendor “${name}”. The vendors are: ${names.join(", ")}.`)
    : Effect.map(Effect.promise(load), ({ simulator }) => simulator)
}

/** The simulated vendors of those names; all of them where none is named. Letter case does not count. */
export const simulatorsNamed = (
  given: ReadonlyArray<string>
): Effect.Effect<ReadonlyArray<Simulated>, WrongUsage> => {
  const wanted = given.length === 0 ? names : [...new Set(given.map((name) => name.toLowerCase()))]
  return Effect.forEach(wanted, simulatorNamed)
}
