/** The operations of one layer, composed on first use. */
import { compile } from "../contract/compile.ts"
import type { AnyOperation } from "../contract/Operation.ts"
import type { Connected } from "./Call.ts"
import { compose, type Composed } from "./compose.ts"
import type { Pipeline } from "./order.ts"
import { hiding } from "./telemetry/hide.ts"

/** Composes an operation, or finds it composed. `hidden` are names of fields that are hidden beside the vendor's. */
export type Composer = (operation: AnyOperation, hidden?: ReadonlyArray<string>) => Composed

/** Keyed by the operation itself and weakly: an operation that a program makes for one call is forgotten with it. */
const remembering = (layer: Connected, pipeline: Pipeline): ((operation: AnyOperation) => Composed) => {
  const known = new WeakMap<AnyOperation, Composed>()
  return (operation) => {
    const found = known.get(operation) ?? compose(compile(layer.vendor, operation), layer, pipeline)
    known.set(operation, found)
    return found
  }
}

/** So many lists of hidden names are known: a program has one or two, and one that makes a list for each call must not fill the memory. */
const mostLists = 50

/** The composer of a layer. */
export const composer = (layer: Connected, pipeline: Pipeline): Composer => {
  const usual = remembering(layer, pipeline)
  const others = new Map<string, (operation: AnyOperation) => Composed>()
  return (operation, hidden = []) => {
    if (hidden.length === 0) return usual(operation)
    const key = hidden.join("\n")
    const known = others.get(key)
    if (known !== undefined) return known(operation)
    if (others.size >= mostLists) others.clear()
    const other = remembering({ ...layer, vendor: hiding(layer.vendor, hidden) }, pipeline)
    others.set(key, other)
    return other(operation)
  }
}
