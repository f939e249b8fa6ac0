/** A turn in the queue that is held for one call, as its caller sees it. */

export const TypeId = "~faultline/Limit/Permit"

/** A turn that has come, held for one call. It counts as in flight until its attempt has ended, or, unused, until its scope closes. */
export interface Permit {
  readonly [TypeId]: typeof TypeId
}
