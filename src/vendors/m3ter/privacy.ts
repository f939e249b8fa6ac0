/** Fields of m3ter's requests and answers with personal data, and with secrets whose names do not say so. */
import type { Privacy } from "../../contract/privacy.ts"

/**
 * m3ter allows personal data in an account's name, addresses and e-mail only; free-form fields of measurements may hold some all the
 * same. An account's name and code are named by the operations on accounts, for a meter has them too.
 */
export const privacy: Privacy = {
  personal: [
    "emailAddress",
    "email",
    "address",
    "addressLine1",
    "addressLine2",
    "addressLine3",
    "addressLine4",
    "serviceAccountEmail",
    "firstName",
    "lastName",
    "contactNumber",
    "taxId",
    "customFields",
    "accountName",
    "accountCode",
    "parentAccountName",
    "account",
    "who",
    "where",
    "what",
    "other",
    "metadata",
    "m3terEvent",
    // What a query of the Data Explorer looks for: values of dimensions, and names of accounts among them.
    "filter"
  ],
  secrets: [
    "credentials",
    "configData",
    "downloadUrl",
    "uploadUrl",
    "presignedJsonStatementUrl",
    "presignedCsvStatementUrl"
  ]
}
