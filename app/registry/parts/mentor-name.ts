/** A mentor by name, or by code when the portal knows no name. */
export function mentorName(mentor: { code: string; name: string | null }): string {
  return mentor.name ?? mentor.code;
}
