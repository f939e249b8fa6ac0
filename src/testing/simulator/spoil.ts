/** What a fault leaves of an answer. */
import { make as makeWire, type Wire } from "../../contract/Wire.ts"
import type { Answer } from "./engine.ts"
import { forgedBy, millisOf } from "./forged.ts"
import type { Fault } from "./script.ts"
import type { Simulated } from "./simulated.ts"

const garbage = "\u0007}{<garbage>\ufffd,,"

/** Whether the vendor does what is asked although the call fails so. */
export const isApplied = (fault: Fault): boolean => {
  if (fault.fault === "refused" || fault.fault === "cut-before") return false
  return fault.fault === "silence" || fault.fault === "failure" ? fault.applied === true : true
}

/** Milliseconds of a span; none is 0. */
export const spanOf = (span: number | string | undefined): number =>
  span === undefined ? 0 : (millisOf(span) ?? 0)

/** What is left of an answer when the fault has come over it. */
export const spoil = (
  world: ReadonlyArray<Simulated>,
  fault: Fault,
  wire: Wire | undefined,
  now: number
): Answer => {
  const whole = (answer: Wire, over = 0): Answer => ({ _tag: "Whole", wire: answer, over })
  if (fault.fault === "failure") return whole(forgedBy(world, fault, now))
  if (fault.fault === "refused")
    return { _tag: "Refused", as: fault.as ?? "refused", millis: spanOf(fault.for) }
  if (fault.fault === "silence") return { _tag: "Silent" }
  if (fault.fault === "cut-before" || fault.fault === "cut-after" || wire === undefined)
    return { _tag: "Cut" }
  if (fault.fault === "cut-body") return { _tag: "Half", wire }
  if (fault.fault === "garbage")
    return whole(makeWire(wire.status, { "content-type": "application/json" }, fault.text ?? garbage))
  return whole(wire, fault.fault === "slow-body" ? spanOf(fault.over) : 0)
}
