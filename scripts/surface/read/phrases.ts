/** What was collected in notes, as sentences: why operations are idempotent or not, and what their callers must know. */

/** Why an operation is idempotent, or is not: it follows “Idempotent:” or “Not idempotent:”. */
const whys: Readonly<Record<string, string>> = {
  "a repeat may answer 404": "a repeat may be answered with 404",
  "a repeat may be refused as unknown id": "a repeat may be refused, for the id is gone",
  "an attempt counts": "every attempt counts",
  "creates twice": "a repeat creates another",
  "makes another; the name is immutable, uniqueness not stated":
    "a repeat makes another; whether a name may be taken twice is not documented",
  "makes another; three at most": "a repeat makes another, of which there are three at most",
  "makes another; uniqueness not stated":
    "a repeat makes another; whether a name may be taken twice is not documented",
  replaces: "it replaces what was there",
  "replaces the schedule": "it replaces the schedule",
  "same end state": "a repeat ends in the same state",
  "same end state; a repeat finds nothing": "a repeat ends in the same state, and finds nothing",
  "same end state; a repeat reports errors inside the success":
    "a repeat ends in the same state, and reports errors in a success",
  "same end state; asynchronous": "a repeat ends in the same state, after a while",
  "schedules twice": "a repeat schedules another",
  "sends another password": "a repeat sends another password",
  "sends twice": "a repeat sends again",
  "sends twice; send_id is for reports only": "a repeat sends again; `send_id` is for reports only",
  "starts a job; a second one while it runs answers 429":
    "it starts a job; a second one is refused with 429 while it runs",
  "starts an export": "a repeat starts another export",
  "starts an export; a second one while it runs answers 429":
    "it starts an export; a second one is refused with 429 while it runs",
  "starts twice": "a repeat starts another",
  "absolute values": "it sets values, whatever they were",
  "action; repeat not documented": "what a repeat does is not documented",
  "applies a template again": "a repeat applies the template again",
  "code is unique, what a repeat answers is not documented: list by code first":
    "a code is unique, and how a repeat is answered is not documented; list by code first",
  creates: "a repeat creates another",
  "imports; repeat not documented": "what a repeat of the import does is not documented",
  "makes a URL or token only": "it only makes a URL or a token",
  "may create twice": "a repeat may create another",
  "membership change; repeat not documented":
    "what a repeat of a change of membership does is not documented",
  "no version field; whole replacement, not verified":
    "it replaces the whole object, which has no version; that a repeat is harmless is not verified",
  reboots: "a repeat reboots again",
  "runs code": "a repeat runs the code again",
  "sends mail": "a repeat sends the mail again",
  "sets a state": "it sets a state, whatever it was",
  "sets a state; a repeat is harmless or a clean refusal, inferred: stays false until verified":
    "it sets a state; that a repeat is harmless is inferred, not documented",
  "spends a licence": "a repeat spends another licence",
  "starts another job": "a repeat starts another job",
  "the token is shown once": "a repeat makes another token, and each is shown only once",
  upgrades: "a repeat upgrades again"
}

/** Why, as a sentence goes on. */
export const whyOf = (noted: string): string => whys[noted] ?? noted

/** Facts; empty where the operation itself says the same. */
const facts: Readonly<Record<string, string>> = {
  "200 without a body": "",
  "bare array": "",
  "redirect; location is the result": "",
  "text/csv in practice, spec says JSON null": "",
  "413 ResponseTooLarge": "",
  "uid, 35 days": "their `uid` for 35 days",
  "18000 s": "5 hours",
  "400 wrong user state, 401 not allowed, 404 no such user":
    "400 means that the user is in another state, 401 that it is not allowed, 404 that there is no such user",
  "429 while 10 bill jobs run: wait minutes, not seconds; no class in the catalogue yet (propose TooManyBillJobs)":
    "refused with 429 while ten bill jobs run; then it takes minutes, not seconds",
  "1..1000 measurements": "takes 1 to 1,000 measurements",
  "2000 rows per upsert": "takes at most 2,000 rows",
  "31 days or 5000 bills, else an error without stated status":
    "takes at most 31 days or 5,000 bills; with which status more is refused is not documented",
  "accountIds 1..100": "",
  "billIds 1..10": "",
  "billIds 1..100": "",
  "expiresIn 60..3600 s": "`expiresIn` is 60 to 3,600 seconds",
  "expiresIn 60..5184000 s": "`expiresIn` is 60 to 5,184,000 seconds",
  "file 1..1073741824 bytes; fileName 1..100; contentType application/json or text/json":
    "a file has 1 to 1,073,741,824 bytes, and is `application/json` or `text/json`",
  "limit 1..2000 rows": "gives at most 2,000 rows",
  "limit 1..20000 rows; hasMoreData says cut off; no cursor":
    "gives at most 20,000 rows; `hasMoreData` says that there are more, which cannot be read on",
  "limit 1..5000 points per query": "gives at most 5,000 points for each query",
  "request body below 512,000 bytes, else 403": "a body of 512,000 bytes or more is refused with 403",
  "not more often than every 15 minutes": "it may run every 15 minutes, and not more often",
  "customFields left out are erased": "`customFields` that are left out are erased",
  "date filters need accountId": "filters by date need `accountId`",
  "effect, action and resource lower case": "`effect`, `action` and `resource` are in lower case",
  "endDate after startDate and not after tomorrow 00:00 UTC":
    "`endDate` is after `startDate`, and not after tomorrow, 00:00 UTC",
  "exactly one accountId, with billingFrequency and billFrequencyInterval":
    "takes exactly one account id, with `billingFrequency` and `billFrequencyInterval`",
  "exactly one of planId, planGroupId": "takes exactly one of `planId` and `planGroupId`",
  "exactly one of planId, planGroupId; overlap refused":
    "takes exactly one of `planId` and `planGroupId`; times that overlap are refused",
  "exactly one of planId, planTemplateId; exactly one of aggregationId, compoundAggregationId":
    "takes exactly one of `planId` and `planTemplateId`, and of `aggregationId` and `compoundAggregationId`",
  "groups need aggregations": "`groups` need `aggregations`",
  "ids excludes every other filter": "with `ids` no other filter is taken",
  "one per counter, account and day": "there is one of a counter, an account and a day",
  "only one of active, status, billId; otherwise 400":
    "takes only one of `active`, `status` and `billId`, else it is refused with 400",
  "refused while PENDING; irreversible": "refused while it is `PENDING`; it cannot be undone",
  "refused while a covered bill is PENDING": "refused while one of its bills is `PENDING`",
  "PUT raw array to url with the returned headers, no bearer, within 1 minute":
    "the file is sent with PUT to `url`, with the headers of the answer and without credentials, within a minute",
  "PUT within 1 minute; at most 100 MiB; contentType application/jsonl or text/csv":
    "the file is sent with PUT within a minute: at most 100 MiB of `application/jsonl` or `text/csv`",
  "presigned GET": "the URL is read with GET and without credentials",
  "presigned GET valid 1 hour": "the URL is read with GET and without credentials, within an hour",
  "presigned GET valid 15 minutes; only jobs of the last 24 hours":
    "the URL is read with GET and without credentials, within 15 minutes; only jobs of the last 24 hours have one",
  "presigned GET, valid 5 minutes, JSON log":
    "the URL of a log of JSON is read with GET and without credentials, within 5 minutes",
  "200 with success=false": "a 200 may say `success: false`",
  "200 with updatedEntities and failedEntities": "a 200 may name entities that failed, in `failedEntities`",
  "validation is asynchronous; refusals appear as events ingest.validation.failure":
    "what is received is checked later; what is refused appears as events `ingest.validation.failure`",
  "GET billjobs/{id} status": "`getBillJob`, by its `status`",
  "GET statementjobs/{id}; url absent while PENDING or RUNNING":
    "`getStatementJob`; there is no URL while it is `PENDING` or `RUNNING`",
  'message with "not online" when the device is offline':
    "the message says “not online” where the device is offline",
  "503 without an MQTT connection of the device": "answered with 503 where the device has no MQTT connection"
}

/** A fact as a sentence, or the end of one; empty where there is nothing to say besides. */
export const phraseOf = (noted: string): string => facts[noted] ?? noted
