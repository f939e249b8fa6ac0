/** Xtremepush: pages on objects and their methods, which are alike, and no document that a machine could read. */
import type { Collection } from "./profile.ts"

const docs = "https://docs.xtremepush.com/reference"

const known = ["documented", "answer shape not documented", "two spellings"]

const twoPaths = (other: string) => `The vendor's page also writes the path as \`${other}\`.`
const empty = "Empty unless the project logs changes of subscriptions: it proves nothing."

/** Xtremepush's operations as they were collected. */
export const xtremepush: Collection = {
  title: "Xtremepush",
  host: "main",
  envelope: "model",
  silence: {
    kind: "object",
    fields: { code: { schema: { kind: "int" } }, message: { schema: { kind: "string" } } }
  },
  vocabulary: {
    types: {
      "string|int": { kind: "ref", name: "Id" },
      "triples|object": { kind: "array", items: { kind: "ref", name: "Condition" } },
      segment: { kind: "ref", name: "SegmentConditions" },
      sms: { kind: "enum", values: ["sms"] },
      "id|contact": { kind: "enum", values: ["id", "contact"] }
    },
    fields: {
      select: { kind: "array", items: { kind: "string", pattern: "\\S" } },
      order: { kind: "array", items: { kind: "string", pattern: "\\S" } },
      ...Object.fromEntries(
        [
          "action_id",
          "campaign_id",
          "create_time",
          "otp_id",
          "integration_id",
          "profile_id",
          "request_ts",
          "sent_ts",
          "delivered_ts",
          "verified_ts"
        ].map((name) => [name, "number"])
      )
    }
  },
  resources: [
    ["/campaign", "campaigns"],
    ["/location", "locations"],
    ["/profile", "profiles"],
    ["/segment", "segments"],
    ["/list/list", "lists"],
    ["/create/list", "lists"],
    ["/update/list", "lists"],
    ["/delete/list", "lists"],
    ["/info/list", "lists"],
    ["/import/list", "lists"],
    ["/device", "devices"],
    ["/event", "events"],
    ["/tag", "tags"],
    ["/push", "pushes"],
    ["/list/push-devices", "pushes"],
    ["/task", "tasks"],
    ["otp", "oneTimePasswords"]
  ],
  see: {
    campaigns: `${docs}/campaign-model`,
    locations: "https://docs.xtremepush.com/docs/external-api-overview",
    profiles: `${docs}/user-profile-import`,
    segments: `${docs}/segment-model`,
    lists: `${docs}/list-import`,
    devices: "https://docs.xtremepush.com/docs/external-api-overview",
    events: `${docs}/event-hit`,
    tags: "https://docs.xtremepush.com/docs/external-api-overview",
    pushes: `${docs}/push-list-device`,
    tasks: `${docs}/task-list`,
    oneTimePasswords: `${docs}/otp-history-list`
  },
  schemas: {
    Condition: { kind: "given", sample: ["id", "=", 1] },
    Id: { kind: "given", sample: 7 },
    SegmentConditions: {
      kind: "given",
      sample: { operator: "AND", "0": { operator: "AND", "0": ["country", "=", "IE"] } }
    }
  },
  secrets: [],
  leftOut: (verified) =>
    known.some((one) => String(verified).startsWith(one))
      ? undefined
      : `not documented by the vendor, or not enough of it: ${String(verified)}`,
  operations: {
    generateOtp: { notes: ["Taken, not delivered.", twoPaths("/api/otp/generate")] },
    listProfileSubscriptions: { notes: [empty] },
    importList: { doubt: "whether a repeat adds the items again is not documented" },
    verifyOtp: {
      notes: [
        "A wrong, expired or exhausted password is a failure, although its status is 200; every attempt counts.",
        twoPaths("/api/external/otp/verify")
      ]
    }
  }
}
