/** What a document says beside its operations, and no code is written for: collected, so that nobody thinks it is there. */
import { isRecord } from "../../contract/Wire.ts"
import type { Losses } from "./losses.ts"
import { below, memberOf } from "./pointer.ts"

type Raw = Readonly<Record<string, unknown>>

const namesOf = (value: unknown): ReadonlyArray<string> => (isRecord(value) ? Object.keys(value) : [])

/** Credentials of an operation, as far as they are not those of all. None is what `anonymous` is for. */
const hasOwnCredentials = (operation: Raw, document: Raw): boolean => {
  const own = operation["security"]
  const isSome = Array.isArray(own) && own.some((one) => isRecord(one) && Object.keys(one).length > 0)
  return isSome && JSON.stringify(own) !== JSON.stringify(document["security"])
}

/** What stands beside an operation. */
export const noteBeside = (document: Raw, item: Raw, operation: Raw, where: string, losses: Losses): void => {
  for (const name of namesOf(operation["callbacks"]))
    losses.noted("a callback: the vendor calls it, and it is no operation", below(where, "callbacks", name))
  if (operation["servers"] !== undefined || item["servers"] !== undefined)
    losses.noted("a server of its own: say in errors.json which of the hosts it is", where)
  if (hasOwnCredentials(operation, document)) losses.noted("credentials other than those of all", where)
}

/** What stands beside all operations. */
export const noteWebhooks = (document: Raw, losses: Losses): void => {
  for (const name of namesOf(document["webhooks"]))
    losses.noted("a webhook: the vendor calls it, and it is no operation", below("/webhooks", name))
}

/** A text; empty where there is none. */
export const textOf = (value: unknown): string => (typeof value === "string" ? value : "")

/** The addresses of servers, with the usual values of their variables. */
export const serversOf = (document: Raw): ReadonlyArray<string> =>
  (Array.isArray(document["servers"]) ? document["servers"] : []).map((server) =>
    textOf(memberOf(server, "url")).replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
      textOf(memberOf(memberOf(memberOf(server, "variables"), name), "default"))
    )
  )
