/** Which failures are a person's business, whatever the call: what the vendor asks to be told of, and what no retry can mend. */
import type { Recorded } from "../../contract/Vendor.ts"
import type { Contract } from "../../contract/compile.ts"
import type { AnyFailure, Category } from "../../contract/Failure.ts"
import { inStatus } from "../../contract/Signature.ts"

/**
 * - `credentials`: refused or expired, and renewing them did not help.
 * - `access`: a permission, the plan or the account does not include it.
 * - `setting`: a setting of the layer is missing or wrong.
 * - `endpoint`: the address itself is not there any more.
 * - `advised`: the vendor advises to alert somebody to answers like this one.
 * - `gave-up`: attempts ended in faults until the call was given up, and the vendor advises to alert somebody then.
 */
export type Escalation = "credentials" | "access" | "setting" | "endpoint" | "advised" | "gave-up"

const byCategory: Partial<Record<Category, Escalation>> = {
  unauthenticated: "credentials",
  forbidden: "access",
  misconfigured: "setting"
}

const loud: ReadonlySet<string> = new Set(["Error", "Fatal"])

/** Whether a call ends because its attempts failed at the vendor or on the way to it. */
export const isGivenUp = ({ attempts, category }: AnyFailure): boolean =>
  category === "unavailable" ||
  category === "network" ||
  (category === "not-attempted" && attempts.length > 1)

/** Where nothing is named that could be missing, the address itself is. */
const isGone = ({ places }: Contract, { category, status }: AnyFailure): boolean =>
  category === "not-found" && status !== undefined && places.path.length === 0 && !places.hasBody

type Level = Recorded["level"]

/** The log level that the vendor advises for an answer of this status, or for a call that gave up; `undefined` where it says nothing. */
export const levelFor = (
  { vendor: { records = [] } }: Contract,
  status: number | "gave up"
): Level | undefined =>
  records.find((rule) =>
    rule.status === "gave up" || status === "gave up" ? rule.status === status : inStatus(rule.status, status)
  )?.level

/** The log level that the vendor advises for a call that ended so. */
export const levelOf = (contract: Contract, failure: AnyFailure): Level | undefined => {
  const last = isGivenUp(failure) ? levelFor(contract, "gave up") : undefined
  return last ?? (failure.status === undefined ? undefined : levelFor(contract, failure.status))
}

/** What a failed call is for a person; `undefined` where it is nobody's business but the caller's. */
export const escalationOf = (contract: Contract, failure: AnyFailure): Escalation | undefined => {
  const known = byCategory[failure.category]
  if (known !== undefined) return known
  if (isGone(contract, failure)) return "endpoint"
  const isLoud = (status: number | "gave up"): boolean => loud.has(levelFor(contract, status) ?? "")
  if (isGivenUp(failure) && isLoud("gave up")) return "gave-up"
  return failure.status !== undefined && isLoud(failure.status) ? "advised" : undefined
}
