import { describe, expect, it } from "vitest";
import {
  badgeAchievement,
  badgeCredential,
  badgeIssuer,
  statusListCredential,
} from "~/certification/rules/certificate/badge-credential";

const words = { issuerName: "RUBIKON Centrum", name: "Mentor", description: "Popis.", criteria: "Podmínky." };
const publicUrl = "https://mentor.priklad.cz";
const facts = {
  id: "5f0f7d3e-1f0a-4a53-9a68-0f3e5a0c7a11",
  number: "2026/0007",
  issuedAt: new Date("2026-06-12T08:00:00Z"),
  statusIndex: 4711,
  nameHash: "ab".repeat(32),
  salt: "cd".repeat(16),
};

describe("the badge", () => {
  const badge = badgeCredential(facts, words, publicUrl);

  it("has the members Open Badges 3.0 asks for", () => {
    expect(badge["@context"][0]).toBe("https://www.w3.org/ns/credentials/v2");
    expect(badge["@context"][1]).toMatch(
      /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context-3\.0\.\d\.json$/,
    );
    expect(badge.type).toEqual(["VerifiableCredential", "OpenBadgeCredential"]);
    expect(badge.id).toBe(`urn:uuid:${facts.id}`);
    expect(badge.validFrom).toBe("2026-06-12T08:00:00.000Z");
    expect(badge.issuer).toEqual(badgeIssuer(words, publicUrl));
    expect(badge.issuer).toMatchObject({ id: `${publicUrl}/odznaky/vydavatel`, type: ["Profile"] });
    expect(badge.credentialSubject.type).toEqual(["AchievementSubject"]);
    expect(badge.credentialSubject.achievement).toEqual(badgeAchievement(words, publicUrl));
    expect(badge.credentialSubject.achievement).toMatchObject({
      type: ["Achievement"],
      achievementType: "CertificateOfCompletion",
      criteria: { narrative: "Podmínky." },
    });
    expect(badge.credentialStatus).toEqual({
      id: `${publicUrl}/odznaky/stav#4711`,
      type: "BitstringStatusListEntry",
      statusPurpose: "revocation",
      statusListIndex: "4711",
      statusListCredential: `${publicUrl}/odznaky/stav`,
    });
  });

  it("says whose it is only as a salted hash", () => {
    expect(badge.credentialSubject.identifier).toEqual([
      {
        type: "IdentityObject",
        hashed: true,
        identityHash: `sha256$${facts.nameHash}`,
        identityType: "name",
        salt: facts.salt,
      },
    ]);
    expect(badge.credentialSubject).not.toHaveProperty("id");
  });
});

describe("the list of revoked badges", () => {
  it("has the members the W3C asks for, and lasts a day", () => {
    const now = new Date("2026-11-22T10:00:00Z");
    const list = statusListCredential("uABC", words, publicUrl, now);
    expect(list).toMatchObject({
      id: `${publicUrl}/odznaky/stav`,
      type: ["VerifiableCredential", "BitstringStatusListCredential"],
      issuer: `${publicUrl}/odznaky/vydavatel`,
      validFrom: "2026-11-22T10:00:00.000Z",
      validUntil: "2026-11-23T10:00:00.000Z",
      credentialSubject: {
        id: `${publicUrl}/odznaky/stav#list`,
        type: "BitstringStatusList",
        statusPurpose: "revocation",
        encodedList: "uABC",
      },
    });
  });
});
