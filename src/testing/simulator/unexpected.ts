/** A request that no operation of its simulator fits. */
import * as Data from "effect/Data"
import type { AnyOperation } from "../../contract/Operation.ts"
import { nearest } from "../../contract/input/nearest.ts"
import { fromJson, make as makeWire, type Wire } from "../../contract/Wire.ts"
import { wordsIn } from "../../contract/words.ts"
import type { Received } from "./received.ts"
import type { Place } from "./route.ts"
import type { Behavior } from "./simulated.ts"

/**
 * A simulator was asked for what it does not know. It is a mistake of the test, so that the client of a world dies of it; a world
 * that is served answers as its vendor answers for a wrong address, and the answer says whose it is.
 */
export class UnexpectedRequest extends Data.TaggedError("UnexpectedRequest")<{
  readonly vendor: string
  readonly method: string
  readonly path: string
  /** Operations that the simulator does know, and that only the method or a misspelled part of the path tells apart from the request. */
  readonly near: ReadonlyArray<string>
}> {
  override get message(): string {
    const { method, near, path, vendor } = this
    return [
      `The simulator of ${vendor} does not know ${method} ${path}.`,
      `Simulator.withOperations(${vendor}.simulator, Module) gives it the operations that a module exports.`,
      ...(near.length === 0 ? [] : [`It knows: ${near.join(", ")}.`])
    ].join(" ")
  }
}

const most = 3

/** Whether the part is the one of the path, or stands for it. */
const fits = (part: string, wanted: string): boolean => wanted.includes("{") || wanted === part

/** Whether the path is that of the operation, but for its method, or but for one part that is misspelled. */
const isNear = (path: string, method: string, { spec }: AnyOperation): boolean => {
  const [parts, wanted] = [path.split("/"), spec.path.split("/")]
  if (parts.length !== wanted.length) return false
  const [odd, ...others] = parts.flatMap((part, index) =>
    fits(part, wanted[index] ?? "") ? [] : [[part, wanted[index] ?? ""] as const]
  )
  if (odd === undefined) return true
  return others.length === 0 && spec.method === method && nearest(odd[0], [odd[1]]) !== undefined
}

/** What is wrong with the request. */
const unexpected = ({ path, simulated }: Place, method: string): UnexpectedRequest => {
  const near = simulated.operations
    .filter((operation) => isNear(path, method, operation))
    .slice(0, most)
    .map(({ spec, tag }) => `${spec.method} ${spec.path} (${tag})`)
  return new UnexpectedRequest({ vendor: simulated.vendor.name, method, path, near })
}

/** The header of an answer that is the simulator's own word, and not what the vendor would say. */
const marked = "x-faultline-simulator"

/** What a request gets that no operation fits. */
export interface Stray {
  readonly wire: Wire
  readonly unexpected: UnexpectedRequest
}

/** The vendor's answer for a wrong address; what is wrong stands after the vendor's words. */
export const stray = (place: Place, { notFound }: Behavior, received: Received): Stray => {
  const { dialect } = place.simulated.vendor
  const problem = unexpected(place, received.method)
  const answer = notFound?.(received) ?? makeWire(404, {}, "")
  const words = wordsIn(dialect, answer)
  const vendorMessage = `${words === undefined ? "" : `${words}. `}${problem.message}`
  const headers = { ...answer.headers, [marked]: "unexpected request" }
  const body = dialect.frame({ status: answer.status, vendorMessage })
  const wire =
    body === undefined
      ? makeWire(answer.status, headers, vendorMessage)
      : fromJson(answer.status, headers, body)
  return { wire, unexpected: problem }
}
