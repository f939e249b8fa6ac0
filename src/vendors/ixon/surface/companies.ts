/** IXON: companies. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import {
  Id,
  like,
  objects,
  opaque,
  optional,
  text,
  type Made,
  whole,
  words
} from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { listed } from "../operations/listed.ts"
import {
  Attributes,
  attribute,
  listNotes,
  listOf,
  pageInput,
  pageKeys,
  pageOf,
  readNotes
} from "../operations/shape.ts"
import { AcceptedTermsOfUsePolicyPolicy } from "./shared/AcceptedTermsOfUsePolicyPolicy.ts"
import { AgentActivationLicence } from "./shared/AgentActivationLicence.ts"
import { CompanyBranding } from "./shared/CompanyBranding.ts"
import { companyOperation, operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"
import * as Split from "../../../many/Split.ts"

/** IXON's MyCompanySlaLicence, as it comes. */
export interface MyCompanySlaLicence extends Made<typeof myCompanySlaLicenceFields> {}
const myCompanySlaLicenceFields = lazy(() => ({
  publicId: attribute(Schema.String),
  type: attribute(Attributes()),
  serialNumber: attribute(Schema.String),
  expiresOn: attribute(Schema.DateTimeUtcFromString),
  activated: attribute(Schema.Boolean),
  trial: attribute(Schema.Boolean),
  value: attribute(Schema.String),
  locked: attribute(Schema.Boolean),
  maxRetentionPolicy: attribute(Schema.String),
  bundle: attribute(Attributes())
}))
export const MyCompanySlaLicence = opaque<MyCompanySlaLicence>()(myCompanySlaLicenceFields)

/** IXON's ChangedMyCompanyCustomPropertyValidation. */
export const ChangedMyCompanyCustomPropertyValidation = lazy(() =>
  Schema.Union([
    Schema.Struct({ type: Schema.Literal("bool") }),
    Schema.Struct({ type: Schema.Literal("datetime") }),
    Schema.Struct({ type: Schema.Literal("emailaddress") }),
    Schema.Struct({
      type: Schema.Literal("enum"),
      options: optional(Schema.Array(like(/[^,]+/, text(1, 255))))
    }),
    Schema.Struct({
      type: Schema.Literal("int"),
      /** Or null. */ minValue: optional(Schema.NullOr(Schema.Int)),
      /** Or null. */ maxValue: optional(Schema.NullOr(Schema.Int))
    }),
    Schema.Struct({ type: Schema.Literal("locale") }),
    Schema.Struct({
      type: Schema.Literal("str"),
      /** At most 65535; or null. */ minLength: optional(Schema.NullOr(whole(-Infinity, 65535))),
      /** At most 65535; or null. */ maxLength: optional(Schema.NullOr(whole(-Infinity, 65535))),
      /** At most 255 characters; or null. */ regex: optional(Schema.NullOr(text(0, 255)))
    }),
    Schema.Struct({ type: Schema.Literal("timezone") }),
    Schema.Struct({ type: Schema.Literal("url") })
  ])
)

/** Deletes companies: `DELETE /companies`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteCompanies = operation("deleteCompanies", () => ({
  method: "DELETE",
  path: "/companies",
  input: Schema.Struct({
    items: objects({
      /** Exactly 24 characters, of a fixed form. */ publicId: like(/(\d{4}-){4}\d{4}/, text(24, 24))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates companies: `POST /companies`. Not idempotent: a repeat creates another. */
export const createCompanies = operation("createCompanies", () => ({
  method: "POST",
  path: "/companies",
  input: Schema.Struct({
    items: objects({
      /** 1 to 255 characters. */ name: text(1, 255),
      /** Exactly 2 characters, of a fixed form. */ country: optional(like(/[A-Z]{2}/, text(2, 2))),
      /** Or null. */
      termsOfUsePolicy: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) })))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Gets my company: `GET /companies/me`. */
export const getMyCompany = companyOperation("getMyCompany", () => ({
  method: "GET",
  path: "/companies/me",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String))
  }),
  output: Schema.Struct({
    publicId: attribute(Schema.String),
    name: attribute(Schema.String),
    country: attribute(Schema.String),
    defaultUserInviteLanguage: attribute(Schema.String),
    supportAccessExpiresOn: attribute(Schema.DateTimeUtcFromString),
    appOwnerName: attribute(Schema.String),
    custom: attribute(Attributes()),
    branding: attribute(CompanyBranding()),
    screensaver: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
    requireDedicatedRscServer: attribute(Schema.Boolean),
    requireDedicatedMdrServer: attribute(Schema.Boolean),
    loggingTrialUsed: attribute(Schema.Boolean),
    alarmingTrialUsed: attribute(Schema.Boolean),
    premiumLicence: attribute(AgentActivationLicence()),
    premiumLicenceStatus: attribute(words("not-configured", "pending", "activated")),
    reportingLicence: attribute(AgentActivationLicence()),
    slaLicence: attribute(MyCompanySlaLicence()),
    vpnUsageLicence: attribute(MyCompanySlaLicence()),
    vpnAccessRuleLicence: attribute(MyCompanySlaLicence()),
    assetManagementLicence: attribute(MyCompanySlaLicence()),
    mobileAppLicence: attribute(MyCompanySlaLicence()),
    mobileAppLicenceStatus: attribute(words("not-configured", "pending", "activated")),
    licenceModel: attribute(words("legacy", "modules")),
    customTermsOfUse: attribute(words("sector", "company", "disabled")),
    customPrivacyStatement: attribute(words("sector", "company", "disabled")),
    latestTermsOfUse: attribute(AcceptedTermsOfUsePolicyPolicy()),
    latestPrivacyStatement: attribute(AcceptedTermsOfUsePolicyPolicy()),
    shellAgentLimit: attribute(Schema.Finite),
    createdOn: attribute(Schema.DateTimeUtcFromString)
  }),
  from: "data",
  idempotent: true,
  secrets: ["downloadUrl"],
  notes: readNotes
}))

/** Updates my company: `PATCH /companies/me`. Idempotent: it sets values, whatever they were. */
export const updateMyCompany = companyOperation("updateMyCompany", () => ({
  method: "PATCH",
  path: "/companies/me",
  input: Schema.Struct({
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    /** Exactly 2 characters. */ country: optional(text(2, 2)),
    /** Exactly 2 characters. */ defaultUserInviteLanguage: optional(text(2, 2)),
    /** At most 255 characters; or null. */ appOwnerName: optional(Schema.NullOr(text(0, 255))),
    /** Or null. */
    branding: optional(
      Schema.NullOr(
        Schema.Struct({
          /** At most 255 characters; or null. */ name: optional(Schema.NullOr(text(0, 255))),
          /** Or null. */
          theme: optional(
            Schema.NullOr(
              Schema.Struct({
                /** 6 to 7 characters, of a fixed form. */
                primaryColor: optional(like(/#?[a-fA-F0-9]{6,6}/, text(6, 7))),
                /** 6 to 7 characters, of a fixed form. */
                primaryTextColor: optional(like(/#?[a-fA-F0-9]{6,6}/, text(6, 7))),
                /** 6 to 7 characters, of a fixed form; or null. */
                accentColor: optional(Schema.NullOr(like(/#?[a-fA-F0-9]{6,6}/, text(6, 7)))),
                /** 6 to 7 characters, of a fixed form; or null. */
                accentTextColor: optional(Schema.NullOr(like(/#?[a-fA-F0-9]{6,6}/, text(6, 7)))),
                /** 6 to 7 characters, of a fixed form; or null. */
                headerColor: optional(Schema.NullOr(like(/#?[a-fA-F0-9]{6,6}/, text(6, 7)))),
                /** 6 to 7 characters, of a fixed form; or null. */
                headerLineColor: optional(Schema.NullOr(like(/#?[a-fA-F0-9]{6,6}/, text(6, 7)))),
                /** 6 to 7 characters, of a fixed form; or null. */
                menuColor: optional(Schema.NullOr(like(/#?[a-fA-F0-9]{6,6}/, text(6, 7)))),
                /** 6 to 7 characters, of a fixed form; or null. */
                menuTextColor: optional(Schema.NullOr(like(/#?[a-fA-F0-9]{6,6}/, text(6, 7)))),
                /** 6 to 7 characters, of a fixed form; or null. */
                pageColor: optional(Schema.NullOr(like(/#?[a-fA-F0-9]{6,6}/, text(6, 7)))),
                /** 6 to 7 characters, of a fixed form; or null. */
                pageTextColor: optional(Schema.NullOr(like(/#?[a-fA-F0-9]{6,6}/, text(6, 7)))),
                /** 6 to 7 characters, of a fixed form; or null. */
                cardColor: optional(Schema.NullOr(like(/#?[a-fA-F0-9]{6,6}/, text(6, 7)))),
                /** 6 to 7 characters, of a fixed form; or null. */
                cardTextColor: optional(Schema.NullOr(like(/#?[a-fA-F0-9]{6,6}/, text(6, 7)))),
                logoHasBackgroundColor: optional(Schema.Boolean),
                /** 1 to 255 characters; or null. */
                logoOnHeaderColorSpec: optional(Schema.NullOr(text(1, 255)))
              })
            )
          ),
          /** At most 255 characters; or null. */ appleTouchIcon: optional(Schema.NullOr(text(0, 255))),
          /** At most 255 characters; or null. */ favicon: optional(Schema.NullOr(text(0, 255))),
          /** At most 255 characters; or null. */ logo: optional(Schema.NullOr(text(0, 255))),
          /** At most 255 characters; or null. */ logoDark: optional(Schema.NullOr(text(0, 255))),
          /** Or null. */
          landingPageComponentTemplate: optional(
            Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))
          ),
          custom: optional(DataObject())
        })
      )
    ),
    customTermsOfUse: optional(Schema.Literals(["sector", "company", "disabled"])),
    customPrivacyStatement: optional(Schema.Literals(["sector", "company", "disabled"])),
    custom: optional(DataObject())
  }),
  output: Schema.Void,
  idempotent: true
}))

/**
 * Deletes my company custom properties: `DELETE /companies/me/custom-properties`. Idempotent: a repeat may be refused, for the
 * id is gone.
 */
export const deleteMyCompanyCustomProperties = companyOperation("deleteMyCompanyCustomProperties", () => ({
  method: "DELETE",
  path: "/companies/me/custom-properties",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Updates my company custom properties: `PATCH /companies/me/custom-properties`. Idempotent: it sets values, whatever they were. */
export const updateMyCompanyCustomProperties = companyOperation("updateMyCompanyCustomProperties", () => ({
  method: "PATCH",
  path: "/companies/me/custom-properties",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      /** 1 to 255 characters; or null. */ description: optional(Schema.NullOr(text(1, 255))),
      required: optional(Schema.Boolean),
      validation: optional(ChangedMyCompanyCustomPropertyValidation()),
      flags: optional(Schema.Array(like(/[^,]+/, text(1, 255))))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates my company custom properties: `POST /companies/me/custom-properties`. Not idempotent: a repeat creates another. */
export const createMyCompanyCustomProperties = companyOperation("createMyCompanyCustomProperties", () => ({
  method: "POST",
  path: "/companies/me/custom-properties",
  input: Schema.Struct({
    items: objects({
      /** 1 to 255 characters. */ resourceType: text(1, 255),
      /** Exactly 12 characters; or null. */ resourceVariant: optional(Schema.NullOr(text(12, 12))),
      /** 1 to 29 characters, of a fixed form. */ slug: like(/([A-Z][a-z0-9]*)+/, text(1, 29)),
      /** 1 to 255 characters. */ name: text(1, 255),
      /** 1 to 255 characters; or null. */ description: optional(Schema.NullOr(text(1, 255))),
      required: optional(Schema.Boolean),
      validation: ChangedMyCompanyCustomPropertyValidation(),
      flags: optional(Schema.Array(like(/[^,]+/, text(1, 255))))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/**
 * Deletes my company custom property: `DELETE /companies/me/custom-properties/{publicId}`. Idempotent: a repeat may be refused,
 * for the id is gone.
 */
export const deleteMyCompanyCustomProperty = companyOperation("deleteMyCompanyCustomProperty", () => ({
  method: "DELETE",
  path: "/companies/me/custom-properties/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/**
 * Updates my company custom property: `PATCH /companies/me/custom-properties/{publicId}`. Idempotent: it sets values, whatever
 * they were.
 */
export const updateMyCompanyCustomProperty = companyOperation("updateMyCompanyCustomProperty", () => ({
  method: "PATCH",
  path: "/companies/me/custom-properties/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    /** 1 to 255 characters; or null. */ description: optional(Schema.NullOr(text(1, 255))),
    required: optional(Schema.Boolean),
    validation: optional(ChangedMyCompanyCustomPropertyValidation()),
    flags: optional(Schema.Array(like(/[^,]+/, text(1, 255))))
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Deletes my company support access: `DELETE /companies/me/support-access`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteMyCompanySupportAccess = companyOperation("deleteMyCompanySupportAccess", () => ({
  method: "DELETE",
  path: "/companies/me/support-access",
  input: Schema.Struct({}),
  output: Schema.Void,
  idempotent: true
}))

/** Updates my company support access: `PATCH /companies/me/support-access`. Idempotent: it sets values, whatever they were. */
export const updateMyCompanySupportAccess = companyOperation("updateMyCompanySupportAccess", () => ({
  method: "PATCH",
  path: "/companies/me/support-access",
  input: Schema.Struct({
    /** A time, sent in UTC. */ expiresOn: Moment.Text()
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Creates my company support access: `POST /companies/me/support-access`. Not idempotent: a repeat creates another. */
export const createMyCompanySupportAccess = companyOperation("createMyCompanySupportAccess", () => ({
  method: "POST",
  path: "/companies/me/support-access",
  input: Schema.Struct({
    /** A time, sent in UTC. */ expiresOn: Moment.Text(),
    /** 1 to 255 characters. */ caseNumber: optional(text(1, 255)),
    /** At most 65535 characters. */ message: optional(text(0, 65535))
  }),
  output: Schema.Void,
  idempotent: false
}))

/**
 * Updates a company privacy statement language: `PATCH /companies/privacy-statement-languages`. Idempotent: it sets values,
 * whatever they were.
 */
export const updateCompanyPrivacyStatementLanguage = companyOperation(
  "updateCompanyPrivacyStatementLanguage",
  () => ({
    method: "PATCH",
    path: "/companies/privacy-statement-languages",
    input: Schema.Struct({
      /** Exactly 12 characters. */ publicId: optional(text(12, 12)),
      /** At most 65535 characters. */ body: text(0, 65535)
    }),
    output: Schema.Void,
    idempotent: true
  })
)

/**
 * Publishes a company privacy statement: `POST /companies/privacy-statements/publish`. Not idempotent: what a repeat does is not
 * documented.
 */
export const publishCompanyPrivacyStatement = companyOperation("publishCompanyPrivacyStatement", () => ({
  method: "POST",
  path: "/companies/privacy-statements/publish",
  input: Schema.Struct({}),
  output: Schema.Void,
  body: "none",
  idempotent: false
}))

/**
 * Publishes a company terms of use policy: `POST /companies/terms-of-use-policies/publish`. Not idempotent: what a repeat does
 * is not documented.
 */
export const publishCompanyTermsOfUsePolicy = companyOperation("publishCompanyTermsOfUsePolicy", () => ({
  method: "POST",
  path: "/companies/terms-of-use-policies/publish",
  input: Schema.Struct({}),
  output: Schema.Void,
  body: "none",
  idempotent: false
}))

/**
 * Accepts a company terms of use policy: `POST /companies/terms-of-use-policies/{publicId}/accept`. Not idempotent: what a
 * repeat does is not documented.
 */
export const acceptCompanyTermsOfUsePolicy = companyOperation("acceptCompanyTermsOfUsePolicy", () => ({
  method: "POST",
  path: "/companies/terms-of-use-policies/{publicId}/accept",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  body: "none",
  idempotent: false
}))

/**
 * Updates a company terms of use policy language: `PATCH /companies/terms-of-use-policy-languages`. Idempotent: it sets values,
 * whatever they were.
 */
export const updateCompanyTermsOfUsePolicyLanguage = companyOperation(
  "updateCompanyTermsOfUsePolicyLanguage",
  () => ({
    method: "PATCH",
    path: "/companies/terms-of-use-policy-languages",
    input: Schema.Struct({
      /** Exactly 12 characters. */ publicId: optional(text(12, 12)),
      /** At most 65535 characters. */ body: text(0, 65535)
    }),
    output: Schema.Void,
    idempotent: true
  })
)

/** Gets a company privacy statement download: `GET /companies/{ofCompanyId}/privacy-statements/{publicId}/download`. */
export const getCompanyPrivacyStatementDownload = operation("getCompanyPrivacyStatementDownload", () => ({
  method: "GET",
  path: "/companies/{ofCompanyId}/privacy-statements/{publicId}/download",
  input: Schema.Struct({ ofCompanyId: Id(), publicId: Id() }),
  output: Schema.Void,
  idempotent: true,
  anonymous: true
}))

/** Gets a company terms of use policy download: `GET /companies/{ofCompanyId}/terms-of-use-policies/{publicId}/download`. */
export const getCompanyTermsOfUsePolicyDownload = operation("getCompanyTermsOfUsePolicyDownload", () => ({
  method: "GET",
  path: "/companies/{ofCompanyId}/terms-of-use-policies/{publicId}/download",
  input: Schema.Struct({ ofCompanyId: Id(), publicId: Id() }),
  output: Schema.Void,
  idempotent: true,
  anonymous: true
}))

/** Deletes a company: `DELETE /companies/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteCompany = operation("deleteCompany", () => ({
  method: "DELETE",
  path: "/companies/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets a company branding: `GET /companies/{publicId}/branding`. */
export const getCompanyBranding = operation("getCompanyBranding", () => ({
  method: "GET",
  path: "/companies/{publicId}/branding",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: CompanyBranding(),
  from: "data",
  idempotent: true,
  anonymous: true,
  notes: readNotes
}))

/** Lists company privacy statements; `.stream` reads all pages: `GET /companies/{publicId}/privacy-statements`. */
export const listCompanyPrivacyStatements = operation("listCompanyPrivacyStatements", () => ({
  method: "GET",
  path: "/companies/{publicId}/privacy-statements",
  input: Schema.Struct({ publicId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AcceptedTermsOfUsePolicyPolicy())),
  idempotent: true,
  anonymous: true,
  secrets: ["downloadUrl"],
  notes: listNotes
})).pipe(listed)

/** Lists company terms of use policies; `.stream` reads all pages: `GET /companies/{publicId}/terms-of-use-policies`. */
export const listCompanyTermsOfUsePolicies = operation("listCompanyTermsOfUsePolicies", () => ({
  method: "GET",
  path: "/companies/{publicId}/terms-of-use-policies",
  input: Schema.Struct({ publicId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AcceptedTermsOfUsePolicyPolicy())),
  idempotent: true,
  anonymous: true,
  secrets: ["downloadUrl"],
  notes: listNotes
})).pipe(listed)
