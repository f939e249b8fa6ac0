/**
 * How far a transport has got with a request, for whoever runs out of patience with it: a request of which not one byte was
 * written has not arrived. It travels with the request's headers, unseen.
 */

/** `begun` is absent where the transport does not tell; `givenUp` keeps it from beginning later. */
export interface Progress {
  /** The version of HTTP that the transport speaks, where it tells. */
  protocol?: "1.1"
  begun?: boolean
  givenUp?: boolean
}

// A class that extends one that returns what it is given puts its private field on that. It is a third of the cost of a hidden
// property or of a weak map, on the way of every call; and fetch refuses headers with a symbol that it can see.
// oxlint-disable-next-line typescript/no-extraneous-class -- only a constructor can return what another class extends
class Given {
  constructor(given: object) {
    return given
  }
}
class Followed extends Given {
  readonly #progress: Progress
  constructor(headers: object, progress: Progress) {
    super(headers)
    this.#progress = progress
  }
  static progressOf(headers: object): Progress | undefined {
    return #progress in headers ? headers.#progress : undefined
  }
}

/** Lets the transport tell of the request that has these headers. */
export const follow = (headers: object, progress: Progress): void => void new Followed(headers, progress)

/** A transport that tells has taken the request: nothing of it is written yet. */
export const taken = (headers: unknown, protocol?: "1.1"): Progress | undefined => {
  if (typeof headers !== "object" || headers === null) return undefined
  const progress = Followed.progressOf(headers)
  if (progress === undefined) return undefined
  progress.begun ??= false
  if (protocol !== undefined) progress.protocol = protocol
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
