/** Users: identification and deletion. */
import * as Schema from "effect/Schema"
import { lazy } from "../../../contract/lazy.ts"
import { tooMany } from "../failures.ts"
import { page } from "../failures/dialect.ts"
import { operation } from "../vendor.ts"
import {
  exactlyOne,
  ExternalId,
  lenientCount,
  listOf,
  message,
  Prioritization,
  prioritization,
  requestBody,
  someOf,
  Text,
  UserAlias,
  warnings
} from "./shape.ts"

const optional = Schema.optionalKey

const AliasToIdentify = lazy(() =>
  Schema.Struct({
    /** The external id that the user gets: fewer than 988 bytes. */
    externalId: ExternalId(),
    /** The alias that the user is known by now. */
    userAlias: UserAlias()
  }).pipe(Schema.encodeKeys({ externalId: "external_id", userAlias: "user_alias" }))
)
const EmailToIdentify = lazy(() =>
  Schema.Struct({
    /** The external id that the user gets: fewer than 988 bytes. */
    externalId: ExternalId(),
    /** The e-mail address that the user is known by now. */
    email: Text(),
    /**
     * Which user is meant where several have it: in order, the first that decides counts. Where it does not decide, nobody is
     * changed.
     */
    prioritization: Prioritization()
  }).pipe(Schema.encodeKeys({ externalId: "external_id" }))
)
const PhoneToIdentify = lazy(() =>
  Schema.Struct({
    /** The external id that the user gets: fewer than 988 bytes. */
    externalId: ExternalId(),
    /** The phone number that the user is known by now. */
    phone: Text(),
    /**
     * Which user is meant where several have it: in order, the first that decides counts. Where it does not decide, nobody is
     * changed.
     */
    prioritization: Prioritization()
  }).pipe(Schema.encodeKeys({ externalId: "external_id" }))
)

const IdentifyFields = lazy(() =>
  Schema.Struct({
    /** Users who are known by alias: at most 50. */
    aliasesToIdentify: optional(listOf(AliasToIdentify(), 50, "aliases")),
    /** Users who are known by e-mail address: at most 50. */
    emailsToIdentify: optional(listOf(EmailToIdentify(), 50, "email addresses")),
    /** Users who are known by phone number: at most 50. */
    phoneNumbersToIdentify: optional(listOf(PhoneToIdentify(), 50, "phone numbers"))
  }).check(
    Schema.makeFilter(
      ({ aliasesToIdentify = [], emailsToIdentify = [], phoneNumbersToIdentify = [] }) =>
        aliasesToIdentify.length + emailsToIdentify.length + phoneNumbersToIdentify.length > 0 || {
          path: ["aliasesToIdentify"],
          issue: "at least one alias, email address or phone number to identify"
        }
    )
  )
)

/** What `identifyUsers` takes: up to 50 of each. */
export interface Identify extends Schema.Schema.Type<ReturnType<typeof IdentifyFields>> {}
const Identify = lazy(() =>
  Schema.Opaque<Identify>()(
    IdentifyFields().pipe(
      Schema.encodeKeys({
        aliasesToIdentify: "aliases_to_identify",
        emailsToIdentify: "emails_to_identify",
        phoneNumbersToIdentify: "phone_numbers_to_identify"
      })
    )
  )
)

/** How many aliases were queued. One that matches nobody is dropped later, and nothing reports it. */
export interface IdentifiedUsers extends Schema.Schema.Type<ReturnType<typeof IdentifiedFields>> {}
const IdentifiedFields = lazy(() =>
  Schema.Struct({
    message: message(),
    aliasesProcessed: lenientCount(),
    warnings: warnings()
  }).pipe(Schema.encodeKeys({ aliasesProcessed: "aliases_processed", warnings: "errors" }))
)
export const IdentifiedUsers = lazy(() => Schema.Opaque<IdentifiedUsers>()(IdentifiedFields()))

/** Gives users who are known by alias, email or phone an external id. */
export const identifyUsers = operation("identifyUsers", () => ({
  method: "POST",
  path: "/users/identify",
  input: requestBody(Identify()),
  output: IdentifiedUsers(),
  fails: tooMany,
  idempotent: true,
  quota: "users",
  permission: "users.identify",
  notes: [
    "The counts are of aliases that were queued; they are processed later.",
    "Nothing reports an alias that matches nobody, or users of one email or phone that could not be distinguished.",
    "Export the users by their external ids (users/export/ids) to see what became of them."
  ],
  see: page.identify
}))

// The endpoint's page lists one way fewer than that of users/identify.
const EmailToDelete = lazy(() =>
  Schema.Struct({
    /** The e-mail address of the user. */
    email: Text(),
    /**
     * Which user is meant where several have the address: in order, the first that decides counts. Where it does not decide,
     * nobody is deleted.
     */
    prioritization: prioritization(["identified", "unidentified", "most_recently_updated"])
  })
)
const kinds = ["externalIds", "userAliases", "brazeIds", "emailAddresses", "phoneNumbers"]

const DeleteFields = lazy(() =>
  Schema.Struct({
    /** Users by your own ids: 1 to 50. Exactly one kind of id may be given. */
    externalIds: optional(someOf(ExternalId(), 50, "external ids")),
    /** Users by alias: 1 to 50. */
    userAliases: optional(someOf(UserAlias(), 50, "aliases")),
    /** Users by the ids that Braze gave them: 1 to 50. */
    brazeIds: optional(someOf(Text(), 50, "Braze ids")),
    /** Users by e-mail address: 1 to 50. */
    emailAddresses: optional(someOf(EmailToDelete(), 50, "email addresses")),
    /** Users by phone number: 1 to 50. */
    phoneNumbers: optional(someOf(Text(), 50, "phone numbers"))
  }).check(Schema.makeFilter(exactlyOne(kinds, `exactly one of ${kinds.join(", ")}`)))
)

/** What `deleteUsers` takes: up to 50 of exactly one kind. */
export interface Delete extends Schema.Schema.Type<ReturnType<typeof DeleteFields>> {}
const Delete = lazy(() =>
  Schema.Opaque<Delete>()(
    DeleteFields().pipe(
      Schema.encodeKeys({
        externalIds: "external_ids",
        userAliases: "user_aliases",
        brazeIds: "braze_ids",
        emailAddresses: "email_addresses",
        phoneNumbers: "phone_numbers"
      })
    )
  )
)

/** How many users were queued for deletion. */
export interface DeletedUsers extends Schema.Schema.Type<ReturnType<typeof DeletedFields>> {}
const DeletedFields = lazy(() =>
  Schema.Struct({ message: message(), deleted: lenientCount(), warnings: warnings() }).pipe(
    Schema.encodeKeys({ warnings: "errors" })
  )
)
export const DeletedUsers = lazy(() => Schema.Opaque<DeletedUsers>()(DeletedFields()))

/** Deletes up to 50 users. It cannot be undone; a deprecated external id deletes the whole profile, too. */
export const deleteUsers = operation("deleteUsers", () => ({
  method: "POST",
  path: "/users/delete",
  input: requestBody(Delete()),
  output: DeletedUsers(),
  fails: tooMany,
  idempotent: true,
  quota: "users",
  permission: "users.delete",
  notes: [
    "The count is of users whose deletion was queued; they are deleted later.",
    "Nothing reports users of one email or phone that could not be distinguished.",
    "Export the users (users/export/ids) to see who is gone: it lists unknown ids as invalid_user_ids."
  ],
  see: page.delete
}))
