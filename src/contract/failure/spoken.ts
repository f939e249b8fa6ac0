/** What a log says of a failure. */
import type { AnyFailure } from "./facts.ts"

/** The sentence of a failure without the beginning of a body that it may quote: a log is read by many. */
export const spoken = (failure: AnyFailure): string => {
  const bodiless: AnyFailure = Object.create(failure, { excerpt: { value: undefined } })
  return bodiless.message
}
