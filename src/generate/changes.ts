/** What a new version of a document changes for those who call its operations: what breaks their code, and what does not. */
import type { Difference } from "./bounds.ts"
import type { Seen, Surface } from "./lock.ts"
import { Comparison } from "./narrower.ts"

/** A change. */
export interface Change {
  readonly breaking: boolean
  /** Method and path of the operation. */
  readonly where: string
  readonly what: string
}

const breaking = (where: string, what: string): Change => ({ breaking: true, where, what })
const harmless = (where: string, what: string): Change => ({ breaking: false, where, what })

const words = ([where, what]: Difference): string => `${where}: ${what}`

const inputChanges = (
  before: Seen,
  after: Seen,
  place: string,
  compare: Comparison
): ReadonlyArray<Change> => {
  const kept = before.input.flatMap(({ name, required, schema }) => {
    const now = after.input.find((one) => one.name === name)
    if (now === undefined) return [breaking(place, `input ${name}: the field is gone`)]
    const needed = now.required === true && required !== true
    return [
      ...(needed ? [breaking(place, `input ${name}: the field is required now`)] : []),
      ...(required === true && now.required !== true
        ? [harmless(place, `input ${name}: the field may be left out now`)]
        : []),
      ...compare
        .input({ before: schema, after: now.schema }, `input ${name}`)
        .map((one) => breaking(place, words(one)))
    ]
  })
  const added = after.input.filter(({ name }) => !before.input.some((one) => one.name === name))
  return [
    ...kept,
    ...added.map(({ name, required }) =>
      required === true
        ? breaking(place, `input ${name}: the field is new and required`)
        : harmless(place, `input ${name}: the field is new`)
    )
  ]
}

const outputChanges = (
  before: Seen,
  after: Seen,
  place: string,
  compare: Comparison
): ReadonlyArray<Change> => {
  if (before.output === undefined && after.output === undefined) return []
  if (before.output === undefined) return [harmless(place, "output: there is one now")]
  if (after.output === undefined) return [breaking(place, "output: it is gone")]
  return compare
    .output({ before: before.output, after: after.output }, "output")
    .map((one) => breaking(place, words(one)))
}

const failureChanges = (before: ReadonlyArray<string>, after: ReadonlyArray<string>, place: string) => [
  ...before.filter((tag) => !after.includes(tag)).map((tag) => breaking(place, `failure ${tag}: it is gone`)),
  ...after.filter((tag) => !before.includes(tag)).map((tag) => harmless(place, `failure ${tag}: it is new`))
]

const operationChanges = (
  before: Seen,
  after: Seen,
  place: string,
  compare: Comparison
): ReadonlyArray<Change> => [
  ...(before.name === after.name
    ? []
    : [breaking(place, `its name was ${before.name}, and is ${after.name} now`)]),
  ...(before.idempotent === after.idempotent
    ? []
    : [
        breaking(
          place,
          after.idempotent
            ? "idempotent now: it is tried once more, and silence is NoAnswer"
            : "no longer idempotent: silence is DeliveryUnknown"
        )
      ]),
  ...((before.paging === undefined) === (after.paging === undefined)
    ? []
    : [
        after.paging === undefined
          ? breaking(place, "it has no .stream any more")
          : harmless(place, "it has a .stream now")
      ]),
  ...inputChanges(before, after, place, compare),
  ...outputChanges(before, after, place, compare),
  ...failureChanges(before.fails, after.fails, place)
]

/** What changed between two surfaces: first what breaks. */
export const changesOf = (before: Surface, after: Surface): ReadonlyArray<Change> => {
  const places = [
    ...new Set([...Object.keys(before.operations), ...Object.keys(after.operations)])
  ].toSorted()
  const changes = places.flatMap((place): ReadonlyArray<Change> => {
    const [old, now] = [before.operations[place], after.operations[place]]
    if (old === undefined) return [harmless(place, "the operation is new")]
    if (now === undefined) return [breaking(place, `the operation ${old.name} is gone`)]
    return operationChanges(old, now, place, new Comparison(before.schemas, after.schemas))
  })
  return [...changes, ...failureChanges(before.always, after.always, "always")].toSorted(
    (one, other) => Number(other.breaking) - Number(one.breaking)
  )
}
