/** From a document and the facts beside it to the files of a vendor: texts in, texts out. Nothing is read or written here. */
import { changesOf, type Change } from "./changes.ts"
import type { File } from "./emit/target.ts"
import { factsOf } from "./facts/read.ts"
import type { Facts } from "./facts/schema.ts"
import { type Lock, lockOf, seenOf, type Surface } from "./lock.ts"
import { describeOwn, type Own } from "./own/description.ts"
import { filesOf } from "./own/files.ts"
import type { Read } from "./spec/found.ts"
import type { Loss } from "./spec/losses.ts"
import { readDocument } from "./spec/operations.ts"
import { parse } from "./spec/parse.ts"
import { patched } from "./spec/patch.ts"
import { below, Malformed } from "./spec/pointer.ts"
import { documentOf } from "./spec/version.ts"
import { type Starter, starterOf } from "./start/starter.ts"

/** A text, and the name of its file. */
export interface Named {
  readonly name: string
  readonly text: string
}

/** What was made. */
export interface Generated {
  readonly vendor: string
  readonly operations: number
  readonly files: ReadonlyArray<File>
  readonly lock: Lock
  /** What the document says and the code does not. */
  readonly lost: ReadonlyArray<Loss>
  /** The same, where the facts allow it. */
  readonly allowed: ReadonlyArray<Loss>
  /** What the document does not say. */
  readonly noted: ReadonlyArray<Loss>
  /** Changes since the files were written; nothing where there were none. */
  readonly changes: ReadonlyArray<Change>
}

const isAllowed = ({ what, where }: Loss, allow: NonNullable<Facts["allow"]>[number]): boolean =>
  what === allow.what && where.startsWith(allow.where ?? "")

/** Refuses permissions that nothing needs any more. */
const checkAllowed = (allow: NonNullable<Facts["allow"]>, losses: ReadonlyArray<Loss>): void => {
  for (const [index, one] of allow.entries())
    if (!losses.some((loss) => isAllowed(loss, one)))
      throw new Malformed({
        where: `errors.json ${below("/allow", index)}`,
        why: `nothing is left out because of “${one.what}”${one.where === undefined ? "" : ` at ${one.where}`}: take it out`
      })
}

const surfaceOf = ({ description, places }: Own, facts: Facts): Surface => ({
  always: facts.failures.filter(({ of }) => of === "always").map(({ tag }) => `${facts.vendor.name}.${tag}`),
  operations: Object.fromEntries(
    description.operations
      .map((operation) => [places[operation.name] ?? operation.name, seenOf(operation)] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
  ),
  schemas: description.schemas
})

const lossOf = (place: string, why: string): Loss => ({
  level: "lost",
  what: `operation left out: ${why}`,
  where: place
})

/** What is not carried: what nobody allows, what the facts allow, and what the document does not say. */
const sorted = (read: Read, { description }: Own, allow: NonNullable<Facts["allow"]>) => {
  const losses = [
    ...read.leftOut.map(({ place, why }) => lossOf(place, why)),
    ...description.leftOut.map(({ where, why }) => lossOf(where, why)),
    ...read.losses.all()
  ]
  const lost = losses.filter(({ level }) => level === "lost")
  checkAllowed(allow, lost)
  const may = (loss: Loss) => allow.some((one) => isAllowed(loss, one))
  return {
    lost: lost.filter((loss) => !may(loss)),
    allowed: lost.filter(may),
    noted: losses.filter(({ level }) => level === "noted")
  }
}

/** Makes the files of a vendor. `before`: what was kept of the run that wrote those that are there. */
export const generate = async (spec: Named, errors: Named, before: Lock | undefined): Promise<Generated> => {
  const facts = factsOf(await parse(errors.text, errors.name), errors.name)
  const given = patched(await parse(spec.text, spec.name), facts.patches ?? [])
  const settings = Object.entries(facts.settings ?? {}).map(([name, { parameter }]) => [parameter, name])
  const read = readDocument(documentOf(given, spec.name), Object.fromEntries(settings))
  const own = describeOwn(read, facts, before?.names ?? {})
  const surface = surfaceOf(own, facts)
  const files = await filesOf(facts, own.description, read.queryLists)
  return {
    vendor: facts.vendor.name,
    operations: own.description.operations.length,
    files,
    lock: lockOf(before, surface, files),
    ...sorted(read, own, facts.allow ?? []),
    changes: before === undefined ? [] : changesOf(before.surface, surface)
  }
}

/** Makes a starter for the facts of a document. */
export const starter = async (spec: Named): Promise<Starter> => {
  const document = documentOf(await parse(spec.text, spec.name), spec.name)
  return starterOf(document, readDocument(document, {}))
}
