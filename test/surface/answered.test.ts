/** Every operation of Braze and Xtremepush is answered by its simulator: with a success that can be read, or a documented refusal. */
import { assert, it } from "@effect/vitest"
import { type Context, Effect, Layer, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { type AnyOperation, operationsIn, type Service } from "../../src/contract/Operation.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Simulator from "../../src/testing/Simulator.ts"
import * as Braze from "../../src/vendors/braze/all.ts"
import * as Xtremepush from "../../src/vendors/xtremepush/all.ts"
import { inputOf, tagOf } from "./simulating.ts"

const { apiKey, requestOrigin, scimToken } = Braze.simulator.credentials
const baseUrl = Braze.instances["EU-01"]
const braze = Layer.orDie(
  Layer.merge(
    Braze.layerNoTransport({ apiKey: Redacted.make(apiKey), baseUrl }),
    Braze.scimLayerNoTransport({ scimToken: Redacted.make(scimToken), requestOrigin, baseUrl })
  )
).pipe(Layer.provide(Simulator.layer(Simulator.withOperations(Braze.simulator, Braze))))
const xtremepush = Layer.orDie(
  Xtremepush.layerNoTransport({ appToken: Redacted.make(Xtremepush.simulator.credentials.appToken) })
).pipe(Layer.provide(Simulator.layer(Simulator.withOperations(Xtremepush.simulator, Xtremepush))))

const readable = (module: {
  readonly vendor: { readonly always: ReadonlyArray<{ readonly tag: string }> }
}) => new Set(module.vendor.always.map(({ tag }) => tag))

/** Of these no input can be made up that keeps their rules. */
const byHand: Readonly<Record<string, unknown>> = {
  "Braze.deleteCatalogSelection": { catalogName: "books", selectionName: "dear" },
  "Braze.startLiveActivity": {
    appId: "app",
    activityId: "a1",
    activityAttributesType: "Score",
    activityAttributes: {},
    contentState: { goals: 1 },
    externalUserIds: ["u1"],
    notification: { alert: { title: "Begins", body: "Now" } }
  },
  "Xtremepush.importProfiles": { columns: ["user_id"], rows: [["u1"]] }
}

/** What goes wrong with an operation; nothing where it is answered in one of its documented ways. */
const wrong = (operation: AnyOperation, usual: ReadonlySet<string>, api: Context.Key<any, Service>) =>
  Effect.gen(function* () {
    const input = byHand[operation.tag] ?? inputOf(operation)
    if (input === undefined) return [`${operation.tag}: no input`]
    const call = Effect.flatMap(api, (service) => service.call(operation, input))
    return yield* Effect.match(Policy.once(call), {
      onSuccess: () => [],
      onFailure: (failure) => {
        const tag = tagOf(failure)
        const declared = operation.spec.fails?.some((one) => one.tag === tag) === true
        return declared || (usual.has(tag) && tag !== "Braze.Rejected")
          ? []
          : [`${operation.tag}: ${String(failure)}`]
      }
    })
  })

interface Whole {
  readonly vendor: { readonly always: ReadonlyArray<{ readonly tag: string }> }
}

const answered = (module: Whole, layer: Layer.Layer<any>) => {
  const all = Effect.gen(function* () {
    const usual = readable(module)
    const found: Array<string> = []
    for (const operation of operationsIn(module))
      found.push(...(yield* wrong(operation, usual, Reflect.get(operation, "api"))))
    assert.deepStrictEqual(found, [])
  })
  return Effect.raceFirst(Effect.provide(all, layer), Effect.forever(TestClock.adjust("1 minute")))
}

it.effect("those of Braze", () => answered(Braze, braze))
it.effect("those of Xtremepush", () => answered(Xtremepush, xtremepush))
