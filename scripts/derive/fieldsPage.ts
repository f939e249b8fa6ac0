/** The page of a vendor's fields: what each operation takes and gives, derived from its schemas and the comments above their fields. */
import type { AnyOperation } from "../../src/contract/Operation.ts"
import { nameOf, operationsOf, type VendorModule } from "../../src/diagnose/Diagnose.ts"
import { describe, type Described, type Field, type Form, linkTo } from "./fields.ts"
import { code, sections, source, table, text } from "./markdown.ts"
import type { TypedOperation } from "./types.ts"
import { beside } from "./wire.ts"

/** An operation with what is said of its input and its output. */
interface Entry {
  readonly operation: AnyOperation
  readonly words: string
  readonly input: Described
  readonly output: Described
}

// Words are Markdown already, but for what would be taken for HTML.
const prose = (words: string): string => words.replaceAll("<", "&lt;").replace(/\s+/g, " ")

const wireOf = ({ path, wire }: Field): string => {
  const own = path.slice(path.lastIndexOf(".") + 1)
  return wire === own ? "" : wire === beside ? wire : code(wire)
}

/** A table without the columns that no row has anything in. */
const dense = (heads: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string => {
  const used = heads.map((_, index) => rows.some((row) => (row[index] ?? "") !== ""))
  const kept = (cells: ReadonlyArray<string>) => cells.filter((_, index) => used[index])
  return table(kept(heads), rows.map(kept))
}

const taken = (fields: ReadonlyArray<Field>): string =>
  dense(
    ["Field", "On the wire", "Type", "Required", "What it is", "Limits"],
    fields.map((field) => [
      code(field.path),
      wireOf(field),
      field.kind,
      field.required ? "yes" : "",
      prose(field.words),
      text(field.limits.join("; "))
    ])
  )

const given = (fields: ReadonlyArray<Field>): string =>
  dense(
    ["Field", "Type", "What it is"],
    fields.map(({ kind, path, words }) => [code(path), kind, prose(words)])
  )

const firstSentences = (words: string): string => prose(words.split("\n\n")[0] ?? "")

/** What stands under a heading: the table, or where else the fields are described. */
const body = ({ fields, kind }: Described, write: typeof taken, verb: string, nothing: string): string =>
  fields.length > 0
    ? `${verb}:\n\n${write(fields)}`
    : kind === "object" || kind === "nothing"
      ? nothing
      : `${verb} ${kind}.`

const section = ({ input, operation, output, words }: Entry): ReadonlyArray<string> => [
  `### ${nameOf(operation)}`,
  firstSentences(words),
  body(input, taken, "Takes", "Takes no fields: `{}`."),
  body(output, given, "Gives", "Gives nothing."),
  `Source: ${source(operation.spec.see ?? "")}`
]

/** Forms by name, each once, in the order of their names. */
const inOrder = (forms: ReadonlyArray<Form>): ReadonlyArray<Form> =>
  [...new Map(forms.map((form) => [form.name, form])).values()].toSorted((one, other) =>
    one.name < other.name ? -1 : 1
  )

const formSection =
  (write: typeof taken) =>
  ({ fields, name, open, words }: Form): ReadonlyArray<string> => [
    `### ${name}`,
    firstSentences(words),
    write(fields),
    open ? "It takes other fields too, as they are given." : ""
  ]

// The input of one operation that nothing else takes is described there.
const inPlace = (described: Described, uses: (name: string) => number): Described => {
  const [own] = described.forms
  return own !== undefined && described.kind === linkTo(own.name) && uses(own.name) === 1 && !own.open
    ? { kind: "object", fields: own.fields, forms: described.forms.slice(1) }
    : described
}

/** How often each form is referred to. */
const usesOf = (all: ReadonlyArray<Described>): ((name: string) => number) => {
  const inForms = new Map(all.flatMap(({ forms }) => forms.map((form) => [form.name, form] as const)))
  const kinds = [
    ...all.flatMap(({ fields, kind }) => [kind, ...fields.map((field) => field.kind)]),
    ...[...inForms.values()].flatMap(({ fields }) => fields.map(({ kind }) => kind))
  ]
  return (name) => kinds.filter((kind) => kind.includes(linkTo(name))).length
}

/** Everything that is said of the operations of a vendor. */
export const entriesOf = (
  module: VendorModule,
  typesOf: (name: string) => TypedOperation | undefined
): ReadonlyArray<Entry> => {
  const all = operationsOf(module).flatMap((operation) => {
    const types = typesOf(nameOf(operation))
    return types === undefined
      ? []
      : [
          {
            operation,
            words: types.words,
            input: describe(operation.spec.input.ast, types.input),
            output: describe(operation.spec.output.ast, types.output)
          }
        ]
  })
  const uses = usesOf(all.flatMap(({ input, output }) => [input, output]))
  return all.map((entry) => ({
    ...entry,
    input: inPlace(entry.input, uses),
    output: inPlace(entry.output, uses)
  }))
}

/** Fields of inputs that have no words: `trackUsers: attributes[].email`. */
export const withoutWords = (entries: ReadonlyArray<Entry>): ReadonlyArray<string> =>
  entries.flatMap(({ input, operation }) =>
    [{ name: nameOf(operation), fields: input.fields }, ...input.forms].flatMap(({ fields, name }) =>
      fields.filter(({ words }) => words.trim() === "").map(({ path }) => `${name}: ${path}`)
    )
  )

/** The page, as Markdown. */
export const fieldsPage = (name: string, file: string, entries: ReadonlyArray<Entry>): string => {
  const inputs = inOrder(entries.flatMap(({ input }) => input.forms))
  const known = new Set(inputs.map((form) => form.name))
  const outputs = inOrder(entries.flatMap(({ output }) => output.forms)).filter(
    (form) => !known.has(form.name)
  )
  return sections(
    `# ${name}: fields`,
    "<!-- Derived from the schemas and the comments above their fields by `npm run docs`: correct those, not this page. -->",
    `What each operation takes and gives; what it may fail with is on [the page of ${name}](${file}.md). An editor shows the same words over a field (TypeScript 7.0's own language server leaves them out; those of 5.9 and 7.1 show them). A time is a \`Date\`, a \`DateTime\` of Effect's, or ISO 8601 text with its zone, such as \`2026-01-31T12:00:00Z\`. A limit is written in the words in which a value outside of it is refused, before anything is sent; a field that is not listed is refused too.`,
    "## Operations",
    ...entries.flatMap(section),
    ...(inputs.length === 0 ? [] : ["## What inputs are made of", ...inputs.flatMap(formSection(taken))]),
    ...(outputs.length === 0 ? [] : ["## What answers are made of", ...outputs.flatMap(formSection(given))])
  )
}
