-- CreateTable
CREATE TABLE "employee_months" (
    "employee_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "org_unit_id" UUID,
    "job_title" TEXT,
    "manager_id" UUID,
    "fte" REAL NOT NULL,
    "tenure_months" REAL NOT NULL,
    "training_hours_12m" REAL NOT NULL,
    "engagement" REAL,
    "values_alignment" REAL,
    "accounts_owned" REAL NOT NULL,
    "workload_z" REAL,
    "pay_position" REAL,
    "service_orientation" REAL,

    CONSTRAINT "employee_months_pkey" PRIMARY KEY ("employee_id","month")
);

-- CreateTable
CREATE TABLE "panel_months" (
    "account_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "is_complete" BOOLEAN NOT NULL,
    "churns_next_month" BOOLEAN,
    "csat_n" SMALLINT NOT NULL,
    "csat_sum" SMALLINT NOT NULL,
    "nps_n" SMALLINT NOT NULL,
    "nps_promoters" SMALLINT NOT NULL,
    "nps_detractors" SMALLINT NOT NULL,
    "cases_opened" SMALLINT NOT NULL,
    "revenue_minor" BIGINT NOT NULL,
    "margin_minor" BIGINT NOT NULL,
    "owner_id" UUID,
    "vacancy_share" REAL NOT NULL,
    "owner_tenure_months" REAL,
    "owner_log_tenure" REAL,
    "owner_training_hours_12m" REAL,
    "team_training_hours_12m" REAL,
    "owner_engagement" REAL,
    "owner_values_alignment" REAL,
    "owner_workload_z" REAL,
    "owner_pay_position" REAL,
    "owner_service_orientation" REAL,
    "months_since_handover" SMALLINT,
    "last_handover_cause" TEXT,
    "is_handover_to_new_hire" BOOLEAN,
    "months_since_departure_handover" SMALLINT,
    "is_departure_handover_to_new_hire" BOOLEAN,
    "handovers_12m" SMALLINT NOT NULL,

    CONSTRAINT "panel_months_pkey" PRIMARY KEY ("account_id","month")
);

-- CreateTable
CREATE TABLE "driver_runs" (
    "id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "data_stamp" TEXT NOT NULL,
    "code_version" TEXT NOT NULL,
    "progress" REAL NOT NULL DEFAULT 0,
    "current_spec" TEXT,
    "error" TEXT,
    "requested_by" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "heartbeat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "driver_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "driver_results" (
    "run_id" UUID NOT NULL,
    "spec" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "driver_results_pkey" PRIMARY KEY ("run_id","spec")
);

-- CreateTable
CREATE TABLE "account_risks" (
    "account_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "monthly_hazard" REAL NOT NULL,
    "loss_probability_12m" REAL NOT NULL,
    "loss_probability_lower" REAL NOT NULL,
    "loss_probability_upper" REAL NOT NULL,
    "margin_12m_minor" BIGINT NOT NULL,
    "expected_loss_minor" BIGINT NOT NULL,
    "factors" JSONB NOT NULL,

    CONSTRAINT "account_risks_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "employee_leaving_risks" (
    "employee_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "leave_probability_12m" REAL NOT NULL,
    "leave_probability_lower" REAL NOT NULL,
    "leave_probability_upper" REAL NOT NULL,
    "accounts_exposed" INTEGER NOT NULL,
    "revenue_exposed_12m_minor" BIGINT NOT NULL,
    "expected_revenue_loss_minor" BIGINT NOT NULL,
    "factors" JSONB NOT NULL,

    CONSTRAINT "employee_leaving_risks_pkey" PRIMARY KEY ("employee_id")
);

-- CreateIndex
CREATE INDEX "employee_months_month_idx" ON "employee_months"("month");

-- CreateIndex
CREATE INDEX "driver_runs_started_at_idx" ON "driver_runs"("started_at");

-- CreateIndex
CREATE INDEX "account_risks_expected_loss_minor_idx" ON "account_risks"("expected_loss_minor");

-- AddForeignKey
ALTER TABLE "driver_results" ADD CONSTRAINT "driver_results_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "driver_runs"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
