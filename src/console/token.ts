/**
 * Who may see the console: whoever has its token. It is sent as a header, not kept as a cookie: a browser sends the cookies of
 * 127.0.0.1 to every port of it, so that any other program on the machine could read one.
 */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"

// 256 bits, and as much as a token of one's own has in base64.
const bytes = 32
const form = /^[\w-]{32,}$/

/** A token of one's own could be guessed, or is not one that fits into an address. */
export class WeakToken extends Data.TaggedError("WeakToken")<{}> {
  override get message(): string {
    return "The token of the console must be 32 or more letters, digits, hyphens and underscores: openssl rand -hex 32 makes one."
  }
}

/** The token that was given, or a new one. */
export const tokenOf = (
  given: Redacted.Redacted<string> | undefined
): Effect.Effect<Redacted.Redacted<string>, WeakToken> => {
  if (given === undefined) return Effect.sync(() => Redacted.make(randomBytes(bytes).toString("base64url")))
  return form.test(Redacted.value(given)) ? Effect.succeed(given) : Effect.fail(new WeakToken())
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest()

/** Compares what a request brings with the token; it takes as long however much of it is right. */
export const allows = (token: Redacted.Redacted<string>): ((header: string | undefined) => boolean) => {
  const wanted = digest(`Bearer ${Redacted.value(token)}`)
  return (header) => timingSafeEqual(digest(header ?? ""), wanted)
}
