/** The steps of one host: the way there, its name, the connection, the certificate, an answer, its clock. */
import * as Effect from "effect/Effect"
import type { Vendor } from "../../contract/Vendor.ts"
import type { Wire } from "../../contract/Wire.ts"
import { connected, resolved, secured } from "./network.ts"
import type { Place } from "./place.ts"
import type { Probes } from "./probes.ts"
import { proxied } from "./proxied.ts"
import { because, type Recorder } from "./recorder.ts"
import { clocked, type Reached } from "./reached.ts"
import { type Outcome, skipped, type Step, type StepName } from "./step.ts"

/** What an examination is made with. */
export interface Instruments {
  readonly vendor: Vendor
  readonly recorder: Recorder
  /** Absent where this platform has no sockets. */
  readonly probes: Probes | undefined
  /** Asks a host for something without credentials. */
  readonly request: (place: Place) => Effect.Effect<Reached>
}

/** What came of one host. */
export interface Examined {
  /** The step that failed, which what needs the host waits for. */
  readonly broken: Step | undefined
  readonly answer: Wire | undefined
}

const noSockets = skipped(
  "This platform has no sockets to look with: the request over HTTP shows all of it at once."
)

const clock = ({ answered }: Reached, broken: Step | undefined): Outcome => {
  if (answered !== undefined) return clocked(answered)
  return skipped(broken === undefined ? "Nothing was asked for, so there is no Date." : because(broken))
}

/** Makes the steps of one host. After one that failed, those that need it are skipped. */
export const examine = (
  { probes, recorder, request, vendor }: Instruments,
  place: Place
): Effect.Effect<Examined> =>
  Effect.gen(function* () {
    let broken: Step | undefined
    const step = function* (name: StepName, work: (probes: Probes) => Effect.Effect<Outcome>) {
      const outcome =
        probes === undefined
          ? Effect.succeed(noSockets)
          : broken === undefined
            ? work(probes)
            : Effect.succeed(skipped(because(broken)))
      const [made] = yield* recorder.run(name, place.name, outcome, (one) => one)
      if (made.status === "failed") broken = made
    }
    yield* step("proxy", (probes) => proxied(probes, place))
    yield* step("dns", (probes) => resolved(probes, vendor, place))
    yield* step("tcp", (probes) => connected(probes, vendor, place))
    yield* step("tls", (probes) => secured(probes, vendor, place))
    const pending: Effect.Effect<Reached> =
      broken === undefined ? request(place) : Effect.succeed({ outcome: skipped(because(broken)) })
    const [http, reached] = yield* recorder.run("http", place.name, pending, ({ outcome }) => outcome)
    if (http.status === "failed") broken = http
    yield* recorder.run("clock", place.name, Effect.succeed(clock(reached, broken)), (one) => one)
    return { broken, answer: reached.answered?.wire }
  })
