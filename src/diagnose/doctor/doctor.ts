/** The doctor: step by step from the settings to the permissions, and what each step that goes wrong means. */
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as References from "effect/References"
import type * as Scope from "effect/Scope"
import { probes } from "#probes"
import type { Vendor } from "../../contract/Vendor.ts"
import * as Journal from "../../pipeline/Journal.ts"
import type * as Layers from "../../pipeline/layer.ts"
import * as Transport from "../../pipeline/Transport.ts"
import { examine, type Examined } from "./examine.ts"
import { bounded } from "./network.ts"
import { type Place, placeOf } from "./place.ts"
import { reached } from "./reached.ts"
import { because, elapsed, type Recorder, recorder, type Watch } from "./recorder.ts"
import { type Patient, configured, type Configured } from "./configured.ts"
import { skipped, type Step, type StepName } from "./step.ts"
import { tried } from "./tried.ts"

/** How the doctor goes about it. */
export interface DoctorOptions<Options> {
  /** What the vendor's layer is made from. Default: what its `layerConfig` reads from the environment. */
  readonly connect?: Options
  /** How long each step may take. Default: 5 seconds. */
  readonly timeout?: Duration.Input
  /** Told of each step as it begins and ends. */
  readonly watch?: Watch
}

/** What the doctor found. */
export interface Checkup {
  readonly vendor: string
  /** No step failed; some may have been skipped, and say why. */
  readonly ok: boolean
  /** When it began, as ISO time. */
  readonly time: string
  readonly millis: number
  readonly steps: ReadonlyArray<Step>
}

const usual = "5 seconds"

/** All that comes after the settings, where these are not good: skipped, so that the steps are the same at every run. */
const skipAll = <Options extends Layers.Options, Api>(
  { doctor, vendor }: Patient<Options, Api>,
  { run }: Recorder,
  settings: Step
): Effect.Effect<void> =>
  Effect.gen(function* () {
    const why = Effect.succeed(skipped(because(settings)))
    const skip = (name: StepName, subject: string | null) => run(name, subject, why, (outcome) => outcome)
    for (const host of Object.keys(vendor.hosts))
      for (const name of ["proxy", "dns", "tcp", "tls", "http", "clock"] as const) yield* skip(name, host)
    for (const { step, subject } of [...doctor.checks, ...(doctor.skipped ?? [])]) yield* skip(step, subject)
    yield* skip("limits", null)
  })

const noAdvice: Layers.DoctorHost = { address: "Check its base URL." }

const clientOf = (proxy: Layers.Options["proxy"]): Effect.Effect<Transport.Client, never, Scope.Scope> => {
  const url = Redacted.isRedacted(proxy) ? Redacted.value(proxy) : proxy
  // That it can be used was seen when the layer was built.
  const transport = url === undefined ? Transport.layer : Layer.orDie(Transport.through(String(url)))
  return Effect.map(Layer.build(transport), (built) => Context.get(built, Transport.Client))
}

type Good<Options> = NonNullable<Configured<Options>["good"]>

/** The hosts, one after another. */
const visited = <Options extends Layers.Options>(
  vendor: Vendor,
  facts: Readonly<Record<string, Layers.DoctorHost>>,
  { options, setting }: Good<Options>,
  recorder: Recorder,
  timeout: Duration.Input
): Effect.Effect<ReadonlyMap<string, Examined>, never, Scope.Scope> =>
  Effect.gen(function* () {
    const client = yield* clientOf(options.proxy)
    const agent = setting.headers["user-agent"]
    const headers: Readonly<Record<string, string>> = agent === undefined ? {} : { "user-agent": agent }
    const instruments = {
      vendor,
      recorder,
      probes: probes === undefined ? undefined : bounded(probes, timeout),
      request: (place: Place) => reached(client, vendor, place, headers, timeout)
    }
    const found = new Map<string, Examined>()
    for (const [name, base] of Object.entries(setting.hosts)) {
      const place = placeOf(name, base, facts[name] ?? noAdvice, options.proxy)
      found.set(name, yield* examine(instruments, place))
    }
    return found
  })

/** Examines the way to a vendor; see `Diagnose.doctor`. */
export const examined = <Options extends Layers.Options, Api>(
  patient: Patient<Options, Api>,
  { connect, timeout = usual, watch = () => Effect.void }: DoctorOptions<Options>
): Effect.Effect<Checkup> =>
  Effect.gen(function* () {
    const { doctor, vendor } = patient
    const [began, time] = [yield* elapsed, yield* Clock.currentTimeMillis]
    const notes = recorder(watch)
    const reading = configured(patient, connect, Duration.fromInputUnsafe(timeout))
    const [settings, { good }] = yield* notes.run("settings", null, reading, ({ outcome }) => outcome)
    if (good === undefined) yield* skipAll(patient, notes, settings)
    else {
      const hosts = yield* visited(vendor, doctor.hosts, good, notes, timeout)
      yield* tried({ ...good, vendor, doctor, recorder: notes, hosts })
    }
    return {
      vendor: vendor.name,
      ok: notes.steps.every(({ status }) => status !== "failed"),
      time: DateTime.formatIso(DateTime.makeUnsafe(time)),
      millis: Math.round((yield* elapsed) - began),
      steps: notes.steps
    }
  }).pipe(
    Effect.scoped,
    Effect.provideService(Journal.Current, Journal.none),
    // What its calls met is in its steps.
    Effect.provideService(References.MinimumLogLevel, "None")
  )
