/** The data of a user's own vendor, as code. */
import type { Facts } from "../facts/schema.ts"
import { credentialsOf, head, hostVariable, objectOf, quoted } from "./code.ts"
import { specifier } from "./target.ts"

const quotas = ({ quotas: given, vendor }: Facts): string | undefined =>
  given === undefined
    ? undefined
    : objectOf(
        Object.fromEntries(
          Object.entries(given).map(([name, { within, ...quota }]) => [
            name,
            objectOf({
              quotas: `[${objectOf({
                name: quoted(`${vendor.name.toLowerCase()}/${name}`),
                limit: String(quota.limit),
                per: quoted(quota.per),
                scope: quoted(quota.scope),
                source: quoted(quota.source)
              })}]`,
              within: within === undefined ? undefined : quoted(within)
            })
          ])
        )
      )

const usual = {
  times: 3,
  base: "1 second",
  cap: "30 seconds",
  attempt: "30 seconds",
  deadline: "2 minutes",
  source: "not documented: these figures are the generator's"
}

const advice = ({ retries = usual }: Facts): string => {
  const waits = `Policy.exponential(${objectOf({ base: quoted(retries.base), cap: quoted(retries.cap), times: String(retries.times) })})`
  return objectOf({
    passing: waits,
    limited: waits,
    jitter: quoted("full"),
    attemptTimeout: `Duration.fromInputUnsafe(${quoted(retries.attempt)})`,
    deadline: `Duration.fromInputUnsafe(${quoted(retries.deadline)})`,
    source: quoted(retries.source)
  })
}

const variables = (facts: Facts): string | undefined => {
  const { auth } = facts
  if (auth.type === "none") return undefined
  if (auth.type === "basic") return objectOf({ basic: `[${quoted(auth.user)}, ${quoted(auth.password)}]` })
  return objectOf({ [auth.type === "bearer" ? "bearer" : auth.name.toLowerCase()]: quoted(auth.variable) })
}

/** A base URL as requests have it: without the port that its scheme has anyway, and without a slash at its end. */
const addressOf = (url: string): string => (url === "" ? "" : new URL(url).href.replace(/\/$/, ""))

const defined = (facts: Facts, queryLists: string): string => {
  const { answers, hosts, settings, vendor } = facts
  return objectOf({
    name: quoted(vendor.name),
    dialect: "dialect",
    failures: "failures",
    always: "always",
    hosts: objectOf(
      Object.fromEntries(Object.entries(hosts).map(([name, url]) => [name, quoted(addressOf(url))]))
    ),
    queryLists: queryLists === "repeated" ? undefined : quoted(queryLists),
    settings: settings === undefined ? undefined : JSON.stringify(Object.keys(settings)),
    envelopes: answers?.envelope === undefined ? undefined : JSON.stringify([answers.envelope]),
    quotas: quotas(facts),
    advice: advice(facts),
    variables: variables(facts)
  })
}

/** The file of the vendor. */
export const vendorCode = (facts: Facts, queryLists: string): string => {
  const { name } = facts.vendor
  const own = specifier("vendor.ts", "failures", facts.code?.imports ?? ".js")
  return [
    [
      head(`${name} as data: its hosts, its limits, its advice on retries.`),
      `import * as Context from "effect/Context"`,
      `import * as Duration from "effect/Duration"`,
      `import { Operation, Policy, Vendor } from "faultline/core"`,
      `import { type Always, always, dialect, failures } from "${own}"`
    ].join("\n"),
    `/** The API of ${name}. */\nexport class ${name}Api extends Context.Service<${name}Api, Operation.Service>()(${quoted(`generated/${name}`)}) {}`,
    `/** What is the same for all layers of ${name}. */\nexport const vendor = Vendor.define(${defined(facts, queryLists)})`,
    `/** Makes operations of ${name}. */\nexport const operation = Operation.operations<Always>()(${name}Api, vendor${facts.quotas?.["default"] === undefined ? "" : `, { quota: "default" }`})`
  ].join("\n\n")
}

/** The settings, credentials and hosts of a layer, each with its environment variable and whether it must be given. */
export const optionsOf = (facts: Facts) => [
  ...credentialsOf(facts).map(([name, variable]) => ({
    name,
    variable,
    kind: "secret" as const,
    needed: true
  })),
  ...Object.entries(facts.settings ?? {}).map(([name, { variable }]) => ({
    name,
    variable,
    kind: "setting" as const,
    needed: true
  })),
  ...Object.entries(facts.hosts).map(([host, url]) => ({
    name: host === Object.keys(facts.hosts)[0] ? "baseUrl" : `${host}Url`,
    variable: hostVariable(facts, host),
    kind: "host" as const,
    needed: url === "",
    host,
    url
  }))
]
