/** What a person does, as it comes from the page: bounded, checked, and answered with a sentence. */
import * as ByteSize from "effect/ByteSize"
import * as Effect from "effect/Effect"
import { MaxBodySize } from "effect/http/HttpIncomingMessage"
import { HttpServerRequest } from "effect/http/HttpServerRequest"
import type { HttpServerResponse } from "effect/http/HttpServerResponse"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { lazy } from "../contract/lazy.ts"
import { sentence } from "./guard.ts"
import type { Lanes } from "./sources.ts"

// A reason and the longest id fit many times.
const largest = ByteSize.kibibytes(16)

// A body that does not come to its end is not waited for.
const patience = "10 seconds"

const Because = lazy(() => Schema.Trim.check(Schema.isMinLength(1), Schema.isMaxLength(500)))
const Name = lazy(() => Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(1_024)))

const Action = lazy(() =>
  Schema.Union([
    Schema.TaggedStruct("pause", { scope: Name(), because: Because() }),
    Schema.TaggedStruct("resume", { scope: Name() }),
    Schema.TaggedStruct("requeue", { id: Name(), because: Because() }),
    Schema.TaggedStruct("resolve", {
      id: Name(),
      because: Because(),
      to: Schema.Literals(["delivered", "dead", "pending"])
    })
  ])
)

const read = lazy(() => Schema.decodeUnknownResult(Schema.fromJsonString(Action())))

const isJson = /^application\/json\b/i

/** Carries out what a request asks for. */
export const acting = (outbox: Lanes): Effect.Effect<HttpServerResponse, never, HttpServerRequest> =>
  Effect.gen(function* () {
    const request = yield* HttpServerRequest
    if (!isJson.test(request.headers["content-type"] ?? "")) return sentence(415, "An action is JSON.")
    const text = yield* request.text.pipe(
      Effect.timeout(patience),
      Effect.provideService(MaxBodySize, largest),
      Effect.option
    )
    if (text._tag === "None")
      return sentence(413, "An action is a few hundred characters of JSON, sent at once.")
    const action = read()(text.value)
    if (Result.isFailure(action))
      return sentence(400, "That is no action: give what it is about, and a reason.")
    return yield* outbox.act(action.success).pipe(
      // What was begun is carried through, whether or not anybody still waits for the answer.
      Effect.uninterruptible,
      Effect.map((done) => sentence(200, done)),
      Effect.catch(({ message }) => Effect.succeed(sentence(409, message)))
    )
  })
