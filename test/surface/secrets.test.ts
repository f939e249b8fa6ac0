/** Secrets in answers of the whole surfaces come as `Redacted`: whoever prints or stores an output shows none of them. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Inspectable, Redacted, type SchemaAST } from "effect"
import { isRecord } from "../../src/contract/Wire.ts"
import { type AnyOperation, operationsIn } from "../../src/contract/Operation.ts"
import { toJson } from "../../src/cli/json.ts"
import { fromJson } from "../../src/contract/Wire.ts"
import * as BrazeAll from "../../src/vendors/braze/all.ts"
import * as IxonAll from "../../src/vendors/ixon/all.ts"
import * as M3terAll from "../../src/vendors/m3ter/all.ts"
import * as Bills from "../../src/vendors/m3ter/surface/bills.ts"
import { ended, m3ter } from "../vendors/m3ter/m3ter.ts"

/** A name however it is spelled: `preference_center_url` is `preferenceCenterUrl`. */
const spelled = (name: string) => name.replaceAll("_", "").toLowerCase()

/** The fields of a schema that hold secrets, and those of such names that are plain texts. */
const fieldsIn = (ast: SchemaAST.AST, secrets: ReadonlySet<string>) => {
  const [hidden, plain] = [new Set<string>(), new Set<string>()]
  const seen = new Set<unknown>()
  const isText = (one: SchemaAST.AST) => one._tag === "String"
  const visit = (one: SchemaAST.AST): void => {
    if (seen.has(one)) return
    seen.add(one)
    if (one._tag === "Suspend") return visit(one.thunk())
    if (one._tag === "Arrays") return [...one.elements, ...one.rest].forEach(visit)
    if (one._tag === "Union") return one.types.forEach(visit)
    if (one._tag !== "Objects") return
    for (const { name, type } of one.propertySignatures) {
      const options = type._tag === "Union" ? type.types : [type]
      if (!secrets.has(spelled(String(name)))) visit(type)
      else if (options.some(isText)) plain.add(String(name))
      else if (options.some(({ _tag }) => _tag === "Declaration")) hidden.add(String(name))
      else visit(type)
    }
    one.indexSignatures.forEach(({ type }) => visit(type))
  }
  visit(ast)
  return { hidden: [...hidden].toSorted(), plain: [...plain].toSorted() }
}

const secretsOf = (module: object) =>
  operationsIn(module)
    .filter(({ spec }) => (spec.secrets ?? []).length > 0)
    .map(({ spec, tag }: AnyOperation) => ({
      tag,
      ...fieldsIn(spec.output.ast, new Set((spec.secrets ?? []).map(spelled)))
    }))

describe("every secret of an answer that the vendor names is hidden", () => {
  it.each([
    [
      "m3ter",
      M3terAll,
      {
        hidden: 33,
        names: [
          "accessToken",
          "apiKey",
          "downloadUrl",
          "presignedCsvStatementUrl",
          "presignedJsonStatementUrl",
          "secret",
          "url"
        ],
        without: []
      }
    ],
    [
      "IXON",
      IxonAll,
      {
        hidden: 45,
        names: [
          "cellularPincode",
          "cellularUsername",
          "certauth",
          "clientCert",
          "controlKey",
          "downloadUrl",
          "lockCode",
          "password",
          "pullCode",
          "secret",
          "secretId",
          "token",
          "url",
          "wlanKey"
        ],
        // These read whatever attributes are asked for, without a type for each.
        without: [
          "getAgent",
          "getAgentDataSource",
          "getAgentDevice",
          "getCompany",
          "listAgentDataSources",
          "listAgentDevices",
          "listAgents",
          "listCompanies"
        ].map((name) => `Ixon.${name}`)
      }
    ],
    ["Braze", BrazeAll, { hidden: 3, names: ["preferenceCenterUrl", "url"], without: [] }]
  ] as const)("%s", (_, module, expected) => {
    const found = secretsOf(module)
    assert.deepStrictEqual(
      found.filter(({ plain }) => plain.length > 0),
      []
    )
    const without = found.filter(({ hidden }) => hidden.length === 0).map(({ tag }) => tag)
    const names = [...new Set(found.flatMap(({ hidden }) => hidden))].toSorted()
    const all: unknown = { hidden: found.length - without.length, names, without }
    assert.deepStrictEqual(all, expected)
  })
})

const url = "https://files.example/statement.csv?X-Amz-Signature=0123456789abcdef"

it.effect("is shown in no way, and is there for whoever unwraps it", () => {
  const { layer } = m3ter([fromJson(200, {}, { downloadUrl: url })])
  return Effect.gen(function* () {
    const output = yield* ended(Bills.getBillCsvStatement({ id: "b1" }))
    const { downloadUrl } = output
    assert.strictEqual(downloadUrl && Redacted.value(downloadUrl), url)
    for (const shown of [
      JSON.stringify(output),
      String(output.downloadUrl),
      Inspectable.toStringUnknown(output),
      JSON.stringify(toJson(output))
    ])
      assert.notInclude(shown, "Signature")
    assert.deepStrictEqual(isRecord(output) && toJson(output), { downloadUrl: "<redacted>" })
  }).pipe(Effect.provide(layer))
})
