/** Generates vendors of documents that stand in files, into folders where they can be compiled and run. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { execFile } from "node:child_process"
import { promisify } from "node:util"
import type { Facts } from "../../src/generate/facts/schema.ts"
import { type Generated, generate, starter } from "../../src/generate/generate.ts"
import type { Lock } from "../../src/generate/lock.ts"

const run = promisify(execFile)

/** Below the project, so that `faultline` is found there. */
const folder = ".scratch/generated"

export const named = (name: string) => ({ name, text: readFileSync(name, "utf8") })

const documents = "test/generate/documents"

/** The made-up harbor, which has every shape. */
export const harbor = {
  spec: named(`${documents}/harbor.yaml`),
  errors: named(`${documents}/harbor.errors.json`)
}

/** Facts as small as they can be. */
export const fewFacts: Facts = {
  vendor: { name: "Shop", docs: "https://shop.example/docs" },
  hosts: { main: "https://shop.example" },
  auth: { type: "bearer", variable: "SHOP_TOKEN" },
  failures: [],
  operations: {}
}

/** Generates from a document and facts that stand in the test. */
export const generated = (document: unknown, facts: Partial<Facts> = {}, before?: Lock): Promise<Generated> =>
  generate(
    { name: "openapi.json", text: JSON.stringify(document) },
    { name: "errors.json", text: JSON.stringify({ ...fewFacts, ...facts }) },
    before
  )

/** A document of these paths. */
export const documentOf = (
  paths: Readonly<Record<string, unknown>>,
  schemas: Readonly<Record<string, unknown>> = {}
) => ({ openapi: "3.1.0", info: { title: "Shop", version: "1" }, paths, components: { schemas } })

/** A document with one POST whose body, and whose answer, has this schema. */
export const bodyOf = (schema: unknown, schemas: Readonly<Record<string, unknown>> = {}) => {
  const content = { "application/json": { schema } }
  const operation = {
    operationId: "send",
    requestBody: { required: true, content },
    responses: { 200: { content } }
  }
  return documentOf({ "/things": { post: operation } }, schemas)
}

/** The text of a generated file. */
export const fileOf = ({ files }: Generated, path: string): string =>
  files.find((file) => file.path === path)?.text ?? `there is no ${path}`

/** Writes what was generated, and gives the folder. */
export const written = ({ files }: Generated, name: string): string => {
  const out = join(folder, name)
  rmSync(out, { recursive: true, force: true })
  for (const { path, text } of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true })
    writeFileSync(join(out, path), text)
  }
  return out
}

/** A starter completed as far as a machine can. */
export const startedOf = async (spec: ReturnType<typeof named>, change: Partial<Facts> = {}) => {
  const { facts } = await starter(spec)
  return { name: "errors.json", text: JSON.stringify({ ...facts, ...change }) }
}

const strict = {
  extends: "../../tsconfig.json",
  compilerOptions: {
    allowImportingTsExtensions: true,
    noPropertyAccessFromIndexSignature: true,
    noImplicitReturns: true,
    plugins: []
  },
  include: ["."]
}

/** What the compiler says to everything in these folders; nothing where it has nothing to say. */
export const compiled = async (...outs: ReadonlyArray<string>): Promise<string> => {
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ ...strict, include: outs.map((out) => `../../${out}`) })
  )
  const found = await run("tsc", ["-p", folder, "--noEmit"]).catch(
    (error: { readonly stdout: string }) => error
  )
  return found.stdout
}

/** Runs a generated test file in a process of its own; gives what it says. */
export const tested = async (out: string, file: string) => {
  const args = ["--conditions=@faultline/source", "--test", "--test-reporter=tap", join(out, file)]
  const env = { PATH: process.env["PATH"] ?? "", NO_COLOR: "1" }
  const found = await run(process.execPath, args, { env }).catch(
    (error: { readonly stdout: string }) => error
  )
  return found.stdout
}
