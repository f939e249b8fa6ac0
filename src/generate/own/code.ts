/** Small parts of the code of a user's own vendor. */
import type { Facts } from "../facts/schema.ts"

/** A text, as code. */
export const quoted = (text: string): string => JSON.stringify(text)

/** A member of a value, by a dotted path: `page.data?.items`. Lists in lists have no such path. */
export const member = (value: string, path: string): string =>
  path === ""
    ? value
    : value +
      path
        .split(".")
        .map((name, index) => {
          const isPlain = /^[A-Za-z_$][\w$]*$/.test(name)
          const at = isPlain ? `.${name}` : `[${quoted(name)}]`
          return index === 0 ? at : `?.${at.replace(/^\./, "")}`
        })
        .join("")

const isName = /^[A-Za-z_$][\w$]*$/

const fieldOf = (name: string, code: string): string =>
  name === code ? name : `${isName.test(name) ? name : quoted(name)}: ${code}`

/** An object as code, without the fields that are undefined. */
export const objectOf = (fields: Readonly<Record<string, string | undefined>>): string =>
  `{ ${Object.entries(fields)
    .flatMap(([name, code]) => (code === undefined ? [] : [fieldOf(name, code)]))
    .join(", ")} }`

/** The environment variable of a host that has no address of its own, or another one: `ACME_BASE_URL`, `ACME_INGEST_URL`. */
export const hostVariable = (facts: Facts, host: string): string => {
  const [first] = Object.keys(facts.hosts)
  return `${constantOf(facts.vendor.name)}_${host === first ? "BASE" : constantOf(host)}_URL`
}

/** `AcmeShop` is `ACME_SHOP`. */
export const constantOf = (name: string): string =>
  name.replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase()

/** The name of the option with the address of a host: `baseUrl`, `ingestUrl`. */
export const hostOption = (facts: Facts, host: string): string =>
  host === Object.keys(facts.hosts)[0] ? "baseUrl" : `${host}Url`

/** The credentials that a layer takes, each with its environment variable. */
export const credentialsOf = ({
  auth
}: Facts): ReadonlyArray<readonly [option: string, variable: string]> => {
  switch (auth.type) {
    case "bearer":
      return [["token", auth.variable]]
    case "header":
      return [["apiKey", auth.variable]]
    case "basic":
      return [
        ["user", auth.user],
        ["password", auth.password]
      ]
    case "none":
      return []
  }
}

/** The comment at the head of a written file. */
export const head = (what: string): string =>
  `/** ${what} Written by \`faultline generate\`: change the document or errors.json, and run it once more. */`
