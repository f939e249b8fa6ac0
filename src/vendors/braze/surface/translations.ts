/** Braze: translations. Derived from scripts/surface/descriptions/braze.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { optional } from "../../../contract/described.ts"
import { snake } from "../../../contract/snake.ts"
import { InvalidTranslations, NotTranslatable, TranslationTargetNotFound } from "../failures.ts"
import { Text, answer, requestBody } from "../operations/shape.ts"
import { operation } from "../vendor.ts"

/**
 * Updates campaign translations: `PUT /campaigns/translations`. Idempotent: it replaces what was there. Needs the permission
 * `campaigns.translations.update`. Beta: not every account has it.
 */
export const updateCampaignTranslations = operation("updateCampaignTranslations", () => ({
  method: "PUT",
  path: "/campaigns/translations",
  input: requestBody(
    snake({ campaignId: Text(), messageVariationId: Text(), localeId: Text(), translationMap: DataObject() }),
    20_000_000
  ),
  output: answer({}),
  idempotent: true,
  fails: [TranslationTargetNotFound, NotTranslatable, InvalidTranslations],
  quota: "translations",
  permission: "campaigns.translations.update",
  see: "https://www.braze.com/docs/api/endpoints/translations"
}))

/**
 * Gets campaign translations: `GET /campaigns/translations/`. Needs the permission `campaigns.translations.get`. Beta: not every
 * account has it.
 */
export const getCampaignTranslations = operation("getCampaignTranslations", () => ({
  method: "GET",
  path: "/campaigns/translations/",
  input: snake({ campaignId: Text(), messageVariationId: Text(), localeId: Text() }),
  output: answer({
    translations: Schema.Array(
      snake({
        translationMap: optional(Schema.Record(Schema.String, Schema.Json)),
        locale: optional(
          snake({
            uuid: optional(Schema.String),
            name: optional(Schema.String),
            country: optional(Schema.String),
            language: optional(Schema.String),
            localeKey: optional(Schema.String)
          })
        )
      })
    )
  }),
  idempotent: true,
  fails: [TranslationTargetNotFound, NotTranslatable, InvalidTranslations],
  quota: "translations",
  permission: "campaigns.translations.get",
  see: "https://www.braze.com/docs/api/endpoints/translations"
}))

/**
 * Gets canvas translations: `GET /canvas/translations`. Needs the permission `canvas.translations.get`. Beta: not every account
 * has it.
 */
export const getCanvasTranslations = operation("getCanvasTranslations", () => ({
  method: "GET",
  path: "/canvas/translations",
  input: snake({ workflowId: Text(), stepId: Text(), messageVariationId: Text(), localeId: Text() }),
  output: answer({
    translations: Schema.Array(
      snake({
        translationMap: optional(Schema.Record(Schema.String, Schema.Json)),
        locale: optional(
          snake({
            uuid: optional(Schema.String),
            name: optional(Schema.String),
            country: optional(Schema.String),
            language: optional(Schema.String),
            localeKey: optional(Schema.String)
          })
        )
      })
    )
  }),
  idempotent: true,
  fails: [TranslationTargetNotFound, NotTranslatable, InvalidTranslations],
  quota: "translations",
  permission: "canvas.translations.get",
  see: "https://www.braze.com/docs/api/endpoints/translations"
}))

/**
 * Updates canvas translations: `PUT /canvas/translations`. Idempotent: it replaces what was there. Needs the permission
 * `canvas.translations.update`. Beta: not every account has it.
 */
export const updateCanvasTranslations = operation("updateCanvasTranslations", () => ({
  method: "PUT",
  path: "/canvas/translations",
  input: requestBody(
    snake({
      workflowId: Text(),
      stepId: Text(),
      messageVariationId: Text(),
      localeId: Text(),
      translationMap: DataObject()
    }),
    20_000_000
  ),
  output: answer({}),
  idempotent: true,
  fails: [TranslationTargetNotFound, NotTranslatable, InvalidTranslations],
  quota: "translations",
  permission: "canvas.translations.update",
  see: "https://www.braze.com/docs/api/endpoints/translations"
}))

/**
 * Gets content block translations: `GET /content_blocks/translations`. Needs the permission `content_blocks.translations.get`.
 * Beta: not every account has it.
 */
export const getContentBlockTranslations = operation("getContentBlockTranslations", () => ({
  method: "GET",
  path: "/content_blocks/translations",
  input: snake({ contentBlockId: Text(), localeId: Text() }),
  output: answer({
    translations: Schema.Array(
      snake({
        translationMap: optional(Schema.Record(Schema.String, Schema.Json)),
        locale: optional(
          snake({
            uuid: optional(Schema.String),
            name: optional(Schema.String),
            country: optional(Schema.String),
            language: optional(Schema.String),
            localeKey: optional(Schema.String)
          })
        )
      })
    )
  }),
  idempotent: true,
  fails: [TranslationTargetNotFound, NotTranslatable, InvalidTranslations],
  quota: "translations",
  permission: "content_blocks.translations.get",
  see: "https://www.braze.com/docs/api/endpoints/translations"
}))

/**
 * Updates content block translations: `PUT /content_blocks/translations`. Idempotent: it replaces what was there. Needs the
 * permission `content_blocks.translations.update`. Beta: not every account has it.
 */
export const updateContentBlockTranslations = operation("updateContentBlockTranslations", () => ({
  method: "PUT",
  path: "/content_blocks/translations",
  input: requestBody(
    snake({ contentBlockId: Text(), localeId: Text(), translationMap: DataObject() }),
    20_000_000
  ),
  output: answer({}),
  idempotent: true,
  fails: [TranslationTargetNotFound, NotTranslatable, InvalidTranslations],
  quota: "translations",
  permission: "content_blocks.translations.update",
  see: "https://www.braze.com/docs/api/endpoints/translations"
}))

/**
 * Updates email template translations: `PUT /templates/email/translations`. Idempotent: it replaces what was there. Needs the
 * permission `templates.translations.update`. Beta: not every account has it.
 */
export const updateEmailTemplateTranslations = operation("updateEmailTemplateTranslations", () => ({
  method: "PUT",
  path: "/templates/email/translations",
  input: requestBody(
    snake({ templateId: Text(), localeId: Text(), translationMap: DataObject() }),
    20_000_000
  ),
  output: answer({}),
  idempotent: true,
  fails: [TranslationTargetNotFound, NotTranslatable, InvalidTranslations],
  quota: "translations",
  permission: "templates.translations.update",
  see: "https://www.braze.com/docs/api/endpoints/translations"
}))

/**
 * Gets email template translations: `GET /templates/email/translations/`. Needs the permission `templates.translations.get`.
 * Beta: not every account has it.
 */
export const getEmailTemplateTranslations = operation("getEmailTemplateTranslations", () => ({
  method: "GET",
  path: "/templates/email/translations/",
  input: snake({ templateId: Text(), localeId: Text() }),
  output: answer({
    translations: Schema.Array(
      snake({
        translationMap: optional(Schema.Record(Schema.String, Schema.Json)),
        locale: optional(
          snake({
            uuid: optional(Schema.String),
            name: optional(Schema.String),
            country: optional(Schema.String),
            language: optional(Schema.String),
            localeKey: optional(Schema.String)
          })
        )
      })
    )
  }),
  idempotent: true,
  fails: [TranslationTargetNotFound, NotTranslatable, InvalidTranslations],
  quota: "translations",
  permission: "templates.translations.get",
  see: "https://www.braze.com/docs/api/endpoints/translations"
}))
