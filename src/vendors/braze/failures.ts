/** Everything that Braze documents its REST API to refuse a request with, in the order of recognition: specials before the general. */
import {
  DashboardUserExists,
  DashboardUserNotFound,
  IntegrationNotFound,
  InvalidIntegrationId,
  JobInProgress
} from "./failures/accounts.ts"
import {
  CatalogBusy,
  CatalogLimitReached,
  CatalogNameTaken,
  CatalogNotFound,
  InvalidCatalog,
  InvalidCatalogField,
  InvalidCatalogItem,
  InvalidCatalogSelection,
  InvalidCursor,
  ItemAlreadyExists,
  ItemNotFound,
  TooManyCatalogObjects
} from "./failures/catalogs.ts"
import {
  AssetMissing,
  AssetNotFound,
  ContentBlockIsActive,
  ContentBlockNameTaken,
  ContentBlockNotFound,
  InvalidAsset,
  InvalidContentBlock,
  InvalidEmailTemplate,
  InvalidListRange,
  InvalidTags,
  InvalidTranslations,
  NotTranslatable,
  TranslationTargetNotFound
} from "./failures/content.ts"
import {
  AccessDenied,
  BadRequest,
  ClientError,
  Forbidden,
  GatewayFault,
  IpNotAllowed,
  MalformedBody,
  NotFound,
  RateLimited,
  Rejected,
  RequestTooLarge,
  ServerFault,
  Unauthorized,
  UnsupportedMediaType
} from "./failures/general.ts"
import {
  AndroidPushLengthExceeded,
  ApplePushLengthExceeded,
  InvalidCampaignId,
  InvalidCanvasId,
  InvalidExtraPushPayload,
  InvalidMessageVariant,
  LocalTimePassed,
  MaxIdsAndAliasesExceeded,
  MaxIdsExceeded,
  MaxInputLengthExceeded,
  MessageVariantUnspecified,
  MismatchedMessageType,
  NoMessageToSend,
  NoRecipients,
  SlideupMessageLengthExceeded,
  UnparseableSendAt
} from "./failures/messaging.ts"
import {
  AlreadyQueued,
  CampaignArchived,
  CampaignNotFound,
  CampaignPaused,
  MalformedCampaignId,
  NotTransactional
} from "./failures/transactional.ts"
import {
  EmailAndPhoneGiven,
  InvalidMerge,
  InvalidSubscriptionGroupId,
  NoValidData,
  TooManyMerges
} from "./failures/users.ts"

export { dialect, MinorError, MinorErrors } from "./failures/dialect.ts"
export { explainMinor, minorCodes } from "./failures/minor.ts"
export * from "./failures/accounts.ts"
export * from "./failures/catalogs.ts"
export * from "./failures/content.ts"
export * from "./failures/general.ts"
export * from "./failures/messaging.ts"
export * from "./failures/transactional.ts"
export * from "./failures/users.ts"

/** The catalogue. What is recognized by words or ids stands before what is recognized by its status alone. */
export const failures = [
  // the table of fatal errors
  NoRecipients,
  InvalidCampaignId,
  MessageVariantUnspecified,
  InvalidMessageVariant,
  MismatchedMessageType,
  InvalidExtraPushPayload,
  MaxInputLengthExceeded,
  MaxIdsAndAliasesExceeded,
  MaxIdsExceeded,
  NoMessageToSend,
  SlideupMessageLengthExceeded,
  ApplePushLengthExceeded,
  AndroidPushLengthExceeded,
  UnparseableSendAt,
  LocalTimePassed,
  InvalidCanvasId,
  // users and subscriptions
  NoValidData,
  TooManyMerges,
  InvalidMerge,
  InvalidSubscriptionGroupId,
  EmailAndPhoneGiven,
  // transactional sends
  NotTransactional,
  AlreadyQueued,
  CampaignNotFound,
  CampaignArchived,
  CampaignPaused,
  MalformedCampaignId,
  // catalogs
  CatalogBusy,
  CatalogNotFound,
  ItemNotFound,
  ItemAlreadyExists,
  CatalogNameTaken,
  CatalogLimitReached,
  TooManyCatalogObjects,
  InvalidCursor,
  InvalidCatalog,
  InvalidCatalogField,
  InvalidCatalogItem,
  InvalidCatalogSelection,
  // content
  ContentBlockNotFound,
  ContentBlockNameTaken,
  ContentBlockIsActive,
  InvalidListRange,
  InvalidTags,
  InvalidEmailTemplate,
  InvalidContentBlock,
  AssetNotFound,
  InvalidAsset,
  AssetMissing,
  TranslationTargetNotFound,
  NotTranslatable,
  InvalidTranslations,
  // ingestion and dashboard users
  JobInProgress,
  InvalidIntegrationId,
  IntegrationNotFound,
  DashboardUserNotFound,
  DashboardUserExists,
  // any request
  IpNotAllowed,
  Unauthorized,
  AccessDenied,
  Forbidden,
  NotFound,
  RequestTooLarge,
  UnsupportedMediaType,
  RateLimited,
  MalformedBody,
  BadRequest,
  ClientError,
  GatewayFault,
  ServerFault,
  Rejected
] as const

/** What an operation that takes ids or objects in lists may be refused for: too many of them. The page lists all three for any call. */
export const tooMany = [MaxInputLengthExceeded, MaxIdsAndAliasesExceeded, MaxIdsExceeded] as const

/**
 * What any send may be refused for. The page has one table for all endpoints that send, and does not say which of them meets which
 * row.
 */
export const unsendable = [
  NoRecipients,
  InvalidCampaignId,
  MessageVariantUnspecified,
  InvalidMessageVariant,
  MismatchedMessageType,
  InvalidExtraPushPayload,
  ...tooMany,
  NoMessageToSend,
  SlideupMessageLengthExceeded,
  ApplePushLengthExceeded,
  AndroidPushLengthExceeded,
  UnparseableSendAt,
  LocalTimePassed
] as const

/** What every operation may fail with. */
export const always = [
  IpNotAllowed,
  Unauthorized,
  AccessDenied,
  Forbidden,
  NotFound,
  RequestTooLarge,
  UnsupportedMediaType,
  RateLimited,
  MalformedBody,
  BadRequest,
  ClientError,
  GatewayFault,
  ServerFault,
  Rejected
] as const

/** What every operation may fail with: credentials, permissions, address, size, pace, or a server or gateway at fault. */
export type Always = InstanceType<(typeof always)[number]>
