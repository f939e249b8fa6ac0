/** Braze: emailTemplates. Derived from scripts/surface/descriptions/braze.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { optional, whole } from "../../../contract/described.ts"
import { atLeastOne } from "../../../contract/fieldRules.ts"
import { snake } from "../../../contract/snake.ts"
import { InvalidEmailTemplate, InvalidListRange, InvalidTags } from "../failures.ts"
import { Text, answer, requestBody } from "../operations/shape.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"
import * as Pages from "../../../many/Pages.ts"

/**
 * Creates an email template: `POST /templates/email/create`. Not idempotent: a repeat makes another; whether a name may be taken
 * twice is not documented. Needs the permission `templates.email.create`.
 */
export const createEmailTemplate = operation("createEmailTemplate", () => ({
  method: "POST",
  path: "/templates/email/create",
  input: requestBody(
    snake({
      templateName: Text(),
      subject: Text(),
      body: Text(),
      plaintextBody: optional(Schema.String),
      preheader: optional(Schema.String),
      tags: optional(Schema.Array(Schema.String)),
      shouldInlineCss: optional(Schema.Boolean)
    })
  ),
  output: answer({ emailTemplateId: optional(Schema.String) }),
  idempotent: false,
  fails: [InvalidEmailTemplate, InvalidTags],
  permission: "templates.email.create",
  see: "https://www.braze.com/docs/api/endpoints/templates"
}))

/** Gets an email template: `GET /templates/email/info`. Needs the permission `templates.email.info`. */
export const getEmailTemplate = operation("getEmailTemplate", () => ({
  method: "GET",
  path: "/templates/email/info",
  input: snake({ emailTemplateId: Text() }),
  output: answer({
    emailTemplateId: optional(Schema.String),
    templateName: optional(Schema.String),
    description: optional(Schema.String),
    subject: optional(Schema.String),
    preheader: optional(Schema.String),
    body: optional(Schema.String),
    plaintextBody: optional(Schema.String),
    shouldInlineCss: optional(Schema.Boolean),
    tags: optional(Schema.Array(Schema.String)),
    createdAt: optional(Schema.String),
    updatedAt: optional(Schema.String)
  }),
  idempotent: true,
  fails: [InvalidEmailTemplate],
  permission: "templates.email.info",
  see: "https://www.braze.com/docs/api/endpoints/templates"
}))

const listEmailTemplatesPage = operation("listEmailTemplates", () => ({
  method: "GET",
  path: "/templates/email/list",
  input: snake({
    /** A time, sent in UTC. */ modifiedAfter: optional(Moment.Text()),
    /** A time, sent in UTC. */ modifiedBefore: optional(Moment.Text()),
    /** 1 to 1000. */ limit: optional(whole(1, 1000)),
    offset: optional(Schema.Int)
  }),
  output: answer({
    count: optional(Schema.Finite),
    templates: Schema.Array(
      snake({
        emailTemplateId: optional(Schema.String),
        templateName: optional(Schema.String),
        createdAt: optional(Schema.String),
        updatedAt: optional(Schema.String),
        tags: optional(Schema.Array(Schema.String))
      })
    )
  }),
  idempotent: true,
  fails: [InvalidListRange],
  permission: "templates.email.list",
  see: "https://www.braze.com/docs/api/endpoints/templates"
}))

/** Lists email templates; `.stream` reads all pages: `GET /templates/email/list`. Needs the permission `templates.email.list`. */
export const listEmailTemplates = Pages.byOffset(listEmailTemplatesPage, {
  items: ({ templates }) => templates,
  offset: "offset",
  limit: "limit",
  size: 100,
  total: ({ count }) => count
})

/**
 * Updates an email template: `POST /templates/email/update`. Idempotent: a repeat ends in the same state. Needs the permission
 * `templates.email.update`. At least one of `templateName`, `subject`, `body`, `plaintextBody`, `preheader`, `tags` and
 * `shouldInlineCss`.
 */
export const updateEmailTemplate = operation("updateEmailTemplate", () => ({
  method: "POST",
  path: "/templates/email/update",
  input: requestBody(
    snake(
      {
        emailTemplateId: Text(),
        templateName: optional(Schema.String),
        subject: optional(Schema.String),
        body: optional(Schema.String),
        plaintextBody: optional(Schema.String),
        preheader: optional(Schema.String),
        tags: optional(Schema.Array(Schema.String)),
        shouldInlineCss: optional(Schema.Boolean)
      },
      atLeastOne("templateName", "subject", "body", "plaintextBody", "preheader", "tags", "shouldInlineCss")
    )
  ),
  output: answer({}),
  idempotent: true,
  fails: [InvalidEmailTemplate, InvalidTags],
  permission: "templates.email.update",
  see: "https://www.braze.com/docs/api/endpoints/templates"
}))
