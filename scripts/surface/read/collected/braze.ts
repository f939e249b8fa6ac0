/** Braze: pages on endpoints, read one by one, and no document that a machine could read. */
import type { Node, Text } from "../../../../src/generate/description.ts"
import type { Collection } from "./profile.ts"

const docs = "https://www.braze.com/docs/api/endpoints"

const text = (most?: number): Text => ({ kind: "string", least: 1, ...(most === undefined ? {} : { most }) })

const fieldTypes: Node = { kind: "enum", values: ["string", "number", "boolean", "time", "object", "array"] }

const fieldsOf = (most: number): Node => ({
  kind: "array",
  least: 1,
  most,
  items: {
    kind: "object",
    fields: {
      name: { required: true, schema: text(250) },
      type: { required: true, schema: fieldTypes }
    }
  }
})

const identifiers: Node = {
  kind: "union",
  members: [
    {
      kind: "object",
      fields: { external_id: { required: true, schema: { kind: "ref", name: "ExternalId" } } }
    },
    {
      kind: "object",
      fields: { user_alias: { required: true, schema: { kind: "ref", name: "UserAlias" } } }
    },
    ...["email", "phone"].map((name): Node => ({
      kind: "object",
      fields: {
        [name]: { required: true, schema: text() },
        prioritization: { required: true, schema: { kind: "ref", name: "Prioritization" } }
      }
    }))
  ]
}

const lists = ["attributes", "events", "purchases"]
const named = ["external_user_ids", "user_aliases"]
const objectId = { catalog_name: text(250), item_id: { ...text(250), pattern: "^[A-Za-z0-9_-]+$" } as const }

const schedule = "{time!:datetime,in_local_time?,at_optimal_time?}"
const series = [{ rule: "some", of: ["starting_at", "length"] }] as const
const item = {
  types: objectId,
  rules: [{ rule: "lacks", of: ["items", "id"] }]
} as const
const onlySet = "attributes that are only set may be set again; events and purchases are counted again"
const noAdd = "values are set again; what `$add` adds is added again"
const values = "A value of an item has at most 5,000 characters."
const items = {
  types: objectId,
  notes: [
    values,
    "Taken, not done: getCatalogItem shows what became of an item, and nothing reports a later refusal."
  ]
}
const broadcastOnly = [
  { rule: "some", of: ["recipients", "broadcast"] },
  { rule: "apart", of: ["broadcast", "recipients"] }
] as const

const recipients = (name: string): Node => ({ kind: "array", most: 50, items: { kind: "ref", name } })

/** Braze's operations as they were collected. */
export const braze: Collection = {
  title: "Braze",
  host: "rest",
  answers: { message: { kind: "enum", values: ["success"] } },
  vocabulary: {
    types: {
      alias: { kind: "ref", name: "UserAlias" },
      "{alias_name,alias_label}": { kind: "ref", name: "UserAlias" },
      event: { kind: "ref", name: "Event" },
      purchase: { kind: "ref", name: "Purchase" },
      audience: "object",
      minor: "any",
      catalog: "{name,description,num_items,updated_at,fields[]}"
    },
    fields: {
      ...Object.fromEntries(
        [
          "included_in_analytics_report",
          "analytics_tracking_enabled",
          "is_primary",
          "in_local_time",
          "at_optimal_time",
          "use_double_opt_in_logic"
        ].map((name) => [name, "boolean"])
      ),
      ...Object.fromEntries(
        [
          "size",
          "count",
          "purchase_quantity",
          "new_users",
          "dau",
          "mau",
          "uninstalls",
          "sessions",
          "inclusion_count",
          "array_length",
          "rows_synced",
          "rows_failed_with_errors",
          "num_items",
          "results_limit"
        ].map((name) => [name, "int"])
      ),
      revenue: "number",
      value: "any",
      external_id: { kind: "ref", name: "ExternalId" },
      external_ids: { kind: "array", items: { kind: "ref", name: "ExternalId" } },
      current_external_id: { kind: "ref", name: "ExternalId" },
      new_external_id: { kind: "ref", name: "ExternalId" },
      emails: "string[]",
      phones: "string[]",
      subscription_state: "subscribed|unsubscribed",
      fields: "{name,type}",
      filters: "{field,operator,value}",
      sort_order: "asc|desc",
      translation_map: "object",
      locale: "{uuid,name,country,language,locale_key}"
    }
  },
  resources: [
    ["/users/export", "userExports"],
    ["/users", "users"],
    ["/messages/live_activity", "liveActivities"],
    ["/messages", "messages"],
    ["/campaigns/trigger", "messages"],
    ["/canvas/trigger", "messages"],
    ["/sends", "messages"],
    ["/campaigns/translations", "translations"],
    ["/canvas/translations", "translations"],
    ["/templates/email/translations", "translations"],
    ["/content_blocks/translations", "translations"],
    ["/campaigns", "campaigns"],
    ["/canvas", "canvases"],
    ["/segments", "segments"],
    ["/events", "events"],
    ["/custom_attributes", "events"],
    ["/purchases", "purchases"],
    ["/kpi", "activity"],
    ["/sessions", "activity"],
    ["/email", "emailLists"],
    ["/sms", "sms"],
    ["/subscription", "subscriptions"],
    ["/v2/subscription", "subscriptions"],
    ["/preference_center", "preferenceCenters"],
    ["/content_blocks", "contentBlocks"],
    ["/templates/email", "emailTemplates"],
    ["/catalogs", "catalogs"],
    ["/cdi", "cdi"],
    ["/app_group/sdk_authentication", "sdkKeys"],
    ["/media_library", "mediaLibrary"],
    ["/transactional", "messages"],
    ["/scim", "dashboardUsers"]
  ],
  see: {
    userExports: `${docs}/export`,
    users: `${docs}/user_data`,
    liveActivities: `${docs}/messaging`,
    messages: `${docs}/messaging`,
    translations: `${docs}/translations`,
    campaigns: `${docs}/export`,
    canvases: `${docs}/export`,
    segments: `${docs}/export`,
    events: `${docs}/export`,
    purchases: `${docs}/export`,
    activity: `${docs}/export`,
    emailLists: `${docs}/email`,
    sms: `${docs}/sms`,
    subscriptions: `${docs}/subscription_groups`,
    preferenceCenters: `${docs}/preference_center`,
    contentBlocks: `${docs}/templates`,
    emailTemplates: `${docs}/templates`,
    catalogs: `${docs}/catalogs`,
    cdi: `${docs}/cdi`,
    sdkKeys: `${docs}/sdk_authentication`,
    mediaLibrary: `${docs}/media_library`,
    dashboardUsers: `${docs}/scim`
  },
  schemas: {
    CampaignRecipient: { kind: "given", sample: { external_user_id: "u1" } },
    CanvasRecipient: { kind: "given", sample: { external_user_id: "u1" } },
    EntryProperties: { kind: "given", sample: { plan: "gold" } },
    Event: { kind: "given", sample: { external_id: "u1", name: "opened", time: "2026-01-31T10:20:30Z" } },
    ExternalId: { kind: "given", sample: "u1" },
    Messages: {
      kind: "given",
      sample: { sms: { body: "Hello", subscription_group_id: "g1", app_id: "a1" } }
    },
    Prioritization: { kind: "given", sample: ["identified", "most_recently_updated"] },
    Purchase: {
      kind: "given",
      sample: { external_id: "u1", product_id: "p1", currency: "EUR", price: 2, time: "2026-01-31T10:20:30Z" }
    },
    UserIdentifier: identifiers,
    UserAlias: { kind: "given", sample: { alias_name: "anna", alias_label: "name" } },
    UserAttributes: { kind: "given", sample: { external_id: "u1", first_name: "Anna" } }
  },
  secrets: ["preference_center_url"],
  leftOut: (verified) =>
    verified === true ? undefined : "no page of the vendor's was found that shows its path and its fields",
  operations: {
    trackUsersInBulk: {
      types: { attributes: { kind: "array", items: { kind: "ref", name: "UserAttributes" } } },
      rules: [{ rule: "in all", of: lists, most: 1_000 }],
      byInput: onlySet,
      notes: [
        "At most 100 objects about one user.",
        "A body of more than 2 MB is refused with status 400.",
        "The counts are of objects that were queued; they are processed later. An object that a warning names was not recorded."
      ]
    },
    trackUserAtOnce: {
      types: { attributes: { kind: "array", most: 1, items: { kind: "ref", name: "UserAttributes" } } },
      rules: [{ rule: "in all", of: lists, most: 1 }],
      byInput: onlySet
    },
    mergeUsers: {
      types: {
        merge_updates: {
          kind: "array",
          least: 1,
          most: 50,
          items: {
            kind: "object",
            fields: {
              identifier_to_merge: { required: true, schema: { kind: "ref", name: "UserIdentifier" } },
              identifier_to_keep: { required: true, schema: { kind: "ref", name: "UserIdentifier" } }
            }
          }
        }
      },
      notes: ["Taken, not done: users are merged later, in no particular order."]
    },
    renameExternalIds: {
      notes: ["`renameErrors` names what was not renamed: an answer of success says nothing of each."]
    },
    removeExternalIds: {
      notes: ["`removalErrors` names what was not removed: an answer of success says nothing of each."]
    },
    exportUsersByIds: {
      types: { external_ids: { kind: "array", most: 50, items: { kind: "ref", name: "ExternalId" } } },
      rules: [
        {
          rule: "some",
          of: ["external_ids", "user_aliases", "device_id", "braze_id", "email_address", "phone"]
        }
      ],
      notes: [
        "An id that nobody has is no failure: `invalidUserIds` lists it. What a profile lacks is left out of it."
      ]
    },
    exportUsersBySegment: {
      secrets: ["url"],
      notes: [
        "Started, not done: one export of a segment at a time, and 100 of a company.",
        "`url` leads to the file once it is ready, for a few hours; whoever has it can read the profiles."
      ]
    },
    exportControlGroup: {
      secrets: ["url"],
      notes: [
        "Started, not done. `url` leads to the file once it is ready, for a few hours; whoever has it can read the profiles."
      ]
    },
    scheduleMessages: {
      types: {
        external_user_ids: { kind: "array", most: 50, items: { kind: "ref", name: "ExternalId" } },
        user_aliases: { kind: "array", most: 50, items: { kind: "ref", name: "UserAlias" } },
        messages: { kind: "ref", name: "Messages" },
        schedule
      },
      rules: [
        { rule: "some", of: [...named, "broadcast"] },
        { rule: "apart", of: ["broadcast", ...named] }
      ]
    },
    updateScheduledMessages: {
      types: { messages: { kind: "ref", name: "Messages" }, schedule },
      rules: [{ rule: "some", of: ["schedule", "messages"] }]
    },
    scheduleCampaignTrigger: {
      types: { recipients: recipients("CampaignRecipient"), attachments: "{file_name,url:url}[]", schedule },
      rules: [...broadcastOnly, { rule: "apart", of: ["broadcast", "attachments"] }],
      notes: ["A file has at most 2 MB."]
    },
    updateScheduledCampaignTrigger: { types: { schedule } },
    scheduleCanvasTrigger: {
      types: {
        recipients: recipients("CanvasRecipient"),
        canvas_entry_properties: { kind: "ref", name: "EntryProperties" },
        schedule
      },
      rules: [...broadcastOnly]
    },
    updateScheduledCanvasTrigger: { types: { schedule } },
    createSendId: { doubt: "whether a repeat with the same `send_id` counts again is not documented" },
    startLiveActivity: {
      types: { external_user_ids: { kind: "array", most: 50, items: { kind: "ref", name: "ExternalId" } } },
      rules: [{ rule: "one", of: ["external_user_ids", "segment_id", "custom_audience"] }]
    },
    getCanvasSeries: { rules: series },
    getCanvasSummary: { rules: series },
    listProducts: { types: { products: "string[]" } },
    listHardBounces: {
      types: { emails: "{email,hard_bounced_at}[]" },
      required: ["end_date"],
      rules: [{ rule: "some", of: ["start_date", "email"] }],
      notes: ["With an address, the dates say nothing."]
    },
    listUnsubscribes: {
      types: { emails: "{email,unsubscribed_at}[]" },
      required: ["end_date"],
      rules: [{ rule: "some", of: ["start_date", "email"] }],
      notes: ["With an address, the dates say nothing."]
    },
    setEmailStatus: { notes: ["An address that nobody has is no failure."] },
    listInvalidPhoneNumbers: {
      rules: [
        { rule: "together", of: ["start_date", "end_date"] },
        { rule: "some", of: ["start_date", "phone_numbers"] }
      ]
    },
    getUserSubscriptions: {
      types: {
        external_id: { kind: "array", most: 50, items: { kind: "ref", name: "ExternalId" } },
        users: "{email,phone,external_id:string,subscription_groups:{id,name,channel,status}[]}[]"
      },
      rules: [{ rule: "some", of: ["external_id", "email", "phone"] }]
    },
    setSubscriptionStatuses: {
      notes: ["At most 50 users in all; of one group either emails or phones, not both."]
    },
    createContentBlock: { types: { content: { ...text(), bytes: 51_200 } } },
    updateContentBlock: { types: { content: { kind: "string", bytes: 51_200 } } },
    updateEmailTemplate: {
      rules: [
        {
          rule: "some",
          of: ["template_name", "subject", "body", "plaintext_body", "preheader", "tags", "should_inline_css"]
        }
      ]
    },
    createCatalog: {
      types: {
        catalogs: {
          kind: "array",
          least: 1,
          most: 1,
          items: {
            kind: "object",
            fields: {
              name: { required: true, schema: text(250) },
              description: { schema: { kind: "string", most: 250 } },
              fields: { required: true, schema: fieldsOf(500) }
            }
          }
        }
      },
      notes: ["The first field is `id`, a string."]
    },
    deleteCatalog: { types: objectId },
    createCatalogItems: items,
    updateCatalogItems: { ...items, byInput: noAdd },
    replaceCatalogItems: items,
    deleteCatalogItems: { ...items, notes: items.notes.slice(1) },
    listCatalogItems: { types: objectId },
    getCatalogItem: { types: objectId },
    createCatalogItem: { ...item, notes: [values] },
    updateCatalogItem: { ...item, notes: [values], byInput: noAdd },
    replaceCatalogItem: { ...item, notes: [values] },
    deleteCatalogItem: { types: objectId },
    createCatalogFields: { types: { ...objectId, fields: fieldsOf(50) } },
    deleteCatalogField: { types: objectId },
    createCatalogSelection: { types: objectId },
    deleteCatalogSelection: { types: objectId },
    listCdiIntegrations: {
      types: {
        results:
          "{integration_id,app_group_id,integration_name,integration_type,integration_status,contact_emails:any,last_updated_at,warehouse_type,last_job_start_time,last_job_status,next_scheduled_run}[]"
      }
    },
    syncCdiIntegration: { notes: ["Started, not done: listCdiJobs shows what became of it."] },
    createSdkKey: { notes: ["An app has at most three keys."] },
    setPrimarySdkKey: { types: { keys: "{id,rsa_public_key,description,is_primary}[]" } },
    deleteSdkKey: { types: { keys: "{id,rsa_public_key,description,is_primary}[]" } },
    replaceAsset: {
      required: ["asset_url"],
      without: { asset_file: "how a file is sent is not documented" },
      types: { asset_url: { ...text(), format: "url" } },
      notes: ["At most 5 MB, with the file extension that the asset has."]
    },
    getDashboardUser: { types: { name: "{givenName,familyName}" } },
    createDashboardUser: { types: { name: "{givenName,familyName}" } },
    updateDashboardUser: { types: { name: "{givenName,familyName}" } },
    searchDashboardUsers: {
      types: {
        Resources: "{id,userName,name:{givenName,familyName},department,lastSignInAt,permissions:object}[]"
      }
    }
  }
}
