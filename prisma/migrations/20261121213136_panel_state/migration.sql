-- AlterTable
ALTER TABLE "employee_months" ADD COLUMN     "annual_salary_minor" BIGINT,
ADD COLUMN     "days_employed" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "pay_currency" CHAR(3),
ALTER COLUMN "fte" SET DEFAULT 1;

-- AlterTable
ALTER TABLE "panel_months" ALTER COLUMN "csat_n" SET DATA TYPE INTEGER,
ALTER COLUMN "csat_sum" SET DATA TYPE INTEGER,
ALTER COLUMN "nps_n" SET DATA TYPE INTEGER,
ALTER COLUMN "nps_promoters" SET DATA TYPE INTEGER,
ALTER COLUMN "nps_detractors" SET DATA TYPE INTEGER,
ALTER COLUMN "cases_opened" SET DATA TYPE INTEGER;

-- CreateTable
CREATE TABLE "panel_state" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "version" BIGINT NOT NULL DEFAULT 0,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "counted_version" BIGINT,
    "counted_at" TIMESTAMPTZ(3),
    "account_months" INTEGER NOT NULL DEFAULT 0,
    "employee_months" INTEGER NOT NULL DEFAULT 0,
    "coverage" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "panel_state_pkey" PRIMARY KEY ("id")
);

ALTER TABLE panel_state ADD CONSTRAINT panel_state_one_row CHECK (id = 1);
INSERT INTO panel_state (id) VALUES (1);
