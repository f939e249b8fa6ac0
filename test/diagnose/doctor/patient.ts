/** The made-up shop as a patient: its host is where the test says, and its key is tried by reading an order. */
import { Config, type Effect, Redacted, Schema } from "effect"
import { type Checkup, doctor, type DoctorOptions, type Patient } from "../../../src/diagnose/Diagnose.ts"
import * as Auth from "../../../src/pipeline/Auth.ts"
import type * as Layers from "../../../src/pipeline/layer.ts"
import * as Shop from "../../shop/shop.ts"

export interface Options extends Layers.Options {
  readonly key: Redacted.Redacted
  readonly baseUrl: string
}

export type ShopPatient = Patient<Options, Shop.ShopApi>

export const secret = "shop-key-4f1c"

const fromEnvironment = () =>
  Config.all({
    key: Config.schema(Schema.RedactedFromValue(Schema.NonEmptyString), "SHOP_KEY"),
    baseUrl: Config.NonEmptyString("SHOP_BASE_URL")
  })

/** The shop. */
export const shop: ShopPatient = {
  vendor: { ...Shop.vendor, lastingSilence: "Call the shop's porter." },
  doctor: {
    api: Shop.ShopApi,
    fromEnvironment,
    connection: ({ baseUrl, key }) => ({
      auth: Auth.bearer(key),
      keys: { key },
      settings: { shopId: "1" },
      hosts: { main: baseUrl }
    }),
    hosts: { main: { address: "Compare SHOP_BASE_URL." } },
    checks: [
      {
        step: "credentials",
        subject: "key",
        calls: [{ operation: Shop.getOrder, input: { id: "1" } }],
        proves: "The key opens the shop.",
        refused: { "Shop.TokenExpired": "Shops change their locks." }
      }
    ]
  }
}

/** The same shop that tells the doctor other things. */
export const shopWith = (facts: Partial<ShopPatient["doctor"]>): ShopPatient => ({
  ...shop,
  doctor: { ...shop.doctor, ...facts }
})

/** Examines the way to a shop at an address. */
export const examineAt = (
  baseUrl: string,
  options: Omit<DoctorOptions<Options>, "connect"> & Partial<Options> = {},
  patient: ShopPatient = shop
): Effect.Effect<Checkup> => {
  const { timeout = "2 seconds", watch, ...connect } = options
  return doctor(patient, {
    timeout,
    connect: { key: Redacted.make(secret), ...connect, baseUrl: baseUrl.replace(/\/$/, "") },
    ...(watch === undefined ? {} : { watch })
  })
}

/** How the steps ended, in a line: `settings ok, proxy main ok, dns main failed, …`. */
export const ended = ({ steps }: Checkup): string =>
  steps
    .map(({ name, status, subject }) => `${name}${subject === null ? "" : ` ${subject}`} ${status}`)
    .join(", ")

/** The one step that failed. */
export const failedIn = (checkup: Checkup) => {
  const [step, ...others] = checkup.steps.filter(({ status }) => status === "failed")
  if (step === undefined || others.length > 0)
    throw new Error(`One step should have failed: ${ended(checkup)}`)
  return step
}

/** The step of that name, and of that host or check. */
export const stepIn = ({ steps }: Checkup, name: string, subject: string | null = "main") => {
  const step = steps.find((one) => one.name === name && one.subject === subject)
  if (step === undefined) throw new Error(`There is no step “${name} ${subject}”`)
  return step
}
