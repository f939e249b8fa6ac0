/** The vendors that the command line knows. Each is loaded when it is named, and not before. */
import type * as Config from "effect/Config"
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import type { Misconfigured } from "../contract/Common.ts"
import type { AnyFailure } from "../contract/Failure.ts"
import type { AnyCall, Checkup, DoctorOptions, VendorModule } from "../diagnose/Diagnose.ts"
import { type AnyOperation, operationsIn, type Service } from "../contract/Operation.ts"
import type { Vendor } from "../contract/Vendor.ts"
import type { Outbox, StoreUnavailable, Workable, WorkerOptions } from "../durable/Outbox.ts"
import type { Batched, ManyOptions, Outcome } from "../many/Batch.ts"
import type { Doctor, Options } from "../pipeline/layer.ts"
import { offered, wrong, type WrongUsage } from "./usage.ts"

/** A vendor, loaded. */
export interface Opened {
  readonly module: VendorModule
  readonly vendor: Vendor
  /** Calls an operation with the credentials of the environment. */
  readonly call: (operation: AnyOperation, input: unknown) => Effect.Effect<unknown, unknown>
  /** Sends any number of items with them. */
  readonly many: <E>(
    operation: AnyOperation,
    items: Stream.Stream<unknown, E>,
    options: ManyOptions
  ) => Stream.Stream<Outcome<unknown, AnyFailure>, unknown>
  /** Carries out what an outbox has for it, with them. */
  readonly worker: (
    options: WorkerOptions
  ) => Layer.Layer<never, StoreUnavailable | Misconfigured | Config.ConfigError, Outbox>
  /** Its layer from the environment, for what only looks at how it is built. */
  readonly fromEnvironment: Layer.Layer<never, Misconfigured | Config.ConfigError>
  /** Examines the way to it, with the settings of the environment. */
  readonly checkup: (options: Omit<DoctorOptions<never>, "connect">) => Effect.Effect<Checkup>
}

interface Exports<Api, Connected extends Options> extends VendorModule {
  readonly doctor: Doctor<Connected, Api>
  readonly layerConfig: (options?: Options) => Layer.Layer<Api, Misconfigured | Config.ConfigError>
}

type Many<Api> = Batched<unknown, unknown, AnyFailure, Api, unknown>

const takesMany = <Api>(operation: AnyOperation): operation is Many<Api> =>
  "many" in operation && "batching" in operation

/** Those of this service: a vendor may have operations of another one, with credentials of its own. */
const isWorkable =
  <Api>(api: Context.Key<Api, Service>) =>
  (operation: AnyCall): operation is AnyCall & Workable<Api> =>
    "api" in operation && operation.api === api

const checkupOf =
  <Api, Connected extends Options>(module: Exports<Api, Connected>): Opened["checkup"] =>
  (options) =>
    Effect.flatMap(
      Effect.promise(() => import("../diagnose/Diagnose.ts")),
      ({ doctor }) => doctor(module, options)
    )

const open = <Api, Connected extends Options>(
  api: Context.Key<Api, Service>,
  module: Exports<Api, Connected>
): Opened => ({
  module,
  vendor: module.vendor,
  call: (operation, input) =>
    Effect.provide(
      Effect.flatMap(api, (service) => service.call(operation, input)),
      module.layerConfig()
    ),
  many: <E>(operation: AnyOperation, items: Stream.Stream<unknown, E>, options: ManyOptions) => {
    if (!takesMany<Api>(operation)) return Stream.die(new Error(`${operation.tag} takes one input`))
    return Stream.provide(operation.many(items, options), module.layerConfig())
  },
  fromEnvironment: Layer.effectDiscard(Effect.void).pipe(Layer.provide(module.layerConfig())),
  checkup: checkupOf(module),
  worker: (options) =>
    Layer.unwrap(
      Effect.map(
        Effect.promise(() => import("../durable/Outbox.ts")),
        ({ worker }) =>
          worker(operationsIn(module).filter(isWorkable(api)), options).pipe(
            Layer.provide(module.layerConfig())
          )
      )
    )
})

const lazily = (load: () => Promise<Opened>): Effect.Effect<Opened> => Effect.promise(load)

const vendors = {
  braze: lazily(() => import("../vendors/braze/all.ts").then((module) => open(module.BrazeApi, module))),
  m3ter: lazily(() => import("../vendors/m3ter/all.ts").then((module) => open(module.M3terApi, module))),
  xtremepush: lazily(() =>
    import("../vendors/xtremepush/all.ts").then((module) => open(module.XtremepushApi, module))
  ),
  metrix: lazily(() => import("../vendors/metrix/index.ts").then((module) => open(module.MetrixApi, module))),
  ixon: lazily(() => import("../vendors/ixon/all.ts").then((module) => open(module.IxonApi, module)))
}

/** Names of the vendors, as they are typed. */
export const vendorNames: ReadonlyArray<string> = Object.keys(vendors)

const found = new Map<string, Effect.Effect<Opened>>(Object.entries(vendors))

/** The vendor of that name; letter case does not count. */
export const vendorNamed = (name: string): Effect.Effect<Opened, WrongUsage> =>
  found.get(name.toLowerCase()) ??
  wrong(`There is no vendor “${name}”. The vendors are: ${vendorNames.join(", ")}.`)

/** The operation of that name, with or without the vendor's prefix; letter case does not count. */
export const operationNamed = (
  { module, vendor }: Opened,
  name: string
): Effect.Effect<AnyCall, WrongUsage> =>
  Effect.gen(function* () {
    const { findOperation, nameOf, operationsOf } = yield* Effect.promise(
      () => import("../diagnose/Diagnose.ts")
    )
    const found = findOperation(module, name)
    if (found !== undefined) return found
    const names = operationsOf(module).map(nameOf)
    const listed = offered(name, names)
    const all = listed.length === names.length ? "Its operations are" : "The nearest names are"
    return yield* wrong(
      `${vendor.name} has no operation “${name}”. ${all}: ${listed.join(", ")}. “faultline operations ${vendor.name.toLowerCase()}” lists them.`
    )
  })
