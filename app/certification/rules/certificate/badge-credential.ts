/**
 * The electronic badge as Open Badges 3.0 and W3C Verifiable Credentials 2.0 want it, and the list of revoked
 * ones as W3C Bitstring Status List 1.0 wants it. Addresses and words are handed in.
 */

export const badgePaths = {
  issuer: "/odznaky/vydavatel",
  achievement: "/odznaky/mentor",
  keys: "/odznaky/klice",
  status: "/odznaky/stav",
} as const;

const contexts = [
  "https://www.w3.org/ns/credentials/v2",
  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
] as const;

export interface BadgeWords {
  issuerName: string;
  name: string;
  description: string;
  criteria: string;
}

export interface BadgeFacts {
  id: string;
  number: string;
  issuedAt: Date;
  statusIndex: number;
  /** SHA-256 (hex) of the printed name followed by the salt. */
  nameHash: string;
  salt: string;
}

/** Who issues badges: a Profile of Open Badges. */
export function badgeIssuer(words: BadgeWords, publicUrl: string) {
  return {
    id: publicUrl + badgePaths.issuer,
    type: ["Profile"],
    name: words.issuerName,
    url: publicUrl,
  };
}

/** What the badge is for; the same for everybody. */
export function badgeAchievement(words: BadgeWords, publicUrl: string) {
  return {
    id: publicUrl + badgePaths.achievement,
    type: ["Achievement"],
    achievementType: "CertificateOfCompletion",
    name: words.name,
    description: words.description,
    criteria: { narrative: words.criteria },
    inLanguage: "cs",
  };
}

/**
 * The credential of one certificate. Whose it is stands in it only as a salted hash of the name; there is no
 * birth date and no code in it. It does not expire: whether it is in force says the status list.
 */
export function badgeCredential(facts: BadgeFacts, words: BadgeWords, publicUrl: string) {
  const list = publicUrl + badgePaths.status;
  return {
    "@context": contexts,
    id: `urn:uuid:${facts.id}`,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: words.name,
    issuer: badgeIssuer(words, publicUrl),
    validFrom: facts.issuedAt.toISOString(),
    credentialSubject: {
      type: ["AchievementSubject"],
      identifier: [
        {
          type: "IdentityObject",
          hashed: true,
          identityHash: `sha256$${facts.nameHash}`,
          identityType: "name",
          salt: facts.salt,
        },
      ],
      licenseNumber: facts.number,
      achievement: badgeAchievement(words, publicUrl),
    },
    credentialStatus: {
      id: `${list}#${facts.statusIndex}`,
      type: "BitstringStatusListEntry",
      statusPurpose: "revocation",
      statusListIndex: String(facts.statusIndex),
      statusListCredential: list,
    },
  };
}

/** How long a published status list may be relied upon, and how long it may be kept before asking again. */
export const statusListLife = { validMs: 24 * 3_600_000, keptMs: 300_000 };

/** @param encodedList bits packed by gzip, in base64url with the multibase letter `u` before it */
export function statusListCredential(encodedList: string, words: BadgeWords, publicUrl: string, now: Date) {
  const id = publicUrl + badgePaths.status;
  return {
    "@context": [contexts[0]],
    id,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: publicUrl + badgePaths.issuer,
    name: words.name,
    validFrom: now.toISOString(),
    validUntil: new Date(now.getTime() + statusListLife.validMs).toISOString(),
    credentialSubject: {
      id: `${id}#list`,
      type: "BitstringStatusList",
      statusPurpose: "revocation",
      ttl: statusListLife.keptMs,
      encodedList,
    },
  };
}
