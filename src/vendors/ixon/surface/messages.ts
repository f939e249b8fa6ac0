/** IXON: messages. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
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
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { operation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** IXON's MessageFilter, as it comes. */
export interface MessageFilter extends Made<typeof messageFilterFields> {}
const messageFilterFields = lazy(() => ({
  actions: attribute(
    Schema.Array(
      words(
        "delete",
        "mark-as-read",
        "dont-send-webhook-trigger",
        "forward-to-mail",
        "dont-forward-to-mail",
        "dont-send-push-notification"
      )
    )
  ),
  companyPublicIds: attribute(Schema.Array(Schema.String)),
  notCompanyPublicIds: attribute(Schema.Boolean),
  systemLabels: attribute(Schema.Array(words("router-pulled", "alarm-low", "alarm-medium", "alarm-high"))),
  notSystemLabels: attribute(Schema.Boolean),
  longContains: attribute(Schema.String),
  notLongContains: attribute(Schema.String),
  shortContains: attribute(Schema.String),
  notShortContains: attribute(Schema.String),
  contains: attribute(Schema.String),
  notContains: attribute(Schema.String),
  publicId: attribute(Schema.String)
}))
export const MessageFilter = opaque<MessageFilter>()(messageFilterFields)

/** IXON's Message, as it comes. */
export interface Message extends Made<typeof messageFields> {}
const messageFields = lazy(() => ({
  publicId: attribute(Schema.String),
  read: attribute(Schema.Boolean),
  systemLabel: attribute(Schema.String),
  systemResult: attribute(Schema.Array(Schema.String)),
  createdOn: attribute(Schema.DateTimeUtcFromString),
  shortContent: attribute(
    Schema.Struct({
      toTranslate: attribute(Schema.Boolean),
      code: attribute(Schema.String),
      alarmName: attribute(Schema.String),
      agentName: attribute(Schema.String),
      name: attribute(Schema.String),
      occurredOn: attribute(Schema.DateTimeUtcFromString),
      companyName: attribute(Schema.String)
    })
  ),
  longContent: attribute(
    Schema.Struct({
      toTranslate: attribute(Schema.Boolean),
      code: attribute(Schema.String),
      extraInformation: attribute(
        objects({
          type: attribute(Schema.String),
          toTranslate: attribute(Schema.Boolean),
          key: attribute(Schema.String),
          value: attribute(Schema.Unknown)
        })
      ),
      instructions: attribute(Schema.String),
      name: attribute(Schema.String)
    })
  )
}))
export const Message = opaque<Message>()(messageFields)

/** Deletes message filters: `DELETE /message-filters`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteMessageFilters = operation("deleteMessageFilters", () => ({
  method: "DELETE",
  path: "/message-filters",
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

/** Lists message filters; `.stream` reads all pages: `GET /message-filters`. */
export const listMessageFilters = operation("listMessageFilters", () => ({
  method: "GET",
  path: "/message-filters",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(MessageFilter())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates message filters: `PATCH /message-filters`. Idempotent: it sets values, whatever they were. */
export const updateMessageFilters = operation("updateMessageFilters", () => ({
  method: "PATCH",
  path: "/message-filters",
  input: Schema.Struct({
    items: objects({
      actions: optional(
        Schema.Array(
          Schema.Literals([
            "delete",
            "mark-as-read",
            "dont-send-webhook-trigger",
            "forward-to-mail",
            "dont-forward-to-mail",
            "dont-send-push-notification"
          ])
        )
      ),
      companyPublicIds: optional(Schema.Array(like(/(\d{4}-){4}\d{4}/, text(24, 24)))),
      notCompanyPublicIds: optional(Schema.Boolean),
      systemLabels: optional(
        Schema.Array(Schema.Literals(["router-pulled", "alarm-low", "alarm-medium", "alarm-high"]))
      ),
      notSystemLabels: optional(Schema.Boolean),
      /** 1 to 255 characters; or null. */ longContains: optional(Schema.NullOr(text(1, 255))),
      /** 1 to 255 characters; or null. */ notLongContains: optional(Schema.NullOr(text(1, 255))),
      /** 1 to 255 characters; or null. */ shortContains: optional(Schema.NullOr(text(1, 255))),
      /** 1 to 255 characters; or null. */ notShortContains: optional(Schema.NullOr(text(1, 255))),
      /** 1 to 255 characters; or null. */ contains: optional(Schema.NullOr(text(1, 255))),
      /** 1 to 255 characters; or null. */ notContains: optional(Schema.NullOr(text(1, 255))),
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates message filters: `POST /message-filters`. Not idempotent: a repeat creates another. */
export const createMessageFilters = operation("createMessageFilters", () => ({
  method: "POST",
  path: "/message-filters",
  input: Schema.Struct({
    items: objects({
      actions: Schema.Array(
        Schema.Literals([
          "delete",
          "mark-as-read",
          "dont-send-webhook-trigger",
          "forward-to-mail",
          "dont-forward-to-mail",
          "dont-send-push-notification"
        ])
      ),
      companyPublicIds: optional(Schema.Array(like(/(\d{4}-){4}\d{4}/, text(24, 24)))),
      notCompanyPublicIds: optional(Schema.Boolean),
      systemLabels: optional(
        Schema.Array(Schema.Literals(["router-pulled", "alarm-low", "alarm-medium", "alarm-high"]))
      ),
      notSystemLabels: optional(Schema.Boolean),
      /** 1 to 255 characters; or null. */ longContains: optional(Schema.NullOr(text(1, 255))),
      /** 1 to 255 characters; or null. */ notLongContains: optional(Schema.NullOr(text(1, 255))),
      /** 1 to 255 characters; or null. */ shortContains: optional(Schema.NullOr(text(1, 255))),
      /** 1 to 255 characters; or null. */ notShortContains: optional(Schema.NullOr(text(1, 255))),
      /** 1 to 255 characters; or null. */ contains: optional(Schema.NullOr(text(1, 255))),
      /** 1 to 255 characters; or null. */ notContains: optional(Schema.NullOr(text(1, 255)))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Deletes a message filter: `DELETE /message-filters/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteMessageFilter = operation("deleteMessageFilter", () => ({
  method: "DELETE",
  path: "/message-filters/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets a message filter: `GET /message-filters/{publicId}`. */
export const getMessageFilter = operation("getMessageFilter", () => ({
  method: "GET",
  path: "/message-filters/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: MessageFilter(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates a message filter: `PATCH /message-filters/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateMessageFilter = operation("updateMessageFilter", () => ({
  method: "PATCH",
  path: "/message-filters/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    actions: optional(
      Schema.Array(
        Schema.Literals([
          "delete",
          "mark-as-read",
          "dont-send-webhook-trigger",
          "forward-to-mail",
          "dont-forward-to-mail",
          "dont-send-push-notification"
        ])
      )
    ),
    companyPublicIds: optional(Schema.Array(like(/(\d{4}-){4}\d{4}/, text(24, 24)))),
    notCompanyPublicIds: optional(Schema.Boolean),
    systemLabels: optional(
      Schema.Array(Schema.Literals(["router-pulled", "alarm-low", "alarm-medium", "alarm-high"]))
    ),
    notSystemLabels: optional(Schema.Boolean),
    /** 1 to 255 characters; or null. */ longContains: optional(Schema.NullOr(text(1, 255))),
    /** 1 to 255 characters; or null. */ notLongContains: optional(Schema.NullOr(text(1, 255))),
    /** 1 to 255 characters; or null. */ shortContains: optional(Schema.NullOr(text(1, 255))),
    /** 1 to 255 characters; or null. */ notShortContains: optional(Schema.NullOr(text(1, 255))),
    /** 1 to 255 characters; or null. */ contains: optional(Schema.NullOr(text(1, 255))),
    /** 1 to 255 characters; or null. */ notContains: optional(Schema.NullOr(text(1, 255)))
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Deletes messages: `DELETE /messages`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteMessages = operation("deleteMessages", () => ({
  method: "DELETE",
  path: "/messages",
  input: Schema.Struct({
    items: objects({
      /** Exactly 24 characters. */ publicId: text(24, 24)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Lists messages; `.stream` reads all pages: `GET /messages`. */
export const listMessages = operation("listMessages", () => ({
  method: "GET",
  path: "/messages",
  input: Schema.Struct({
    /** At least 1. */ pageSize: optional(whole(1)),
    pageAfter: optional(Schema.String)
  }).pipe(Schema.encodeKeys({ pageSize: "page-size", pageAfter: "page-after" })),
  output: Schema.Struct(pageOf(Message())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates messages: `PATCH /messages`. Idempotent: it sets values, whatever they were. */
export const updateMessages = operation("updateMessages", () => ({
  method: "PATCH",
  path: "/messages",
  input: Schema.Struct({
    items: objects({
      /** Exactly 24 characters. */ publicId: text(24, 24),
      read: Schema.Boolean
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Updates a message all: `PATCH /messages/all`. Idempotent: it sets values, whatever they were. */
export const updateMessageAll = operation("updateMessageAll", () => ({
  method: "PATCH",
  path: "/messages/all",
  input: Schema.Struct({ read: Schema.Boolean }),
  output: Schema.Void,
  idempotent: true
}))

/** Deletes a message: `DELETE /messages/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteMessage = operation("deleteMessage", () => ({
  method: "DELETE",
  path: "/messages/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets a message: `GET /messages/{publicId}`. */
export const getMessage = operation("getMessage", () => ({
  method: "GET",
  path: "/messages/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Message(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates a message: `PATCH /messages/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateMessage = operation("updateMessage", () => ({
  method: "PATCH",
  path: "/messages/{publicId}",
  input: Schema.Struct({ publicId: Id(), read: Schema.Boolean }),
  output: Schema.Void,
  idempotent: true
}))
