/** Mutations of what whole surfaces are derived with: the emitter, the lock of names, the patches, the comments, the judges' own rules. */
import type { Mutation } from "./mutation.ts"

const emitted = ["test/surface/emitter.test.ts"]
const operation = "src/generate/emit/operation.ts"
const pieces = "src/generate/emit/pieces.ts"
const schema = "src/generate/emit/schema.ts"
const settles = "src/generate/emit/settles.ts"

const facts: ReadonlyArray<Mutation> = [
  {
    name: "a derived write forgets its query",
    file: operation,
    find: `query.length > 0 ? \`query:`,
    replace: `query.length > 9 ? \`query:`,
    tests: emitted
  },
  {
    name: "a derived operation has another method",
    file: operation,
    find: "`method: ${JSON.stringify(operation.method)}`",
    replace: '`method: ${JSON.stringify(operation.method === "PUT" ? "POST" : operation.method)}`',
    tests: emitted
  },
  {
    name: "a derived list in a body becomes a field of it",
    file: operation,
    find: "if (whole !== undefined) return `body: ${JSON.stringify(whole.name)}`",
    replace: 'if (whole !== undefined) return ""',
    tests: emitted
  },
  {
    name: "a derived write without a body sends one",
    file: operation,
    find: 'return method === "DELETE" ? "" : `body: "none"`',
    replace: 'return ""',
    tests: emitted
  },
  {
    name: "a derived DELETE leaves out the body that the vendor requires",
    file: operation,
    find: 'return isEmpty ? `body: "required"` : ""',
    replace: 'return ""',
    tests: emitted
  },
  {
    name: "a derived upload is sent as JSON",
    file: operation,
    find: 'content !== undefined && content !== "json" ? `content:',
    replace: 'content === "form" ? `content:',
    tests: emitted
  },
  {
    name: "a derived success by another status is none",
    file: operation,
    find: 'operation.status < 300 ? ""',
    replace: 'operation.status < 999 ? ""',
    tests: emitted
  },
  {
    name: "a derived operation for everybody sends credentials",
    file: operation,
    find: 'anonymous === true ? "anonymous: true" : ""',
    replace: '""',
    tests: emitted
  },
  {
    name: "every derived operation is idempotent",
    file: operation,
    find: `["idempotent"] ?? operation.idempotent`,
    replace: `["idempotent"] ?? true`,
    tests: emitted
  },
  {
    name: "a derived operation loses the failures of its own",
    file: operation,
    find: 'fails.length === 0 ? ""',
    replace: 'fails.length < 9 ? ""',
    tests: emitted
  },
  {
    name: "a derived operation forgets which fields are secrets",
    file: operation,
    find: 'secrets === undefined ? ""',
    replace: `secrets !== null ? ""`,
    tests: emitted
  },
  {
    name: "a derived operation goes to the usual host",
    file: operation,
    find: 'host === writing.kit.host ? ""',
    replace: 'host !== "" ? ""',
    tests: emitted
  },
  {
    name: "a derived update is never settled by its version",
    file: settles,
    find: "byVersion(operation, all, schemas, kit) ?? byCode(operation, all, schemas, kit)",
    replace: "byCode(operation, all, schemas, kit)",
    tests: emitted
  },
  {
    name: "a derived create is never settled by its code",
    file: settles,
    find: "byVersion(operation, all, schemas, kit) ?? byCode(operation, all, schemas, kit)",
    replace: "byVersion(operation, all, schemas, kit)",
    tests: emitted
  }
]

const shapes: ReadonlyArray<Mutation> = [
  {
    name: "a derived field that is required may be left out",
    file: "src/generate/emit/fields.ts",
    find: "required === true ? code : `optional(${code})`",
    replace: "`optional(${code})`",
    tests: emitted
  },
  {
    name: "a derived length is off by one",
    file: pieces,
    find: "[least ?? lowest, most ?? []]",
    replace: "[least ?? lowest, most === undefined ? [] : most + 1]",
    tests: emitted
  },
  {
    name: "a derived least length is off by one",
    file: pieces,
    find: "[least ?? lowest, most ?? []]",
    replace: "[least === undefined ? lowest : least - 1, most ?? []]",
    tests: emitted
  },
  {
    name: "a derived list of words lacks the last",
    file: pieces,
    find: ": `Schema.Literals([${texts(node.values)}])`",
    replace: ": `Schema.Literals([${texts(node.values.slice(0, -1))}])`",
    tests: emitted
  },
  {
    name: "a derived pattern is anchored",
    file: pieces,
    find: "`/${new RegExp(source, flagsOf(source)).source}/${flagsOf(source)}`",
    replace: "`/^(?:${new RegExp(source, flagsOf(source)).source})$/${flagsOf(source)}`",
    tests: emitted
  },
  {
    name: "a derived pattern is not looked at",
    file: pieces,
    find: "if (node.pattern === undefined) return base",
    replace: 'if (node.pattern !== "") return base',
    tests: emitted
  },
  {
    name: "a derived number above a bound may be the bound",
    file: pieces,
    find: "above === undefined ? base : `above(",
    replace: "above !== null ? base : `above(",
    tests: emitted
  },
  {
    name: "a derived field that may be null may not",
    file: schema,
    find: "return this.isNullable(node) ?",
    replace: 'return node.kind === "any" ?',
    tests: emitted
  },
  {
    name: "what a derived field refers to may not be null",
    file: schema,
    find: "node.nullable === true || (target",
    replace: 'node.nullable === true || (node.kind !== "ref" && target',
    tests: emitted
  },
  {
    name: "a derived map takes any number of names",
    file: pieces,
    find: ": `atMost(${most}, ${write()})`",
    replace: ": `Schema.Record(Schema.String, ${write()})`",
    tests: emitted
  },
  {
    name: "an answer must have the words that are known",
    file: "src/generate/emit/lenient.ts",
    find: "return `words(${texts(node.values)})`",
    replace: "return `Schema.Literals([${texts(node.values.slice(1))}])`",
    tests: emitted
  }
]

const names = ["test/surface/names.test.ts"]

const kept: ReadonlyArray<Mutation> = [
  {
    name: "a derived operation is renamed when the rule for names changes",
    file: "scripts/surface/names.ts",
    find: ".map((one) => ({ ...one, name: find(keyOf(one)) ?? one.name }))",
    replace: ".map((one) => ({ ...one }))",
    tests: names
  },
  {
    name: "a name depends on how a parameter of the path is spelled",
    file: "scripts/surface/names.ts",
    find: "return (key) => names.get(samePlace(key))",
    replace: "return (key) => locked[key]",
    tests: names
  },
  {
    name: "two operations of one path have one name",
    file: "scripts/surface/names.ts",
    find: "isShared(one) ? `${placeOf(one)} ${one.title}` : placeOf(one)",
    replace: "isShared(one) ? placeOf(one) : placeOf(one)",
    tests: names
  },
  {
    name: "an operation by hand takes the place of one of its name",
    file: "scripts/surface/names.ts",
    find: "tags.some((tag) => tag.endsWith(`.${one.name}`)) : tags.length > 0",
    replace: "false : [...written.values()].flat().some((tag) => tag.endsWith(`.${one.name}`))",
    tests: names
  },
  {
    name: "a hand edit of a derived file is not found",
    file: "scripts/surface/drift.ts",
    find: "kept.get(path) !== text",
    replace: "!kept.has(path)",
    tests: names
  },
  {
    name: "a derived file that is left over is not found",
    file: "scripts/surface/drift.ts",
    find: "filter((path) => !paths.has(path))",
    replace: 'filter((path) => path === "")',
    tests: names
  },
  {
    name: "a patch that changes nothing is taken",
    file: "scripts/surface/patches.ts",
    find: "if (places(before) === places(after))",
    replace: 'if (places(before) === "")',
    tests: names
  },
  {
    name: "a DELETE that must have a body sends none without fields",
    file: "src/contract/Outgoing.ts",
    find: 'spec.method === "DELETE" && spec.body !== "required"',
    replace: 'spec.method === "DELETE"',
    tests: ["test/pipeline/form.test.ts"]
  },
  {
    name: "a document is given to Prism with an expression that it drops",
    file: "scripts/surface/prism/document.ts",
    find: 'if (typeof pattern === "string" && !compiles(pattern))',
    replace: 'if (pattern === "")',
    tests: ["test/surface/prism.test.ts"]
  }
]

/** Judges that are awake find these in a vendor's own surface, which is what users call. */
const judged: ReadonlyArray<Mutation> = [
  {
    name: "a secret of an answer is shown",
    file: "src/vendors/ixon/surface/users.ts",
    find: 'secrets: ["token"]',
    replace: "secrets: []",
    tests: ["test/surface/ixon.test.ts"]
  }
]

export const surface: ReadonlyArray<Mutation> = [...facts, ...shapes, ...kept, ...judged]
