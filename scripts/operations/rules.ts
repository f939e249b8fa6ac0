/** The table of alerts. */
import type { Rule } from "./rule.ts"
import { ofCalls } from "./rules/calls.ts"
import { ofGuards } from "./rules/guards.ts"
import { ofOutbox } from "./rules/outbox.ts"
import { ofRequests } from "./rules/requests.ts"

/** The rules, in the order of the page. */
export const rules: ReadonlyArray<Rule> = [...ofRequests, ...ofCalls, ...ofGuards, ...ofOutbox]
