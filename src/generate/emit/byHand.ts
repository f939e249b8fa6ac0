/** What there is of a vendor by hand, which goes before what is derived. */

/** What there is of a vendor by hand. */
export interface ByHand {
  /** Method and path of every operation, each with the tags of those that have them. */
  readonly operations: ReadonlyMap<string, ReadonlyArray<string>>
  /** Names that are exported. */
  readonly exports: ReadonlySet<string>
  /** Failures that every operation may give. */
  readonly usual: ReadonlySet<string>
}

/** An operation's method and path, by which it is known for ever. */
export const placeOf = ({ method, path }: { readonly method: string; readonly path: string }): string =>
  `${method} ${path}`

/** A name or two parameters may be spelled differently: only their places count. */
export const samePlace = (place: string): string => place.replaceAll(/\{[^}]+\}/g, "{}")
