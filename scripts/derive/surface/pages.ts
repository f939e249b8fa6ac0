/** Reference pages of whole surfaces, one a resource, from the descriptions that the operations are written from. */
import type { Described, Description, Node } from "../../../src/generate/description.ts"
import type { Kit } from "../../../src/generate/emit/kit.ts"
import { oursOf } from "../../../src/generate/emit/naming.ts"
import { ruleTexts } from "../../../src/generate/emit/ruleTexts.ts"
import { mapNode } from "../../../src/generate/read/nodes.ts"
import { kits } from "../../surface/kits.ts"
import { patched } from "../../surface/patches.ts"
import { byHandOf, descriptionOf, fileOf } from "../../surface/surface.ts"
import { code, sections, table, text } from "../markdown.ts"
import { inputRows, nameOf, referred, type Row, schemaRows } from "./rows.ts"

/** A page. */
export interface Page {
  readonly path: string
  readonly text: string
}

const note = "<!-- Derived from scripts/surface by `npm run docs`: correct that, not this page. -->"

const inputTable = (rows: ReadonlyArray<Row>): string =>
  table(
    ["Field", "Type", "Required", "Limits"],
    rows.map(({ kind, path, required, rules }) => [code(path), kind, required ? "yes" : "", rules])
  )

const outputTable = (rows: ReadonlyArray<Row>): string =>
  table(
    ["Field", "Type"],
    rows.map(({ kind, path }) => [code(path), kind])
  )

const repeating = ({ byInput, idempotent, method, reads, why }: Described): string => {
  if (reads === true || method === "GET") return "Only reads."
  if (byInput === true) return `Idempotent or not by its input: ${why}.`
  return `${idempotent ? "Idempotent" : "Not idempotent"}: ${why}.`
}

const needing = ({ anonymous, needs = [], permission }: Described): string =>
  [
    anonymous === true ? "Sent without credentials." : "",
    permission === undefined ? "" : `Needs the permission ${code(permission)}.`,
    needs.length === 0 ? "" : `Needs ${needs.map(code).join(", ")}.`
  ]
    .filter((part) => part !== "")
    .join(" ")

const failing = ({ fails }: Described): string =>
  fails.length === 0 ? "" : `May fail with ${fails.map(code).join(", ")}, besides what every operation may.`

const gives = ({ output }: Described): string => {
  if (output === undefined) return "Gives nothing."
  const rows = schemaRows(output)
  return rows.length === 0 ? `Gives ${nameOf(output)}.` : `Gives:\n\n${outputTable(rows)}`
}

const hiding = ({ secrets = [] }: Described, kit: Kit): string =>
  secrets.length === 0
    ? ""
    : `Secrets, which come as ${code("Redacted")}: ${secrets.map((name) => code(kit.isSnake === true ? oursOf(name, kit) : name)).join(", ")}.`

const takes = ({ input }: Described): string =>
  input.length === 0 ? "Takes no fields: `{}`." : `Takes:\n\n${inputTable(inputRows(input))}`

/** The same fields under our names. */
const renamed = (node: Node, kit: Kit): Node =>
  kit.isSnake !== true
    ? node
    : mapNode(node, "", (one) =>
        one.kind !== "object"
          ? one
          : {
              ...one,
              fields: Object.fromEntries(
                Object.entries(one.fields).map(([name, field]) => [oursOf(name, kit), field])
              )
            }
      )

const underOurs = (one: Described, kit: Kit): Described => ({
  ...one,
  input: one.input.map((input) => ({
    ...input,
    name: kit.isSnake === true ? oursOf(input.name, kit) : input.name,
    schema: renamed(input.schema, kit)
  })),
  ...(one.output === undefined ? {} : { output: renamed(one.output, kit) })
})

const together = (one: Described, kit: Kit): string => ruleTexts(one, kit).join(" ")

/** An operation whose fields are written by hand under names of their own. */
const byHand = (vendor: string, one: Described): ReadonlyArray<string> => [
  `## ${one.name}`,
  `${code(`${one.method} ${one.path}`)}. Written by hand: its fields stand on [its vendor's page](../${vendor}.md).`
]

const section = (one: Described, kit: Kit): ReadonlyArray<string> => [
  `## ${one.name}`,
  `${code(`${one.method} ${one.path}`)}. ${[repeating(one), needing(one), failing(one)].filter(Boolean).join(" ")}`,
  one.deprecated === undefined ? "" : `Deprecated: ${text(one.deprecated)}.`,
  takes(one),
  together(one, kit),
  gives(one),
  hiding(one, kit)
]

const schemaSection = ([name, node]: readonly [string, Node]): ReadonlyArray<string> => {
  if (node.kind === "given") return [`### ${name}`, `For example ${code(JSON.stringify(node.sample))}.`]
  const rows = schemaRows(node)
  return [`### ${name}`, rows.length === 0 ? `${nameOf(node)}.` : inputTable(rows)]
}

/** What pages are made for. `written`: the names of what is written by hand. */
interface Shown {
  readonly kit: Kit
  readonly vendor: string
  readonly written: ReadonlySet<string>
}

const resourcePage = (
  description: Description,
  { kit, vendor, written }: Shown,
  [resource, operations]: readonly [string, ReadonlyArray<Described>]
): Page => {
  const { title } = kit
  const isByHand = ({ name }: Described) => kit.isSnake === true && written.has(name)
  const own = operations.map((one) => underOurs(one, kit))
  const nodes = own
    .filter((one) => !isByHand(one))
    .flatMap(({ input, output }) => [
      ...input.map(({ schema }) => schema),
      ...(output === undefined ? [] : [output])
    ])
  const schemas = referred(description, nodes)
  return {
    path: `docs/vendors/${vendor}/${resource}.md`,
    text: sections(
      `# ${title}: ${resource}`,
      note,
      `From ${code(`faultline/${vendor}/surface/${resource}`)}; those that are written by hand from ${code(`faultline/${vendor}`)}; all from ${code(`faultline/${vendor}/all`)}. [All resources](README.md), [what every operation may fail with](../${vendor}.md).`,
      ...own.flatMap((one) => (isByHand(one) ? byHand(vendor, one) : section(one, kit))),
      ...(schemas.length === 0
        ? []
        : ["## Schemas", ...schemas.flatMap(([name, node]) => schemaSection([name, renamed(node, kit)]))])
    )
  }
}

const byFile = (
  vendor: string,
  operations: ReadonlyArray<Described>
): ReadonlyArray<readonly [string, ReadonlyArray<Described>]> =>
  [...Map.groupBy(operations, fileOf(vendor))].toSorted(([one], [other]) => (one < other ? -1 : 1))

const listPage = (title: string, vendor: string, operations: ReadonlyArray<Described>): Page => ({
  path: `docs/vendors/${vendor}/README.md`,
  text: sections(
    `# ${title}: all ${operations.length} operations`,
    note,
    `\`faultline operations ${vendor} --grep WORDS\` finds one by its name, path or permission.`,
    table(
      ["Resource", "Operations"],
      byFile(vendor, operations).map(([resource, own]) => [
        `[${resource}](${resource}.md)`,
        own.map(({ name }) => code(name)).join(", ")
      ])
    )
  )
})

/** The pages of a vendor's surface. */
export const surfacePages = async (vendor: string): Promise<ReadonlyArray<Page>> => {
  const kit = kits[vendor]
  if (kit === undefined) throw new Error(`there is no kit of ${vendor}`)
  const { title } = kit
  const { names: written } = await byHandOf(vendor)
  const description = patched(descriptionOf(vendor))
  const { operations } = description
  return [
    listPage(title, vendor, operations),
    ...byFile(vendor, operations).map((one) => resourcePage(description, { kit, written, vendor }, one))
  ]
}
