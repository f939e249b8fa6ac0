/** The operations on a vendor's reference page: their table, and what is to be known of each. */
import { common } from "../../src/contract/Common.ts"
import { readsOf } from "../../src/contract/compile.ts"
import type { AnyOperation } from "../../src/contract/Operation.ts"
import { nameOf, operationsOf, type VendorModule } from "../../src/diagnose/Diagnose.ts"
import { code, source, table, text } from "./markdown.ts"

// How GitHub and most others make the address of a heading.
const anchor = (heading: string): string => heading.toLowerCase().replaceAll(".", "")

const idempotent = (operation: AnyOperation): string =>
  readsOf(operation.spec)
    ? "reads"
    : typeof operation.spec.idempotent === "function"
      ? "by input"
      : operation.spec.idempotent
        ? "yes"
        : "no"

/** The table of a vendor's operations, and what each of them may fail with. */
export const operations = (module: VendorModule): ReadonlyArray<string> => {
  const all = operationsOf(module)
  const anywhere = [
    ...[...module.vendor.always, ...(module.vendor.whileAuthenticating ?? [])].map(
      ({ tag }) => `[${tag}](#${anchor(tag)})`
    ),
    ...common.map(({ tag }) => tag)
  ]
  return [
    "## Operations",
    table(
      ["Operation", "Request", "Idempotent", "Fails with, besides what every operation may", "Source"],
      all.map((operation) => [
        code(nameOf(operation)),
        code(`${operation.spec.method} ${operation.spec.path}`),
        idempotent(operation),
        (operation.spec.fails ?? []).map(({ tag }) => `[${tag}](#${anchor(tag)})`).join(", "),
        source(operation.spec.see ?? "")
      ])
    ),
    `What each takes and gives, field by field: [fields](${module.vendor.name.toLowerCase()}-fields.md).`,
    `Every operation may fail with ${anywhere.join(", ")}; \`NoAnswer\` only where it is idempotent, \`DeliveryUnknown\` only where it is not, both where that depends on the input.`
  ]
}

const harmless = ({ harmless = [] }: AnyOperation["spec"]): ReadonlyArray<string> =>
  harmless.map(({ tag }) => `After [${tag}](#${anchor(tag)}) nothing was done: it is safe to repeat.`)

const job = ({ job: of }: AnyOperation["spec"]): ReadonlyArray<string> => {
  if (of === undefined) return []
  const same = of === true ? "" : ` with the same ${code(of)}`
  return [`Starts a job: a refusal while one is running holds back only calls of this operation${same}.`]
}

const needs = ({ needs = [] }: AnyOperation["spec"]): ReadonlyArray<string> =>
  needs.length === 0 ? [] : [`Needs the setting${needs.length > 1 ? "s" : ""} ${needs.map(code).join(", ")}.`]

/** What the facts of an operation say besides its request and its failures, as lines of a list. */
const remarksOf = ({ spec }: AnyOperation): ReadonlyArray<string> => [
  ...(spec.deprecated === undefined ? [] : [`Deprecated: ${text(spec.deprecated)}`]),
  ...(spec.anonymous === true ? ["Sends no credentials."] : []),
  ...(spec.permission === undefined ? [] : [`Needs the permission ${code(spec.permission)}.`]),
  ...needs(spec),
  ...harmless(spec),
  ...job(spec),
  ...(spec.notes ?? []).map(text)
]

/** What is to be known of single operations. */
export const remarks = (module: VendorModule): ReadonlyArray<string> => {
  const lists = operationsOf(module).flatMap((operation) => {
    const lines = remarksOf(operation)
    return lines.length === 0
      ? []
      : [[`${code(nameOf(operation))}:`, "", ...lines.map((line) => `- ${line}`)].join("\n")]
  })
  return lists.length === 0
    ? []
    : [
        "## Permissions and notes",
        "What operations need, and what a success of them does not mean yet: `withResponse` gives the latter as `notes`.",
        ...lists
      ]
}
