/** Braze: contentBlocks. Derived from scripts/surface/descriptions/braze.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { fits, optional, text, whole } from "../../../contract/described.ts"
import { snake } from "../../../contract/snake.ts"
import {
  ContentBlockIsActive,
  ContentBlockNameTaken,
  ContentBlockNotFound,
  InvalidContentBlock,
  InvalidListRange,
  InvalidTags
} from "../failures.ts"
import { Text, answer, requestBody } from "../operations/shape.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"
import * as Pages from "../../../many/Pages.ts"

/**
 * Creates a content block: `POST /content_blocks/create`. Not idempotent: the name is unique: a repeat is refused. Needs the
 * permission `content_blocks.create`.
 */
export const createContentBlock = operation("createContentBlock", () => ({
  method: "POST",
  path: "/content_blocks/create",
  input: requestBody(
    Schema.Struct({
      /** 1 to 99 characters. */ name: text(1, 99),
      /** Not empty, at most 51,200 bytes. */ content: fits(51_200, text(1)),
      /** At most 249 characters. */ description: optional(text(0, 249)),
      state: optional(Schema.Literals(["active", "draft"])),
      tags: optional(Schema.Array(Schema.String))
    })
  ),
  output: answer({
    contentBlockId: optional(Schema.String),
    liquidTag: optional(Schema.String),
    createdAt: optional(Schema.String)
  }),
  idempotent: false,
  fails: [ContentBlockNameTaken, InvalidContentBlock, InvalidTags],
  permission: "content_blocks.create",
  see: "https://www.braze.com/docs/api/endpoints/templates"
}))

/** Gets a content block: `GET /content_blocks/info`. Needs the permission `content_blocks.info`. */
export const getContentBlock = operation("getContentBlock", () => ({
  method: "GET",
  path: "/content_blocks/info",
  input: snake({ contentBlockId: Text(), includeInclusionData: optional(Schema.Boolean) }),
  output: answer({
    contentBlockId: optional(Schema.String),
    name: optional(Schema.String),
    content: optional(Schema.String),
    description: optional(Schema.String),
    contentType: optional(Schema.String),
    tags: optional(Schema.Array(Schema.String)),
    createdAt: optional(Schema.String),
    lastEdited: optional(Schema.String),
    inclusionCount: optional(Schema.Finite),
    inclusionData: optional(Schema.Array(Schema.Record(Schema.String, Schema.Json)))
  }),
  idempotent: true,
  fails: [ContentBlockNotFound, InvalidContentBlock],
  permission: "content_blocks.info",
  see: "https://www.braze.com/docs/api/endpoints/templates"
}))

const listContentBlocksPage = operation("listContentBlocks", () => ({
  method: "GET",
  path: "/content_blocks/list",
  input: snake({
    /** A time, sent in UTC. */ modifiedAfter: optional(Moment.Text()),
    /** A time, sent in UTC. */ modifiedBefore: optional(Moment.Text()),
    /** 1 to 1000. */ limit: optional(whole(1, 1000)),
    /** At least 1. */ offset: optional(whole(1))
  }),
  output: answer({
    count: optional(Schema.Finite),
    contentBlocks: Schema.Array(
      snake({
        contentBlockId: optional(Schema.String),
        name: optional(Schema.String),
        contentType: optional(Schema.String),
        liquidTag: optional(Schema.String),
        inclusionCount: optional(Schema.Finite),
        createdAt: optional(Schema.String),
        lastEdited: optional(Schema.String),
        tags: optional(Schema.Array(Schema.String))
      })
    )
  }),
  idempotent: true,
  fails: [InvalidListRange],
  permission: "content_blocks.list",
  see: "https://www.braze.com/docs/api/endpoints/templates"
}))

/** Lists content blocks; `.stream` reads all pages: `GET /content_blocks/list`. Needs the permission `content_blocks.list`. */
export const listContentBlocks = Pages.byOffset(listContentBlocksPage, {
  items: ({ contentBlocks }) => contentBlocks,
  offset: "offset",
  limit: "limit",
  size: 100,
  total: ({ count }) => count
})

/**
 * Updates a content block: `POST /content_blocks/update`. Idempotent: a repeat ends in the same state. Needs the permission
 * `content_blocks.update`.
 */
export const updateContentBlock = operation("updateContentBlock", () => ({
  method: "POST",
  path: "/content_blocks/update",
  input: requestBody(
    snake({
      contentBlockId: Text(),
      /** At most 99 characters. */ name: optional(text(0, 99)),
      /** At most 51,200 bytes. */ content: optional(fits(51_200)),
      /** At most 249 characters. */ description: optional(text(0, 249)),
      state: optional(Schema.Literals(["active", "draft"])),
      tags: optional(Schema.Array(Schema.String))
    })
  ),
  output: answer({
    contentBlockId: optional(Schema.String),
    liquidTag: optional(Schema.String),
    createdAt: optional(Schema.String)
  }),
  idempotent: true,
  fails: [
    ContentBlockNotFound,
    ContentBlockNameTaken,
    ContentBlockIsActive,
    InvalidContentBlock,
    InvalidTags
  ],
  permission: "content_blocks.update",
  see: "https://www.braze.com/docs/api/endpoints/templates"
}))
