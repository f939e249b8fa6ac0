/** A starter for `errors.json`, from what a document shows: statuses, paging parameters, credentials. Guesses are said to be guesses. */
import type { Facts, Operation } from "../facts/schema.ts"
import { constantOf } from "../own/code.ts"
import type { Found, Read } from "../spec/found.ts"
import { memberOf } from "../spec/pointer.ts"
import { failuresOf, see } from "./failures.ts"
import { pagingOf } from "./paging.ts"

/** A starter, and what in it is a guess, by its place. */
export interface Starter {
  readonly facts: Facts
  readonly guesses: ReadonlyArray<{ readonly where: string; readonly what: string }>
}

const keyOf = ({ operation }: Found): string | undefined =>
  (operation.parameters ?? []).find(({ header }) => /^(x-)?idempotency-key$/i.test(header ?? ""))?.header

const operationOf = (found: Found, read: Read): Operation => {
  const [key, paging] = [keyOf(found), pagingOf(found, read)]
  return {
    ...(found.method === "GET"
      ? {}
      : key === undefined
        ? { idempotent: false, why: "unknown" }
        : { idempotent: true, key }),
    ...(paging === undefined ? {} : { paging })
  }
}

const authOf = (document: Readonly<Record<string, unknown>>, name: string): Facts["auth"] => {
  const schemes = memberOf(memberOf(document, "components"), "securitySchemes")
  const constant = constantOf(name)
  for (const scheme of Object.values(typeof schemes === "object" && schemes !== null ? schemes : {})) {
    const [type, kind, place, header] = ["type", "scheme", "in", "name"].map((one) => memberOf(scheme, one))
    if (type === "apiKey" && place === "header" && typeof header === "string")
      return { type: "header", name: header, variable: `${constant}_API_KEY` }
    if (type === "http" && String(kind).toLowerCase() === "basic")
      return { type: "basic", user: `${constant}_USER`, password: `${constant}_PASSWORD` }
    if (type === "http" || type === "oauth2") return { type: "bearer", variable: `${constant}_TOKEN` }
  }
  return { type: "bearer", variable: `${constant}_TOKEN` }
}

const titleOf = (title: string): string => {
  const words = title
    .replaceAll(/['’]s\b/g, " ")
    .replaceAll(/\b(api|rest|openapi|swagger)\b/gi, " ")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => /^[A-Za-z]/.test(word))
  const name = words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")
  return name === "" ? "Acme" : name
}

const guessesOf = ({ auth, failures, operations }: Facts, server: string): Starter["guesses"] => [
  { where: "/auth", what: `credentials: ${auth.type}` },
  ...(server.startsWith("http:") ? [{ where: "/hosts/main", what: "https in place of http" }] : []),
  ...failures.map(({ tag }, index) => ({
    where: `/failures/${index}`,
    what: `${tag}: its category and when to try it once more`
  })),
  ...Object.entries(operations).flatMap(([where, { key, paging }]) => [
    ...(paging === undefined
      ? []
      : [{ where, what: `its pages: ${paging.style}, by “${paging.into}”, items at “${paging.items}”` }]),
    ...(key === undefined ? [] : [{ where, what: `a repeat is known by the header ${key}` }])
  ])
]

/** The starter. */
export const starterOf = (document: Readonly<Record<string, unknown>>, read: Read): Starter => {
  const name = titleOf(read.title)
  const [server = ""] = read.servers
  const operations = read.operations.flatMap((found) => {
    const own = operationOf(found, read)
    return Object.keys(own).length === 0 ? [] : [[found.place, own] as const]
  })
  const facts: Facts = {
    $schema: "./node_modules/faultline/docs/errors.schema.json",
    vendor: { name, docs: see },
    hosts: { main: /^https?:/.test(server) ? server.replace(/^http:/, "https:") : "" },
    auth: authOf(document, name),
    answers: { messageAt: ["message", "error", "error.message"], guaranteed: ["id"] },
    failures: failuresOf(read),
    operations: Object.fromEntries(operations)
  }
  return { facts, guesses: guessesOf(facts, server) }
}
