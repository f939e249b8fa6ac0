/** A request as a simulated vendor receives it, and the credentials that can be read from it. */
import { isRecord, make as makeWire } from "../../contract/Wire.ts"

/** The part of a request that comes first: faults are chosen by it. */
export interface Head {
  readonly method: string
  readonly url: URL
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

/** A whole request. `body` is its JSON; `undefined` where it has none or none that can be read. */
export interface Received extends Head {
  readonly text: string
  readonly body: unknown
}

/** Adds the body to a head. */
export const make = (head: Head, text: string): Received => ({
  ...head,
  text,
  body: makeWire(0, {}, text).body
})

const scheme = (name: string, { headers }: Head): string | undefined => {
  const [word = "", ...rest] = (headers["authorization"] ?? "").split(" ")
  return word.toLowerCase() === name && rest.length > 0 ? rest.join(" ").trim() : undefined
}

/** What follows `Bearer` in the authorization header. */
export const bearerOf = (head: Head): string | undefined => scheme("bearer", head)

/** The credentials of an `Authorization: Basic` header: parts joined by colons. */
export const basicOf = (head: Head): string | undefined => {
  const encoded = scheme("basic", head)
  if (encoded === undefined || !/^[A-Za-z0-9+/]*={0,2}$/.test(encoded) || encoded.length % 4 !== 0)
    return undefined
  return new TextDecoder().decode(Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0)))
}

/** The body as an object; an empty one where it is none. */
export const fieldsOf = ({ body }: Received): Readonly<Record<string, unknown>> =>
  isRecord(body) ? body : {}
