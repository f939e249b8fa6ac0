/** Corrections of a document, as RFC 6902 has them. One that changes nothing is an error: what it corrected is gone. */
import { isRecord } from "../../contract/Wire.ts"
import type { Patch } from "../facts/schema.ts"
import { below, Malformed, partsOf } from "./pointer.ts"

const refuse = (index: number, { path, why }: Patch, problem: string): never => {
  throw new Malformed({
    where: `errors.json ${below("/patches", index)}`,
    why: `${problem} (${path}; it is there because: ${why})`
  })
}

/** The same value with the change made at the end of the path. */
const changed = (
  value: unknown,
  path: ReadonlyArray<string>,
  change: (holder: unknown, name: string) => unknown
): unknown => {
  const [name = "", ...more] = path
  if (more.length === 0) return change(value, name)
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === name ? changed(item, more, change) : item))
  if (!isRecord(value) || !Object.hasOwn(value, name)) return undefined
  const inner = changed(value[name], more, change)
  return inner === undefined ? undefined : { ...value, [name]: inner }
}

const inList = (list: ReadonlyArray<unknown>, name: string, { op, value }: Patch): unknown => {
  const at = name === "-" ? list.length : Number(name)
  if (!Number.isInteger(at) || at < 0 || at > list.length || (op !== "add" && at === list.length))
    return undefined
  return op === "add"
    ? list.toSpliced(at, 0, value)
    : op === "remove"
      ? list.toSpliced(at, 1)
      : list.with(at, value)
}

const inObject = (object: Readonly<Record<string, unknown>>, name: string, { op, value }: Patch): unknown => {
  if (op !== "add" && !Object.hasOwn(object, name)) return undefined
  const { [name]: before, ...rest } = object
  void before
  return op === "remove" ? rest : { ...object, [name]: value }
}

/** The document with its corrections. */
export const patched = (document: unknown, patches: ReadonlyArray<Patch>): unknown =>
  patches.reduce<unknown>((before, patch, index) => {
    const after = changed(before, partsOf(patch.path), (holder, name) =>
      Array.isArray(holder)
        ? inList(holder, name, patch)
        : isRecord(holder)
          ? inObject(holder, name, patch)
          : undefined
    )
    if (after === undefined) return refuse(index, patch, "there is nothing to correct at this place")
    if (JSON.stringify(after) === JSON.stringify(before))
      return refuse(index, patch, "this correction changes nothing any more: take it out")
    return after
  }, document)
