/** Fields whose names say that they are about a person are hidden wherever a call is shown, in the whole surfaces too. */
import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { descriptionOf } from "../../../scripts/surface/surface.ts"
import { hidingOf } from "../../../src/contract/privacy.ts"
import { fromJson } from "../../../src/contract/Wire.ts"
import type { Node } from "../../../src/generate/description.ts"
import { mapNode } from "../../../src/generate/read/nodes.ts"
import * as Braze from "../../../src/vendors/braze/all.ts"
import { privacy as braze } from "../../../src/vendors/braze/privacy.ts"
import { privacy as ixon } from "../../../src/vendors/ixon/privacy.ts"
import { privacy as m3ter } from "../../../src/vendors/m3ter/privacy.ts"
import { privacy as xtremepush } from "../../../src/vendors/xtremepush/privacy.ts"
import { layer, rest } from "../braze/rest.ts"

const personal =
  /e_?mail|phone|mobile_?number|(first|last|given|family|user|alias)_?name|external_(user_)?id|(^|_)user_?id$|birth|^dob$|contactNumber|addressLine/i

/** Names of every field of a surface, however deep. */
const namesOf = (vendor: string): ReadonlySet<string> => {
  const { operations, schemas } = descriptionOf(vendor)
  const names = new Set<string>()
  const visit = (node: Node) =>
    mapNode(node, "", (one) => {
      if (one.kind === "object") for (const name of Object.keys(one.fields)) names.add(name)
      return one
    })
  for (const { input, output } of operations) {
    for (const { name, schema } of input) {
      names.add(name)
      visit(schema)
    }
    if (output !== undefined) visit(output)
  }
  Object.values(schemas).forEach(visit)
  return names
}

/** Names that only sound like it, or of what holds fields that are hidden. */
const others: Readonly<Record<string, ReadonlyArray<string>>> = {
  braze: ["email_template_id", "external_id_renames", "emails_to_identify", "phone_numbers_to_identify"],
  ixon: ["emailAddressChanges", "emailFromAddress", "emailFromName", "httpProxyUsername"]
}

it.each(Object.entries({ braze, m3ter, xtremepush, ixon }))("%s", (vendor, privacy) => {
  const { blanks, hides } = hidingOf(privacy)
  assert.deepStrictEqual(
    [...namesOf(vendor)].filter(
      (name) =>
        personal.test(name) && !hides(name) && !blanks(name) && others[vendor]?.includes(name) !== true
    ),
    []
  )
})

it.effect("an id of a person is shown neither in a body nor in a path", () =>
  Effect.gen(function* () {
    const calls = [
      Braze.renameExternalIds({
        externalIdRenames: [{ currentExternalId: "ada-1", newExternalId: "ada-2" }]
      }),
      Braze.updateUserAliases({
        aliasUpdates: [{ aliasLabel: "kind", oldAliasName: "ada-3", newAliasName: "ada-4" }]
      }),
      Braze.getPreferenceCenterUrl({ id: "p1", userId: "ada-5" })
    ]
    for (const call of calls) {
      const { transport } = rest(fromJson(400, {}, { message: "no" }))
      const failure = yield* Effect.flip(Effect.provide(call, layer(transport)))
      assert.notInclude(JSON.stringify(failure), "ada-")
    }
  })
)
