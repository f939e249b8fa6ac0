/** Judges requests: what is made of any input that our schemas allow must be what the vendor's description allows. */
import * as Arbitrary from "effect/Arbitrary"
import * as Effect from "effect/Effect"
import type { AnyOperation } from "../../../src/contract/Operation.ts"
import type { Outgoing } from "../../../src/contract/Outgoing.ts"
import type { Described, Input, Node } from "../../../src/generate/description.ts"
import type { Validate } from "./ajv.ts"
import { bodyOf } from "./jsonSchema.ts"
import { asJson, type Judged, requestOf, type Violation } from "./judged.ts"

const sampled = ({ spec, tag }: AnyOperation, count: number, size: number) =>
  Arbitrary.sampleEffect(Arbitrary.schema(spec.input), { count, seed: tag, size, maxDiscards: 5_000 })

/** Inputs of an operation, from its own schema: always the same ones. Small ones may have no field that a rule wants. */
export const samplesOf = (operation: AnyOperation, count: number): ReadonlyArray<unknown> =>
  Effect.runSync(
    sampled(operation, count, 5).pipe(
      Effect.catch(() => sampled(operation, count, 25)),
      Effect.orElseSucceed(() => [])
    )
  )

/** A text of an address as the JSON value that its schema wants. */
const valueIn = (node: Node, text: string): unknown =>
  node.kind === "int" || node.kind === "number" || node.kind === "boolean" ? JSON.parse(text) : text

const inputNamed = ({ input, paging }: Described, place: string, name: string): Input | undefined => {
  const found = input.find((one) => one.place === place && one.name === name)
  if (found !== undefined || paging === undefined) return found
  // Pages are asked for by names that some documents leave out.
  return [paging.into, paging.size].includes(name)
    ? { name, place: "query", schema: { kind: "any" } }
    : undefined
}

const queryFaults = (described: Described, { query }: Outgoing, validate: Validate): ReadonlyArray<string> =>
  query.flatMap(([spelled, text]) => {
    const name = spelled.replace(/\[\]$/, "")
    const input = inputNamed(described, "query", name)
    if (input === undefined) return [`the query has ${name}, which is not described`]
    const { schema } = input
    const wrong =
      schema.kind === "array"
        ? validate(schema.items, valueIn(schema.items, text))
        : validate(schema, valueIn(schema, text))
    return wrong === "" ? [] : [`query ${name}=${text}: ${wrong}`]
  })

const missingFaults = ({ input }: Described, { query }: Outgoing): ReadonlyArray<string> =>
  input
    .filter(({ place, required }) => place === "query" && required === true)
    .flatMap(({ name }) =>
      query.some(([spelled]) => spelled.replace(/\[\]$/, "") === name) ? [] : [`the query lacks ${name}`]
    )

const bodyFaults = (described: Described, { body }: Outgoing, validate: Validate): ReadonlyArray<string> => {
  const node = bodyOf(described)
  if (node === undefined)
    return described.content === undefined && body !== undefined
      ? ["a body is sent that is not described"]
      : []
  if (body === undefined) {
    // Fields that may all be left out are still an object.
    const whole = described.input.find((one) => one.whole === true)
    return whole === undefined || whole.required === true ? ["no body is sent"] : []
  }
  const sent = asJson(body)
  const wrong = validate(node, sent)
  return wrong === "" ? [] : [`body ${JSON.stringify(sent)}: ${wrong}`]
}

const methodFaults = ({ method, path }: Described, outgoing: Outgoing): ReadonlyArray<string> => {
  const pattern = path.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{[^}]*\}/g, "[^/]+")
  const { pathname } = new URL(outgoing.url)
  return outgoing.method === method && new RegExp(`${pattern}$`).test(pathname)
    ? []
    : [`${outgoing.method} ${pathname} is not ${method} ${path}`]
}

/** What is wrong with the requests of so many inputs of an operation; one without any input is wrong as well. */
export const inputViolations = (
  { contract, described }: Judged,
  validate: Validate,
  count: number
): ReadonlyArray<Violation> => {
  const { operation } = contract
  const requests = samplesOf(operation, count).flatMap((input) => requestOf(contract, input) ?? [])
  const faults = requests.flatMap((outgoing) => [
    ...methodFaults(described, outgoing),
    ...queryFaults(described, outgoing, validate),
    ...missingFaults(described, outgoing),
    ...bodyFaults(described, outgoing, validate)
  ])
  const found = requests.length === 0 ? ["no input can be made of its schema"] : faults
  return [...new Set(found)].map((says) => ({ operation: operation.tag, says }))
}
