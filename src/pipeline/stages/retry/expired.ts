/** Whether a refusal may come of a token that has expired. */
import type { Contract } from "../../../contract/compile.ts"
import type { AnyFailure } from "../../../contract/Failure.ts"
import { inStatus } from "../../../contract/Signature.ts"

/** A token that has been in use for less (ms) is refused for another reason than its age. */
const youngest = 60_000

/** Whether an old token may be the reason of a refusal that does not say so, with a vendor that words it in more ways than it documents. */
export const mayHaveExpired = (
  { vendor: { expiredAs } }: Contract,
  { delivery, retry, status }: AnyFailure,
  age: number
): boolean =>
  expiredAs !== undefined &&
  age >= youngest &&
  retry === "never" &&
  delivery === "Refused" &&
  status !== undefined &&
  inStatus(expiredAs, status)
