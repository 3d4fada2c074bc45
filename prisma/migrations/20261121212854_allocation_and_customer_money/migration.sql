-- CreateTable
CREATE TABLE "allocation_rules" (
    "version" INTEGER NOT NULL,
    "parameters" JSONB NOT NULL,
    "valid_from" DATE NOT NULL,
    "note" TEXT,
    "published_by" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "allocation_rules_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "allocation_changes" (
    "id" BIGSERIAL NOT NULL,
    "first_month" DATE NOT NULL,
    "last_month" DATE NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "allocation_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allocation_months" (
    "month" DATE NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "ledger_minor" BIGINT NOT NULL,
    "accounts_minor" BIGINT NOT NULL,
    "unused_minor" BIGINT NOT NULL,
    "overhead_minor" BIGINT NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "allocation_months_pkey" PRIMARY KEY ("month")
);

-- CreateTable
CREATE TABLE "ledger_cost_months" (
    "month" DATE NOT NULL,
    "category" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "entries" INTEGER NOT NULL,
    "original_minor" BIGINT NOT NULL,
    "rate" DECIMAL(20,10),
    "rate_month" DATE,
    "amount_minor" BIGINT,

    CONSTRAINT "ledger_cost_months_pkey" PRIMARY KEY ("month","category","source","currency")
);

-- CreateTable
CREATE TABLE "account_cost_months" (
    "month" DATE NOT NULL,
    "account_id" UUID NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "acquisition_minor" BIGINT NOT NULL,
    "compensation_minor" BIGINT NOT NULL,
    "retention_minor" BIGINT NOT NULL,
    "training_minor" BIGINT NOT NULL,
    "turnover_minor" BIGINT NOT NULL,
    "productivity_minor" BIGINT NOT NULL,
    "morale_minor" BIGINT NOT NULL,
    "customer_acquisition_minor" BIGINT NOT NULL,
    "minutes" REAL NOT NULL,
    "is_standard_time" BOOLEAN NOT NULL,

    CONSTRAINT "account_cost_months_pkey" PRIMARY KEY ("month","account_id")
);

-- CreateTable
CREATE TABLE "unallocated_cost_months" (
    "month" DATE NOT NULL,
    "org_unit_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "category" "cost_category" NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "people" INTEGER NOT NULL,

    CONSTRAINT "unallocated_cost_months_pkey" PRIMARY KEY ("month","org_unit_id","reason","category")
);

-- CreateTable
CREATE TABLE "money_settings" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "discount_rate" DECIMAL(5,4) NOT NULL DEFAULT 0.08,
    "horizon_months" INTEGER NOT NULL DEFAULT 36,
    "sales_cycle_months" INTEGER NOT NULL DEFAULT 2,
    "acquisition_unit_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "money_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_value_runs" (
    "id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "result" JSONB NOT NULL DEFAULT '{}',
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "customer_value_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_values" (
    "account_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "run_id" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "reason" TEXT,
    "margin_minor" BIGINT NOT NULL,
    "clv_minor" BIGINT,
    "clv_lower_minor" BIGINT,
    "clv_upper_minor" BIGINT,
    "clv_plain_minor" BIGINT,
    "alive_probability" REAL,
    "kept_12m_probability" REAL,

    CONSTRAINT "account_values_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "account_losses" (
    "account_id" UUID NOT NULL,
    "lost_on" DATE NOT NULL,
    "run_id" UUID NOT NULL,
    "margin_minor" BIGINT NOT NULL,
    "residual_clv_minor" BIGINT NOT NULL,
    "residual_lower_minor" BIGINT NOT NULL,
    "residual_upper_minor" BIGINT NOT NULL,
    "replacement_minor" BIGINT,

    CONSTRAINT "account_losses_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "value_score_rules" (
    "version" INTEGER NOT NULL,
    "parameters" JSONB NOT NULL,
    "note" TEXT,
    "published_by" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "value_score_rules_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "account_scores" (
    "account_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "current_score" REAL,
    "potential_score" REAL,
    "current_class" TEXT,
    "potential_class" TEXT,
    "points" JSONB NOT NULL,
    "measured_weight" REAL NOT NULL,
    "cross_sell_minor" BIGINT,
    "cross_sell_lower_minor" BIGINT,
    "cross_sell_upper_minor" BIGINT,
    "cross_sell_product" TEXT,
    "up_sell_minor" BIGINT,
    "up_sell_peers" INTEGER NOT NULL,
    "loyalty_stage" TEXT NOT NULL,
    "loyalty_type" TEXT NOT NULL,
    "loyalty_survey_on" DATE,
    "loyalty_behaviour_on" DATE,

    CONSTRAINT "account_scores_pkey" PRIMARY KEY ("account_id")
);

-- CreateIndex
CREATE INDEX "account_cost_months_account_id_idx" ON "account_cost_months"("account_id");

-- CreateIndex
CREATE INDEX "customer_value_runs_started_at_idx" ON "customer_value_runs"("started_at");

-- CreateIndex
CREATE INDEX "account_values_clv_minor_idx" ON "account_values"("clv_minor");

-- CreateIndex
CREATE INDEX "account_losses_lost_on_idx" ON "account_losses"("lost_on");

-- CreateIndex
CREATE INDEX "account_scores_current_class_potential_class_idx" ON "account_scores"("current_class", "potential_class");

-- What Prisma cannot say.

-- The promise of the allocation, kept by the database: no month is stored whose parts are not its ledger.
ALTER TABLE "allocation_months"
  ADD CONSTRAINT "allocation_months_month_is_first_day" CHECK (extract(day FROM month) = 1),
  ADD CONSTRAINT "allocation_months_balance" CHECK (ledger_minor = accounts_minor + unused_minor + overhead_minor);
ALTER TABLE "allocation_rules"
  ADD CONSTRAINT "allocation_rules_valid_from_is_first_day" CHECK (extract(day FROM valid_from) = 1);
ALTER TABLE "unallocated_cost_months"
  ADD CONSTRAINT "unallocated_cost_months_reason" CHECK (reason IN ('unused_capacity', 'unit_cost', 'no_accounts'));
ALTER TABLE "ledger_cost_months"
  ADD CONSTRAINT "ledger_cost_months_source" CHECK (source IN ('entries', 'training_fees', 'contract_pay', 'account_acquisition')),
  ADD CONSTRAINT "ledger_cost_months_converted_with_rate" CHECK ((amount_minor IS NULL) = (rate IS NULL));
ALTER TABLE "money_settings"
  ADD CONSTRAINT "money_settings_one_row" CHECK (id = 1),
  ADD CONSTRAINT "money_settings_scales"
    CHECK (discount_rate BETWEEN 0 AND 1 AND horizon_months BETWEEN 1 AND 120 AND sales_cycle_months BETWEEN 0 AND 24);
ALTER TABLE "account_values"
  ADD CONSTRAINT "account_values_model" CHECK (model IN ('contract', 'repeat_purchase', 'none')),
  ADD CONSTRAINT "account_values_reason_where_none" CHECK ((clv_minor IS NULL) = (reason IS NOT NULL));
ALTER TABLE "customer_value_runs"
  ADD CONSTRAINT "customer_value_runs_status" CHECK (status IN ('running', 'finished', 'failed'));

-- Which months a change of the ledgers puts behind. Triggers, because every writer counts: forms, imports, their undoing and
-- whoever comes later. Rows are only appended, so that two writers of one month never wait for each other.
-- Arguments: first day touched, last day touched, columns that matter.
CREATE FUNCTION note_allocation_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed text := CASE TG_OP
    WHEN 'INSERT' THEN format('SELECT %s FROM new_rows', TG_ARGV[2])
    WHEN 'DELETE' THEN format('SELECT %s FROM old_rows', TG_ARGV[2])
    ELSE format('(SELECT %1$s FROM old_rows EXCEPT SELECT %1$s FROM new_rows) UNION ALL (SELECT %1$s FROM new_rows EXCEPT SELECT %1$s FROM old_rows)', TG_ARGV[2])
  END;
BEGIN
  EXECUTE format(
    'INSERT INTO allocation_changes (first_month, last_month)
     SELECT DISTINCT date_trunc(''month'', (%s)::timestamp)::date, date_trunc(''month'', (%s)::timestamp)::date FROM (%s) changed
     WHERE (%s) IS NOT NULL', TG_ARGV[0], TG_ARGV[1], changed, TG_ARGV[0]);
  RETURN NULL;
END $$;

DO $$
DECLARE
  watched record;
BEGIN
  FOR watched IN
    SELECT * FROM (VALUES
      ('cost_entries', 'incurred_on', 'incurred_on', 'id, employee_id, org_unit_id, category, amount_minor, currency, incurred_on'),
      ('training_records', 'completed_on', 'completed_on', 'id, employee_id, cost_minor, currency, completed_on'),
      ('employment_spells', 'starts_on', 'greatest(starts_on, coalesce(ends_on - 1, current_date))',
        'id, employee_id, org_unit_id, starts_on, ends_on, fte, annual_salary_minor, currency'),
      ('assignments', 'starts_on', 'greatest(starts_on, coalesce(ends_on - 1, current_date))',
        'account_id, id, employee_id, share, starts_on, ends_on'),
      ('interactions', 'occurred_at - interval ''1 day''', 'occurred_at + interval ''1 day''',
        'account_id, id, employee_id, minutes, occurred_at'),
      ('accounts', 'acquired_on', 'acquired_on', 'id, acquired_on, acquisition_cost_minor, currency'),
      ('exchange_rates', 'month', 'greatest(month, current_date)', 'currency, month, rate_to_reporting'),
      ('company_settings', 'date ''1900-01-01''', 'current_date', 'reporting_currency, time_zone'),
      ('allocation_rules', 'valid_from', 'greatest(valid_from, current_date)', 'version, parameters, valid_from')
    ) AS t (name, first_day, last_day, columns)
  LOOP
    EXECUTE format(
      'CREATE TRIGGER note_inserts AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
       FOR EACH STATEMENT EXECUTE FUNCTION note_allocation_change(%L, %L, %L)',
      watched.name, watched.first_day, watched.last_day, watched.columns);
    EXECUTE format(
      'CREATE TRIGGER note_deletes AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows
       FOR EACH STATEMENT EXECUTE FUNCTION note_allocation_change(%L, %L, %L)',
      watched.name, watched.first_day, watched.last_day, watched.columns);
    EXECUTE format(
      'CREATE TRIGGER note_updates AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
       FOR EACH STATEMENT EXECUTE FUNCTION note_allocation_change(%L, %L, %L)',
      watched.name, watched.first_day, watched.last_day, watched.columns);
  END LOOP;
END $$;
