/** Bodies that several operations of a file take: their fields are written once. */
import type { Described, Input } from "../description.ts"

/** The fields of a body that are the same wherever it is taken: an update needs a version, a create takes none. */
export const sharedFields = ({ input }: Described): ReadonlyArray<Input> =>
  input.filter(({ name, place }) => place === "body" && name !== "version")

/** The fields of bodies that several operations take, each by the name of its schema, with the first operation that takes it. */
export const bodiesOf = (operations: ReadonlyArray<Described>): ReadonlyMap<string, Described> => {
  const bodies = new Map<string, ReadonlyArray<Described>>()
  for (const operation of operations)
    if (operation.bodyOf !== undefined)
      bodies.set(operation.bodyOf, [...(bodies.get(operation.bodyOf) ?? []), operation])
  const fieldsOf = (operation: Described) => JSON.stringify(sharedFields(operation))
  const shared = [...bodies].filter(
    ([, [first, ...more]]) =>
      first !== undefined && more.length > 0 && more.every((one) => fieldsOf(one) === fieldsOf(first))
  )
  return new Map(shared.flatMap(([name, [first]]) => (first === undefined ? [] : [[name, first]])))
}
