/** A vendor as the command line uses it: its operations with the credentials of the environment, its doctor, and its outbox. */
import type * as Config from "effect/Config"
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import type { Misconfigured } from "../contract/Common.ts"
import type { AnyFailure } from "../contract/Failure.ts"
import type { AnyCall, Checkup, DoctorOptions, VendorModule } from "../diagnose/Diagnose.ts"
import { type AnyOperation, isOperation, operationsIn, type Service } from "../contract/Operation.ts"
import type { Vendor } from "../contract/Vendor.ts"
import type { Outbox, StoreUnavailable, Workable, WorkerOptions } from "../durable/Outbox.ts"
import type { Batched, ManyOptions, Outcome } from "../many/Batch.ts"
import type { Doctor, Options } from "../pipeline/layer.ts"

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

/** What calls operations over a layer of their own. */
const calling =
  <Api>(
    api: Context.Key<Api, Service>,
    { layerConfig }: Pick<Exports<Api, never>, "layerConfig">
  ): Opened["call"] =>
  (operation, input) =>
    Effect.provide(
      Effect.flatMap(api, (service) => service.call(operation, input)),
      layerConfig()
    )

/** A second service of the vendor, whose operations are among those of its module. */
interface Second {
  readonly isIts: (operation: AnyOperation) => boolean
  readonly call: Opened["call"]
}

/** Another service of the vendor. */
export const second = <Api>(
  api: Context.Key<Api, Service>,
  exports: Pick<Exports<Api, never>, "layerConfig">
): Second => ({
  isIts: (operation) => isOf(api, operation),
  call: calling(api, exports)
})

type Many<Api> = Batched<unknown, unknown, AnyFailure, Api, unknown>

const takesMany = <Api>(operation: AnyOperation): operation is Many<Api> =>
  "many" in operation && "batching" in operation

const isOf = <Api>(api: Context.Key<Api, Service>, operation: AnyOperation): boolean =>
  "api" in operation && operation.api === api

const workable =
  <Api>(api: Context.Key<Api, Service>) =>
  (operation: AnyCall): operation is AnyCall & Workable<Api> =>
    isOf(api, operation)

const checkupOf =
  <Api, Connected extends Options>(module: Exports<Api, Connected>): Opened["checkup"] =>
  (options) =>
    Effect.flatMap(
      Effect.promise(() => import("../diagnose/Diagnose.ts")),
      ({ doctor }) => doctor(module, options)
    )

/** What the command line does with a vendor. `seconds`: its services beside `api`, whose operations are among its exports. */
export const open = <Api, Connected extends Options>(
  api: Context.Key<Api, Service>,
  module: Exports<Api, Connected>,
  seconds: ReadonlyArray<Second> = []
): Opened => ({
  module,
  vendor: module.vendor,
  call: (operation, input) => {
    const second = seconds.find((one) => one.isIts(operation))
    return (second?.call ?? calling(api, module))(operation, input)
  },
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
          worker(operationsIn(module).filter(workable(api)), options).pipe(
            Layer.provide(module.layerConfig())
          )
      )
    )
})

/** The operations of a service among the exports of a module. */
export const ofApi = <Api>(
  api: Context.Key<Api, Service>,
  module: object
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(module).filter(([, one]: [string, unknown]) => isOperation(one) && isOf(api, one))
  )
