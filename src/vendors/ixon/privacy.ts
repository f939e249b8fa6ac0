/** Fields of IXON's requests and answers with personal data, and with secrets whose names do not say so. */
import type { Privacy } from "../../contract/privacy.ts"

/** People, where they are, and what opens a device. */
export const privacy: Privacy = {
  personal: [
    "emailAddress",
    "newEmailAddress",
    "oldEmailAddress",
    "supportEmailAddress",
    "phoneNumber",
    "companyName",
    "fromName",
    "userName",
    "registeredBy",
    "feedback",
    "subject",
    "comment",
    "custom",
    "geoLocation",
    "location",
    "ip",
    "ipAddress",
    "macAddress",
    "deviceId",
    "serialNumber",
    "userAgent",
    "before",
    "after",
    "connectedUsers"
  ],
  // The operator and the column of a filter stay, its value does not: like(name,"…").
  parts: { filters: /(?<=,).*(?=\)$)/ },
  secrets: [
    "controlKey",
    "pullCode",
    "wlanKey",
    "cellularPincode",
    "cellularUsername",
    "lockCode",
    "clientKey",
    "clientCert",
    "certauth",
    "registrationCode",
    "couponCode",
    "downloadUrl"
  ]
}
