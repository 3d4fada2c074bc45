-- CreateEnum
CREATE TYPE "leave_reason" AS ENUM ('voluntary', 'involuntary', 'retirement', 'end_of_contract', 'other');

-- CreateEnum
CREATE TYPE "cost_category" AS ENUM ('acquisition', 'compensation', 'retention', 'training', 'turnover', 'productivity', 'morale');

-- CreateEnum
CREATE TYPE "account_type" AS ENUM ('customer', 'distributor', 'dealer', 'agent');

-- CreateEnum
CREATE TYPE "interaction_channel" AS ENUM ('phone', 'email', 'meeting', 'visit', 'chat', 'portal', 'other');

-- CreateEnum
CREATE TYPE "interaction_direction" AS ENUM ('inbound', 'outbound');

-- CreateEnum
CREATE TYPE "case_priority" AS ENUM ('low', 'normal', 'high', 'urgent');

-- CreateEnum
CREATE TYPE "satisfaction_kind" AS ENUM ('csat', 'nps', 'ces');

-- CreateEnum
CREATE TYPE "revenue_kind" AS ENUM ('recurring', 'one_off');

-- CreateEnum
CREATE TYPE "assignment_role" AS ENUM ('owner', 'sales', 'service', 'support', 'specialist');

-- CreateEnum
CREATE TYPE "assignment_end_cause" AS ENUM ('departure', 'planned', 'account_request', 'reorganisation');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('hr', 'sales_manager', 'leadership', 'employee', 'admin');

-- CreateTable
CREATE TABLE "company_settings" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "reporting_currency" CHAR(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "company_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exchange_rates" (
    "currency" CHAR(3) NOT NULL,
    "month" DATE NOT NULL,
    "rate_to_reporting" DECIMAL(20,10) NOT NULL,

    CONSTRAINT "exchange_rates_pkey" PRIMARY KEY ("currency","month")
);

-- CreateTable
CREATE TABLE "org_units" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parent_id" UUID,
    "import_run_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "org_units_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employees" (
    "id" UUID NOT NULL,
    "employee_number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "hired_on" DATE NOT NULL,
    "left_on" DATE,
    "leave_reason" "leave_reason",
    "regretted" BOOLEAN,
    "service_orientation" DECIMAL(5,2),
    "import_run_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "employees_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employment_spells" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "org_unit_id" UUID NOT NULL,
    "job_title" TEXT,
    "manager_id" UUID,
    "fte" DECIMAL(4,3) NOT NULL DEFAULT 1,
    "annual_salary_minor" BIGINT,
    "currency" CHAR(3),
    "import_run_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "employment_spells_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cost_entries" (
    "id" UUID NOT NULL,
    "employee_id" UUID,
    "org_unit_id" UUID,
    "category" "cost_category" NOT NULL,
    "kind" TEXT,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "incurred_on" DATE NOT NULL,
    "note" TEXT,
    "external_id" TEXT,
    "import_run_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cost_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_records" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "course" TEXT NOT NULL,
    "hours" DECIMAL(7,2) NOT NULL,
    "completed_on" DATE NOT NULL,
    "cost_minor" BIGINT,
    "currency" CHAR(3),
    "score" DECIMAL(5,2),
    "import_run_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "training_records_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_answers" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "survey" TEXT NOT NULL,
    "answered_on" DATE NOT NULL,
    "engagement" DECIMAL(3,2),
    "enps" SMALLINT,
    "values_alignment" DECIMAL(3,2),
    "comment" TEXT,
    "import_run_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "survey_answers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "account_number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" "account_type" NOT NULL DEFAULT 'customer',
    "parent_id" UUID,
    "segment" TEXT,
    "industry" TEXT,
    "region" TEXT,
    "country" TEXT,
    "acquired_on" DATE NOT NULL,
    "churned_on" DATE,
    "churn_reason" TEXT,
    "acquisition_cost_minor" BIGINT,
    "currency" CHAR(3),
    "import_run_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contacts" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "job_title" TEXT,
    "import_run_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "interactions" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channel" "interaction_channel" NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "employee_id" UUID,
    "contact_id" UUID,
    "direction" "interaction_direction",
    "minutes" INTEGER,
    "subject" TEXT,
    "external_id" TEXT,
    "import_run_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "interactions_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "cases" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_number" TEXT NOT NULL,
    "subject" TEXT,
    "priority" "case_priority" NOT NULL DEFAULT 'normal',
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "first_response_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "employee_id" UUID,
    "import_run_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cases_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "satisfaction_responses" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "satisfaction_kind" NOT NULL,
    "score" SMALLINT NOT NULL,
    "answered_on" DATE NOT NULL,
    "employee_id" UUID,
    "contact_id" UUID,
    "comment" TEXT,
    "external_id" TEXT,
    "import_run_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "satisfaction_responses_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "revenue_entries" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "booked_on" DATE NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "cost_of_goods_minor" BIGINT,
    "product" TEXT,
    "kind" "revenue_kind" NOT NULL DEFAULT 'recurring',
    "external_id" TEXT,
    "import_run_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revenue_entries_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "assignments" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "role" "assignment_role" NOT NULL,
    "share" DECIMAL(4,3),
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "end_cause" "assignment_end_cause",
    "import_run_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "account_months" (
    "account_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "is_active_at_start" BOOLEAN NOT NULL,
    "is_lost" BOOLEAN NOT NULL,
    "revenue_minor" BIGINT NOT NULL,
    "recurring_minor" BIGINT NOT NULL,
    "recurring_year_ago_minor" BIGINT NOT NULL,
    "cost_of_goods_minor" BIGINT NOT NULL,
    "csat_n" INTEGER NOT NULL,
    "csat_sum" INTEGER NOT NULL,
    "csat_sum_of_squares" INTEGER NOT NULL,
    "csat_top2" INTEGER NOT NULL,
    "nps_n" INTEGER NOT NULL,
    "nps_promoters" INTEGER NOT NULL,
    "nps_detractors" INTEGER NOT NULL,
    "ces_n" INTEGER NOT NULL,
    "ces_sum" INTEGER NOT NULL,
    "ces_sum_of_squares" INTEGER NOT NULL,
    "ces_favourable" INTEGER NOT NULL,
    "interaction_count" INTEGER NOT NULL,
    "cases_opened" INTEGER NOT NULL,
    "handovers" INTEGER NOT NULL,
    "handovers_after_departure" INTEGER NOT NULL,
    "owner_id" UUID,

    CONSTRAINT "account_months_pkey" PRIMARY KEY ("account_id","month")
);

-- CreateTable
CREATE TABLE "account_summaries" (
    "account_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "account_number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" "account_type" NOT NULL,
    "segment" TEXT,
    "industry" TEXT,
    "region" TEXT,
    "country" TEXT,
    "acquired_on" DATE NOT NULL,
    "churned_on" DATE,
    "status" TEXT NOT NULL,
    "scope_unit_id" UUID,
    "owner_id" UUID,
    "owner_name" TEXT,
    "owner_since" DATE,
    "unowned_since" DATE,
    "handovers_12m" INTEGER NOT NULL,
    "last_handover_on" DATE,
    "revenue_12m_minor" BIGINT NOT NULL,
    "revenue_previous_12m_minor" BIGINT NOT NULL,
    "cost_of_goods_12m_minor" BIGINT NOT NULL,
    "csat_n_12m" INTEGER NOT NULL,
    "csat_mean_12m" DECIMAL(4,3),
    "csat_n_3m" INTEGER NOT NULL,
    "csat_mean_3m" DECIMAL(4,3),
    "csat_n_prior_9m" INTEGER NOT NULL,
    "csat_mean_prior_9m" DECIMAL(4,3),
    "nps_n_12m" INTEGER NOT NULL,
    "nps_12m" DECIMAL(6,2),
    "open_cases" INTEGER NOT NULL,
    "last_contact_at" TIMESTAMPTZ(3),
    "health" TEXT NOT NULL,
    "risk_reasons" TEXT[],

    CONSTRAINT "account_summaries_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "employee_summaries" (
    "employee_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "employee_number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "status" TEXT NOT NULL,
    "hired_on" DATE NOT NULL,
    "left_on" DATE,
    "org_unit_id" UUID,
    "org_unit_name" TEXT,
    "job_title" TEXT,
    "manager_id" UUID,
    "manager_name" TEXT,
    "fte" DECIMAL(4,3),
    "training_hours_12m" DECIMAL(9,2) NOT NULL,
    "accounts_owned" INTEGER NOT NULL,
    "accounts_served" INTEGER NOT NULL,
    "workload_z" DECIMAL(6,3),
    "revenue_owned_12m_minor" BIGINT NOT NULL,
    "csat_n_12m" INTEGER NOT NULL,
    "csat_top2_n_12m" INTEGER NOT NULL,
    "csat_sum_12m" INTEGER NOT NULL,
    "nps_n_12m" INTEGER NOT NULL,
    "nps_promoters_12m" INTEGER NOT NULL,
    "nps_detractors_12m" INTEGER NOT NULL,
    "account_months_12m" INTEGER NOT NULL,
    "accounts_lost_12m" INTEGER NOT NULL,

    CONSTRAINT "employee_summaries_pkey" PRIMARY KEY ("employee_id")
);

-- CreateTable
CREATE TABLE "unit_customer_months" (
    "org_unit_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "accounts_at_start" INTEGER NOT NULL,
    "accounts_lost" INTEGER NOT NULL,
    "accounts_won" INTEGER NOT NULL,
    "cohort_accounts" INTEGER NOT NULL,
    "cohort_lost" INTEGER NOT NULL,
    "revenue_minor" BIGINT NOT NULL,
    "recurring_minor" BIGINT NOT NULL,
    "cost_of_goods_minor" BIGINT NOT NULL,
    "recurring_base_minor" BIGINT NOT NULL,
    "recurring_kept_capped_minor" BIGINT NOT NULL,
    "recurring_kept_minor" BIGINT NOT NULL,
    "csat_n" INTEGER NOT NULL,
    "csat_sum" INTEGER NOT NULL,
    "csat_top2" INTEGER NOT NULL,
    "nps_n" INTEGER NOT NULL,
    "nps_promoters" INTEGER NOT NULL,
    "nps_detractors" INTEGER NOT NULL,
    "ces_n" INTEGER NOT NULL,
    "ces_sum" BIGINT NOT NULL,
    "ces_sum_of_squares" BIGINT NOT NULL,
    "ces_favourable" INTEGER NOT NULL,
    "handovers" INTEGER NOT NULL,
    "handovers_after_departure" INTEGER NOT NULL,

    CONSTRAINT "unit_customer_months_pkey" PRIMARY KEY ("org_unit_id","month")
);

-- CreateTable
CREATE TABLE "unit_people_months" (
    "org_unit_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "headcount_start" INTEGER NOT NULL,
    "headcount_end" INTEGER NOT NULL,
    "person_days" INTEGER NOT NULL,
    "fte_days" DECIMAL(14,3) NOT NULL,
    "hires" INTEGER NOT NULL,
    "left_voluntary" INTEGER NOT NULL,
    "left_involuntary" INTEGER NOT NULL,
    "left_retirement" INTEGER NOT NULL,
    "left_end_of_contract" INTEGER NOT NULL,
    "left_other" INTEGER NOT NULL,
    "left_unknown" INTEGER NOT NULL,
    "left_regretted" INTEGER NOT NULL,
    "acquisition_minor" BIGINT NOT NULL,
    "compensation_minor" BIGINT NOT NULL,
    "retention_minor" BIGINT NOT NULL,
    "training_minor" BIGINT NOT NULL,
    "turnover_minor" BIGINT NOT NULL,
    "productivity_minor" BIGINT NOT NULL,
    "morale_minor" BIGINT NOT NULL,
    "training_hours" DECIMAL(12,2) NOT NULL,

    CONSTRAINT "unit_people_months_pkey" PRIMARY KEY ("org_unit_id","month")
);

-- CreateTable
CREATE TABLE "rollup_queue" (
    "kind" TEXT NOT NULL,
    "key" UUID NOT NULL,
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rollup_queue_pkey" PRIMARY KEY ("kind","key")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "employee_id" UUID,
    "org_unit_id" UUID,
    "locale" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_roles" (
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,

    CONSTRAINT "user_roles_pkey" PRIMARY KEY ("user_id","role")
);

-- CreateTable
CREATE TABLE "sessions" (
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "login_throttles" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "window_started_at" TIMESTAMPTZ(3) NOT NULL,
    "blocked_until" TIMESTAMPTZ(3),

    CONSTRAINT "login_throttles_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_user_id" UUID,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT,
    "subject_name" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_runs" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_sha256" TEXT,
    "status" TEXT NOT NULL,
    "read_rows" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "options" JSONB NOT NULL DEFAULT '{}',
    "actor_user_id" UUID,
    "actor_name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_failures" (
    "run_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "cells" TEXT[],
    "reasons" JSONB NOT NULL,

    CONSTRAINT "import_failures_pkey" PRIMARY KEY ("run_id","row_number")
);

-- CreateTable
CREATE TABLE "import_previous_rows" (
    "run_id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_key" TEXT NOT NULL,
    "before" JSONB NOT NULL,

    CONSTRAINT "import_previous_rows_pkey" PRIMARY KEY ("run_id","table_name","row_key")
);

-- CreateIndex
CREATE UNIQUE INDEX "org_units_code_key" ON "org_units"("code");

-- CreateIndex
CREATE INDEX "org_units_parent_id_idx" ON "org_units"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "employees_employee_number_key" ON "employees"("employee_number");

-- CreateIndex
CREATE INDEX "employees_hired_on_idx" ON "employees"("hired_on");

-- CreateIndex
CREATE INDEX "employees_left_on_idx" ON "employees"("left_on");

-- CreateIndex
CREATE INDEX "employment_spells_org_unit_id_starts_on_idx" ON "employment_spells"("org_unit_id", "starts_on");

-- CreateIndex
CREATE INDEX "employment_spells_manager_id_idx" ON "employment_spells"("manager_id");

-- CreateIndex
CREATE UNIQUE INDEX "employment_spells_employee_id_starts_on_key" ON "employment_spells"("employee_id", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "cost_entries_external_id_key" ON "cost_entries"("external_id");

-- CreateIndex
CREATE INDEX "cost_entries_employee_id_incurred_on_idx" ON "cost_entries"("employee_id", "incurred_on");

-- CreateIndex
CREATE INDEX "cost_entries_org_unit_id_incurred_on_idx" ON "cost_entries"("org_unit_id", "incurred_on");

-- CreateIndex
CREATE INDEX "training_records_employee_id_completed_on_idx" ON "training_records"("employee_id", "completed_on");

-- CreateIndex
CREATE UNIQUE INDEX "training_records_employee_id_course_completed_on_key" ON "training_records"("employee_id", "course", "completed_on");

-- CreateIndex
CREATE INDEX "survey_answers_answered_on_idx" ON "survey_answers"("answered_on");

-- CreateIndex
CREATE UNIQUE INDEX "survey_answers_employee_id_survey_key" ON "survey_answers"("employee_id", "survey");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_account_number_key" ON "accounts"("account_number");

-- CreateIndex
CREATE INDEX "accounts_parent_id_idx" ON "accounts"("parent_id");

-- CreateIndex
CREATE INDEX "contacts_account_id_name_idx" ON "contacts"("account_id", "name");

-- CreateIndex
CREATE INDEX "interactions_account_id_occurred_at_idx" ON "interactions"("account_id", "occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "interactions_account_id_external_id_key" ON "interactions"("account_id", "external_id");

-- CreateIndex
CREATE INDEX "cases_account_id_opened_at_idx" ON "cases"("account_id", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "cases_account_id_case_number_key" ON "cases"("account_id", "case_number");

-- CreateIndex
CREATE INDEX "satisfaction_responses_account_id_answered_on_idx" ON "satisfaction_responses"("account_id", "answered_on");

-- CreateIndex
CREATE UNIQUE INDEX "satisfaction_responses_account_id_external_id_key" ON "satisfaction_responses"("account_id", "external_id");

-- CreateIndex
CREATE INDEX "revenue_entries_account_id_booked_on_idx" ON "revenue_entries"("account_id", "booked_on");

-- CreateIndex
CREATE UNIQUE INDEX "revenue_entries_account_id_external_id_key" ON "revenue_entries"("account_id", "external_id");

-- CreateIndex
CREATE INDEX "assignments_employee_id_starts_on_idx" ON "assignments"("employee_id", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "assignments_account_id_employee_id_role_starts_on_key" ON "assignments"("account_id", "employee_id", "role", "starts_on");

-- CreateIndex
CREATE INDEX "account_months_owner_id_month_idx" ON "account_months"("owner_id", "month");

-- CreateIndex
CREATE INDEX "employee_summaries_org_unit_id_idx" ON "employee_summaries"("org_unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "audit_events_occurred_at_id_idx" ON "audit_events"("occurred_at", "id");

-- CreateIndex
CREATE INDEX "audit_events_subject_type_subject_id_occurred_at_idx" ON "audit_events"("subject_type", "subject_id", "occurred_at");

-- CreateIndex
CREATE INDEX "import_runs_started_at_idx" ON "import_runs"("started_at");

-- AddForeignKey
ALTER TABLE "org_units" ADD CONSTRAINT "org_units_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "org_units"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "employment_spells" ADD CONSTRAINT "employment_spells_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "employment_spells" ADD CONSTRAINT "employment_spells_org_unit_id_fkey" FOREIGN KEY ("org_unit_id") REFERENCES "org_units"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "employment_spells" ADD CONSTRAINT "employment_spells_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "cost_entries" ADD CONSTRAINT "cost_entries_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "cost_entries" ADD CONSTRAINT "cost_entries_org_unit_id_fkey" FOREIGN KEY ("org_unit_id") REFERENCES "org_units"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "training_records" ADD CONSTRAINT "training_records_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "survey_answers" ADD CONSTRAINT "survey_answers_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "interactions" ADD CONSTRAINT "interactions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "interactions" ADD CONSTRAINT "interactions_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "interactions" ADD CONSTRAINT "interactions_account_id_contact_id_fkey" FOREIGN KEY ("account_id", "contact_id") REFERENCES "contacts"("account_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "satisfaction_responses" ADD CONSTRAINT "satisfaction_responses_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "satisfaction_responses" ADD CONSTRAINT "satisfaction_responses_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "satisfaction_responses" ADD CONSTRAINT "satisfaction_responses_account_id_contact_id_fkey" FOREIGN KEY ("account_id", "contact_id") REFERENCES "contacts"("account_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "revenue_entries" ADD CONSTRAINT "revenue_entries_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_org_unit_id_fkey" FOREIGN KEY ("org_unit_id") REFERENCES "org_units"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_failures" ADD CONSTRAINT "import_failures_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "import_runs"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_previous_rows" ADD CONSTRAINT "import_previous_rows_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "import_runs"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
