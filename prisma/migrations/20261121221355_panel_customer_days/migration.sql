-- AlterTable
ALTER TABLE "panel_months" ADD COLUMN     "customer_days" SMALLINT NOT NULL DEFAULT 0;
