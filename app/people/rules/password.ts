import { commonPasswords, commonWords } from "./common-passwords";

export const shortestPassword = 12;
export const longestPassword = 200;

/** What the person is called, so that a password is not just that. */
export interface PasswordOwner {
  email: string;
  name?: string;
}

export type PasswordProblem = "tooShort" | "tooLong" | "common" | "personal" | "repeating";

/**
 * Why a password is too easy to guess, or null. Length is what protects; beyond that only what guessing begins
 * with is refused: common passwords, rows of characters, one's own name or address.
 */
export function passwordProblem(password: string, owner: PasswordOwner): PasswordProblem | null {
  const length = [...password].length;
  if (length < shortestPassword) return "tooShort";
  if (length > longestPassword) return "tooLong";
  const bare = letters(password);
  if (isRepeating(password.toLowerCase())) return "repeating";
  if (commonPasswords.has(password.toLowerCase()) || isOnlyCommonWord(bare)) return "common";
  if (isPersonal(bare, owner)) return "personal";
  return null;
}

/** Small letters without marks; figures and signs, which people add at the ends, are left out. */
function letters(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}]/gu, "");
}

function isOnlyCommonWord(bare: string): boolean {
  return commonWords.some((word) => bare !== "" && bare.replaceAll(word, "") === "");
}

function isPersonal(bare: string, { email, name = "" }: PasswordOwner): boolean {
  const [local = "", host = ""] = email.split("@", 2);
  const parts = [...local.split(/[._+-]/), ...host.split("."), ...name.split(/\s+/)].map(letters);
  const own = [letters(local), letters(email), letters(name), ...parts]
    .filter((part) => part.length >= 3)
    .sort((a, b) => b.length - a.length);
  const rest = own.reduce((text, part) => text.replaceAll(part, ""), bare);
  // Something of the person's own, and almost nothing else.
  return rest !== bare && rest.length < 4;
}

/** "aaaaaaaaaaaa", "abcabcabcabc", "123456789012", "qwertyuiopas": a few keys and a pattern. */
function isRepeating(text: string): boolean {
  if (/^(.{1,4})\1+.{0,3}$/su.test(text)) return true;
  const rows = [
    "01234567890123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
  ];
  return rows.some((row) => row.includes(text) || [...row].reverse().join("").includes(text));
}
