/** Which vendor and which operation a request is for: by host, or by the path that the simulator's own server gives a vendor. */
import type { AnyOperation } from "../Operation.ts"
import { pathNames } from "../Outgoing.ts"
import type { Head } from "./received.ts"
import type { Simulated } from "./simulated.ts"

/** Where a request belongs. `operation` is missing where the vendor has none that fits. */
export interface Place {
  readonly simulated: Simulated
  readonly operation?: AnyOperation
  readonly params: Readonly<Record<string, string>>
}

interface Template {
  readonly operation: AnyOperation
  readonly expression: RegExp
  readonly names: ReadonlyArray<string>
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")

const templateOf = (operation: AnyOperation): Template => {
  const parts = operation.asked.path.split(/\{[^}]+\}/).map(escaped)
  return { operation, expression: new RegExp(`^${parts.join("([^/]+)")}$`), names: pathNames(operation.asked.path) }
}

const templates = new WeakMap<Simulated, ReadonlyArray<Template>>()

// Fewer placeholders first, so that `/accounts/search` is not an account.
const templatesOf = (simulated: Simulated): ReadonlyArray<Template> => {
  const known =
    templates.get(simulated) ?? simulated.operations.map(templateOf).toSorted((one, other) => one.names.length - other.names.length)
  templates.set(simulated, known)
  return known
}

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

const within = (simulated: Simulated, method: string, path: string, host: string | undefined): Place | undefined => {
  for (const { expression, names, operation } of templatesOf(simulated)) {
    const found = operation.asked.method === method ? expression.exec(path) : null
    if (found === null || (host !== undefined && host !== (operation.asked.host ?? hostsOf(simulated)[0]))) continue
    return { simulated, operation, params: Object.fromEntries(names.map((name, index) => [name, decoded(found[index + 1] ?? "")])) }
  }
  return host === undefined ? undefined : { simulated, params: {} }
}

const under = (base: string, text: string): string | undefined => {
  const prefix = base.replace(/\/+$/, "")
  return prefix !== "" && (text === prefix || text.startsWith(`${prefix}/`)) ? text.slice(prefix.length) || "/" : undefined
}

/** The place of a request; `undefined` where no vendor of the world has such a host. A world of one vendor answers for any host. */
export const route = (world: ReadonlyArray<Simulated>, { method, url }: Head): Place | undefined => {
  for (const simulated of world) {
    for (const [host, base] of Object.entries(simulated.vendor.hosts)) {
      const path = under(base, `${url.origin}${url.pathname}`) ?? under(prefixOf(simulated, host), url.pathname)
      if (path !== undefined) return within(simulated, method, path, host)
    }
  }
  for (const simulated of world) {
    const place = within(simulated, method, url.pathname, undefined)
    if (place !== undefined) return place
  }
  const [only, ...others] = world
  return only === undefined || others.length > 0 ? undefined : { simulated: only, params: {} }
}
