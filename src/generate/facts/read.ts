/** Reads `errors.json`. What is wrong in it is named by its place and the rule that it breaks. */
import * as Exit from "effect/Exit"
import * as Cause from "effect/Cause"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { explain } from "../../contract/input/explain.ts"
import { nearest } from "../../contract/input/nearest.ts"
import { below, Malformed } from "../spec/pointer.ts"
import { Facts } from "./schema.ts"

const among = (given: string, known: ReadonlyArray<string>, what: string): string => {
  const near = nearest(given, known)
  const there = known.length === 0 ? `there are no ${what}` : `there are ${known.join(", ")}`
  return `“${given}” is not among the ${what}${near === undefined ? `; ${there}` : `; did you mean ${near}?`}`
}

const isAddress = (url: string): boolean =>
  url === "" || (URL.canParse(url) && /^(https:|http:\/\/(localhost|127\.0\.0\.1)\b)/.test(url))

const inCamelCase = /^[a-z][A-Za-z0-9]*$/

const misnamed = (section: string, names: ReadonlyArray<string>) =>
  names.flatMap((name) =>
    inCamelCase.test(name)
      ? []
      : [[below(section, name), "a name in camel case is expected: main, apiUploads"] as const]
  )

type Dangling = ReadonlyArray<readonly [where: string, why: string]>

const check = (
  where: string,
  given: string | undefined,
  known: ReadonlyArray<string>,
  what: string
): Dangling => (given === undefined || known.includes(given) ? [] : [[where, among(given, known, what)]])

const ofHosts = ({ hosts }: Facts): Dangling => [
  ...misnamed("/hosts", Object.keys(hosts)),
  ...(Object.keys(hosts).length === 0 ? [["/hosts", "at least one base URL is needed"] as const] : []),
  ...Object.entries(hosts).flatMap(([name, url]) =>
    isAddress(url)
      ? []
      : [
          [
            below("/hosts", name),
            `a base URL begins with https:// (http:// is for localhost), or is empty: not “${url}”`
          ] as const
        ]
  )
]

const twice = ({ failures }: Facts): Dangling =>
  failures.flatMap(({ tag }, index) =>
    failures.findIndex((one) => one.tag === tag) < index
      ? [[below("/failures", index, "tag"), `another failure is called ${tag} already`] as const]
      : []
  )

/** Names that lead to nothing, each with its place. */
const danglingOf = (facts: Facts): Dangling => {
  const [hosts, quotas] = [Object.keys(facts.hosts), Object.keys(facts.quotas ?? {})]
  return [
    ...ofHosts(facts),
    ...misnamed("/quotas", quotas),
    ...misnamed("/settings", Object.keys(facts.settings ?? {})),
    ...twice(facts),
    ...Object.entries(facts.quotas ?? {}).flatMap(([name, { within }]) =>
      check(below("/quotas", name, "within"), within, quotas, "quotas")
    ),
    ...Object.entries(facts.operations).flatMap(([place, { host, quota }]) => [
      ...check(below("/operations", place, "host"), host, hosts, "hosts"),
      ...check(below("/operations", place, "quota"), quota, quotas, "quotas")
    ])
  ]
}

const refuse = (name: string, complaints: ReadonlyArray<string>): never => {
  throw new Malformed({ where: "", why: [`${name} is not as it must be:`, ...complaints].join("\n  ") })
}

/** The facts that a file holds. `name` is the file, for the messages. */
export const factsOf = (value: unknown, name: string): Facts => {
  const exit = Schema.decodeUnknownExit(Facts)(value, { errors: "all", onExcessProperty: "error" })
  if (Exit.isFailure(exit)) {
    const error = Option.getOrUndefined(Cause.findErrorOption(exit.cause))
    const complaints = error === undefined ? [] : explain(Schema.toType(Facts).ast, value, error.issue)
    return refuse(
      name,
      complaints.map(({ message, path }) => (path === undefined ? message : `${path}: ${message}`))
    )
  }
  const dangling = danglingOf(exit.value)
  if (dangling.length > 0)
    refuse(
      name,
      dangling.map(([where, why]) => `${where}: ${why}`)
    )
  return exit.value
}
