/**
 * What Faultline's types cost: a made-up vendor with 16 failures and as many operations as asked for is written to a scratch
 * folder, with a program that calls each of them, and the compiler counts.
 */
import { execFile } from "node:child_process"
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"

const each = <A>(count: number, make: (index: number) => A): ReadonlyArray<A> =>
  Array.from({ length: count }, (_, index) => make(index))

const failures = `import * as Schema from "effect/Schema"
import { body, failuresOf, header } from "../../src/contract/Failure.ts"
import { contains } from "../../src/contract/Signature.ts"
import { RetryAfter } from "../../src/contract/Wire.ts"

export const dialect = {
  vendor: "Made",
  messageAt: ["message"],
  frame: ({ vendorMessage }: { readonly vendorMessage: string }) => ({ message: vendorMessage })
} as const
const Failure = failuresOf(dialect)

${each(
  16,
  (n) => `/** Failure ${n} of the made-up vendor. */
export class Failure${n} extends Failure<Failure${n}>()("Made.Failure${n}", {
  signature: { status: ${400 + n}, body: { message: contains("failure ${n}") } },
  carries: { field: body("field", Schema.String), wait: Schema.optionalKey(header("retry-after", RetryAfter)) },
  category: "conflict",
  retry: { after: "wait", otherwise: "1 second" },
  means: "It failed.",
  remedy: "Mend it.",
  see: "made up"
}) {}
`
).join("\n")}`

const vendor = `import * as Context from "effect/Context"
import { operations, type Service } from "../../src/contract/Operation.ts"
import { define } from "../../src/contract/Vendor.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Failures from "./failures.ts"
const { Failure0, Failure1, Failure2, Failure3, Failure4 } = Failures

export const always = [Failure0, Failure1, Failure2, Failure3, Failure4] as const
/** What every operation may fail with. */
export type Always = InstanceType<(typeof always)[number]>
export class MadeApi extends Context.Service<MadeApi, Service>()("Made") {}
export const vendor = define({
  name: "Made",
  dialect: Failures.dialect,
  failures: [${each(16, (n) => `Failures.Failure${n}`).join(", ")}],
  always,
  hosts: { main: "https://made.example", other: "https://other.made.example" },
  quotas: { usual: { quotas: [] }, search: { quotas: [] } },
  settings: ["orgId"],
  advice: Policy.make()
})
export const operation = operations<Always>()(MadeApi, vendor, { quota: "usual", see: "made up" })
`

const operationsOf = (count: number) => `import * as Schema from "effect/Schema"
import { lazy } from "../../src/contract/lazy.ts"
import * as Failures from "./failures.ts"
import { operation } from "./vendor.ts"

${each(
  count,
  (n) => `export interface Thing${n} extends Schema.Schema.Type<ReturnType<typeof Fields${n}>> {}
const Fields${n} = lazy(() => Schema.Struct({
  id: Schema.String,
  name: Schema.optionalKey(Schema.String),
  count: Schema.Int,
  tags: Schema.Array(Schema.String),
  state: Schema.Union([Schema.Literals(["on", "off"]), Schema.String]),
  inner: Schema.optionalKey(Schema.Struct({ at: Schema.DateTimeUtcFromString, size: Schema.NullOr(Schema.Finite) }))
}))
export const Thing${n} = lazy(() => Schema.Opaque<Thing${n}>()(Fields${n}()))
const Input${n} = lazy(() => Schema.Struct({
  id: Schema.NonEmptyString,
  name: Schema.optionalKey(Schema.String.check(Schema.isMaxLength(140))),
  size: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 50 })),
  tags: Schema.optionalKey(Schema.Array(Schema.String))
}).pipe(Schema.encodeKeys({ name: "the_name" })))

/** Operation ${n} of the made-up vendor. */
export const act${n} = operation("act${n}", () => ({
  method: "POST",
  path: "/things/{id}/act${n}",
  input: Input${n}(),
  output: Thing${n}(),
  fails: [Failures.Failure${5 + (n % 11)}, Failures.Failure${5 + ((n + 3) % 11)}],
  idempotent: ${n % 2 === 0}
}))
`
).join("\n")}export {}
`

const program = (count: number) => `import * as Effect from "effect/Effect"
import { Made } from "./index.ts"

${each(
  count,
  (n) => `export const call${n} = Made.act${n}({ id: "a", size: 1 }).pipe(
  Effect.catchTag("Made.Failure${5 + (n % 11)}", ({ field }) => Effect.succeed(field))
)`
).join("\n")}
export {}
`

/** Writes the program with that many operations into a scratch folder below the project's, and gives the folder. */
export const write = (count: number): string => {
  const folder = join(".scratch", `cost-${count}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const files = {
    "failures.ts": failures,
    "vendor.ts": vendor,
    "operations.ts": operationsOf(count),
    "made.ts": `export * from "./failures.ts"\nexport * from "./operations.ts"\nexport { type Always, always, MadeApi } from "./vendor.ts"\n`,
    "index.ts": `export * as Made from "./made.ts"\n`,
    "program.ts": program(count),
    "tsconfig.json": JSON.stringify({
      extends: "../../tsconfig.json",
      compilerOptions: { noUnusedLocals: false },
      include: ["*.ts"],
      exclude: []
    })
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

/** Counts the type instantiations of the program in a folder. With one checker they are the same at every run. */
export const instantiations = async (folder: string): Promise<number> => {
  const { stdout } = await promisify(execFile)("tsc", [
    "-p",
    folder,
    "--extendedDiagnostics",
    "--checkers",
    "1"
  ])
  return Number(/^Instantiations:\s+(\d+)/m.exec(stdout)?.[1])
}
