/** Whom an attribute object, an event or a purchase is about. */
import * as Schema from "effect/Schema"
import { lazy } from "../../../contract/lazy.ts"
import { ExternalId, Text, text, UserAlias } from "./shape.ts"

const optional = Schema.optionalKey

/** The fields that name a user: one of the first three, or email or phone where none of them is given. */
export const identifier = lazy(() => ({
  externalId: optional(ExternalId()),
  userAlias: optional(UserAlias()),
  brazeId: optional(Text()),
  email: text(),
  phone: text()
}))

export const identifierKeys = {
  externalId: "external_id",
  userAlias: "user_alias",
  brazeId: "braze_id"
} as const

interface Identified {
  readonly externalId?: unknown
  readonly userAlias?: unknown
  readonly brazeId?: unknown
  readonly email?: unknown
  readonly phone?: unknown
  readonly pushTokenImport?: unknown
}

/** Checks that one user is named. Page “Track users”: at most one of the first three. */
export const identified = (one: Identified): Schema.FilterOutput => {
  const primary =
    Number(one.externalId !== undefined) +
    Number(one.userAlias !== undefined) +
    Number(one.brazeId !== undefined)
  if (primary > 1) return { path: ["externalId"], issue: "at most one of externalId, userAlias and brazeId" }
  const anyone = primary === 1 || typeof one.email === "string" || typeof one.phone === "string"
  return (
    anyone ||
    one.pushTokenImport === true || {
      path: ["externalId"],
      issue: "one of externalId, userAlias, brazeId, email and phone is required"
    }
  )
}
