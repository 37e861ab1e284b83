import type { Actor, Permission } from "~/access/index.server";
import { whereEnrolment } from "~/course/index.server";
import type { Prisma } from "~/platform/db/index.server";

/** Certificates in which the actor holds the permission: those of enrolments in the same scope. */
export function whereCertificate(actor: Actor, permission: Permission): Prisma.CertificateWhereInput {
  return { enrolment: whereEnrolment(actor, permission) };
}
