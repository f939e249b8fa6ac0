/** Whether a call was carried out although it failed, where that depends on the operation. */
import type { Delivery } from "../CallReport.ts"
import { type AnyFailure, type AnyFailureClass, classOf, deliveryOf, withReport } from "../Failure.ts"
import type { AnySpec } from "./facts.ts"

type Promises = Pick<AnySpec, "harmless">

/** As far as the failure's class and the operation tell. */
export const deliveryAfter = ({ harmless }: Promises, failure: AnyFailureClass): Delivery =>
  harmless?.includes(failure) === true ? "Refused" : deliveryOf(failure.facts)

/** The failure, with what the vendor's page promises of the operation that it is about. */
export const withPromise = ({ harmless }: Promises, failure: AnyFailure): AnyFailure =>
  harmless?.includes(classOf(failure)) === true ? withReport(failure, { delivery: "Refused" }) : failure
