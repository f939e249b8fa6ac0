/** What Metrix answers to everything that it takes. */
import * as Schema from "effect/Schema"

/**
 * Metrix has received the request: its raw status and text, for a 200 says no more. Whether the messages are kept, or a push is
 * delivered, shows in the Metrix dashboard only.
 */
export interface Received extends Schema.Schema.Type<typeof ReceivedFields> {}
const ReceivedFields = Schema.Struct({ status: Schema.Int, text: Schema.String })
export const Received = Schema.Opaque<Received>()(ReceivedFields)
