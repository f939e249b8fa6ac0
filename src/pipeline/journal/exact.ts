/** A request as it was spelled on the wire, for a report that can send it again. */
import type { AnyFailure } from "../../contract/Failure.ts"
import { sentOf } from "../../contract/sent.ts"
import { spelled } from "../../contract/spelled.ts"
import type { KeptRequest } from "./row.ts"

// What is longer is kept as an excerpt.
const longest = 2_000_000

/** The request that the failure keeps, with personal data and without secrets; `undefined` where a text cannot hold it, or would be very long. */
export const exactOf = (failure: AnyFailure): KeptRequest | undefined => {
  const sent = sentOf(failure)
  if (sent === undefined) return undefined
  const { body, headers, method, url } = spelled(sent, true)
  if (body instanceof Uint8Array || (body?.length ?? 0) > longest) return undefined
  return { method, url, headers, ...(body === undefined ? {} : { body }), whole: true }
}
