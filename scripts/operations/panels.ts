/** The table of panels: what is asked at three in the morning, and what answers. */
import type { Row } from "./panel.ts"
import { ofCalls } from "./panels/calls.ts"
import { ofDeliveries } from "./panels/deliveries.ts"
import { ofGuards } from "./panels/guards.ts"
import { ofLimits } from "./panels/limits.ts"

/** The rows of the dashboard, in order. */
export const rows: ReadonlyArray<Row> = [...ofCalls, ...ofGuards, ...ofLimits, ...ofDeliveries]
