/** IXON's 674 operations, judged by its own schemas. */
import * as Ixon from "../../src/vendors/ixon/all.ts"
import { judge } from "./judging.ts"

const ids = "IXON's documentation gives ids 12 characters, its schemas give them any number"

judge({
  name: "ixon",
  module: Ixon,
  vendor: Ixon.vendor,
  operations: 674,
  inside: 4_130,
  outside: 4_860,
  differs: {
    "Ixon.createAccessToken: no input can be made": "a password is Redacted, which nobody can make up",
    "Ixon.createAccessToken: Unreadable":
      "it is called for the token alone: an answer without one is of no use",
    "Ixon.queryData: from is undefined": "it reads its lists where they stand, with what stands beside them",
    "Ixon.deleteAccessToken: a valid input is refused at publicId": ids,
    "Ixon.listAgentDevices: a valid input is refused at": ids,
    "Ixon.getAgent: a valid input is refused at": ids,
    "Ixon.getCompany: a valid input is refused at": ids,
    "Ixon.queryData: a valid input is refused at sources": ids
  }
})
