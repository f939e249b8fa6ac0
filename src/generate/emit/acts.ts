/** What an operation does, from its name: `createDebitLineItem` creates a debit line item. */

/** Words that names of operations begin with. Any other is left as it stands. */
const verbs = new Set(
  [
    "accept activate add approve archive assign attach blacklist blocklist call cancel claim clear close complete confirm connect copy create deactivate",
    "delete deploy detach disable disconnect download draft duplicate enable end evaluate execute export extend find finish generate",
    "get hit identify import install invite list lock merge move open pause preview publish pull push query read reboot recalculate",
    "refresh register reject remove rename render replace request resend reset restore resume retry revoke rotate run save schedule",
    "search send set start stop submit subscribe suspend sync test track trigger unlock unset unsubscribe update upgrade upload upsert",
    "validate verify"
  ].flatMap((line) => line.split(" "))
)

/** What more than one word says that is done. */
const phrases: Readonly<Record<string, string>> = { "end date": "sets the end date of" }

/** Verbs of vendors that are none in English. */
const synonyms: ReadonlyMap<string, string> = new Map([["info", "read"]])

/** Who does it, and no verb: `adminResendPassword`. */
const actors = new Set(["admin"])

/** Words that are written otherwise. */
const spellings: ReadonlyMap<string, string> = new Map(
  "AI API CDI CSV DHCP DNS HTML HTTP HTTPS IP JSON LAN MAC MQTT NAT NTP OCI OTP PDF PLC SCIM SDK SIM SMS SQL SSH SSL SSO TLS URL USB UUID VNC VPN WAN WLAN XML"
    .split(" ")
    .flatMap((word) => [[word.toLowerCase(), word] as const, [`${word.toLowerCase()}s`, `${word}s`] as const])
)

/** Abbreviations, and names that have capitals within. */
const isSpelled = (word: string): boolean => /^[A-Z]{2,}|^[A-Z][a-z]+[A-Z]/.test(word)

/** `DebitLineItems` in words: `debit line items`. */
const wordsOf = (name: string): ReadonlyArray<string> =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .replaceAll(/([A-Z]+)([A-Z](?!s(?![a-z]))[a-z])/g, "$1 $2")
    .replaceAll(/\b(one|many) to (one|many)\b/gi, "$1-to-$2")
    .replaceAll(/\bopen vpn\b/gi, "OpenVPN")
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => spellings.get(word.toLowerCase()) ?? (isSpelled(word) ? word : word.toLowerCase()))

const thirdPerson = (verb: string): string => {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : `${verb}s`
}

const joints = new Set(["to", "from", "for", "by", "in", "into", "with", "on"])

/** What there is only one of, or an amount of. */
const bare =
  /^(?:data|usage|information|access|content|metadata|meta|history|feedback|support|discovery|me|pricing|billing|firmware|bulk|once)$/

const isPlural = (word: string): boolean => word.endsWith("s") && !/(?:ss|us|is|canvas)$/.test(word)

const isNamed = (first: string): boolean => ["my", "all", "me"].includes(first)

/** As it is spoken: `an MQTT broker`, `a user`. */
const article = (word: string): string => {
  if (/^[A-Z]{2,}/.test(word)) return /^[AEFHILMNORSX]/.test(word) ? "an" : "a"
  return /^(?:[aeio]|u(?!s[aei]|ni|ti|ui))/i.test(word) ? "an" : "a"
}

/** A noun with its article, where it has one. */
const withArticle = (noun: ReadonlyArray<string>): ReadonlyArray<string> => {
  const [first = "", last = ""] = [noun[0], noun.at(-1)]
  if (first === "" || isNamed(first) || bare.test(last) || isPlural(last)) return noun
  return [["latest", "current"].includes(first) ? "the" : article(first), ...noun]
}

/** The things that something is done with, each with its article: `a resource to a group`. What comes after `by` has none. */
const things = (words: ReadonlyArray<string>): ReadonlyArray<string> => {
  const at = words.findIndex((word) => joints.has(word))
  if (at < 0) return withArticle(words)
  const rest = words.slice(at + 1)
  return [...withArticle(words.slice(0, at)), words[at] ?? "", ...(words[at] === "by" ? rest : things(rest))]
}

const sentence = (words: ReadonlyArray<string>): string =>
  words.join(" ").replace(/^./, (letter) => letter.toUpperCase())

/** `Creates a debit line item`, of `createDebitLineItem`. */
export const actOf = (name: string): string => {
  const words = wordsOf(name)
  const [named = "", ...rest] = actors.has(words[0] ?? "") ? words.slice(1) : words
  const first = synonyms.get(named) ?? named
  const phrase = phrases[`${first} ${rest[0]}`]
  if (phrase !== undefined) return sentence([phrase, ...things(rest.slice(1))])
  const done = verbs.has(first)
    ? [thirdPerson(first), ...(first === "list" ? rest : things(rest))]
    : [first, ...rest]
  return sentence(done)
}
