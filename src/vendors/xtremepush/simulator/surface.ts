/**
 * What the simulated Xtremepush keeps besides campaigns and locations: segments, profiles that were imported, what was sent to whom,
 * lists that something was imported into, and one-time passwords.
 */
import type { Wire } from "../../../contract/Wire.ts"
import * as Simulation from "../../../testing/Simulation.ts"
import { done, isBlank, methods, type Model, notFound, ownFields, readers, refused } from "./objects.ts"

type Request = Simulation.SimulatedRequest

/** What answers operations, by their names. */
export type Handlers = Readonly<Record<string, (request: Request) => Wire>>

const secondsOf = ({ now }: Request): number => Math.floor(now / 1000)

/** Objects under ids that count up. */
const numbered = () => {
  const collection = Simulation.State.collection<Model>()
  let made = 0
  const add = (fields: Model, id = "id"): number => {
    collection.put(String(++made), { ...fields, [id]: made })
    return made
  }
  return { collection, add }
}

/** Profiles that were imported, each user once. */
const importedProfiles = () => {
  const { add, collection } = numbered()
  const put = (profile: Model): void => {
    const before = collection.all().find((one) => one["user_id"] === profile["user_id"])
    if (before === undefined) add(profile)
    else collection.put(String(before["id"]), { ...before, ...profile })
  }
  return { collection, put }
}

/** What was sent, and to whom. */
const sentPushes = () => {
  const [pushes, devices] = [numbered(), numbered()]
  const send = (request: Request, targets: ReadonlyArray<unknown>): void => {
    const campaign_id = Number(request.fields["id"])
    const create_time = secondsOf(request)
    const action_id = pushes.add({ campaign_id, create_time })
    targets.forEach((target) =>
      devices.add({ action_id, campaign_id, device_id: String(target), create_time, error: 0 })
    )
  }
  return { pushes: pushes.collection, devices: devices.collection, send }
}

/** What handlers leave for others to be read. */
export const records = () => ({ profiles: importedProfiles(), sent: sentPushes() })

const segments = (): Handlers => {
  const { create, info, list, remove, update } = methods("Segment", ({ title }) =>
    isBlank(title) ? { title: ["Title cannot be blank."] } : {}
  )
  return {
    createSegment: create,
    infoSegment: info,
    listSegments: list,
    deleteSegment: remove,
    updateSegment: update
  }
}

/** No method makes a list: one is there from the first import on. */
const lists = (): Handlers => {
  const collection = Simulation.State.collection<Model>()
  const { info, list } = readers(collection)
  return {
    importList: (request) => {
      const { id, items } = ownFields(request)
      if (isBlank(id)) return refused(400, "id cannot be blank.")
      const count = Array.isArray(items) ? items.length : 0
      const before = collection.get(String(id))
      request.apply(Simulation.identityOf({ id, items }))
      collection.put(String(id), { id: Number(id), count: Number(before?.["count"] ?? 0) + count })
      return done()
    },
    infoList: info,
    listLists: list,
    deleteList: (request) => {
      const { id } = request.fields
      if (isBlank(id)) return refused(400, "id cannot be blank.")
      request.apply(String(id))
      return collection.remove(String(id)) === undefined ? notFound : done()
    }
  }
}

/** The password that the simulator sends, always. */
export const oneTimePassword = "123456"

const oneTimePasswords = (): Handlers => {
  const { add, collection } = numbered()
  const { info, list } = readers(collection, "otp_id")
  return {
    generateOtp: (request) => {
      const { mobile_number, service_id } = request.fields
      if (isBlank(service_id)) return refused(400, "service_id cannot be blank.")
      const sent_ts = secondsOf(request)
      const id = add({ mobile_number, request_ts: sent_ts, sent_ts, source: "api" }, "otp_id")
      request.apply(String(id))
      return done()
    },
    // As the page on verification shows it: a refusal has the status 200.
    verifyOtp: ({ fields: { otp } }) =>
      otp === oneTimePassword
        ? done({ status: "success" })
        : done({ success: false, status: "failure", error: "Incorrect OTP" }),
    infoOtpHistory: info,
    listOtpHistory: list
  }
}

/** The methods of what has no other handler. */
export const surface = ({ profiles, sent }: ReturnType<typeof records>): Handlers => {
  const [ofProfiles, ofPushes] = [readers(profiles.collection), readers(sent.pushes)]
  return {
    ...segments(),
    ...lists(),
    ...oneTimePasswords(),
    infoProfile: ofProfiles.info,
    listProfiles: ofProfiles.list,
    infoPush: ofPushes.info,
    listPushes: ofPushes.list,
    listPushDevices: readers(sent.devices).list
  }
}
