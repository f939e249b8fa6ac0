/** What the network's codes mean, and what to do. */

/** Words on one code. */
export interface Words {
  readonly means: string
  readonly remedy: string
}

/** What a step says of a code, and of one that it does not know. */
export interface Vocabulary {
  readonly known: Readonly<Record<string, Words>>
  readonly otherwise: Words
}

/** The words on a code. */
export const wordsOn = ({ known, otherwise }: Vocabulary, code: string): Words =>
  Object.hasOwn(known, code) ? (known[code] ?? otherwise) : otherwise

/** Resolving a name. */
export const resolving: Vocabulary = {
  known: {
    ENOTFOUND: {
      means: "There is no such host name, as far as this machine's DNS knows.",
      remedy:
        "Compare the name letter by letter, and ask DNS for it (dig, nslookup). Inside a company's network it may be that only the proxy resolves names outside."
    },
    EAI_AGAIN: {
      means: "No DNS server answered.",
      remedy:
        "Check the network of this machine, its DNS servers (/etc/resolv.conf), and that its firewall lets port 53 out."
    },
    timeout: {
      means: "DNS did not answer in time.",
      remedy: "Check this machine's DNS servers (/etc/resolv.conf), and that its firewall lets port 53 out."
    }
  },
  otherwise: { means: "The host name did not resolve.", remedy: "Check this machine's DNS and the name." }
}

const silentDrop: Words = {
  means:
    "Nothing came back: most likely a firewall drops what is sent, here or on the way, or the route is broken.",
  remedy:
    "Ask who runs the network to let this machine out to the host and port, or through which proxy it must go."
}
const noRoute: Words = {
  means: "This machine's network has no way to the address.",
  remedy: "Check routes, VPN and firewall; of an IPv6 address, whether this network has IPv6 at all."
}

const forbids: Words = {
  means: "The firewall of this machine forbids the connection.",
  remedy: "Allow it there, or send through the proxy that is allowed."
}

/** Connecting. */
export const connecting: Vocabulary = {
  known: {
    ECONNREFUSED: {
      means: "The address refuses the connection: nothing listens on the port, or a firewall rejects it.",
      remedy: "Check the port in the base URL, then the firewall of this machine and of its network."
    },
    timeout: silentDrop,
    ETIMEDOUT: silentDrop,
    EHOSTUNREACH: noRoute,
    ENETUNREACH: noRoute,
    EACCES: forbids,
    EPERM: forbids,
    ECONNRESET: {
      means: "The connection was reset while it was made.",
      remedy: "Look for a firewall or proxy between this machine and the host that cuts connections."
    }
  },
  otherwise: {
    means: "No connection could be made.",
    remedy: "Check routes, firewalls and proxies between this machine and the host."
  }
}

const noTls: Words = {
  means:
    "What listens there does not speak TLS: plain HTTP on this port, or something in between that answers.",
  remedy: "Check the port in the base URL, and look for a proxy or a captive portal on the way."
}
const cutOff: Words = {
  means: "The connection was made, and cut while TLS was agreed on.",
  remedy:
    "Look for a firewall or proxy that cuts TLS by the name of the host, or ask the network's people whether it is allowed."
}

/** Agreeing on TLS. */
export const shaking: Vocabulary = {
  known: {
    ERR_SSL_WRONG_VERSION_NUMBER: noTls,
    ERR_SSL_PACKET_LENGTH_TOO_LONG: noTls,
    ERR_SSL_HTTP_REQUEST: noTls,
    EPROTO: noTls,
    ECONNRESET: cutOff,
    EPIPE: cutOff,
    closed: cutOff,
    timeout: {
      means: "The connection was made, and then nothing was said: TLS did not begin in time.",
      remedy:
        "Look for a firewall or proxy that takes connections and does not pass them on; check that the port is the one of https."
    },
    ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: {
      means: "This machine and the host have no version of TLS in common.",
      remedy: "Update Node, and look for --tls-max-v1.2 or the like in NODE_OPTIONS."
    }
  },
  otherwise: {
    means: "TLS could not be agreed on.",
    remedy: "Look for a proxy that inspects TLS, and for settings of TLS in NODE_OPTIONS."
  }
}

const unknownAuthority: Words = {
  means:
    "Nobody whom this machine trusts vouches for the certificate: most likely a proxy on the way inspects TLS.",
  remedy:
    "Ask whose certificate it is. If it is your company's proxy, give Node its authority: NODE_EXTRA_CA_CERTS=/path/to/ca.pem. Do not set NODE_TLS_REJECT_UNAUTHORIZED=0: it lets anybody read the credentials."
}

/** What is wrong with a certificate. */
export const certificates: Vocabulary = {
  known: {
    CERT_HAS_EXPIRED: {
      means: "The certificate has expired, by the clock of this machine.",
      remedy:
        "Check this machine's date first; if it is right, it is for the vendor, or for a proxy that shows its own."
    },
    CERT_NOT_YET_VALID: {
      means: "The certificate is not valid yet, by the clock of this machine.",
      remedy: "Check this machine's date first."
    },
    ERR_TLS_CERT_ALTNAME_INVALID: {
      means: "The certificate is for another host than the one in the base URL.",
      remedy:
        "Compare the base URL with the names of the certificate; look for a proxy or a captive portal on the way."
    },
    DEPTH_ZERO_SELF_SIGNED_CERT: unknownAuthority,
    SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority
  },
  otherwise: {
    means: "This machine does not accept the certificate.",
    remedy: "Look for a proxy that inspects TLS; update Node, whose list of authorities may be old."
  }
}
