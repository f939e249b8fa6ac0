/** The simulator and the tests of a user's own vendor, as code: the first run proves something. */
import type { Described, Description, Node } from "../description.ts"
import type { Facts } from "../facts/schema.ts"
import { credentialsOf, head, objectOf, quoted } from "./code.ts"
import { ordered } from "./failures.ts"
import { specifier } from "./target.ts"
import { optionsOf } from "./vendor.ts"

/** A value that a schema takes, as code; nothing where that takes more than a glance. */
const inputFor = (node: Node, resolve: (node: Node) => Node): string | undefined => {
  const plain = resolve(node)
  switch (plain.kind) {
    case "string":
      if (plain.pattern !== undefined || plain.format === "email" || plain.format === "uuid") return undefined
      return quoted("x".repeat(Math.max(plain.least ?? 1, Math.min(1, plain.most ?? 1))))
    case "int":
    case "number":
      return plain.above === undefined
        ? String(Math.max(plain.least ?? 1, Math.min(1, plain.most ?? 1)))
        : undefined
    case "enum":
      return quoted(plain.values[0] ?? "")
    case "values":
      return String(plain.values[0])
    case "boolean":
      return "true"
    case "day":
      return quoted("2026-01-31")
    case "moment":
      return quoted("2026-01-31T12:00:00Z")
    default:
      return undefined
  }
}

/** An operation and an input that it takes: a read before a write, the one that needs least. */
const calledOf = ({ operations, schemas }: Description) => {
  const resolve = (node: Node): Node =>
    node.kind === "ref" ? resolve(schemas[node.name] ?? { kind: "any" }) : node
  const needed = ({ input }: Described) =>
    input.filter(({ place, required }) => required === true || place === "path")
  const weight = (one: Described) => needed(one).length + (one.method === "GET" ? 0 : 100)
  for (const operation of operations.toSorted((one, other) => weight(one) - weight(other))) {
    const samples = needed(operation).map(({ name, schema }) => [name, inputFor(schema, resolve)] as const)
    if (samples.every(([, code]) => code !== undefined))
      return { operation, input: objectOf(Object.fromEntries(samples)) }
  }
  return undefined
}

const secretOf = (option: string): string => `simulated-${option}`

const extensionOf = ({ code }: Facts): string => code?.imports ?? ".js"

/** The file of the simulator. */
export const simulatorCode = (facts: Facts): string => {
  const { name } = facts.vendor
  const env = optionsOf(facts).map((one) => [
    one.variable,
    one.kind === "secret"
      ? quoted(secretOf(one.name))
      : one.kind === "setting"
        ? quoted(`simulated-${one.name}`)
        : `bases[${quoted(one.host)}] ?? ""`
  ])
  return [
    [
      head(`${name} on this machine, for tests and trials.`),
      `import { Simulator } from "faultline/testing"`,
      `import * as ${name} from "${specifier("simulator.ts", "index", extensionOf(facts))}"`
    ].join("\n"),
    `/** Answers what the outputs of the operations make up; \`samples\` gives better bodies, by tag. */\nexport const simulator: Simulator.Simulated = ${objectOf(
      {
        vendor: `${name}.vendor`,
        operations: `Simulator.operationsIn(${name})`,
        credentials: objectOf(
          Object.fromEntries(credentialsOf(facts).map(([option]) => [option, quoted(secretOf(option))]))
        ),
        env: `(bases) => (${objectOf(Object.fromEntries(env))})`
      }
    )}`
  ].join("\n\n")
}

const layer = (facts: Facts): string => {
  const given = optionsOf(facts).flatMap((one) => {
    if (one.kind === "secret") return [[one.name, `Redacted.make(${quoted(secretOf(one.name))})`]]
    if (one.kind === "setting") return [[one.name, quoted(`simulated-${one.name}`)]]
    return one.needed ? [[one.name, quoted(`https://${one.host}.example`)]] : []
  })
  return `${facts.vendor.name}.layerNoTransport(${objectOf(Object.fromEntries(given))})`
}

/** Tests that call an operation: one that succeeds, and one that is refused. */
const calls = (facts: Facts, description: Description): ReadonlyArray<string> => {
  const called = calledOf(description)
  if (called === undefined) return []
  const { input, operation } = called
  const { name } = facts.vendor
  const call = `${name}.${operation.name}(${input})`
  const refusal = ordered(facts.failures).find(({ of, retry }) => of === "always" && retry === "never")
  const refused = `[{ on: ${name}.${operation.name}.tag, call: 1, fault: "failure", tag: ${quoted(`${name}.${refusal?.tag}`)} }]`
  return [
    `it(${quoted(`${name} answers ${operation.name}`)}, async () => { await Effect.runPromise(Effect.provide(${call}, connected([]))) })`,
    ...(refusal === undefined
      ? []
      : [
          `it(${quoted(`${name}.${refusal.tag} is known when it comes`)}, async () => assert.strictEqual((await Effect.runPromise(Effect.flip(Effect.provide(${call}, connected(${refused})))))._tag, ${quoted(`${name}.${refusal.tag}`)}))`
        ])
  ]
}

/** The file of the tests. */
export const testCode = (facts: Facts, description: Description): string => {
  const { name } = facts.vendor
  const runner = facts.code?.tests === "node" ? "node:test" : "vitest"
  const extension = extensionOf(facts)
  const tests = calls(facts, description)
  const imports = [
    head(`What the generated code of ${name} keeps.`),
    ...(runner === "vitest"
      ? []
      : [`import assert from "node:assert/strict"`, `import { it } from "node:test"`]),
    `import * as Effect from "effect/Effect"`,
    ...(tests.length === 0 ? [] : [`import * as Layer from "effect/Layer"`]),
    ...(tests.length === 0 || facts.auth.type === "none"
      ? []
      : [`import * as Redacted from "effect/Redacted"`]),
    `import * as Testing from "faultline/testing"`,
    ...(runner === "vitest" ? [`import { assert, it } from "vitest"`] : []),
    `import * as ${name} from "${specifier("x.ts", "index", extension)}"`,
    ...(tests.length === 0
      ? []
      : [`import { simulator } from "${specifier("x.ts", "simulator", extension)}"`])
  ]
  return [imports.join("\n"), ...bodyOf(facts, tests)].join("\n\n")
}

const bodyOf = (facts: Facts, tests: ReadonlyArray<string>): ReadonlyArray<string> => {
  const { name } = facts.vendor
  const all = [
    `it(${quoted(`${name} keeps the laws of a vendor`)}, async () => assert.deepStrictEqual(await Effect.runPromise(Testing.laws(${name}.vendor, Testing.operationsIn(${name}), { runs: 5 })), []))`,
    ...tests
  ]
  const connected = `const connected = (script: Testing.Simulator.Script) => ${layer(facts)}.pipe(Layer.provideMerge(Testing.Simulator.layer(simulator, { script })))`
  return [...(tests.length === 0 ? [] : [connected]), ...all]
}
