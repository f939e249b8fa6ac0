/**
 * What is kept with the failure of a call for as long as that lives, where nothing that prints, copies or compares failures meets it.
 * Until the failure is made, it stands with what is known of the call.
 */

/** Its name. Registered, for there may be two copies of the package in one program. */
export const keptKey: unique symbol = Symbol.for("faultline/kept")

/** To be spread into what is known of a call. */
export const keeping = (kept: unknown): object => (kept === undefined ? {} : { [keptKey]: kept })

/** What is kept with a failure. */
export const keptWith = (failure: object): unknown => {
  const read: unknown = Reflect.get(failure, keptKey)
  return typeof read === "function" ? read.call(failure) : undefined
}
