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

/** A client that remembers the last request that it sent, and what Prism found in it. */
interface Remembering {
  readonly client: HttpClient.HttpClient
  readonly last: () => HttpClientRequest.HttpClientRequest | undefined
  readonly found: () => string
}

const remembering = (client: HttpClient.HttpClient): Remembering => {
  let last: HttpClientRequest.HttpClientRequest | undefined
  let found = ""
  return {
    client: HttpClient.tap(client, ({ headers, request }) =>
      Effect.sync(() => {
        last = request
        // The answers are made up as well, those that refuse: what is wrong stands in this header alone.
        found = headers["sl-violations"] ?? ""
      })
    ),
    last: () => last,
    found: () => found
  }
}

/** Inputs of an operation of which requests can be made; without any byte an upload has no body. */
const inputsOf = ({ contract }: Judged, { inputs }: Called, count: number): ReadonlyArray<unknown> => {
  const { operation } = contract
  const isSendable = (input: unknown): boolean => {
    const request = requestOf(contract, input)
    return request !== undefined && !(request.body instanceof Uint8Array && request.body.length === 0)
  }
  const given = inputs[operation.tag]
  return given === undefined ? samplesOf(operation, 30).filter(isSendable).slice(0, count) : [given]
}

/** What is wrong with the answer to an operation. */
const callFaults = (
  service: Service,
  { found }: Remembering,
  { contract, described }: Judged,
  input: unknown
) =>
  Effect.match(service.withResponse(contract.operation, input), {
    onFailure: (failure) => [found() || (failure instanceof Error ? failure.message : String(failure))],
    onSuccess: ({ leftOut, status }) => [
      ...(status === described.status ? [] : [`it is answered with ${status}, not ${described.status}`]),
      ...(leftOut.length === 0 ? [] : [`of its answer these are not read: ${leftOut.join(", ")}`])
    ]
  })

/** What is wrong with the credentials of the last request: those for everybody are sent without, all others with. */
const credentialFaults = ({ last }: Remembering, { described }: Judged): ReadonlyArray<string> => {
  const isSent = last()?.headers["authorization"] !== undefined
  if (isSent !== (described.anonymous === true)) return []
  return [isSent ? "it is for everybody, and credentials are sent" : "no credentials are sent"]
}

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

/** What is judged, by what. */
interface Judging {
  readonly description: Description
  readonly called: Called
  /** How many inputs of each operation are sent. */
  readonly inputs: number
}

const judgeOne = (
  judged: Judged,
  service: Service,
  remembered: Remembering,
  { called, description, inputs: count }: Judging
): Effect.Effect<Outcome> =>
  Effect.gen(function* () {
    const operation = judged.contract.operation.tag
    const inputs = inputsOf(judged, called, count)
    if (inputs.length === 0)
      return { called: 0, wrong: 0, violations: [{ operation, says: "no input can be made of its schema" }] }
    const faults = yield* Effect.forEach(inputs, (input) => callFaults(service, remembered, judged, input))
    const shown = credentialFaults(remembered, judged)
    const body = wrongBody(judged.described, description.schemas)
    const guarded = body === undefined ? [] : yield* guardFaults(remembered, body)
    const violations = [...new Set([...faults.flat(), ...shown, ...guarded])].map((says) => ({
      operation,
      says
    }))
    return { called: 1, wrong: body === undefined ? 0 : 1, violations }
  })

// So often a line is printed.
const step = 100

/** Calls the operations of a vendor one after another at this address. */
export const callAll = (
  judging: Judging,
  url: string
): Effect.Effect<ReadonlyArray<Outcome>, Misconfigured> => {
  const { called, description } = judging
  const judged = pairs(description, called.vendor, called.operations)
  const outcomes: Array<Outcome> = []
  return Effect.gen(function* () {
    const remembered = remembering(yield* HttpClient.HttpClient)
    const use = (service: Service) =>
      Effect.forEach(
        judged,
        (one, index) =>
          Effect.map(judgeOne(one, service, remembered, judging), (outcome) => {
            outcomes.push(outcome)
            if ((index + 1) % step === 0) console.log(`  ${index + 1} of ${judged.length} operations`)
          }),
        { discard: true }
      )
    yield* Effect.provideService(called.at(url, use), Transport.Client, remembered.client)
    return outcomes
  }).pipe(Effect.provide(Transport.layer))
}
