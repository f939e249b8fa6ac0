/** A request as text, so that it can be sent again byte for byte. */
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import type { Outgoing } from "../../../contract/Outgoing.ts"
import { isRecord } from "../../../contract/Wire.ts"

const Frozen = Schema.fromJsonString(
  Schema.Struct({
    method: Schema.String,
    url: Schema.String,
    headers: Schema.Record(Schema.String, Schema.String),
    query: Schema.Array(Schema.Tuple([Schema.String, Schema.String])),
    body: Schema.optionalKey(Schema.Unknown),
    content: Schema.Literals(["json", "form"])
  })
)

/** The request as text, without credentials. `undefined` for one whose body is neither JSON nor a form. */
export const freeze = ({ body, content, headers, method, query, url }: Outgoing): string | undefined =>
  (content === "json" || content === "form") && (body === undefined || isRecord(body) || Array.isArray(body))
    ? JSON.stringify({ method, url, headers, query, body, content })
    : undefined

/** The request that was frozen; `undefined` where the text is none. */
export const thaw = (text: string): Outgoing | undefined =>
  Option.getOrUndefined(
    Option.map(Schema.decodeUnknownOption(Frozen)(text), ({ body, ...rest }) => ({ ...rest, body }))
  )
