/** The keys with which the apps of a workspace prove who their users are: one of an app's is the primary one. */
import type * as Simulation from "../../../testing/Simulation.ts"
import { type Handler, type Handlers, type Item, named, success, unknown, valid } from "./objects.ts"

type Request = Simulation.SimulatedRequest

const keysOfApps = () => {
  const keys = new Map<string, ReadonlyArray<Item>>()
  const of = (request: Request): ReadonlyArray<Item> => keys.get(named(request, "app_id")) ?? []
  const set = (request: Request, now: ReadonlyArray<Item>): ReadonlyArray<Item> => {
    keys.set(named(request, "app_id"), now)
    request.apply(named(request, "app_id"), now)
    return now
  }
  return { of, set }
}

type Keys = ReturnType<typeof keysOfApps>

const secondary = (key: Item): Item => ({ ...key, is_primary: false })

// Page “SDK authentication”: so many keys for each app.
const most = 3

const create = ({ of, set }: Keys): Handler =>
  valid((request) => {
    const { description, make_primary: asked, rsa_public_key_str: rsa_public_key } = request.fields
    const others = of(request)
    if (others.length >= most) return unknown()
    const is_primary = asked === true || others.length === 0
    const key = { id: request.chance.uuid(), rsa_public_key, description, is_primary }
    set(request, [...(is_primary ? others.map(secondary) : others), key])
    return success({ id: key.id }, 200)
  })

/** Does something with one of an app's keys; the answer has all that there are then. */
const withKey = (
  { of, set }: Keys,
  act: (key: Item, others: ReadonlyArray<Item>) => ReadonlyArray<Item>
): Handler =>
  valid((request) => {
    const all = of(request)
    const key = all.find(({ id }) => id === named(request, "key_id"))
    if (key === undefined) return unknown()
    const others = all.filter((one) => one !== key)
    return success({ keys: set(request, act(key, others)) }, 200)
  })

/** No keys yet. */
export const sdkKeys = (): Handlers => {
  const keys = keysOfApps()
  return {
    createSdkKey: create(keys),
    listSdkKeys: (request) => success({ keys: keys.of(request) }, 200),
    setPrimarySdkKey: withKey(keys, (key, others) => [
      ...others.map(secondary),
      { ...key, is_primary: true }
    ]),
    deleteSdkKey: withKey(keys, (_, others) => others)
  }
}
