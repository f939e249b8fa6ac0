/** Every failure of a catalogue is in some operation's type; those whose operations are still to come stand here, by name. */
import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { laws } from "../../src/testing/laws.ts"
import { all } from "./all.ts"

/** Without the vendor's name. What gets its operations is taken from the list: the law wants that, too. */
const awaiting: Readonly<Record<string, ReadonlyArray<string>>> = {
  Braze: [
    // users/merge
    "TooManyMerges",
    "InvalidMerge",
    // catalogs
    "CatalogBusy",
    "CatalogNotFound",
    "ItemNotFound",
    "ItemAlreadyExists",
    "CatalogNameTaken",
    "CatalogLimitReached",
    "TooManyCatalogObjects",
    "InvalidCursor",
    "InvalidCatalog",
    "InvalidCatalogField",
    "InvalidCatalogItem",
    "InvalidCatalogSelection",
    // Content Blocks, email templates, media library, translations
    "ContentBlockNotFound",
    "ContentBlockNameTaken",
    "ContentBlockIsActive",
    "InvalidListRange",
    "InvalidTags",
    "InvalidEmailTemplate",
    "InvalidContentBlock",
    "AssetNotFound",
    "InvalidAsset",
    "AssetMissing",
    "TranslationTargetNotFound",
    "NotTranslatable",
    "InvalidTranslations",
    // Cloud Data Ingestion, SCIM
    "JobInProgress",
    "InvalidIntegrationId",
    "IntegrationNotFound",
    "DashboardUserNotFound",
    "DashboardUserExists"
  ],
  // one-time passwords
  Xtremepush: ["IncorrectOtp", "OtpExpired", "OtpAttemptsExceeded"]
}

it.effect.each(all)("every failure of $name is declared by an operation, or awaits its own", (tested) =>
  Effect.gen(function* () {
    const { name, operations, vendor } = tested
    const tags = (awaiting[name] ?? []).map((tag) => `${name}.${tag}`)
    assert.deepStrictEqual(yield* laws(vendor, operations, { runs: 1, awaiting: tags }), [])
  })
)
