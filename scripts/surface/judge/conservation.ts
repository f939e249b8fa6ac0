/** Judges places: every field of an input that is sent stands in exactly one place of the request. */
import * as Result from "effect/Result"
import { namesIn } from "../../../src/contract/operation/places.ts"
import type { Outgoing } from "../../../src/contract/Outgoing.ts"
import { isRecord } from "../../../src/contract/Wire.ts"
import { samplesOf } from "./inputs.ts"
import { type Judged, requestOf, type Violation } from "./judged.ts"

const isIn = (name: string, value: unknown): number => (isRecord(value) && name in value ? 1 : 0)

const timesIn = ({ contract: { places, spec } }: Judged, { body, query }: Outgoing, name: string): number => {
  const texts = [spec.path, ...Object.values(spec.headers ?? {})]
  const inQuery = query.some(([spelled]) => spelled.replace(/\[\]$/, "") === name) ? 1 : 0
  const inBody = places.whole === undefined ? isIn(name, body) : places.whole === name ? 1 : 0
  return texts.filter((text) => namesIn(text).includes(name)).length + inQuery + inBody
}

/** Absent values, and lists without items in a query, are sent nowhere. */
const isSent = (value: unknown): boolean =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)

/** What is wrong with the places of the fields of so many inputs. */
export const placeViolations = (judged: Judged, count: number): ReadonlyArray<Violation> => {
  const { contract } = judged
  const operation = contract.operation.tag
  return samplesOf(contract.operation, count).flatMap((input): ReadonlyArray<Violation> => {
    const encoded = contract.encode(input)
    const outgoing = requestOf(contract, input)
    if (Result.isFailure(encoded) || outgoing === undefined || !isRecord(encoded.success.sent)) return []
    return Object.entries(encoded.success.sent)
      .filter(([, value]) => isSent(value))
      .flatMap(([name]) => {
        const times = timesIn(judged, outgoing, name)
        return times === 1 ? [] : [{ operation, says: `${name} stands in ${times} places of the request` }]
      })
  })
}
