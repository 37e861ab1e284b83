-- CreateEnum
CREATE TYPE "ExamPart" AS ENUM ('written', 'oral', 'practical');

-- CreateEnum
CREATE TYPE "CourseRunState" AS ENUM ('planned', 'recruiting', 'running', 'exams', 'closed');

-- CreateEnum
CREATE TYPE "ApplicationState" AS ENUM ('submitted', 'admitted', 'waiting', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "EntryConditionKind" AS ENUM ('age', 'criminal_record', 'roma_minority');

-- CreateEnum
CREATE TYPE "EnrolmentState" AS ENUM ('active', 'withdrawn', 'graduated', 'ended');

-- CreateEnum
CREATE TYPE "LedgerUnit" AS ENUM ('theory', 'practice');

-- CreateEnum
CREATE TYPE "LedgerKind" AS ENUM ('online_lesson', 'in_person_session', 'make_up', 'practice', 'correction');

-- CreateEnum
CREATE TYPE "TimePrecision" AS ENUM ('MINUTE', 'DAY', 'WEEK', 'MONTH');

-- CreateEnum
CREATE TYPE "GeoPrecision" AS ENUM ('ADDRESS', 'STREET', 'PART', 'MUNICIPALITY', 'DISTRICT');

-- CreateEnum
CREATE TYPE "Verification" AS ENUM ('UNVERIFIED', 'CONFIRMED', 'PROBABLE', 'UNCLEAR', 'REJECTED');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('provider', 'probation_centre', 'municipality', 'monitoring_ngo');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('applicant', 'trainee', 'mentor', 'crime_prevention_assistant', 'trainer', 'supervisor', 'probation_officer', 'social_curator', 'adviser', 'incident_analyst', 'coordinator', 'administrator');

-- CreateEnum
CREATE TYPE "AccountTokenKind" AS ENUM ('invitation', 'password_reset', 'email_confirmation');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('queued', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "ActivityKind" AS ENUM ('motivation', 'home_visit', 'work_or_housing', 'authorities', 'debts', 'community_orientation', 'specialist_services', 'shadowing', 'team_meeting');

-- CreateEnum
CREATE TYPE "PlaceKind" AS ENUM ('client_home', 'probation_centre', 'authority', 'community', 'phone', 'other');

-- CreateEnum
CREATE TYPE "PracticeState" AS ENUM ('submitted', 'returned', 'approved', 'withdrawn');

-- CreateEnum
CREATE TYPE "ClientType" AS ENUM ('A', 'B', 'C');

-- CreateEnum
CREATE TYPE "CaseState" AS ENUM ('referred', 'assigned', 'active', 'closed', 'declined');

-- CreateTable
CREATE TABLE "exam_results" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "part" "ExamPart" NOT NULL,
    "heldOn" DATE NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "identityChecked" BOOLEAN NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedById" UUID NOT NULL,

    CONSTRAINT "exam_results_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificates" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "contentSealed" TEXT NOT NULL,
    "templateVersion" INTEGER NOT NULL,
    "ruleVersion" INTEGER NOT NULL,
    "pdfSealed" TEXT NOT NULL,
    "pdfSha256" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "issuedById" UUID NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedById" UUID,
    "revokeReasonSealed" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "certificates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mentors" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "accountId" UUID,
    "regionCode" TEXT,
    "certifiedOn" DATE,
    "endedOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "mentors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_runs" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "town" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "organisationId" UUID,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "places" INTEGER NOT NULL DEFAULT 15,
    "graduateGoal" INTEGER NOT NULL DEFAULT 10,
    "state" "CourseRunState" NOT NULL DEFAULT 'planned',
    "accreditationNumber" TEXT,
    "settings" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "course_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_trainers" (
    "runId" UUID NOT NULL,
    "accountId" UUID NOT NULL,

    CONSTRAINT "run_trainers_pkey" PRIMARY KEY ("runId","accountId")
);

-- CreateTable
CREATE TABLE "applications" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "state" "ApplicationState" NOT NULL DEFAULT 'submitted',
    "birthDateSealed" TEXT NOT NULL,
    "birthPlaceSealed" TEXT,
    "town" TEXT NOT NULL,
    "regionCode" TEXT,
    "phoneSealed" TEXT,
    "motivationSealed" TEXT NOT NULL,
    "consentAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "runId" UUID,
    "waitingPosition" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "decisionReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "applications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry_conditions" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "kind" "EntryConditionKind" NOT NULL,
    "met" BOOLEAN NOT NULL,
    "attestedAt" TIMESTAMPTZ(3) NOT NULL,
    "attestedById" UUID NOT NULL,
    "deleteOn" DATE NOT NULL,

    CONSTRAINT "entry_conditions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolments" (
    "id" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "state" "EnrolmentState" NOT NULL DEFAULT 'active',
    "enrolledAt" TIMESTAMPTZ(3) NOT NULL,
    "birthDateSealed" TEXT NOT NULL,
    "birthPlaceSealed" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "enrolments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entries" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "unit" "LedgerUnit" NOT NULL,
    "kind" "LedgerKind" NOT NULL,
    "minutes" INTEGER NOT NULL,
    "sourceKey" TEXT NOT NULL,
    "note" TEXT,
    "contentHash" TEXT,
    "ruleVersion" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "creditedAt" TIMESTAMPTZ(3) NOT NULL,
    "creditedById" UUID,

    CONSTRAINT "ledger_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson_progress" (
    "enrolmentId" UUID NOT NULL,
    "lessonId" TEXT NOT NULL,
    "lastHeading" TEXT,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastOpenedAt" TIMESTAMPTZ(3) NOT NULL,
    "declaredAt" TIMESTAMPTZ(3),

    CONSTRAINT "lesson_progress_pkey" PRIMARY KEY ("enrolmentId","lessonId")
);

-- CreateTable
CREATE TABLE "quiz_attempts" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "lessonId" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "correctCount" INTEGER NOT NULL,
    "questionCount" INTEGER NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quiz_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "monitoring_trainings" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "passedOn" DATE NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedById" UUID NOT NULL,

    CONSTRAINT "monitoring_trainings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incidents" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "reportedAt" TIMESTAMPTZ(3) NOT NULL,
    "reportedById" UUID,
    "reporterRole" "Role",
    "reporterOrganisationId" UUID,
    "occurredOn" DATE NOT NULL,
    "occurredMinute" INTEGER,
    "timePrecision" "TimePrecision" NOT NULL,
    "municipalityCode" TEXT,
    "municipalityName" TEXT,
    "districtCode" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL DEFAULT 'CZ042',
    "pointSealed" TEXT,
    "geoPrecision" "GeoPrecision" NOT NULL,
    "placeKind" TEXT,
    "descriptionSealed" TEXT NOT NULL,
    "placeNoteSealed" TEXT,
    "victimSealed" TEXT,
    "forms" TEXT[],
    "channel" TEXT,
    "biasMotivations" TEXT[],
    "victimType" TEXT,
    "injured" BOOLEAN,
    "helpNeeded" BOOLEAN NOT NULL,
    "concernsPolice" BOOLEAN NOT NULL DEFAULT false,
    "concernsOrganisationId" UUID,
    "source" TEXT NOT NULL,
    "codebookVersion" INTEGER NOT NULL,
    "verification" "Verification" NOT NULL DEFAULT 'UNVERIFIED',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "incidents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_verifications" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "verification" "Verification" NOT NULL,
    "indicatorsSealed" TEXT,
    "reasonSealed" TEXT,
    "codebookVersion" INTEGER NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID NOT NULL,

    CONSTRAINT "incident_verifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisations" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "regionCode" TEXT,
    "town" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "organisations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "emailKey" TEXT NOT NULL,
    "emailSealed" TEXT NOT NULL,
    "nameSealed" TEXT NOT NULL,
    "passwordHash" TEXT,
    "totpSecretSealed" TEXT,
    "totpConfirmedAt" TIMESTAMPTZ(3),
    "totpLastStep" INTEGER,
    "language" TEXT NOT NULL DEFAULT 'cs',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "emailConfirmedAt" TIMESTAMPTZ(3),
    "disabledAt" TIMESTAMPTZ(3),
    "passwordChangedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_assignments" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "organisationId" UUID,
    "regionCode" TEXT,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "grantedById" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,

    CONSTRAINT "role_assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "idHash" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "secondFactorAt" TIMESTAMPTZ(3),
    "device" TEXT NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("idHash")
);

-- CreateTable
CREATE TABLE "account_tokens" (
    "tokenHash" TEXT NOT NULL,
    "kind" "AccountTokenKind" NOT NULL,
    "accountId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "account_tokens_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" UUID NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "subjectKind" TEXT,
    "subjectId" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',
    "requestId" TEXT,
    "mac" TEXT NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_pending" (
    "eventId" UUID NOT NULL,

    CONSTRAINT "audit_pending_pkey" PRIMARY KEY ("eventId")
);

-- CreateTable
CREATE TABLE "audit_links" (
    "position" INTEGER NOT NULL,
    "eventId" UUID NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_links_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "audit_anchors" (
    "id" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "anchoredAt" TIMESTAMPTZ(3) NOT NULL,
    "mac" TEXT NOT NULL,

    CONSTRAINT "audit_anchors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mails" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" "mail_state" NOT NULL DEFAULT 'queued',
    "toSealed" TEXT,
    "subjectSealed" TEXT,
    "textSealed" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "geo_layers" (
    "name" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "sourceNote" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "geo_layers_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "confidentiality_pledges" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "textVersion" INTEGER NOT NULL,
    "signatureSealed" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "confidentiality_pledges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practice_entries" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "startMinute" INTEGER NOT NULL,
    "endMinute" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "activity" "ActivityKind" NOT NULL,
    "place" "PlaceKind" NOT NULL,
    "noteSealed" TEXT NOT NULL,
    "state" "PracticeState" NOT NULL DEFAULT 'submitted',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "practice_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practice_decisions" (
    "id" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "state" "PracticeState" NOT NULL,
    "reasonSealed" TEXT,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID NOT NULL,

    CONSTRAINT "practice_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supervision_sessions" (
    "id" UUID NOT NULL,
    "runId" UUID,
    "supervisorId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "startMinute" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "town" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "noteSealed" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "supervision_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supervision_attendances" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "enrolmentId" UUID,
    "mentorId" UUID,
    "minutes" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "supervision_attendances_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clients" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "nameSealed" TEXT,
    "birthYearSealed" TEXT,
    "contactSealed" TEXT,
    "town" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "clients_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cases" (
    "id" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "regionCode" TEXT,
    "state" "CaseState" NOT NULL DEFAULT 'referred',
    "sanction" TEXT NOT NULL,
    "reasonSealed" TEXT,
    "referredOn" DATE NOT NULL,
    "referredById" UUID,
    "endedOn" DATE,
    "outcome" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "client_type_judgements" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "type" "ClientType" NOT NULL,
    "reasonSealed" TEXT,
    "judgedOn" DATE NOT NULL,
    "judgedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "client_type_judgements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignments" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "assignedOn" DATE NOT NULL,
    "startedOn" DATE,
    "endedOn" DATE,
    "assignedById" UUID,
    "endReason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activities" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "startMinute" INTEGER,
    "minutes" INTEGER NOT NULL,
    "kind" "ActivityKind" NOT NULL,
    "place" "PlaceKind" NOT NULL,
    "result" TEXT NOT NULL,
    "noteSealed" TEXT NOT NULL,
    "nextStepSealed" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "activities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criteria_sets" (
    "id" TEXT NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "version" INTEGER NOT NULL,
    "validFrom" DATE NOT NULL,
    "criteria" JSONB NOT NULL,

    CONSTRAINT "criteria_sets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluations" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "criteriaSetId" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "successful" BOOLEAN NOT NULL,
    "commentSealed" TEXT,
    "signedOn" DATE NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,
    "signedById" UUID,

    CONSTRAINT "evaluations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imported_rows" (
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "imported_rows_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "exam_results_enrolmentId_idx" ON "exam_results"("enrolmentId");

-- CreateIndex
CREATE UNIQUE INDEX "certificates_number_key" ON "certificates"("number");

-- CreateIndex
CREATE UNIQUE INDEX "certificates_code_key" ON "certificates"("code");

-- CreateIndex
CREATE INDEX "certificates_enrolmentId_idx" ON "certificates"("enrolmentId");

-- CreateIndex
CREATE UNIQUE INDEX "certificates_year_sequence_key" ON "certificates"("year", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "mentors_code_key" ON "mentors"("code");

-- CreateIndex
CREATE UNIQUE INDEX "mentors_accountId_key" ON "mentors"("accountId");

-- CreateIndex
CREATE INDEX "course_runs_regionCode_idx" ON "course_runs"("regionCode");

-- CreateIndex
CREATE INDEX "run_trainers_accountId_idx" ON "run_trainers"("accountId");

-- CreateIndex
CREATE INDEX "applications_state_idx" ON "applications"("state");

-- CreateIndex
CREATE INDEX "applications_accountId_idx" ON "applications"("accountId");

-- CreateIndex
CREATE INDEX "entry_conditions_deleteOn_idx" ON "entry_conditions"("deleteOn");

-- CreateIndex
CREATE UNIQUE INDEX "entry_conditions_applicationId_kind_key" ON "entry_conditions"("applicationId", "kind");

-- CreateIndex
CREATE INDEX "enrolments_accountId_idx" ON "enrolments"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "enrolments_runId_accountId_key" ON "enrolments"("runId", "accountId");

-- CreateIndex
CREATE INDEX "ledger_entries_enrolmentId_unit_idx" ON "ledger_entries"("enrolmentId", "unit");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entries_enrolmentId_sourceKey_key" ON "ledger_entries"("enrolmentId", "sourceKey");

-- CreateIndex
CREATE INDEX "quiz_attempts_enrolmentId_lessonId_idx" ON "quiz_attempts"("enrolmentId", "lessonId");

-- CreateIndex
CREATE INDEX "monitoring_trainings_accountId_idx" ON "monitoring_trainings"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "incidents_number_key" ON "incidents"("number");

-- CreateIndex
CREATE INDEX "incidents_occurredOn_idx" ON "incidents"("occurredOn");

-- CreateIndex
CREATE INDEX "incidents_districtCode_idx" ON "incidents"("districtCode");

-- CreateIndex
CREATE INDEX "incidents_municipalityCode_idx" ON "incidents"("municipalityCode");

-- CreateIndex
CREATE INDEX "incidents_reportedById_idx" ON "incidents"("reportedById");

-- CreateIndex
CREATE UNIQUE INDEX "incidents_year_sequence_key" ON "incidents"("year", "sequence");

-- CreateIndex
CREATE INDEX "incident_verifications_incidentId_idx" ON "incident_verifications"("incidentId");

-- CreateIndex
CREATE UNIQUE INDEX "organisations_kind_name_key" ON "organisations"("kind", "name");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_emailKey_key" ON "accounts"("emailKey");

-- CreateIndex
CREATE INDEX "role_assignments_accountId_idx" ON "role_assignments"("accountId");

-- CreateIndex
CREATE INDEX "role_assignments_role_idx" ON "role_assignments"("role");

-- CreateIndex
CREATE INDEX "sessions_accountId_idx" ON "sessions"("accountId");

-- CreateIndex
CREATE INDEX "sessions_expiresAt_idx" ON "sessions"("expiresAt");

-- CreateIndex
CREATE INDEX "account_tokens_accountId_idx" ON "account_tokens"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_codes_accountId_codeHash_key" ON "recovery_codes"("accountId", "codeHash");

-- CreateIndex
CREATE INDEX "rate_limits_expiresAt_idx" ON "rate_limits"("expiresAt");

-- CreateIndex
CREATE INDEX "audit_events_subjectKind_subjectId_occurredAt_idx" ON "audit_events"("subjectKind", "subjectId", "occurredAt");

-- CreateIndex
CREATE INDEX "audit_events_actorId_occurredAt_idx" ON "audit_events"("actorId", "occurredAt");

-- CreateIndex
CREATE INDEX "audit_events_occurredAt_idx" ON "audit_events"("occurredAt");

-- CreateIndex
CREATE UNIQUE INDEX "audit_links_eventId_key" ON "audit_links"("eventId");

-- CreateIndex
CREATE UNIQUE INDEX "audit_links_prevHash_key" ON "audit_links"("prevHash");

-- CreateIndex
CREATE UNIQUE INDEX "audit_links_hash_key" ON "audit_links"("hash");

-- CreateIndex
CREATE INDEX "mails_state_nextAttemptAt_idx" ON "mails"("state", "nextAttemptAt");

-- CreateIndex
CREATE UNIQUE INDEX "confidentiality_pledges_enrolmentId_key" ON "confidentiality_pledges"("enrolmentId");

-- CreateIndex
CREATE INDEX "practice_entries_enrolmentId_day_idx" ON "practice_entries"("enrolmentId", "day");

-- CreateIndex
CREATE INDEX "practice_entries_state_idx" ON "practice_entries"("state");

-- CreateIndex
CREATE INDEX "practice_decisions_entryId_idx" ON "practice_decisions"("entryId");

-- CreateIndex
CREATE INDEX "supervision_sessions_supervisorId_idx" ON "supervision_sessions"("supervisorId");

-- CreateIndex
CREATE INDEX "supervision_sessions_day_idx" ON "supervision_sessions"("day");

-- CreateIndex
CREATE UNIQUE INDEX "supervision_attendances_sessionId_enrolmentId_key" ON "supervision_attendances"("sessionId", "enrolmentId");

-- CreateIndex
CREATE UNIQUE INDEX "supervision_attendances_sessionId_mentorId_key" ON "supervision_attendances"("sessionId", "mentorId");

-- CreateIndex
CREATE UNIQUE INDEX "clients_code_key" ON "clients"("code");

-- CreateIndex
CREATE INDEX "cases_organisationId_idx" ON "cases"("organisationId");

-- CreateIndex
CREATE INDEX "cases_state_idx" ON "cases"("state");

-- CreateIndex
CREATE INDEX "cases_clientId_idx" ON "cases"("clientId");

-- CreateIndex
CREATE INDEX "client_type_judgements_caseId_idx" ON "client_type_judgements"("caseId");

-- CreateIndex
CREATE INDEX "assignments_caseId_idx" ON "assignments"("caseId");

-- CreateIndex
CREATE INDEX "assignments_mentorId_idx" ON "assignments"("mentorId");

-- CreateIndex
CREATE INDEX "activities_caseId_day_idx" ON "activities"("caseId", "day");

-- CreateIndex
CREATE INDEX "activities_mentorId_idx" ON "activities"("mentorId");

-- CreateIndex
CREATE UNIQUE INDEX "criteria_sets_kind_version_key" ON "criteria_sets"("kind", "version");

-- CreateIndex
CREATE INDEX "evaluations_caseId_signedOn_idx" ON "evaluations"("caseId", "signedOn");

-- AddForeignKey
ALTER TABLE "exam_results" ADD CONSTRAINT "exam_results_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "enrolments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "enrolments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentors" ADD CONSTRAINT "mentors_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_runs" ADD CONSTRAINT "course_runs_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "organisations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_trainers" ADD CONSTRAINT "run_trainers_runId_fkey" FOREIGN KEY ("runId") REFERENCES "course_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_runId_fkey" FOREIGN KEY ("runId") REFERENCES "course_runs"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_conditions" ADD CONSTRAINT "entry_conditions_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_runId_fkey" FOREIGN KEY ("runId") REFERENCES "course_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "enrolments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_progress" ADD CONSTRAINT "lesson_progress_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "enrolments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "enrolments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitoring_trainings" ADD CONSTRAINT "monitoring_trainings_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_verifications" ADD CONSTRAINT "incident_verifications_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incidents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "organisations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_tokens" ADD CONSTRAINT "account_tokens_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confidentiality_pledges" ADD CONSTRAINT "confidentiality_pledges_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "enrolments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_entries" ADD CONSTRAINT "practice_entries_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "enrolments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_decisions" ADD CONSTRAINT "practice_decisions_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "practice_entries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_sessions" ADD CONSTRAINT "supervision_sessions_runId_fkey" FOREIGN KEY ("runId") REFERENCES "course_runs"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_attendances" ADD CONSTRAINT "supervision_attendances_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "supervision_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_attendances" ADD CONSTRAINT "supervision_attendances_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "enrolments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_attendances" ADD CONSTRAINT "supervision_attendances_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "mentors"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "clients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "client_type_judgements" ADD CONSTRAINT "client_type_judgements_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "mentors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "mentors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_criteriaSetId_fkey" FOREIGN KEY ("criteriaSetId") REFERENCES "criteria_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Audit events and links only grow: whoever wants to change one has to switch the trigger off first,
-- and `npm run audit:verify` finds the change all the same.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_events_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_events"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

CREATE TRIGGER audit_links_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_links"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
