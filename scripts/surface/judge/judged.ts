/** An operation beside what its vendor's description says of it. */
import * as Result from "effect/Result"
import { compile, type Contract } from "../../../src/contract/compile.ts"
import type { AnyOperation } from "../../../src/contract/Operation.ts"
import * as Outgoing from "../../../src/contract/Outgoing.ts"
import type { Vendor } from "../../../src/contract/Vendor.ts"
import type { Described, Description } from "../../../src/generate/description.ts"

/** One operation. */
export interface Judged {
  readonly contract: Contract
  readonly described: Described
}

/** What is wrong: with which operation, and what. */
export interface Violation {
  readonly operation: string
  readonly says: string
}

/** Paths differ in nothing but the names in their braces. */
const key = ({ method, path }: Pick<Described, "method" | "path">): string =>
  `${method} ${path.replace(/\{[^}]*\}/g, "{}")}`

/** The described operations that exist, each with its contract. Two of one path are told apart by their names. */
export const pairs = (
  description: Description,
  vendor: Vendor,
  operations: ReadonlyArray<AnyOperation>
): ReadonlyArray<Judged> => {
  const named = new Map(operations.map((one) => [one.tag, one]))
  const placed = new Map(operations.map((one) => [key(one.spec), one]))
  return description.operations.flatMap((described) => {
    const found = named.get(`${vendor.name}.${described.name}`) ?? placed.get(key(described))
    return found === undefined ? [] : [{ described, contract: compile(vendor, found) }]
  })
}

/** What settings there are does not matter to what is judged; each has some value. */
const settingOf = (contract: Contract) => ({
  // Some vendors have no host until they are given one.
  hosts: Object.fromEntries(
    Object.entries(contract.vendor.hosts).map(([name, url]) => [
      name,
      url === "" ? "https://example.com" : url
    ])
  ),
  settings: Object.fromEntries(contract.vendor.settings.map((name) => [name, `the-${name}`])),
  headers: {}
})

/** The request of an input; `undefined` where the input is refused. */
export const requestOf = (contract: Contract, input: unknown): Outgoing.Outgoing | undefined => {
  const encoded = contract.encode(input)
  if (Result.isFailure(encoded)) return undefined
  const { sent } = encoded.success
  return Outgoing.faultsOf(contract, sent).length > 0
    ? undefined
    : Outgoing.make(contract, sent, settingOf(contract))
}

/** What is sent of a value, as JSON has it. */
export const asJson = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value))
