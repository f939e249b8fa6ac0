/** The breaker of a simulated client: the library's circuit, with the patience and the pauses of its defaults. */
import * as Duration from "effect/Duration"
import { Circuit } from "../../../src/policy/breaker/circuit.ts"
import { defaults } from "../../../src/policy/Breaker.ts"

/** Records how the call ended that was let through. */
export type Record = (outcome: "Success" | "Failure" | "Ignored", now: number) => void

/** Lets a call through, or is `undefined` while the circuit is open. */
export type Admit = (now: number) => Record | undefined

/** 1 s, doubling to 30 s. */
const openFor = (openings: number): Duration.Duration =>
  Duration.millis(Math.min(30_000, 1000 * 2 ** openings))

/** Failures count once they have lasted for the breaker's patience, with no success between them. */
export const makeBreaker = (): Admit => {
  let generation = 0
  const circuit = new Circuit({ key: "storm", failures: defaults.failures, next: () => generation++ }, 0)
  const patience = Duration.toMillis(defaults.patience)
  let since: number | undefined
  return (now) => {
    const admission = circuit.admit(now)
    if (typeof admission !== "object") return undefined
    return (outcome, ended) => {
      since = outcome === "Success" ? undefined : outcome === "Failure" ? (since ?? ended) : since
      const lasting = outcome !== "Failure" || ended - (since ?? ended) >= patience
      const opens = openFor(admission.consecutiveOpenings)
      circuit.record(admission.generation, lasting ? outcome : "Ignored", opens, ended)
    }
  }
}
