/** The items of `ingest.many`: messages, each with the user whom it is about. */
import type { Message } from "./messages.ts"
import type { Stamped } from "./stamp.ts"

/** Whom a message is about: give `customUserId`, or `metrixUserId`, or both. */
export interface Identity {
  /** Your own id of the user. */
  readonly customUserId?: string
  /** The id that Metrix's SDK gave the user. */
  readonly metrixUserId?: string
}

/** An item of `ingest.many`: a message, and whom it is about. */
export interface ManyItem<About extends Message = Message> {
  readonly user: Identity
  readonly message: About
}

/** An item as it is sent, every time that it is sent. */
export type StampedItem = ManyItem<Stamped<Message>>

/** Names a user: the same for all items with the same `customUserId`, or without one, with the same `metrixUserId`. */
export const userOf = ({ user: { customUserId, metrixUserId } }: ManyItem): string =>
  customUserId === undefined ? `metrix ${metrixUserId}` : `custom ${customUserId}`

/** Names the identifiers of a request: items of one request have the same. */
export const identifiersOf = ({ user: { customUserId, metrixUserId } }: ManyItem): string =>
  JSON.stringify([customUserId, metrixUserId])
