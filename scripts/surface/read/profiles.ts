/** What a document does not say about how its vendor is called, and what its names are here. Data, one entry a vendor. */
export interface Profile {
  /** As in the texts of `see`. */
  readonly title: string
  /** Names of the vendor's document that are settings of the layer: in paths, and as headers. */
  readonly settings: Readonly<Record<string, string>>
  /** Names in paths that have one value. */
  readonly constants?: Readonly<Record<string, string>>
  /** Headers that only some operations need, each with its setting. */
  readonly needs?: Readonly<Record<string, string>>
  /** Settings besides those: no field of an input can have their names. */
  readonly otherSettings?: ReadonlyArray<string>
  /** Headers that only some operations send, each with what is sent. */
  readonly headers?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The field of every answer that holds what was asked for. */
  readonly envelope?: string
  /** Fields of answers that hold secrets or open doors: addresses that need no credentials. */
  readonly secrets: ReadonlyArray<string>
  /** Resources whose files the rule, small letters and the plural, would name wrongly. */
  readonly resources?: Readonly<Record<string, string>> | "as given"
  /** The field that no two objects of a resource share, with the resources whose lists can be asked for it. */
  readonly unique?: { readonly field: string; readonly resources: ReadonlyArray<string> }
  /** Query parameters of lists that the vendor documents and its document leaves out. */
  readonly listInputs?: ReadonlyArray<string>
}

/** Every vendor whose document is read. */
export const profiles: Readonly<Record<string, Profile>> = {
  m3ter: {
    title: "m3ter",
    settings: { orgId: "orgId" },
    secrets: ["url", "downloadUrl", "presignedJsonStatementUrl", "presignedCsvStatementUrl"],
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
      "controlKey",
      "pullCode",
      "wlanKey",
      "cellularPincode",
      "cellularUsername",
      "lockCode",
      "clientKey",
      "registrationCode",
      "couponCode",
      "downloadUrl",
      "uploadUrl",
      "password",
      "secretId"
    ],
    listInputs: ["page-size", "page-after"]
  }
}
