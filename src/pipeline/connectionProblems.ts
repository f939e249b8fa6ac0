/** What a layer is connected with, and what can be wrong with it: credentials, settings and base URLs, by name and never by value. */
import type { Setting } from "../contract/Outgoing.ts"
import type { Vendor } from "../contract/Vendor.ts"
import type { Auth } from "./Auth.ts"
import { inBrowser } from "./sender.ts"
import { type Given, keyProblem, passwordProblem } from "./credentialProblems.ts"

/** What a layer of a vendor is connected with. */
export interface Connection {
  readonly auth: Auth
  /** Keys, tokens and ids by the names of their options: printable ASCII without spaces. One that is `undefined` is not checked. */
  readonly keys?: Readonly<Record<string, Given | undefined>>
  /** Passwords, by the names of their options: not empty, and nothing invisible in them. */
  readonly passwords?: Readonly<Record<string, Given | undefined>>
  /** Values of the vendor's settings: `orgId`. */
  readonly settings?: Readonly<Record<string, string | undefined>>
  readonly headers?: Readonly<Record<string, string>>
  /** Base URLs in place of the vendor's own, by host name. */
  readonly hosts?: Readonly<Record<string, string | undefined>>
}

/** Something that is wrong with an option. */
export interface Wrong {
  readonly setting: string
  readonly problem: string
}

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/

const hostProblem = (base: string): string | undefined => {
  if (base === "") return "There is no default: give the base URL of your account's region."
  // A URL's parser drops line breaks and invisible characters without a word.
  if (!/^[\x21-\x7e]*$/.test(base)) return "It has a space, or a character that is not ASCII: copy it anew."
  if (!URL.canParse(base)) return "It is not a URL: it begins with https://."
  const { hash, hostname, password, protocol, search, username } = new URL(base)
  if (username !== "" || password !== "") return "It has credentials in it: give them in their own options."
  if (search !== "" || hash !== "" || /[?#]$/.test(base))
    return "It has a query or a fragment (? or #), which no path can follow: leave it out."
  if (protocol === "https:" || (protocol === "http:" && loopback.test(hostname))) return undefined
  return "It must begin with https://; plain http is for this machine (localhost) only."
}

const named = (
  given: Readonly<Record<string, Given | undefined>> = {},
  problemOf: (one: Given) => string | undefined
): ReadonlyArray<Wrong> =>
  Object.entries(given).flatMap(([setting, one]) => {
    const problem = one === undefined ? undefined : problemOf(one)
    return problem === undefined ? [] : [{ setting, problem }]
  })

/** What is wrong with what a layer is connected with. */
export const connectionProblems = (
  vendor: Vendor,
  connection: Connection,
  { hosts, settings }: Setting
): ReadonlyArray<Wrong> => [
  ...(vendor.serverOnly !== undefined && inBrowser()
    ? [{ setting: "credentials", problem: vendor.serverOnly }]
    : []),
  ...Object.entries(hosts).flatMap(([name, base]) => {
    const problem = hostProblem(base)
    return problem === undefined ? [] : [{ setting: `base URL (${name})`, problem }]
  }),
  ...named(connection.keys, keyProblem),
  ...named(connection.passwords, passwordProblem),
  ...named(settings, passwordProblem),
  ...Object.keys(settings).flatMap((setting) =>
    vendor.settings.includes(setting)
      ? []
      : [
          {
            setting,
            problem: `It is none of ${vendor.name}'s settings: ${vendor.settings.join(", ") || "there are none"}.`
          }
        ]
  )
]
