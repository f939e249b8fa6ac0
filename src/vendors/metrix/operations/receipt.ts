/** What Metrix answers to everything that it takes. */
import * as Schema from "effect/Schema"
import { lazy } from "../../../contract/lazy.ts"

const ReceiptFields = lazy(() => Schema.Struct({ status: Schema.Int, text: Schema.String }))

/**
 * Metrix has received the request: the status and text of its answer, since a 200 says no more. Whether the messages are kept, or
 * a push is delivered, can be seen in the Metrix dashboard only.
 */
export interface Receipt extends Schema.Schema.Type<ReturnType<typeof ReceiptFields>> {}
export const Receipt = lazy(() => Schema.Opaque<Receipt>()(ReceiptFields()))
