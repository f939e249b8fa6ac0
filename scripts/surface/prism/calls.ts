/** Calls every operation of a vendor at Prism, and sends it each request once more with a wrong body. */
import * as Effect from "effect/Effect"
import * as HttpClient from "effect/http/HttpClient"
import * as HttpClientRequest from "effect/http/HttpClientRequest"
import type { Misconfigured } from "../../../src/contract/Common.ts"
import type { Service } from "../../../src/contract/Operation.ts"
import * as Transport from "../../../src/pipeline/Transport.ts"
import type { Description } from "../../../src/generate/description.ts"
import { wrongBody } from "../judge/guard.ts"
import { samplesOf } from "../judge/inputs.ts"
import { type Judged, pairs, requestOf, type Violation } from "../judge/judged.ts"
import type { Called } from "./vendors.ts"

/** What came of a vendor's calls. */
export interface Outcome {
  /** Operations that were called, and wrong bodies that were sent. */
  readonly called: number
  readonly wrong: number
  readonly violations: ReadonlyArray<Violation>
}

/** A client that remembers the last request that it sent. */
interface Remembering {
  readonly client: HttpClient.HttpClient
  readonly last: () => HttpClientRequest.HttpClientRequest | undefined
}

const remembering = (client: HttpClient.HttpClient): Remembering => {
  let last: HttpClientRequest.HttpClientRequest | undefined
  return {
    client: HttpClient.tapRequest(client, (request) => Effect.sync(() => void (last = request))),
    last: () => last
  }
}

/** An input of an operation of which a request can be made. */
const inputOf = ({ contract }: Judged, { inputs }: Called): unknown => {
  const { operation } = contract
  return inputs[operation.tag] ?? samplesOf(operation, 30).find((input) => requestOf(contract, input))
}

/** What is wrong with the answer to an operation. */
const callFaults = (service: Service, { contract, described }: Judged, input: unknown) =>
  Effect.match(service.withResponse(contract.operation, input), {
    onFailure: (failure) => [failure instanceof Error ? failure.message : String(failure)],
    onSuccess: ({ leftOut, status }) => [
      ...(status === described.status ? [] : [`it is answered with ${status}, not ${described.status}`]),
      ...(leftOut.length === 0 ? [] : [`of its answer these are not read: ${leftOut.join(", ")}`])
    ]
  })

/** What is wrong with the answer to the last request with this body in place of its own. */
const guardFaults = ({ client, last }: Remembering, body: unknown): Effect.Effect<ReadonlyArray<string>> => {
  const request = last()
  if (request === undefined) return Effect.succeed(["no request was sent"])
  const shown = JSON.stringify(body)
  return Effect.match(client.execute(HttpClientRequest.bodyText(request, shown, "application/json")), {
    onFailure: ({ message }) => [`the wrong body ${shown} has no answer: ${message}`],
    onSuccess: ({ status }) => (status === 422 ? [] : [`the wrong body ${shown} is answered with ${status}`])
  })
}

const judgeOne = (
  judged: Judged,
  service: Service,
  remembered: Remembering,
  { called, description }: { readonly called: Called; readonly description: Description }
): Effect.Effect<Outcome> =>
  Effect.gen(function* () {
    const operation = judged.contract.operation.tag
    const input = inputOf(judged, called)
    if (input === undefined)
      return { called: 0, wrong: 0, violations: [{ operation, says: "no input can be made of its schema" }] }
    const faults = yield* callFaults(service, judged, input)
    const body = wrongBody(judged.described, description.schemas)
    const guarded = body === undefined ? [] : yield* guardFaults(remembered, body)
    const violations = [...faults, ...guarded].map((says) => ({ operation, says }))
    return { called: 1, wrong: body === undefined ? 0 : 1, violations }
  })

// So often a line is printed.
const step = 100

/** Calls the operations of a vendor one after another at this address. */
export const callAll = (
  description: Description,
  called: Called,
  url: string
): Effect.Effect<ReadonlyArray<Outcome>, Misconfigured> => {
  const judged = pairs(description, called.vendor, called.operations)
  const outcomes: Array<Outcome> = []
  return Effect.gen(function* () {
    const remembered = remembering(yield* HttpClient.HttpClient)
    const use = (service: Service) =>
      Effect.forEach(
        judged,
        (one, index) =>
          Effect.map(judgeOne(one, service, remembered, { called, description }), (outcome) => {
            outcomes.push(outcome)
            if ((index + 1) % step === 0) console.log(`  ${index + 1} of ${judged.length} operations`)
          }),
        { discard: true }
      )
    yield* Effect.provideService(called.at(url, use), Transport.Client, remembered.client)
    return outcomes
  }).pipe(Effect.provide(Transport.layer))
}
