/**
 * Answers that came compressed. Our fetch hands them over decompressed and without the header that says so, undici as they came;
 * an application's own client may do either, so the bytes tell.
 */
import * as Effect from "effect/Effect"
import { codeOf, Silence } from "./faults.ts"

type Decode = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array

const decoders = async (): Promise<Readonly<Record<string, Decode>>> => {
  const zlib = await import("node:zlib")
  // Some servers mean by `deflate` the bare stream, without the header that the standard wants.
  const deflate: Decode = (bytes, options) =>
    ((bytes[0] ?? 0) & 15) === 8 ? zlib.inflateSync(bytes, options) : zlib.inflateRawSync(bytes, options)
  return { gzip: zlib.gunzipSync, "x-gzip": zlib.gunzipSync, deflate, br: zlib.brotliDecompressSync }
}

/** Undoes the encodings, the last of them first. It rejects where the bytes are not so encoded, or are more than the limit. */
const inflate = async (
  bytes: Uint8Array,
  encodings: ReadonlyArray<string>,
  limit: number
): Promise<Uint8Array> => {
  const known = await decoders()
  return encodings.toReversed().reduce((rest, name) => {
    const decode = known[name]
    return decode === undefined ? rest : decode(rest, { maxOutputLength: limit })
  }, bytes)
}

const isText = (bytes: Uint8Array): boolean => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes) !== undefined
  } catch {
    return false
  }
}

const isGzip = ([first, second]: Uint8Array): boolean => first === 0x1f && second === 0x8b

const isZlib = ([first = 0, second = 0]: Uint8Array): boolean =>
  (first & 15) === 8 && ((first << 8) | second) % 31 === 0

/** Whether the bytes are still compressed. Compressed bytes are not text, but for the shortest of them. */
const isCompressed = (bytes: Uint8Array): boolean => bytes.length > 0 && (isZlib(bytes) || !isText(bytes))

const tooLarge = "ERR_BUFFER_TOO_LARGE"

const silence = (error: unknown): Silence => {
  const code = codeOf(error)
  const reason = code === tooLarge ? "too-large" : "cut-off"
  return new Silence({ reason, ...(code === undefined ? {} : { code }) })
}

/** Bytes that are not compressed after all stay: a client that decompresses may have handed over a picture. */
const orAsTheyCame =
  (bytes: Uint8Array) =>
  (error: unknown): Uint8Array => {
    if (isGzip(bytes) || codeOf(error) === tooLarge) throw error
    return bytes
  }

/** The answer's own bytes, of which there are no more than `limit`. */
export const decompressed = (
  bytes: Uint8Array,
  encoding: string | undefined,
  limit: number
): Effect.Effect<Uint8Array, Silence> => {
  if (encoding === undefined || !isCompressed(bytes)) return Effect.succeed(bytes)
  const encodings = encoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
  return Effect.tryPromise({
    try: () => inflate(bytes, encodings, limit).catch(orAsTheyCame(bytes)),
    catch: silence
  })
}
