/** What a JSON Web Token claims (RFC 7519). It is read, not verified: nobody's right is decided by it here. */
import { isRecord } from "./Wire.ts"

/** The claims; `undefined` for what is no such token. */
export const claimsOf = (token: string): Readonly<Record<string, unknown>> | undefined => {
  const payload = token.split(".")
  if (payload.length !== 3) return undefined
  try {
    const bytes = atob((payload[1] ?? "").replaceAll("-", "+").replaceAll("_", "/"))
    const text = new TextDecoder().decode(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)))
    const claims: unknown = JSON.parse(text)
    return isRecord(claims) ? claims : undefined
  } catch {
    return undefined
  }
}
