/** Comments above derived operations are English: verbs have their s, things their articles, abbreviations their capitals. */
import { assert, it } from "@effect/vitest"
import { docOf as fieldDocOf } from "../../src/generate/emit/remarks.ts"
import { actOf } from "../../src/generate/emit/acts.ts"
import { docOf } from "../../src/generate/emit/docs.ts"
import type { Node } from "../../src/generate/description.ts"
import { workshop } from "./workshop.ts"

const acts: Readonly<Record<string, string>> = {
  createDebitLineItem: "Creates a debit line item",
  approveBills: "Approves bills",
  copyLookupTableRevisionData: "Copies lookup table revision data",
  getAllBillsForAccount: "Gets all bills for an account",
  getLatestBill: "Gets the latest bill",
  addPermissionPolicyToUser: "Adds a permission policy to a user",
  removePermissionPolicyFromSupportUsers: "Removes a permission policy from support users",
  downloadBillsCsvUrl: "Downloads a bills CSV URL",
  createMqttBroker: "Creates an MQTT broker",
  enableMyUserOtpAuthSms: "Enables my user OTP auth SMS",
  listUserURLs: "Lists user URLs",
  updateUsageSavedQuery: "Updates a usage saved query",
  getJobByExternalId: "Gets a job by external id",
  createAgentOpenVpnConnection: "Creates an agent OpenVPN connection",
  deleteRouterOneToOneNatRule: "Deletes a router one-to-one NAT rule",
  endDateBillingEntitiesForContract: "Sets the end date of billing entities for a contract",
  adminResendTempPass: "Resends a temp pass",
  getStatus: "Gets a status",
  usersList: "Users list"
}

it("what an operation does is told from its name", () => {
  for (const [name, act] of Object.entries(acts)) assert.strictEqual(actOf(name), act)
})

it("bounds of numbers are told as numbers, those of texts as characters", () => {
  const doc = (node: Node) => fieldDocOf(node, (same) => same).trim()
  assert.deepStrictEqual(
    [
      doc({ kind: "int", least: 1 }),
      doc({ kind: "int", least: 0, most: 5 }),
      doc({ kind: "number", above: 0, most: 1 }),
      doc({ kind: "string", least: 1 }),
      doc({ kind: "string", least: 0, most: 5 }),
      doc({ kind: "array", items: { kind: "any" }, least: 2, most: 2 })
    ],
    [
      "/** At least 1. */",
      "/** 0 to 5. */",
      "/** More than 0, at most 1. */",
      "/** Not empty. */",
      "/** At most 5 characters. */",
      "/** Exactly 2 items. */"
    ]
  )
})

it("facts are sentences, and names in them stay as they are spelled", () => {
  const [operation] = workshop.operations
  const facts = ["fails while it is used", "fileName has a form", "takes one. Or two"].map((fact) => ({
    kind: "rule",
    fact,
    source: "the vendor's page"
  }))
  // as: the workshop has operations
  const doc = docOf({ ...operation!, facts }, { makers: {}, names: {} }).replaceAll(/\n \* /g, " ")
  assert.include(doc, "Fails while it is used. fileName has a form. Takes one. Or two.")
})
