-- CreateTable
CREATE TABLE "account_profits" (
    "account_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "revenue_minor" BIGINT NOT NULL,
    "cost_of_goods_minor" BIGINT NOT NULL,
    "cost_to_serve_minor" BIGINT NOT NULL,
    "acquisition_minor" BIGINT NOT NULL,
    "gross_minor" BIGINT NOT NULL,
    "profit_minor" BIGINT NOT NULL,
    "people" INTEGER NOT NULL,
    "is_dominated" BOOLEAN NOT NULL,

    CONSTRAINT "account_profits_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "profit_reports" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "as_of" DATE NOT NULL,
    "report" JSONB NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "profit_reports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "account_profits_profit_minor_idx" ON "account_profits"("profit_minor");

-- CreateIndex
CREATE INDEX "account_profits_gross_minor_idx" ON "account_profits"("gross_minor");

-- What Prisma cannot say.
ALTER TABLE "account_profits"
  ADD CONSTRAINT "account_profits_add_up"
    CHECK (gross_minor = revenue_minor - cost_of_goods_minor AND profit_minor = gross_minor - cost_to_serve_minor - acquisition_minor);
ALTER TABLE "profit_reports" ADD CONSTRAINT "profit_reports_one_row" CHECK (id = 1);
