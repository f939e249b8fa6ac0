/** Which vendor and which operation a request is for: by host, or by the path that the simulator's own server gives a vendor. */
import type { AnyOperation } from "../../contract/Operation.ts"
import { namesIn } from "../../contract/operation/places.ts"
import type { Head } from "./received.ts"
import type { Simulated } from "./simulated.ts"

/** Where a request belongs: to which vendor, and which operations have its method and path; none where nothing fits. */
export interface Place {
  readonly simulated: Simulated
  readonly operations: ReadonlyArray<AnyOperation>
  readonly params: Readonly<Record<string, string>>
  /** The path of the request, without that of the host's base. */
  readonly path: string
}

/** An operation with its path as an expression. */
export interface Template {
  readonly operation: AnyOperation
  readonly expression: RegExp
  readonly names: ReadonlyArray<string>
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")

const templateOf = (operation: AnyOperation): Template => {
  const parts = operation.spec.path.split(/\{[^}]+\}/).map(escaped)
  return {
    operation,
    expression: new RegExp(`^${parts.join("([^/]+)")}$`),
    names: namesIn(operation.spec.path)
  }
}

/** A vendor of the world with the templates of its operations. */
export interface Routed {
  readonly simulated: Simulated
  readonly templates: ReadonlyArray<Template>
}

/** Reads the paths of a vendor's operations once. Fewer placeholders first, so that `/accounts/search` is not an account. */
export const routed = (simulated: Simulated): Routed => ({
  simulated,
  templates: simulated.operations
    .map(templateOf)
    .toSorted((one, other) => one.names.length - other.names.length)
})

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const hostsOf = ({ vendor }: Simulated): ReadonlyArray<string> => Object.keys(vendor.hosts)

/** The path under which the simulator's server has a host of a vendor: `/shop`, or `/shop/<host>` where there are several. */
export const prefixOf = (simulated: Simulated, host: string): string => {
  const name = `/${simulated.vendor.name.toLowerCase()}`
  return hostsOf(simulated).length > 1 ? `${name}/${host}` : name
}

const within = (
  { simulated, templates }: Routed,
  method: string,
  path: string,
  host: string | undefined
): Place | undefined => {
  const fitting = templates.filter(
    ({ expression, operation: { spec } }) =>
      spec.method === method &&
      (host === undefined || host === (spec.host ?? hostsOf(simulated)[0])) &&
      expression.test(path)
  )
  const [first] = fitting
  if (first === undefined)
    return host === undefined ? undefined : { simulated, operations: [], params: {}, path }
  const values = first.expression.exec(path) ?? []
  return {
    simulated,
    operations: fitting
      .filter(({ expression }) => expression.source === first.expression.source)
      .map(({ operation }) => operation),
    params: Object.fromEntries(first.names.map((name, index) => [name, decoded(values[index + 1] ?? "")])),
    path
  }
}

const under = (base: string, text: string): string | undefined => {
  const prefix = base.replace(/\/+$/, "")
  return prefix !== "" && (text === prefix || text.startsWith(`${prefix}/`))
    ? text.slice(prefix.length) || "/"
    : undefined
}

/** The place of a request; `undefined` where no vendor of the world has such a host. A world of one vendor answers for any host. */
export const route = (world: ReadonlyArray<Routed>, { method, url }: Head): Place | undefined => {
  for (const one of world) {
    const { simulated } = one
    for (const [host, base] of Object.entries(simulated.vendor.hosts)) {
      const path =
        under(base, `${url.origin}${url.pathname}`) ?? under(prefixOf(simulated, host), url.pathname)
      if (path !== undefined) return within(one, method, path, host)
    }
  }
  for (const one of world) {
    const place = within(one, method, url.pathname, undefined)
    if (place !== undefined) return place
  }
  const [only, ...others] = world
  return only === undefined || others.length > 0
    ? undefined
    : { simulated: only.simulated, operations: [], params: {}, path: url.pathname }
}
