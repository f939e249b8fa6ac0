import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { faultline } from "./running.ts"

const document = (path = "/things", more: object = {}) => ({
  openapi: "3.0.3",
  info: { title: "Shop API", version: "1" },
  servers: [{ url: "https://shop.example" }],
  paths: {
    [path]: {
      get: {
        operationId: "listThings",
        responses: {
          200: { content: { "application/json": { schema: { type: "array", items: { type: "string" } } } } }
        }
      }
    },
    ...more
  }
})

const upload = {
  "/upload": {
    post: { requestBody: { required: true, content: { "multipart/form-data": {} } }, responses: { 204: {} } }
  }
}

/** A folder of its own, with a document and a starter; `run` runs the command there. */
const inFolder = <A>(
  use: (
    run: (...more: ReadonlyArray<string>) => ReturnType<typeof faultline>,
    file: (name: string) => string
  ) => Effect.Effect<A>,
  spec: object = document()
) =>
  Effect.acquireUseRelease(
    Effect.sync(() => mkdtempSync(join(tmpdir(), "generate-"))),
    (folder) =>
      Effect.gen(function* () {
        const file = (name: string) => join(folder, name)
        writeFileSync(file("openapi.json"), JSON.stringify(spec))
        const args = ["--spec", file("openapi.json"), "--errors", file("errors.json")]
        const started = yield* faultline(["generate", ...args, "--init"])
        assert.deepStrictEqual([started.code, started.err], [0, ""])
        return yield* use((...more) => faultline(["generate", ...args, "--out", file("shop"), ...more]), file)
      }),
    (folder) => Effect.sync(() => rmSync(folder, { recursive: true }))
  )

describe("faultline generate", () => {
  it.effect("starts with facts that are guesses, writes the code, and has nothing to do a second time", () =>
    inFolder((run, file) =>
      Effect.gen(function* () {
        assert.strictEqual(JSON.parse(readFileSync(file("errors.json"), "utf8")).vendor.name, "Shop")
        const { code, out } = yield* run()
        assert.strictEqual(code, 0)
        assert.match(out, /^Shop: 1 operations in 7 files; 7 written, 0 removed\.$/m)
        assert.include(readFileSync(file("shop/operations/things.ts"), "utf8"), `operation("listThings"`)
        assert.match((yield* run()).out, /0 written, 0 removed/)
        assert.deepStrictEqual((yield* run("--check")).code, 0)
      })
    )
  )

  it.effect("does not overwrite facts that are there", () =>
    inFolder((_, file) =>
      Effect.gen(function* () {
        const args = ["--spec", file("openapi.json"), "--errors", file("errors.json"), "--init"]
        const { code, err } = yield* faultline(["generate", ...args])
        assert.strictEqual(code, 2)
        assert.include(err, "errors.json is there already, and is not overwritten")
      })
    )
  )

  it.effect("says in CI what would change, breaking or not, and writes nothing", () =>
    inFolder((run, file) =>
      Effect.gen(function* () {
        yield* run()
        const before = readFileSync(file("shop/index.ts"), "utf8")
        writeFileSync(file("openapi.json"), JSON.stringify(document("/articles")))
        const { code, out } = yield* run("--check")
        assert.strictEqual(code, 1)
        assert.include(out, "breaking  GET /things: the operation listThings is gone")
        assert.include(out, "not breaking  GET /articles: the operation is new")
        assert.include(out, "operations/things.ts (to be removed)")
        assert.strictEqual(readFileSync(file("shop/index.ts"), "utf8"), before)
        const json = JSON.parse((yield* run("--check", "--json")).out)
        assert.deepStrictEqual(
          [json.breaking, json.changes.length, json.removed],
          [true, 2, ["operations/things.ts"]]
        )
        assert.strictEqual((yield* run()).code, 0)
        assert.isFalse(existsSync(file("shop/operations/things.ts")))
      })
    )
  )

  it.effect("keeps what somebody changed by hand, and files that it did not write", () =>
    inFolder((run, file) =>
      Effect.gen(function* () {
        yield* run()
        writeFileSync(file("shop/layer.ts"), "// mine\n")
        writeFileSync(file("openapi.json"), JSON.stringify(document("/articles")))
        writeFileSync(file("shop/operations/articles.ts"), "// also mine\n")
        const { code, err } = yield* run()
        assert.strictEqual(code, 1)
        assert.match(err, /Somebody changed files that were generated[^]*\n {2}layer\.ts\n/)
        assert.match(err, /were not written by this command[^]*\n {2}operations\/articles\.ts$/)
        assert.strictEqual(readFileSync(file("shop/layer.ts"), "utf8"), "// mine\n")
        assert.isTrue(existsSync(file("shop/operations/things.ts")))
      })
    )
  )

  it.effect("takes line ends of another system for no change", () =>
    inFolder((run, file) =>
      Effect.gen(function* () {
        yield* run()
        const text = readFileSync(file("shop/layer.ts"), "utf8")
        writeFileSync(file("shop/layer.ts"), text.replaceAll("\n", "\r\n"))
        assert.strictEqual((yield* run("--check")).code, 0)
      })
    )
  )

  it.effect("fails where something is not carried, unless that is allowed", () =>
    inFolder(
      (run) =>
        Effect.gen(function* () {
          const { code, out } = yield* run()
          assert.strictEqual(code, 1)
          assert.match(
            out,
            /^ {2}1 × operation left out: a body of multipart\/form-data\n {6}POST \/upload$/m
          )
          assert.strictEqual((yield* run("--allow")).code, 0)
        }),
      document("/things", upload)
    )
  )

  it.effect("says what is wrong with the document by its place, and with the command by its flags", () =>
    inFolder((run, file) =>
      Effect.gen(function* () {
        writeFileSync(file("openapi.json"), JSON.stringify({ ...document(), paths: { "/a": { get: [] } } }))
        const { code, err } = yield* run()
        assert.strictEqual(code, 2)
        assert.match(err, /^\/paths\/~1a\/get: an object is expected here, not a list/)
        const wrong = yield* faultline([
          "generate",
          "--spec",
          "https://a.example/b",
          "--errors",
          file("errors.json"),
          "--out",
          "x"
        ])
        assert.include(wrong.err, "Download the document first")
        const both = yield* faultline(["generate", "--spec", "a", "--errors", "b", "--init", "--check"])
        assert.include(both.err, "--init writes the file that --errors names, and nothing else")
        const unstarted = yield* faultline([
          "generate",
          "--spec",
          "a",
          "--errors",
          file("b.json"),
          "--out",
          "x"
        ])
        assert.include(unstarted.err, "b.json is not there. Write a starter first")
        const none = yield* faultline(["generate", "--spec", "a", "--errors", "b"])
        assert.include(none.err, "--out src/acme")
        writeFileSync(file("openapi.json"), JSON.stringify(document()))
        yield* run()
        writeFileSync(file("shop/faultline-lock.json"), "{}")
        assert.match((yield* run()).err, /faultline-lock\.json is not what faultline has written/)
      })
    )
  )
})
