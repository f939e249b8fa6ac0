/** Values that are built on first use: schemas and whatever else a program pays for only where it uses it. */

/**
 * Builds once, when it is first asked for.
 *
 * @example
 * ```ts
 * import { Schema } from "effect"
 * import { lazy } from "faultline/core"
 *
 * const Order = lazy(() => Schema.Struct({ id: Schema.String }))
 * console.log(Order() === Order()) // true
 * ```
 */
export const lazy = <A>(build: () => A): (() => A) => {
  let built: { readonly value: A } | undefined
  return () => (built ??= { value: build() }).value
}
