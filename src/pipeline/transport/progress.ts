/**
 * How far a transport has got with a request, for whoever runs out of patience with it: a request of which not one byte was
 * written has not arrived. It travels with the request's headers, under a symbol that nothing sends.
 */

/** `begun` is absent where the transport does not tell; `givenUp` keeps it from beginning later. */
export interface Progress {
  begun?: boolean
  givenUp?: boolean
}

const key = Symbol("faultline/progress")

/** Lets the transport tell of the request that has these headers. Fetch refuses headers with a symbol that it can see. */
export const follow = (headers: object, progress: Progress): void =>
  void Object.defineProperty(headers, key, { value: progress })

/** A transport that tells has taken the request: nothing of it is written yet. */
export const taken = (headers: unknown): Progress | undefined => {
  if (typeof headers !== "object" || headers === null) return undefined
  // as: only `follow` writes under this symbol
  const progress = Reflect.get(headers, key) as Progress | undefined
  if (progress !== undefined) progress.begun ??= false
  return progress
}

/** The transport is about to write the request. `false` where it has been given up, and must not be written any more. */
export const begin = (progress: Progress | undefined): boolean => {
  if (progress === undefined) return true
  if (progress.givenUp === true) return false
  progress.begun = true
  return true
}

/** Gives the request up. `true` where it is certain that nothing of it was written, and that nothing will be. */
export const giveUp = (progress: Progress | undefined): boolean => {
  if (progress?.begun !== false) return false
  progress.givenUp = true
  return true
}
