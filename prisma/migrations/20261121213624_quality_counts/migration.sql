-- DropIndex
DROP INDEX "account_risks_expected_loss_minor_idx";

-- CreateTable
CREATE TABLE "quality_counts" (
    "check_name" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "by_unit" JSONB NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "took_ms" INTEGER NOT NULL,

    CONSTRAINT "quality_counts_pkey" PRIMARY KEY ("check_name")
);

-- CreateIndex
CREATE INDEX "account_risks_expected_loss_minor_account_id_idx" ON "account_risks"("expected_loss_minor", "account_id");

ALTER TABLE quality_counts ADD CONSTRAINT quality_counts_not_negative CHECK (total >= 0 AND took_ms >= 0);
