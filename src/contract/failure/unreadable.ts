/** What an answer that could not be read means, by what became of the call. */
import type { Delivery } from "../CallReport.ts"

/** Of an answer in the vendor's own form to a call that changes something, the facts of `Unreadable` speak themselves. */
export const unreadable: Partial<Record<Delivery, { readonly means: string; readonly remedy: string }>> = {
  Refused: {
    means: "An answer came, but it could not be read. The operation only reads, so nothing was changed.",
    remedy:
      "Ask again later; if it lasts, check the base URL and any proxy on the way, and report the answer."
  },
  Unknown: {
    means:
      "The answer has the status of a success, but not the form of the vendor's answers: something on the way, such as a proxy or a login page, may have written it.",
    remedy:
      "Look up at the vendor whether it was done before sending it again; check the base URL and any proxy on the way."
  }
}
