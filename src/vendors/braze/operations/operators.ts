/**
 * The operators of custom attributes, and whether a custom value may be sent twice. Sources: Braze's pages “User attributes object”
 * (`inc`, `add`, `remove`), “Nested custom attributes” (`_merge_objects`, `$time`) and “Array of objects” (`$add`, `$update`,
 * `$remove`): https://www.braze.com/docs/user_guide/data/activation/custom_data/custom_attributes
 */
import { isRecord } from "../../../contract/Wire.ts"

/** A question about any value. */
export type Test = (value: unknown) => boolean

/** A value without parts; a field that is `undefined` is not sent. */
export const isScalar: Test = (value) =>
  value === null || value === undefined || ["string", "number", "boolean"].includes(typeof value)

/** A list, every item of which passes. */
export const isListOf =
  (isItem: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(isItem)

const hasOnly = (
  value: unknown,
  ...names: ReadonlyArray<string>
): value is Readonly<Record<string, unknown>> =>
  isRecord(value) && Object.keys(value).every((name) => names.includes(name))

const selects = ({
  $identifier_key: key,
  $identifier_value: value
}: Readonly<Record<string, unknown>>): boolean =>
  typeof key === "string" && isScalar(value) && value !== undefined

/** One item of `$remove`: the objects in which a key has a value. */
const isRemoval: Test = (value) => hasOnly(value, "$identifier_key", "$identifier_value") && selects(value)

/** One item of `$update`: the same, with what is written over the objects, or merged into them. */
const isUpdate: Test = (value) =>
  hasOnly(value, "$identifier_key", "$identifier_value", "$new_object") &&
  selects(value) &&
  isRecord(value["$new_object"]) &&
  isPlain(value["$new_object"])

/** Whether an update changes what another one of the list, or the next run of it, would find by key and value. */
const movesSelection = (updates: ReadonlyArray<unknown>): boolean => {
  const all = updates.filter(isRecord)
  const keys = all.map((update) => String(update["$identifier_key"]))
  return all.some((update) =>
    Object.entries(isRecord(update["$new_object"]) ? update["$new_object"] : {}).some(
      ([name, value]) =>
        keys.includes(name) && (name !== update["$identifier_key"] || value !== update["$identifier_value"])
    )
  )
}

/**
 * The operators that may be repeated, each with what it must be given. Missing on purpose: `inc`, which adds once more; `$add`,
 * which appends once more, because Braze does not enforce the identity of objects; and `add`, which treats the list as a set but
 * moves a value that is there to its end, and drops values beyond the limit of elements.
 */
const idempotent = new Map<string, Test>([
  ["$time", (operand) => typeof operand === "string"],
  ["remove", isListOf(isScalar)],
  ["$remove", isListOf(isRemoval)],
  ["$update", (operand) => Array.isArray(operand) && operand.every(isUpdate) && !movesSelection(operand)]
])

const isOperator = (name: string): boolean => name.startsWith("$") || ["inc", "add", "remove"].includes(name)

/**
 * Whether a custom value, at any depth, is only set: scalars, lists, and objects, which overwrite or, with `_merge_objects`, are
 * merged. An object with the name of an operator among its keys is an operator, and must be exactly one that may be repeated.
 */
export const isPlain: Test = (value) => {
  if (isScalar(value)) return true
  if (Array.isArray(value)) return value.every(isPlain)
  if (!isRecord(value)) return false
  const names = Object.keys(value)
  if (!names.some(isOperator)) return names.every((name) => isPlain(value[name]))
  return names.length === 1 && names.every((name) => idempotent.get(name)?.(value[name]) === true)
}

/** Whether a custom value, at any depth, selects objects of an array by key and value. */
export const selectsObjects: Test = (value) => {
  if (Array.isArray(value)) return value.some(selectsObjects)
  return (
    isRecord(value) &&
    Object.entries(value).some(
      ([name, inner]) => name === "$update" || name === "$remove" || selectsObjects(inner)
    )
  )
}
