import certification from "~/i18n/cs/certification";
import { formatLongDay } from "~/ui/formatting";
import { printedCode } from "../rules/certificate-code";
import type { CertificateContent } from "./content";
import { accreditationMark, firstTemplate, printedForm, type OptionalField } from "./template";

/**
 * Every text of the printed certificate, in reading order. Certificates are in Czech whatever the language of
 * the one who issues them, so the words come straight from the Czech catalogue.
 */
export interface CertificateWords {
  provider: string;
  title: string;
  subtitle: string;
  number: string;
  name: string;
  born: string;
  completed: string;
  programme: string;
  held: string;
  extent: { label: string; value: string }[];
  exam: string | null;
  accreditation: string | null;
  issued: string;
  /** Said on a certificate issued instead of another one. */
  replaces: string | null;
  note: string | null;
  signatures: string[];
  verify: { title: string; code: string; address: string };
  topics: { title: string; lead: string; items: { title: string; hours: string }[]; total: string } | null;
  /** Across a preview, so that nobody takes it for a certificate. */
  specimen: string | null;
}

const texts = certification.pdf;
const plural = new Intl.PluralRules("cs");

/** @param publicUrl address of the portal the code is verified at */
export function certificateWords(
  content: CertificateContent,
  publicUrl: string,
  { specimen = false }: { specimen?: boolean } = {},
): CertificateWords {
  const print = content.print ?? printedForm(firstTemplate);
  const prints = (field: OptionalField) => print.printed.includes(field);
  const day = (iso: string) => formatLongDay(iso, "cs");
  const { provider, theory, practice, programme, replaces } = content;
  const birthPlace = prints("birthPlace") ? content.birthPlace : null;
  const dates = { from: day(content.startsOn), to: day(content.endsOn), town: content.town };
  const born = { day: day(content.birthDate), place: birthPlace ?? "" };
  return {
    provider: provider.seat
      ? fill(texts.provider, { name: provider.name, seat: provider.seat })
      : provider.name,
    title: texts.title,
    subtitle: texts.subtitle,
    number: fill(texts.number, { number: content.number }),
    name: content.name,
    born: fill(birthPlace ? texts.bornAt : texts.born, born),
    completed: texts.completed,
    programme,
    held: fill(prints("town") ? texts.held : texts.heldDates, dates),
    extent: [
      { label: texts.theory, value: fill(theoryWords(theory), { minutes: theory.hour }) },
      { label: texts.practice, value: practiceWords(practice) },
    ],
    exam: prints("exam") ? fill(texts.exam, { day: day(content.examOn) }) : null,
    accreditation:
      content.accreditationNumber && prints("accreditation")
        ? print.accreditation.replace(accreditationMark, content.accreditationNumber)
        : null,
    issued: fill(texts.issued, { day: day(content.issuedOn) }),
    replaces: replaces
      ? fill(texts.replaces, { number: replaces.number, day: day(replaces.issuedOn) })
      : null,
    note: print.note,
    signatures: print.signatures,
    verify: {
      title: texts.verify,
      code: printedCode(content.code),
      address: verificationAddress(content.code, publicUrl),
    },
    topics: prints("topics") ? topicWords(content.topics) : null,
    specimen: specimen ? texts.specimen : null,
  };
}

function topicWords(topics: CertificateContent["topics"]): NonNullable<CertificateWords["topics"]> {
  const total = topics.reduce((sum, { hours }) => sum + hours, 0);
  return {
    title: texts.topics,
    lead: texts.topicsLead,
    items: topics.map(({ title, hours }) => ({ title, hours: decimal(hours) })),
    total: counted(texts.topicsTotal, total),
  };
}

/** Where a code is verified; also what the QR code says. */
export function verificationAddress(code: string, publicUrl: string): string {
  return `${publicUrl}/overeni/${printedCode(code)}`;
}

function theoryWords({ minutes, hour }: CertificateContent["theory"]): string {
  return counted(texts.teachingHours, minutes / hour);
}

function practiceWords({ minutes, hour }: CertificateContent["practice"]): string {
  const whole = Math.floor(minutes / hour);
  const rest = minutes - whole * hour;
  const hours = counted(texts.hours, whole);
  return rest === 0 ? hours : `${hours} ${counted(texts.minutes, rest)}`;
}

interface PluralForms {
  one: string;
  few: string;
  many: string;
  other: string;
}

function counted(forms: PluralForms, count: number): string {
  const form = plural.select(count);
  const text = form === "one" || form === "few" || form === "many" ? forms[form] : forms.other;
  return fill(text, { count: decimal(count) });
}

function decimal(value: number): string {
  return String(Math.round(value * 100) / 100).replace(".", ",");
}

/** Puts in the values that are given; the others wait for the next filling. */
function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (placeholder, key: string) => String(values[key] ?? placeholder));
}
