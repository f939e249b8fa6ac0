/** Mutations of `faultline generate`: what a document says and the code must, names that stay, and files that are not lost. */
import type { Mutation } from "./mutation.ts"

const documents = ["test/generate/documents.test.ts"]
const names = ["test/generate/names.test.ts"]
const schemas = ["test/generate/schemas.test.ts"]
const changes = ["test/generate/changes.test.ts"]
const command = ["test/cli/generate.test.ts"]
const harbor = ["test/generate/harbor.test.ts"]

export const generate: ReadonlyArray<Mutation> = [
  {
    name: "a reference into another document is taken for one into this",
    file: "src/generate/spec/references.ts",
    find: 'if (!text.startsWith("#"))',
    replace: 'if (text === "")',
    tests: documents
  },
  {
    name: "what is not carried is only worth knowing",
    file: "src/generate/spec/losses.ts",
    find: 'this.add({ level: "lost", what, where })',
    replace: 'this.add({ level: "noted", what, where })',
    tests: documents
  },
  {
    name: "a schema without a form becomes anything, and is sent",
    file: "src/generate/spec/schemas.ts",
    find: "if (bad !== undefined) throw bad",
    replace: "if (bad !== undefined) continue",
    tests: documents
  },
  {
    name: "an exclusive bound of a whole number lets the bound through",
    file: "src/generate/spec/bounds.ts",
    find: "Math.floor(above) + 1",
    replace: "Math.floor(above)",
    tests: schemas
  },
  {
    name: "the value that an implied discriminator has is not written",
    file: "src/generate/spec/discriminators.ts",
    find: 'own.length === 0 ? [partsOf(ref).at(-1) ?? ""] : own',
    replace: "own",
    tests: schemas
  },
  {
    name: "what an API only gives is asked for and sent",
    file: "src/generate/read/content.ts",
    find: '.filter(([, { only }]) => only !== "out")',
    replace: '.filter(([, { only }]) => only !== "in")',
    tests: harbor
  },
  {
    name: "a write of which nobody knows is idempotent",
    file: "src/generate/own/description.ts",
    find: "own.idempotent ?? (own.key !== undefined || isRead)",
    replace: "own.idempotent ?? true",
    tests: ["test/generate/facts.test.ts"]
  },
  {
    name: "a patch that changes nothing is kept for ever",
    file: "src/generate/spec/patch.ts",
    find: "if (JSON.stringify(after) === JSON.stringify(before))",
    replace: "if (after === before)",
    tests: ["test/generate/facts.test.ts"]
  },
  {
    name: "a name of before is given to another operation",
    file: "src/generate/own/names.ts",
    find: "wanted(place) ?? (Object.hasOwn(locked, place) ? locked[place] : undefined)",
    replace: "wanted(place)",
    tests: names
  },
  {
    name: "an operation is called by a word of the language",
    file: "src/generate/own/names.ts",
    find: "!reserved.has(name) && [name",
    replace: "[name",
    tests: names
  },
  {
    name: "a new required field breaks nobody",
    file: "src/generate/changes.ts",
    find: "? breaking(place, `input ${name}: the field is new and required`)",
    replace: "? harmless(place, `input ${name}: the field is new and required`)",
    tests: changes
  },
  {
    name: "a field of an answer that is gone breaks nobody",
    file: "src/generate/narrower.ts",
    find: '? [[`${where}.${name}`, "the field is gone"] as const]',
    replace: "? []",
    tests: changes
  },
  {
    name: "what somebody changed by hand is overwritten",
    file: "src/cli/generate/folder.ts",
    find: "if (Option.isNone(text) || hashOf(text.value) === hash) written.push(file)",
    replace: "if (Option.isNone(text) || hash !== undefined) written.push(file)",
    tests: command
  },
  {
    name: "a file that was not written here is overwritten",
    file: "src/cli/generate/folder.ts",
    find: "if (Option.isNone(text) || hashOf(text.value) === hash) written.push(file)",
    replace:
      "if (Option.isNone(text) || hash === undefined || hashOf(text.value) === hash) written.push(file)",
    tests: command
  },
  {
    name: "a check writes",
    file: "src/cli/generate/run.ts",
    find: "if (!given.check && inTheWay.length === 0)",
    replace: "if (inTheWay.length === 0)",
    tests: command
  },
  {
    name: "what is not carried does not fail the command",
    file: "src/cli/generate/run.ts",
    find: "const isLost = lost.length > 0 && !allow",
    replace: "const isLost = lost.length > 0 && allow",
    tests: command
  }
]
