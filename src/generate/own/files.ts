/** Every file of a user's own vendor. */
import type { Description } from "../description.ts"
import { surfaceOf } from "../emit/surface.ts"
import type { File } from "../emit/target.ts"
import type { Facts } from "../facts/schema.ts"
import { head } from "./code.ts"
import { failuresCode } from "./failures.ts"
import { layerCode } from "./layer.ts"
import { layout } from "./layout.ts"
import { kitOf } from "./kit.ts"
import { specifier, takenBy, targetOf } from "./target.ts"
import { simulatorCode, testCode } from "./tests.ts"
import { vendorCode } from "./vendor.ts"

const indexCode = (facts: Facts, made: ReadonlyArray<File>): string => {
  const { name } = facts.vendor
  const from = (source: string) => `"${specifier("index.ts", source, facts.code?.imports ?? ".js")}"`
  const all = made.map(({ path }) => path.replace(/\.ts$/, "")).toSorted()
  return [
    head(`${name}: its failures, its operations, its schemas and its layers.`),
    `export * from ${from("failures")}`,
    `export { layer, layerConfig, layerNoTransport, type Options } from ${from("layer")}`,
    ...all.map((source) => `export * from ${from(source)}`),
    `export { ${name}Api, operation, vendor } from ${from("vendor")}`
  ].join("\n")
}

/** The files, by their paths in the folder of the vendor. */
export const filesOf = async (
  facts: Facts,
  description: Description,
  queryLists: string
): Promise<ReadonlyArray<File>> => {
  const usual = facts.failures
    .filter(({ of }) => of === "always")
    .map(({ tag }) => `${facts.vendor.name}.${tag}`)
  const { files } = await surfaceOf({
    description,
    operations: description.operations,
    byHand: { operations: new Map(), exports: takenBy(facts), usual: new Set(usual) },
    kit: kitOf(facts),
    target: targetOf(facts),
    fileOf: ({ resource }) => resource
  })
  const file = (path: string, code: string): File => ({ path, text: layout(code) })
  return [
    file("failures.ts", failuresCode(facts)),
    file("vendor.ts", vendorCode(facts, queryLists)),
    file("layer.ts", layerCode(facts)),
    ...files,
    file("index.ts", indexCode(facts, files)),
    file("simulator.ts", simulatorCode(facts)),
    ...(facts.code?.tests === "none"
      ? []
      : [file(`${facts.vendor.name.toLowerCase()}.test.ts`, testCode(facts, description))])
  ]
}
