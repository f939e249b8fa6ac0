/** Judges facts: what a description says of an operation besides its shape must be what the operation says. */
import type { AnySpec } from "../../../src/contract/Operation.ts"
import type { Described } from "../../../src/generate/description.ts"
import type { Judged, Violation } from "./judged.ts"

/** A fact as the description has it, and as the operation has it: both as they would be written. */
type Fact = readonly [name: string, described: unknown, ours: unknown]

const sorted = (names: ReadonlyArray<string> = []): ReadonlyArray<string> => [...names].toSorted()

/** Those that an operation must have, of which it may have more. */
const atLeast = (wanted: ReadonlyArray<string> = [], had: ReadonlyArray<string> = []) =>
  sorted(had.filter((name) => wanted.includes(name)))

const byInput = "by its input"

const known = (fact: unknown): unknown => (typeof fact === "function" ? byInput : fact)

const factsOf = (
  described: Described,
  spec: AnySpec,
  fails: ReadonlyArray<string>,
  host: string
): ReadonlyArray<Fact> => {
  const reads = described.reads === true || described.method === "GET"
  return [
    ["idempotent", described.byInput === true ? byInput : described.idempotent, known(spec.idempotent)],
    ["reads", reads, spec.reads ?? spec.method === "GET"],
    ["fails", sorted(described.fails), atLeast(described.fails, fails)],
    ["host", described.host, spec.host ?? host],
    ["quota", described.quota.includes("|") ? byInput : described.quota, known(spec.quota)],
    ["headers", described.headers, spec.headers],
    ["anonymous", described.anonymous ?? false, spec.anonymous ?? false],
    ["needs", sorted(described.needs), sorted(spec.needs)],
    ["permission", described.permission, spec.permission],
    ["deprecated", described.deprecated, spec.deprecated],
    ["secrets", sorted(described.secrets), atLeast(described.secrets, spec.secrets)],
    ["version", described.version, spec.version],
    ["content", described.content ?? "json", spec.content ?? "json"],
    ["answer", described.answer, spec.answer],
    ["from", described.from, spec.from]
  ]
}

/** What is wrong with the facts of an operation. */
export const factViolations = ({ contract, described }: Judged): ReadonlyArray<Violation> => {
  const { operation, spec, vendor } = contract
  const fails = [...vendor.always, ...(spec.fails ?? [])].map(({ tag }) => tag)
  const [host = ""] = Object.keys(vendor.hosts)
  const differs = ([, one, other]: Fact) => JSON.stringify(one) !== JSON.stringify(other)
  return [
    ...factsOf(described, spec, fails, host)
      .filter(differs)
      .map(
        ([name, one, other]) => `${name} is ${JSON.stringify(other)}, and ${JSON.stringify(one)} is known`
      ),
    ...(described.paging === undefined || "stream" in operation
      ? []
      : ["it is a list that cannot be read to its end"])
  ].map((says) => ({ operation: operation.tag, says }))
}
