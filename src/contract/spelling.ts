/** The body of a request in its spelling on the wire. */
import type { Outgoing } from "./Outgoing.ts"
import { isRecord } from "./Wire.ts"

/** A body as it is sent, and its media type. */
export interface Spelling {
  readonly type: string
  readonly body: string | Uint8Array
}

const formOf = (fields: unknown): ReadonlyArray<[string, string]> =>
  Object.entries(isRecord(fields) ? fields : {}).flatMap(([name, value]) =>
    [value]
      .flat()
      .flatMap((one): ReadonlyArray<[string, string]> =>
        one === undefined || one === null
          ? []
          : [[name, typeof one === "object" ? JSON.stringify(one) : String(one)]]
      )
  )

/** The body as it is sent; `undefined` where there is none. */
export const spell = ({ body, content }: Pick<Outgoing, "body" | "content">): Spelling | undefined => {
  if (body === undefined) return undefined
  if (content === "json") return { type: "application/json", body: JSON.stringify(body) }
  if (content === "form") {
    const text = new URLSearchParams([...formOf(body)]).toString()
    return { type: "application/x-www-form-urlencoded", body: text }
  }
  return { type: content, body: body instanceof Uint8Array ? body : String(body) }
}
