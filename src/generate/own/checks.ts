/** What the facts say of operations, held against the document: every name in them must lead to something. */
import { nearest } from "../../contract/input/nearest.ts"
import type { Described, Node } from "../description.ts"
import type { Facts } from "../facts/schema.ts"
import type { Paging } from "../facts/paging.ts"
import type { Read } from "../spec/found.ts"
import { below, Malformed } from "../spec/pointer.ts"

/** Refuses operations of the facts that the document does not have. */
export const checkPlaces = (facts: Facts, { leftOut, operations }: Read): void => {
  const known = [...operations, ...leftOut].map(({ place }) => place)
  const named = [
    ...Object.keys(facts.operations).map((place) => [place, below("/operations", place)] as const),
    ...facts.failures.flatMap(({ of }, index) =>
      of === "always" ? [] : of.map((place, at) => [place, below("/failures", index, "of", at)] as const)
    )
  ]
  for (const [place, where] of named) {
    if (known.includes(place)) continue
    const near = nearest(place, known)
    throw new Malformed({
      where: `errors.json ${where}`,
      why: `the document has no operation ${place}${near === undefined ? "" : `; did you mean ${near}?`}`
    })
  }
}

type Resolve = (node: Node) => Node

/** The schema of a field by its dotted path. */
export const fieldAt = (node: Node | undefined, path: string, resolve: Resolve): Node | undefined =>
  path === ""
    ? node
    : path.split(".").reduce<Node | undefined>((at, name) => {
        const found = at === undefined ? undefined : resolve(at)
        return found?.kind === "object" && Object.hasOwn(found.fields, name)
          ? found.fields[name]?.schema
          : undefined
      }, node)

const kindAt = (node: Node | undefined, path: string, resolve: Resolve): string => {
  const found = fieldAt(node, path, resolve)
  return found === undefined ? "nothing" : resolve(found).kind
}

/** Refuses paging by fields that are not there, or cannot hold a position. */
export const checkPaging = (operation: Described, paging: Paging, place: string, resolve: Resolve): void => {
  const where = `errors.json ${below("/operations", place, "paging")}`
  const refuse = (field: string, why: string): never => {
    throw new Malformed({ where: below(where, field), why })
  }
  const input = (field: string, name: string, kinds: ReadonlyArray<string>) => {
    const found = operation.input.find((one) => one.name === name)
    const kind = found === undefined ? undefined : resolve(found.schema).kind
    if (kind === undefined) refuse(field, `the operation has no field ${name} in its input`)
    else if (!kinds.includes(kind))
      refuse(field, `the field ${name} holds a position, and is of the kind ${kind} here`)
  }
  const items = kindAt(operation.output, paging.items, resolve)
  if (items !== "array")
    refuse("items", `a list is expected at “${paging.items}” of the answer, and there is ${items}`)
  if (paging.style === "token" || paging.style === "link") input("into", paging.into, ["string"])
  else input("into", paging.into, ["int", "number"])
  if (paging.style === "offset") input("size", paging.size, ["int", "number"])
  if (paging.style !== "token") return
  const token = kindAt(operation.output, paging.token, resolve)
  if (token !== "string")
    refuse("token", `a text is expected at “${paging.token}” of the answer, and there is ${token}`)
}
