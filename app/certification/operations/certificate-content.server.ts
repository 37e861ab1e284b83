import { birthOf, coursePlan, ledgerSums, type EnrolmentFacts } from "~/course/index.server";
import { nameOf, organisationOf } from "~/people/index.server";
import type { Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import type { CertificateContent } from "../document/content";
import { printedForm } from "../document/template";
import { currentTemplate } from "./certificate/template.server";

/** Gathers what will be printed, as it is at this moment. @throws AppError notFound */
export async function certificateContent(
  tx: Tx,
  input: { enrolment: EnrolmentFacts; number: string; code: string; examOn: string; issuedOn: string },
): Promise<CertificateContent> {
  const { enrolment, number, code, examOn, issuedOn } = input;
  const { run } = enrolment;
  const name = await nameOf(enrolment.accountId, tx);
  if (!name) throw new AppError("notFound");
  const birth = await birthOf(tx, enrolment.id);
  const sums = (await ledgerSums([enrolment.id], tx)).get(enrolment.id);
  const template = await currentTemplate(tx);
  const ofRun = run.organisationId !== null && template.content.providerFrom === "run";
  const organisation = ofRun ? await organisationOf(run.organisationId ?? "", tx) : null;
  return {
    templateVersion: template.version,
    print: printedForm(template.content),
    provider: organisation ? { name: organisation.name, seat: organisation.town } : template.content.provider,
    accreditationNumber: run.accreditationNumber,
    number,
    code,
    name,
    ...birth,
    programme: template.content.programme,
    runName: run.name,
    town: run.town,
    startsOn: run.startsOn,
    // A run may go on for the others after this one has finished.
    endsOn: run.endsOn < issuedOn ? run.endsOn : issuedOn,
    theory: { minutes: sums?.theoryMinutes ?? 0, hour: run.settings.teachingHour },
    practice: { minutes: sums?.practiceMinutes ?? 0, hour: run.settings.practiceHour },
    topics: coursePlan().map(({ title, hours }) => ({ title, hours })),
    examOn,
    issuedOn,
  };
}
