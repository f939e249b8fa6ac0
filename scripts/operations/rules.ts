/** The table of alerts. */
import type { Rule } from "./rule.ts"
import { ofCalls } from "./rules/calls.ts"
import { ofGuards } from "./rules/guards.ts"
import { ofOutbox } from "./rules/outbox.ts"

/** The rules, in the order of the page. */
export const rules: ReadonlyArray<Rule> = [...ofCalls, ...ofGuards, ...ofOutbox]
