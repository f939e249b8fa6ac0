/** Content blocks, email templates and preference centers. */
import { forge } from "../../../contract/Catalogue.ts"
import { ContentBlockNameTaken, ContentBlockNotFound } from "../failures.ts"
import { type Handler, type Handlers, kindOf, success, unknown } from "./objects.ts"

const contentBlocks = (): Handlers => {
  const { change, create, list, read } = kindOf({
    id: "content_block_id",
    listAt: "content_blocks",
    adds: ({ fields: { name } }) => ({
      liquid_tag: `{{content_blocks.\${${String(name)}}}}`,
      content_type: "html"
    }),
    refuses: ({ fields }, all) =>
      all.some(({ name }) => name === fields["name"]) ? forge(ContentBlockNameTaken, {}) : undefined,
    missing: () => forge(ContentBlockNotFound, {})
  })
  return {
    createContentBlock: create,
    updateContentBlock: change,
    getContentBlock: read,
    listContentBlocks: list
  }
}

const emailTemplates = (): Handlers => {
  const { change, create, list, read } = kindOf({ id: "email_template_id", listAt: "templates" })
  return {
    createEmailTemplate: create,
    updateEmailTemplate: change,
    getEmailTemplate: read,
    listEmailTemplates: list
  }
}

const preferenceCenters = (): Handlers => {
  const { change, create, get, list, read } = kindOf({
    id: "preference_center_api_id",
    by: "id",
    listAt: "preference_centers",
    adds: ({ fields: { name } }) => ({ liquid_tag: `{{preference_center.\${${String(name)}}}}` })
  })
  const address: Handler = (request) => {
    const { id = "", userId = "" } = request.params
    return get(id) === undefined
      ? unknown()
      : success(
          { preference_center_url: `https://preferences.example/${id}/${encodeURIComponent(userId)}` },
          200
        )
  }
  return {
    createPreferenceCenter: create,
    updatePreferenceCenter: change,
    getPreferenceCenter: read,
    listPreferenceCenters: list,
    getPreferenceCenterUrl: address
  }
}

/** None of them yet. */
export const content = (): Handlers => ({
  ...contentBlocks(),
  ...emailTemplates(),
  ...preferenceCenters()
})
