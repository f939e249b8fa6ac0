/** What is kept beside the written files: names by method and path, which files were written, and the surface that they have. */
import { createHash } from "node:crypto"
import * as Schema from "effect/Schema"
import type { Described, Description } from "./description.ts"
import type { File } from "./emit/target.ts"

/** The name of its file. */
export const lockName = "faultline-lock.json"

/** An operation, as far as its callers see it. */
export type Seen = Pick<
  Described,
  "name" | "input" | "output" | "from" | "fails" | "idempotent" | "answer" | "paging"
>

/** What callers see. */
export interface Surface {
  readonly always: ReadonlyArray<string>
  /** Operations by method and path, as the document has them. */
  readonly operations: Readonly<Record<string, Seen>>
  readonly schemas: Description["schemas"]
}

/** What is kept. */
export interface Lock {
  readonly version: 1
  /** Names of operations by method and path: once given, they stay. */
  readonly names: Readonly<Record<string, string>>
  /** SHA-256 of each written file. */
  readonly files: Readonly<Record<string, string>>
  readonly surface: Surface
}

/** The hash of a text. Line ends do not count: version control may change them. */
export const hashOf = (text: string): string =>
  createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex")

/** What callers see of an operation. */
export const seenOf = ({
  answer,
  fails,
  from,
  idempotent,
  input,
  name,
  output,
  paging
}: Described): Seen => ({
  name,
  input,
  fails,
  idempotent,
  ...(output === undefined ? {} : { output }),
  ...(from === undefined ? {} : { from }),
  ...(answer === undefined ? {} : { answer }),
  ...(paging === undefined ? {} : { paging })
})

/** The lock of what was generated. Names of operations that are gone stay, in case they come back. */
export const lockOf = (before: Lock | undefined, surface: Surface, files: ReadonlyArray<File>): Lock => ({
  version: 1,
  names: sorted({
    ...before?.names,
    ...Object.fromEntries(Object.entries(surface.operations).map(([place, { name }]) => [place, name]))
  }),
  files: sorted(Object.fromEntries(files.map(({ path, text }) => [path, hashOf(text)]))),
  surface
})

const sorted = <A>(record: Readonly<Record<string, A>>): Readonly<Record<string, A>> =>
  Object.fromEntries(Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1)))

const lines = (record: Readonly<Record<string, unknown>>, indent: string): string =>
  Object.entries(record)
    .map(([name, value]) => `${indent}${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(",\n")

/** The text of a lock: one line an operation, so that a review sees what changed. */
export const lockText = ({ files, names, surface }: Lock): string =>
  [
    `{`,
    `  "version": 1,`,
    `  "names": {\n${lines(names, "    ")}\n  },`,
    `  "files": {\n${lines(files, "    ")}\n  },`,
    `  "surface": {`,
    `    "always": ${JSON.stringify(surface.always)},`,
    `    "operations": {\n${lines(surface.operations, "      ")}\n    },`,
    `    "schemas": {\n${lines(surface.schemas, "      ")}\n    }`,
    `  }`,
    `}`,
    ``
  ].join("\n")

const Shape = Schema.Struct({
  version: Schema.Literal(1),
  names: Schema.Record(Schema.String, Schema.String),
  files: Schema.Record(Schema.String, Schema.String),
  surface: Schema.Struct({
    always: Schema.Array(Schema.String),
    operations: Schema.Record(Schema.String, Schema.Unknown),
    schemas: Schema.Record(Schema.String, Schema.Unknown)
  })
})

/** What to do about a lock that cannot be read. */
export const unreadableLock = `${lockName} is not what faultline has written. Take the version that was committed; without any, delete the written folder and generate it anew (names may change then).`

/** Reads a lock; throws where it is none. */
export const readLock = (text: string): Lock =>
  // as: what a lock holds is what was written into it
  Schema.decodeUnknownSync(Shape)(JSON.parse(text)) as Lock
