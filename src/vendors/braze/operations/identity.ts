/** Whom an attribute object, an event or a purchase is about. */
import * as Schema from "effect/Schema"
import { lazy } from "../../../contract/lazy.ts"
import { ExternalId, Text, text, UserAlias } from "./shape.ts"

const optional = Schema.optionalKey

/** The fields that name a user: one of the first three, or email or phone where none of them is given. */
export const identifier = lazy(() => ({
  /** Your own id of the user: fewer than 988 bytes. An id that matches nobody makes a new profile. */
  externalId: optional(ExternalId()),
  /** The user by alias. At most one of this, `externalId` and `brazeId`. */
  userAlias: optional(UserAlias()),
  /** The id that Braze gave the user. At most one of this, `externalId` and `userAlias`. */
  brazeId: optional(Text()),
  /**
   * E-mail address. It names the user where there is no `externalId`, `userAlias` or `brazeId`; an e-mail goes before a phone
   * number.
   */
  email: text(),
  /** Phone number. It names the user where there is no `externalId`, `userAlias`, `brazeId` or `email`. */
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
