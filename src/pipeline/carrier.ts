/** Carries out the calls of one layer. */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type { OutOfTime } from "../contract/Common.ts"
import type { AnyFailure } from "../contract/Failure.ts"
import type { AnyOperation, Response, Service } from "../contract/Operation.ts"
import { at } from "../contract/Wire.ts"
import * as Limit from "../policy/limit/make.ts"
import { monotonic } from "../policy/monotonic.ts"
import * as Policy from "../policy/Policy.ts"
import type { Auth, Credentials, TokenRequest } from "./Auth.ts"
import type { Call, Connected, Done } from "./Call.ts"
import { CallId } from "./callId.ts"
import type { Composed } from "./compose.ts"
import { type Composer, composer } from "./composer.ts"
import { nobodys } from "./nobodys.ts"
import { renewed } from "./observing/renewed.ts"
import { documented, type Pipeline } from "./order.ts"
import type { Held } from "./Reserve.ts"
import { Hidden } from "./telemetry/hide.ts"
import { register } from "./telemetry/layers.ts"
import * as Renewal from "./telemetry/renewal.ts"
import { ticketOf } from "./ticket.ts"
import { quiet } from "./Transport.ts"

const responseOf = (
  { contract }: Composed,
  { answer, attempts, value }: Done,
  now: number
): Response<unknown> => {
  const { dialect, warnings } = contract.vendor
  const shown = answer?.shown()
  const headers = shown?.headers ?? {}
  const requestId = dialect.requestId === undefined ? undefined : headers[dialect.requestId]
  const found = warnings === undefined ? undefined : at(shown?.body, warnings)
  const { remaining } = Limit.Hints.read(headers, now)
  return {
    value,
    headers,
    attempts,
    warnings: Array.isArray(found) ? found : [],
    leftOut: answer?.leftOut ?? [],
    notes: contract.spec.notes ?? [],
    ...(shown === undefined ? {} : { status: shown.status }),
    ...(requestId === undefined || requestId === "" ? {} : { requestId }),
    ...(remaining === undefined ? {} : { remaining })
  }
}

/** Takes a place in each queue of the call, in the order in which the call would pass them. */
const reserve = (
  { guards }: Connected,
  { contract }: Composed,
  input: unknown
): Effect.Effect<Held, OutOfTime, Scope.Scope> =>
  Effect.withFiber((fiber) =>
    Effect.clockWith((clock) => {
      const ticket = ticketOf(fiber, contract, input, monotonic(clock), guards.read(contract))
      const permits = Effect.forEach(guards.queues(contract.quotas(input)), (limit) =>
        Effect.map(limit.reserve(ticket), (permit) => [limit, permit] as const)
      )
      return Effect.map(permits, (held): Held => ({
        operation: contract.operation.tag,
        permits: new Map(held)
      }))
    })
  )

type CarryOut = (
  operation: AnyOperation,
  input: unknown,
  credentials: Credentials
) => Effect.Effect<Done, AnyFailure>

const carrying =
  ({ policy }: Connected, composed: Composer): CarryOut =>
  (operation, input, credentials) =>
    Effect.withFiber<Done, AnyFailure>((fiber) =>
      Effect.clockWith((clock) => {
        const began = monotonic(clock)
        const call: Call = {
          id: new CallId(fiber, began),
          input,
          credentials,
          idempotent: false,
          part: false,
          fate: { delivery: "NotSent" },
          policy: fiber.getRef(Policy.Change)(policy),
          began
        }
        return Effect.provideContext(composed(operation, fiber.getRef(Hidden)).run(call), quiet)
      })
    )

/** A token is fetched for all who wait: nothing that the one that came first has set for its own calls holds for it. */
const fetching =
  (composed: (operation: AnyOperation) => Composed, valueOf: TokenRequest): TokenRequest =>
  (operation, input, credentials, renewal = { reason: "due" }) =>
    renewed(
      composed(operation).contract,
      renewal.reason,
      Effect.provideContext(
        valueOf(operation, input, credentials),
        Context.add(nobodys, Renewal.Current, renewal)
      )
    )

/** Makes the service of a layer. */
export const makeCarrier = (
  layer: Connected,
  auth: Auth,
  change: (documented: Pipeline) => Pipeline = (pipeline) => pipeline
): Effect.Effect<Service, never, Scope.Scope> =>
  Effect.gen(function* () {
    const composed = composer(layer, change(documented))
    const carryOut = carrying(layer, composed)
    const valueOf: TokenRequest = (operation, input, credentials) =>
      Effect.map(carryOut(operation, input, credentials), ({ value }) => value)
    const credentials = yield* auth(fetching(composed, valueOf))
    yield* register(layer.vendor.name, { ...layer.guards, ends: credentials.ends })
    return {
      call: (operation, input) => valueOf(operation, input, credentials),
      withResponse: (operation, input) =>
        Effect.clockWith((clock) =>
          Effect.map(carryOut(operation, input, credentials), (done) =>
            responseOf(composed(operation), done, clock.currentTimeMillisUnsafe())
          )
        ),
      reserve: (operation, input) => reserve(layer, composed(operation), input)
    }
  })
