/** What the vendors' documents do not say about how their vendors are called, and what their names are here. Data, one entry a vendor. */
import type { Profile } from "../../src/generate/read/profile.ts"
import { privacy as ixonPrivacy } from "../../src/vendors/ixon/privacy.ts"

/** Every vendor whose document is read. */
export const profiles: Readonly<Record<string, Profile>> = {
  m3ter: {
    title: "m3ter",
    settings: { orgId: "orgId" },
    secrets: [
      "apiKey",
      "secret",
      "url",
      "downloadUrl",
      "presignedJsonStatementUrl",
      "presignedCsvStatementUrl"
    ],
    unique: {
      field: "code",
      resources: [
        "Account",
        "Aggregation",
        "BillGroupingKey",
        "CompoundAggregation",
        "Contract",
        "Counter",
        "CreditReason",
        "Currency",
        "DebitReason",
        "LookupTable",
        "Meter",
        "TransactionType"
      ]
    },
    resources: {
      LookupTableRevisionData: "lookupTableRevisionData",
      Support: "support",
      Auth: "auth",
      DataExplorer: "dataExplorer",
      DataExplorerV2: "dataExplorerV2",
      BillConfig: "billConfig",
      OrganizationConfig: "organizationConfig",
      Pricing: "pricing",
      CounterPricing: "counterPricing",
      ExportAdHoc: "exportAdHoc"
    }
  },
  ixon: {
    title: "IXON",
    settings: { "api-application": "applicationId" },
    constants: { "api-version": "2" },
    needs: { "Api-Company": "companyId" },
    otherSettings: ["companyId", "brandingDomain"],
    headers: { "Api-Branding": { "api-branding": "{brandingDomain}" } },
    envelope: "data",
    resources: "as given",
    secrets: [
      // What is a secret wherever it stands.
      ...(ixonPrivacy.secrets ?? []),
      "uploadUrl",
      "password",
      "secret",
      "secretId",
      "token"
    ],
    listInputs: ["page-size", "page-after"]
  }
}
