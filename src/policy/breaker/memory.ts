/** Circuits that are kept in this process. */
import type * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type { State } from "effect/persistence/CircuitBreaker"
import { Circuit } from "./circuit.ts"
import { type CircuitStore, refuse } from "./store.ts"

/** A circuit that nobody has needed for so long (ms) is forgotten, so that keys do not pile up: Effect's default. */
const idle = 3_600_000

const isIdle = (circuit: Circuit, now: number): boolean => now - circuit.idleSince() >= idle

class Circuits {
  private readonly byKey = new Map<string, Circuit>()
  private readonly failures: number
  private generations = 0
  private swept = 0
  private readonly next = () => this.generations++

  constructor(failures: number) {
    this.failures = failures
  }

  find(key: string, now: number): Circuit | undefined {
    const found = this.byKey.get(key)
    return found === undefined || isIdle(found, now) ? undefined : found
  }

  /** The circuit under a key, a new one where there is none. */
  get(key: string, now: number): Circuit {
    this.sweep(now)
    const circuit = this.find(key, now) ?? new Circuit({ key, failures: this.failures, next: this.next }, now)
    this.byKey.set(key, circuit)
    return circuit
  }

  private sweep(now: number): void {
    if (now - this.swept < idle) return
    this.swept = now
    for (const [key, circuit] of this.byKey) if (isIdle(circuit, now)) this.byKey.delete(key)
  }
}

const nowOf = (clock: Clock.Clock): number => Number(clock.monotonicTimeNanosUnsafe()) / 1e6

/** Makes circuits that open after so many failures in a row. */
export const memory = (failures: number, clock: Clock.Clock): CircuitStore => {
  const circuits = new Circuits(failures)
  const timed = <A>(read: (now: number) => A): Effect.Effect<A> => Effect.sync(() => read(nowOf(clock)))
  const stateOf = (key: string, now: number): State =>
    circuits.find(key, now)?.show(now) ?? { _tag: "Closed", key }
  return {
    admit: (key) =>
      Effect.flatMap(
        timed((now) => circuits.get(key, now).admit(now)),
        (admitted) => {
          if (typeof admitted === "object") return Effect.succeed(admitted)
          return refuse(admitted === undefined ? undefined : Duration.millis(admitted))
        }
      ),
    record: ({ admission, key, openFor, outcome }) =>
      timed((now) => circuits.find(key, now)?.record(admission.generation, outcome, openFor, now)),
    state: (key) => timed((now) => stateOf(key, now)),
    known: (key) => stateOf(key, nowOf(clock))._tag
  }
}
