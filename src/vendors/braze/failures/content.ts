/**
 * What the content endpoints refuse: Content Blocks, email templates, the media library and translations. Where Braze documents
 * a message without a status, it is recognized at any 4XX.
 */
import * as Schema from "effect/Schema"
import { body } from "../../../contract/Failure.ts"
import { contains, type Matcher, regex, oneOf, says, type Signature } from "../../../contract/Signature.ts"
import { Failure, ListedFailure, page } from "./dialect.ts"

const message = (matcher: Matcher): Signature => ({ status: "4xx", body: { message: matcher } })

/** There is no such Content Block here, or it has been deleted. */
export class ContentBlockNotFound extends Failure<ContentBlockNotFound>()("Braze.ContentBlockNotFound", {
  signature: message(
    oneOf(
      contains("Content Block ID is invalid for this App Group"),
      contains("Content Block ID cannot be blank"),
      contains("Content Block has been deleted")
    )
  ),
  category: "not-found",
  retry: "never",
  means: "The workspace has no Content Block with this id, or it has been deleted.",
  remedy: "Look up the id with contentBlocks/list in the workspace that the key belongs to.",
  see: page.blocks
}) {}

/** A Content Block of this name exists already. */
export class ContentBlockNameTaken extends Failure<ContentBlockNameTaken>()("Braze.ContentBlockNameTaken", {
  signature: message(contains("Content Block with this name already exists")),
  category: "conflict",
  retry: "never",
  means: "A Content Block of this name already exists.",
  remedy: "Update that block, or choose another name; after a repeated create this means that it is there.",
  see: page.blocks
}) {}

/** An active Content Block keeps its name and cannot become a draft again. */
export class ContentBlockIsActive extends Failure<ContentBlockIsActive>()("Braze.ContentBlockIsActive", {
  signature: message(
    oneOf(
      contains("name cannot be updated for active Content Blocks"),
      contains("Active Content Block can not be updated to Draft")
    )
  ),
  category: "conflict",
  retry: "never",
  means: "The Content Block is active: it can neither be renamed nor become a draft.",
  remedy: "Create a new Content Block.",
  see: page.blocks
}) {}

/** The list's time range, limit or offset breaks a rule. */
export class InvalidListRange extends Failure<InvalidListRange>()("Braze.InvalidListRange", {
  signature: message(
    regex(
      /modified (after|before) time (is invalid|must be)|content block number limit|offset (is invalid|must be greater)|include inclusion data/i,
      "Modified after time is invalid"
    )
  ),
  category: "invalid",
  retry: "never",
  means: "The time range, the limit or the offset of the list breaks a rule.",
  remedy: "Give times in ISO 8601, after not later than before, a limit from 1 to 1000, an offset above 0.",
  see: page.blocks
}) {}

/** A tag is not a text, or does not exist. */
export class InvalidTags extends Failure<InvalidTags>()("Braze.InvalidTags", {
  signature: message(
    oneOf(
      contains("Some tags could not be found"),
      contains("Tags must be an array"),
      contains("All tags must be strings")
    )
  ),
  category: "invalid",
  retry: "never",
  means: "The tags are not a list of texts, or one of them does not exist.",
  remedy: "Create the tags in the dashboard first; the API does not.",
  see: page.blocks
}) {}

/** The email template breaks a rule. */
export class InvalidEmailTemplate extends Failure<InvalidEmailTemplate>()("Braze.InvalidEmailTemplate", {
  signature: message(
    oneOf(
      contains("Template name is required"),
      contains("Email must have valid Content Block names"),
      contains("Invalid value for should_inline_css")
    )
  ),
  category: "invalid",
  retry: "never",
  means:
    "The email template lacks a name, names a Content Block that does not exist, or has a wrong should_inline_css.",
  remedy: "Correct what Braze names.",
  see: page.templates
}) {}

/** The Content Block breaks a rule: its name, description, content or state. */
export class InvalidContentBlock extends Failure<InvalidContentBlock>()("Braze.InvalidContentBlock", {
  signature: message(
    regex(
      /^\s*content (cannot be blank|must be|contains malformed)|content block (cannot be referenced within itself|description|name|state)/i,
      "Content cannot be blank"
    )
  ),
  category: "invalid",
  retry: "never",
  means: "The Content Block's name, description, content or state breaks a rule.",
  remedy:
    "Correct what Braze names: names under 100 letters and digits, descriptions under 250 characters, content under 50 KB of valid Liquid.",
  see: page.blocks
}) {}

const errorCode = (first: string, ...others: ReadonlyArray<string>) => ({
  error_code: oneOf(says(first), ...others.map(says))
})

/** There is no asset with this id in the media library. */
export class AssetNotFound extends Failure<AssetNotFound>()("Braze.AssetNotFound", {
  signature: { status: 404, body: errorCode("ASSET_NOT_FOUND") },
  category: "not-found",
  retry: "never",
  means: "The media library has no asset with this id.",
  remedy: "Check the asset's id and the workspace of the key.",
  see: page.media
}) {}

/** The asset cannot be taken: its URL, type, size or content is wrong. `code` says which. */
export class InvalidAsset extends Failure<InvalidAsset>()("Braze.InvalidAsset", {
  signature: {
    status: 400,
    body: errorCode(
      "INVALID_ASSET_URL",
      "EXTENSION_MISMATCH",
      "UNSUPPORTED_ASSET_TYPE_FOR_REPLACE",
      "ASSET_SIZE_EXCEEDS_LIMIT",
      "CORRUPT_FILE"
    )
  },
  carries: {
    code: body(
      "error_code",
      Schema.Literals([
        "INVALID_ASSET_URL",
        "EXTENSION_MISMATCH",
        "UNSUPPORTED_ASSET_TYPE_FOR_REPLACE",
        "ASSET_SIZE_EXCEEDS_LIMIT",
        "CORRUPT_FILE"
      ])
    )
  },
  category: "invalid",
  retry: "never",
  means: "Braze cannot take the asset: its URL, type, size or content is wrong.",
  remedy:
    "Correct what the code names: images, or ZIPs of images, under 5 MB, and of the same extension as the file they replace.",
  detail: ({ code }) => `The code is ${code}`,
  see: page.media
}) {}

/** The call names no asset, or no file for it. */
export class AssetMissing extends Failure<AssetMissing>()("Braze.AssetMissing", {
  signature: {
    status: 400,
    body: {
      message: oneOf(contains("asset_id is required"), contains("Either file or asset_url is required"))
    }
  },
  category: "invalid",
  retry: "never",
  means: "The call lacks the asset's id, or both its file and its URL.",
  remedy: "Give the id and exactly one of file and URL.",
  see: page.media
}) {}

const translation = (first: string, ...others: ReadonlyArray<string>): Signature => ({
  status: [400, 404],
  body: { "errors[]": oneOf({ id: oneOf(first, ...others) }, { message: oneOf(first, ...others) }) }
})

/** What is to be translated does not exist: the campaign, the variation, the message or the locale. */
export class TranslationTargetNotFound extends ListedFailure<TranslationTargetNotFound>()(
  "Braze.TranslationTargetNotFound",
  {
    signature: translation(
      "INVALID_CAMPAIGN_ID",
      "INVALID_LOCALE_ID",
      "INVALID_MESSAGE_VARIATION_ID",
      "MESSAGE_NOT_FOUND",
      "LOCALE_NOT_FOUND",
      "The provided locale code does not exist."
    ),
    category: "not-found",
    retry: "never",
    means: "The campaign, message variation, message or locale of the translation does not exist.",
    remedy: "Read the named error for which one, and copy its id from the dashboard.",
    see: page.translations
  }
) {}

/** The message cannot be translated: multi-language is off, or its channel is not supported. */
export class NotTranslatable extends ListedFailure<NotTranslatable>()("Braze.NotTranslatable", {
  signature: translation(
    "MULTI_LANGUAGE_NOT_ENABLED",
    "MULTI_LANGUAGE_NOT_ENABLED_ON_MESSAGE",
    "UNSUPPORTED_CHANNEL",
    "This message does not support multi-language."
  ),
  category: "conflict",
  retry: "never",
  means:
    "Multi-language is not enabled for the workspace or the message, or the channel does not support it.",
  remedy: "Enable multi-language in the dashboard, for the workspace and in the message.",
  see: page.translations
}) {}

const aboutTranslations = (text: Matcher): Signature => ({
  status: [400, 404],
  body: { "errors[]": { message: text } }
})

/** The translations cannot be taken: they lack an id, do not parse, or are larger than 20 MB. */
export class InvalidTranslations extends ListedFailure<InvalidTranslations>()("Braze.InvalidTranslations", {
  signature: aboutTranslations(
    oneOf(
      contains("The provided translations yielded errors when parsing"),
      contains("The provided translations are missing"),
      contains("The provided translations have exceeded the maximum of 20MB")
    )
  ),
  category: "invalid",
  retry: "never",
  means: "The translations lack an id, do not parse, or are larger than 20 MB.",
  remedy: "Read the named error; give every id of the source a translation.",
  see: page.translations
}) {}
