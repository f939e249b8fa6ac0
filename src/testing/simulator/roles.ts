/** What an operation is to the objects of a vendor: whether it makes, reads, lists, changes or removes some; told by method and path. */
import type { AnyOperation } from "../../contract/Operation.ts"
import { isPage } from "./shape.ts"

/** What is done: to an object of a collection, to a collection, or to the one object that a path stands for. */
export type Role = "create" | "read" | "list" | "change" | "remove" | "read-only-one" | "set-only-one"

/** What an operation is to a collection. */
export interface Part {
  readonly role: Role
  /** The path of the collection, placeholders without names: `/agents/{}/devices`. */
  readonly collection: string
  /** Whether the path ends with the id of one object. */
  readonly one: boolean
  /** Whether the collection has only what operations have made: what was never made is not found. */
  readonly made: boolean
}

const nameless = (path: string): string => path.replaceAll(/\{[^}]*\}/g, "{}")
const item = "/{}"

/** What is known of all operations: their methods by path. */
type Paths = ReadonlyMap<string, ReadonlySet<string>>

const methodsAt = (paths: Paths, path: string, ...methods: ReadonlyArray<string>): boolean =>
  methods.some((method) => paths.get(path)?.has(method) === true)

const ofOne: Readonly<Record<string, Role>> = {
  GET: "read",
  PUT: "change",
  PATCH: "change",
  DELETE: "remove"
}
const ofMany: Readonly<Record<string, Role>> = { ...ofOne, GET: "list", POST: "create" }
const ofOnlyOne: Readonly<Record<string, Role>> = {
  GET: "read-only-one",
  PUT: "set-only-one",
  PATCH: "set-only-one",
  POST: "set-only-one",
  DELETE: "set-only-one"
}

interface Placed {
  readonly role: Role | undefined
  readonly collection: string
  readonly one: boolean
}

const parentOf = (path: string): string => path.slice(0, -item.length)

/** Whether something is kept under the path: objects have paths of their own below it, or it answers with pages. */
const isCollection = (paths: Paths, pages: ReadonlySet<string>, path: string): boolean =>
  methodsAt(paths, `${path}${item}`, "GET", "PUT", "PATCH", "DELETE") ||
  // Some vendor describes the answer about one object as a page.
  (pages.has(path) && !(path.endsWith(item) && paths.has(parentOf(path))))

const placed = (paths: Paths, pages: ReadonlySet<string>, { spec }: AnyOperation): Placed => {
  const { method } = spec
  const path = nameless(spec.path)
  const isPage = method === "GET" && pages.has(path)
  const ofAll = isCollection(paths, pages, path)
  // Some collections end with a placeholder, too: `/groups/{type}` beside `/groups/{type}/{id}`.
  if (path.endsWith(item) && !(ofAll && (isPage || method === "POST"))) {
    return { role: ofOne[method], collection: parentOf(path), one: true }
  }
  if (ofAll) {
    return { role: method === "GET" && !isPage ? undefined : ofMany[method], collection: path, one: false }
  }
  const isOnlyOne = methodsAt(paths, path, "GET") && methodsAt(paths, path, "PUT", "PATCH", "POST", "DELETE")
  return { role: isOnlyOne ? ofOnlyOne[method] : undefined, collection: path, one: false }
}

/** The parts of a vendor's operations, by tag; those that have none are left out. `listAt`: the field of a page with its items. */
export const partsOf = (
  operations: ReadonlyArray<AnyOperation>,
  listAt: string
): ReadonlyMap<string, Part> => {
  const paths = new Map<string, Set<string>>()
  const pages = new Set<string>()
  for (const operation of operations) {
    const path = nameless(operation.spec.path)
    paths.set(path, (paths.get(path) ?? new Set()).add(operation.spec.method))
    if (operation.spec.method === "GET" && isPage(operation, listAt)) pages.add(path)
  }
  return new Map(
    operations.flatMap((operation): ReadonlyArray<readonly [string, Part]> => {
      const { role, ...rest } = placed(paths, pages, operation)
      const made = methodsAt(paths, rest.collection, "POST")
      return role === undefined ? [] : [[operation.tag, { ...rest, role, made }]]
    })
  )
}
