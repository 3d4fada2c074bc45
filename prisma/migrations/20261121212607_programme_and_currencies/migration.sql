-- CreateEnum
CREATE TYPE "goal_kind" AS ENUM ('quantitative', 'qualitative');

-- CreateEnum
CREATE TYPE "goal_assessment" AS ENUM ('on_track', 'at_risk', 'reached');

-- CreateEnum
CREATE TYPE "readiness_status" AS ENUM ('open', 'in_progress', 'done');

-- CreateEnum
CREATE TYPE "risk_response" AS ENUM ('avoid', 'reduce', 'transfer', 'accept');

-- AlterTable
ALTER TABLE "exchange_rates" ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD COLUMN     "import_run_id" UUID;

-- CreateTable
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_charters" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "sponsor_id" UUID,
    "starts_on" DATE,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_charters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_goals" (
    "id" UUID NOT NULL,
    "kind" "goal_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "metric" TEXT,
    "org_unit_id" UUID,
    "baseline_on" DATE NOT NULL,
    "baseline_value" DECIMAL(20,4),
    "target_value" DECIMAL(20,4),
    "currency" CHAR(3),
    "due_on" DATE NOT NULL,
    "owner_id" UUID,
    "assessment" "goal_assessment",
    "assessment_note" TEXT,
    "assessed_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "programme_goals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_responsibilities" (
    "id" UUID NOT NULL,
    "matter" TEXT NOT NULL,
    "decides_id" UUID,
    "does_id" UUID,
    "consulted" TEXT,
    "informed" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "programme_responsibilities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_readiness" (
    "item" TEXT NOT NULL,
    "status" "readiness_status" NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "owner_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_readiness_pkey" PRIMARY KEY ("item")
);

-- CreateTable
CREATE TABLE "readiness_evidence" (
    "id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "link" TEXT,
    "dated_on" DATE NOT NULL,
    "given_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "readiness_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_risks" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "probability" SMALLINT NOT NULL,
    "impact" SMALLINT NOT NULL,
    "response" "risk_response" NOT NULL,
    "response_note" TEXT,
    "owner_id" UUID,
    "review_on" DATE,
    "closed_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "programme_risks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_problems" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "found_on" DATE NOT NULL,
    "cause" TEXT,
    "solution" TEXT,
    "owner_id" UUID,
    "closed_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "programme_problems_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcements" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "org_unit_id" UUID,
    "asks_to_confirm" BOOLEAN NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by_name" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "announcements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement_reads" (
    "announcement_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "announcement_reads_pkey" PRIMARY KEY ("announcement_id","user_id")
);

-- CreateTable
CREATE TABLE "announcement_feedback" (
    "id" UUID NOT NULL,
    "announcement_id" UUID NOT NULL,
    "user_id" UUID,
    "text" TEXT NOT NULL,
    "asked_on" DATE NOT NULL,
    "answer" TEXT,
    "answered_on" DATE,
    "answered_by_name" TEXT,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "announcement_feedback_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_views_user_id_list_name_key" ON "saved_views"("user_id", "list", "name");

-- CreateIndex
CREATE INDEX "programme_goals_org_unit_id_idx" ON "programme_goals"("org_unit_id");

-- CreateIndex
CREATE INDEX "programme_goals_owner_id_idx" ON "programme_goals"("owner_id");

-- CreateIndex
CREATE INDEX "programme_responsibilities_decides_id_idx" ON "programme_responsibilities"("decides_id");

-- CreateIndex
CREATE INDEX "programme_responsibilities_does_id_idx" ON "programme_responsibilities"("does_id");

-- CreateIndex
CREATE INDEX "programme_readiness_owner_id_idx" ON "programme_readiness"("owner_id");

-- CreateIndex
CREATE INDEX "readiness_evidence_item_idx" ON "readiness_evidence"("item");

-- CreateIndex
CREATE INDEX "programme_risks_owner_id_idx" ON "programme_risks"("owner_id");

-- CreateIndex
CREATE INDEX "programme_problems_owner_id_idx" ON "programme_problems"("owner_id");

-- CreateIndex
CREATE INDEX "programme_problems_found_on_id_idx" ON "programme_problems"("found_on", "id");

-- CreateIndex
CREATE INDEX "announcements_org_unit_id_idx" ON "announcements"("org_unit_id");

-- CreateIndex
CREATE INDEX "announcements_published_at_id_idx" ON "announcements"("published_at", "id");

-- CreateIndex
CREATE INDEX "announcement_reads_user_id_idx" ON "announcement_reads"("user_id");

-- CreateIndex
CREATE INDEX "announcement_feedback_announcement_id_idx" ON "announcement_feedback"("announcement_id");

-- CreateIndex
CREATE INDEX "announcement_feedback_user_id_idx" ON "announcement_feedback"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "exchange_rates_id_key" ON "exchange_rates"("id");

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "programme_charters" ADD CONSTRAINT "programme_charters_sponsor_id_fkey" FOREIGN KEY ("sponsor_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "programme_goals" ADD CONSTRAINT "programme_goals_org_unit_id_fkey" FOREIGN KEY ("org_unit_id") REFERENCES "org_units"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "programme_goals" ADD CONSTRAINT "programme_goals_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "programme_responsibilities" ADD CONSTRAINT "programme_responsibilities_decides_id_fkey" FOREIGN KEY ("decides_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "programme_responsibilities" ADD CONSTRAINT "programme_responsibilities_does_id_fkey" FOREIGN KEY ("does_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "programme_readiness" ADD CONSTRAINT "programme_readiness_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "programme_risks" ADD CONSTRAINT "programme_risks_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "programme_problems" ADD CONSTRAINT "programme_problems_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_org_unit_id_fkey" FOREIGN KEY ("org_unit_id") REFERENCES "org_units"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "announcement_reads" ADD CONSTRAINT "announcement_reads_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcements"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "announcement_reads" ADD CONSTRAINT "announcement_reads_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "announcement_feedback" ADD CONSTRAINT "announcement_feedback_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcements"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "announcement_feedback" ADD CONSTRAINT "announcement_feedback_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- What the Prisma schema cannot say.

ALTER TABLE "saved_views"
  ADD CONSTRAINT saved_views_list CHECK (list IN ('accounts', 'employees'));
ALTER TABLE "programme_charters"
  ADD CONSTRAINT programme_charters_one_row CHECK (id = 1);
ALTER TABLE "programme_goals"
  -- What is measured has a metric and a target; what is not has neither.
  ADD CONSTRAINT programme_goals_measured CHECK (
    CASE kind WHEN 'quantitative' THEN metric IS NOT NULL AND target_value IS NOT NULL AND assessment IS NULL
              ELSE metric IS NULL AND target_value IS NULL AND baseline_value IS NULL END),
  ADD CONSTRAINT programme_goals_assessment_dated CHECK ((assessment IS NULL) = (assessed_on IS NULL)),
  ADD CONSTRAINT programme_goals_due_after_baseline CHECK (due_on > baseline_on);
ALTER TABLE "programme_risks"
  ADD CONSTRAINT programme_risks_probability_scale CHECK (probability BETWEEN 1 AND 5),
  ADD CONSTRAINT programme_risks_impact_scale CHECK (impact BETWEEN 1 AND 5);
ALTER TABLE "programme_problems"
  ADD CONSTRAINT programme_problems_closed_after_found CHECK (closed_on >= found_on),
  -- Closed without a word on how it was solved, it would teach nobody anything.
  ADD CONSTRAINT programme_problems_closed_with_solution CHECK (closed_on IS NULL OR solution IS NOT NULL);
ALTER TABLE "announcement_reads"
  ADD CONSTRAINT announcement_reads_confirmed_after_read CHECK (confirmed_at >= read_at);
ALTER TABLE "announcement_feedback"
  ADD CONSTRAINT announcement_feedback_answer_whole CHECK (num_nonnulls(answer, answered_on, answered_by_name) IN (0, 3));

CREATE INDEX programme_problems_search ON programme_problems
  USING gin (search_text(title || ' ' || coalesce(cause, '') || ' ' || coalesce(solution, '')) gin_trgm_ops);
