/** The steps with credentials, one check after another, and what they leave to say: what was not proved, and what is left of limits. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { Service } from "../../contract/Operation.ts"
import type { Vendor } from "../../contract/Vendor.ts"
import type * as Layers from "../../pipeline/layer.ts"
import { checked, type Checked, permitted } from "./checked.ts"
import type { Examined } from "./examine.ts"
import { limited, type Spoken } from "./limited.ts"
import { because, type Recorder } from "./recorder.ts"
import { type Outcome, skipped, type Step } from "./step.ts"

/** What the checks are made with. */
export interface Trial<Options> {
  readonly vendor: Vendor
  readonly doctor: Layers.Doctor<Options, any> // any: the service has been taken from its layer already
  readonly options: Options
  readonly service: Service
  readonly recorder: Recorder
  /** What came of each host, by its name. */
  readonly hosts: ReadonlyMap<string, Examined>
}

const hostsOf = ({ hosts }: Vendor, { calls }: Layers.DoctorCheck<never>): ReadonlyArray<string> =>
  calls.map(({ operation }) => operation.spec.host ?? Object.keys(hosts)[0] ?? "")

/** Why a check is not made. */
const obstacle = <Options>(
  { doctor, hosts, options, vendor }: Trial<Options>,
  check: Layers.DoctorCheck<Options>,
  broken: Step | undefined
): string | undefined => {
  const first = hostsOf(vendor, check).flatMap((name) => hosts.get(name)?.broken ?? [])[0] ?? broken
  return first === undefined ? doctor.withheld?.(options) : because(first)
}

const tidied = <Options>({ doctor, options, service }: Trial<Options>): Effect.Effect<void> => {
  const call = doctor.cleanup?.(options)
  return call === undefined ? Effect.void : Effect.ignore(service.call(call.operation, call.input))
}

const notMade = (why: string): Checked => ({ outcome: skipped(why), allowed: [], denied: [] })

const same = (outcome: Outcome): Outcome => outcome

/** Makes the checks. After one that failed the others are skipped. */
export const tried = <Options>(trial: Trial<Options>): Effect.Effect<void> =>
  Effect.gen(function* () {
    const { doctor, hosts, options, recorder, service } = trial
    const spoken: Array<Spoken> = [...hosts.values()].flatMap(({ answer }) => answer ?? [])
    let broken: Step | undefined
    let went = false
    for (const check of doctor.checks) {
      const { step: name, subject } = check
      const why = obstacle(trial, check, broken)
      const work = why === undefined ? checked(service, check, options) : Effect.succeed(notMade(why))
      const [step, made] = yield* recorder.run(name, subject, work, ({ outcome }) => outcome)
      if (made.response !== undefined) spoken.push(made.response)
      went ||= made.response !== undefined
      if (step.status === "failed") broken = step
      const permissions = permitted(made, check.refused)
      if (permissions !== undefined) {
        const [known] = yield* recorder.run("permissions", null, Effect.succeed(permissions), same)
        if (known.status === "failed") broken = known
      }
    }
    for (const { step, subject, why } of doctor.skipped ?? [])
      yield* recorder.run(step, subject, Effect.succeed(skipped(why)), same)
    // What refuses calls for now is not asked for one more: what was made ends by itself.
    if (went && broken?.category !== "rate-limited") yield* tidied(trial)
    yield* recorder.run("limits", null, Effect.succeed(limited(spoken, yield* Clock.currentTimeMillis)), same)
  })
