-- What the Prisma schema cannot say: the database itself refuses nonsense, and text search has its indexes.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- ── search ──

-- Lower case without accents. unaccent() is only STABLE because its dictionary could change; ours does not.
CREATE FUNCTION search_text(text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN lower(public.unaccent('public.unaccent'::regdictionary, $1));

-- Every pair of neighbouring Han characters: trigrams need three, and most Chinese words have two.
CREATE FUNCTION han_bigrams(text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN CASE WHEN $1 ~ '[㐀-鿿豈-﫿]'
    THEN ARRAY(
      SELECT substr($1, i, 2) FROM generate_series(1, length($1) - 1) AS i
      WHERE substr($1, i, 2) ~ '^[㐀-鿿豈-﫿]{2}$')
    ELSE '{}'::text[] END;

-- ── company ──

ALTER TABLE company_settings
  ADD CONSTRAINT company_settings_one_row CHECK (id = 1);
ALTER TABLE exchange_rates
  ADD CONSTRAINT exchange_rates_positive CHECK (rate_to_reporting > 0),
  ADD CONSTRAINT exchange_rates_month_is_first_day CHECK (extract(day FROM month) = 1);

-- ── people ──

ALTER TABLE org_units
  ADD CONSTRAINT org_units_not_own_parent CHECK (parent_id <> id);
ALTER TABLE employees
  ADD CONSTRAINT employees_leave_after_hire CHECK (left_on > hired_on),
  ADD CONSTRAINT employees_reason_needs_departure CHECK (left_on IS NOT NULL OR (leave_reason IS NULL AND regretted IS NULL)),
  ADD CONSTRAINT employees_service_orientation_scale CHECK (service_orientation BETWEEN 0 AND 100);
ALTER TABLE employment_spells
  ADD CONSTRAINT employment_spells_end_after_start CHECK (ends_on > starts_on),
  ADD CONSTRAINT employment_spells_fte_scale CHECK (fte > 0 AND fte <= 2),
  ADD CONSTRAINT employment_spells_salary_not_negative CHECK (annual_salary_minor >= 0),
  ADD CONSTRAINT employment_spells_salary_has_currency CHECK (annual_salary_minor IS NULL OR currency IS NOT NULL),
  ADD CONSTRAINT employment_spells_not_own_manager CHECK (manager_id <> employee_id),
  ADD CONSTRAINT employment_spells_no_overlap EXCLUDE USING gist (employee_id WITH =, daterange(starts_on, ends_on) WITH &&);
ALTER TABLE cost_entries
  ADD CONSTRAINT cost_entries_person_or_unit CHECK (num_nonnulls(employee_id, org_unit_id) = 1),
  -- A credit or correction is an entry of its own and says so.
  ADD CONSTRAINT cost_entries_not_negative CHECK (amount_minor >= 0 OR kind IN ('correction', 'credit'));
ALTER TABLE training_records
  ADD CONSTRAINT training_records_hours_scale CHECK (hours >= 0 AND hours <= 10000),
  ADD CONSTRAINT training_records_cost_not_negative CHECK (cost_minor >= 0),
  ADD CONSTRAINT training_records_cost_has_currency CHECK (cost_minor IS NULL OR currency IS NOT NULL),
  ADD CONSTRAINT training_records_score_scale CHECK (score BETWEEN 0 AND 100);
ALTER TABLE survey_answers
  ADD CONSTRAINT survey_answers_engagement_scale CHECK (engagement BETWEEN 1 AND 5),
  ADD CONSTRAINT survey_answers_enps_scale CHECK (enps BETWEEN 0 AND 10),
  ADD CONSTRAINT survey_answers_values_scale CHECK (values_alignment BETWEEN 1 AND 5);

-- ── customers ──

ALTER TABLE accounts
  ADD CONSTRAINT accounts_churn_after_acquisition CHECK (churned_on > acquired_on),
  ADD CONSTRAINT accounts_reason_needs_churn CHECK (churned_on IS NOT NULL OR churn_reason IS NULL),
  ADD CONSTRAINT accounts_not_own_parent CHECK (parent_id <> id),
  ADD CONSTRAINT accounts_acquisition_cost_not_negative CHECK (acquisition_cost_minor >= 0),
  ADD CONSTRAINT accounts_acquisition_cost_has_currency CHECK (acquisition_cost_minor IS NULL OR currency IS NOT NULL);
ALTER TABLE interactions
  ADD CONSTRAINT interactions_minutes_scale CHECK (minutes >= 0 AND minutes <= 10080);
ALTER TABLE cases
  ADD CONSTRAINT cases_response_after_opening CHECK (first_response_at >= opened_at),
  ADD CONSTRAINT cases_resolution_after_opening CHECK (resolved_at >= opened_at);
ALTER TABLE satisfaction_responses
  ADD CONSTRAINT satisfaction_responses_scale CHECK (
    CASE kind WHEN 'csat' THEN score BETWEEN 1 AND 5 WHEN 'nps' THEN score BETWEEN 0 AND 10 ELSE score BETWEEN 1 AND 7 END);
ALTER TABLE revenue_entries
  ADD CONSTRAINT revenue_entries_cost_sign CHECK (cost_of_goods_minor >= 0 OR amount_minor < 0);

-- ── linkage ──

ALTER TABLE assignments
  ADD CONSTRAINT assignments_end_after_start CHECK (ends_on > starts_on),
  ADD CONSTRAINT assignments_share_scale CHECK (share BETWEEN 0 AND 1),
  ADD CONSTRAINT assignments_cause_needs_end CHECK (ends_on IS NOT NULL OR end_cause IS NULL),
  ADD CONSTRAINT assignments_no_overlap EXCLUDE USING gist (
    account_id WITH =, employee_id WITH =, role WITH =, daterange(starts_on, ends_on) WITH &&);

-- ── access ──

ALTER TABLE users ADD CONSTRAINT users_email_lower_case CHECK (email = lower(email));

-- ── lists: each sort is an index walk with the id as tie-break, each search an index probe ──

CREATE INDEX account_summaries_by_name ON account_summaries (name, account_id);
CREATE INDEX account_summaries_by_number ON account_summaries (account_number, account_id);
CREATE INDEX account_summaries_by_revenue ON account_summaries (revenue_12m_minor DESC, account_id DESC);
CREATE INDEX account_summaries_by_csat ON account_summaries (csat_mean_12m, account_id);
CREATE INDEX account_summaries_by_handovers ON account_summaries (handovers_12m DESC, account_id DESC);
CREATE INDEX account_summaries_by_owner_since ON account_summaries (owner_since, account_id);
CREATE INDEX account_summaries_by_unit_revenue ON account_summaries (scope_unit_id, revenue_12m_minor DESC, account_id DESC);
CREATE INDEX account_summaries_by_owner ON account_summaries (owner_id);
CREATE INDEX account_summaries_search ON account_summaries USING gin (search_text(name || ' ' || account_number) gin_trgm_ops);
CREATE INDEX account_summaries_han ON account_summaries USING gin (han_bigrams(name));

CREATE INDEX employee_summaries_by_name ON employee_summaries (name, employee_id);
CREATE INDEX employee_summaries_search ON employee_summaries USING gin (search_text(name || ' ' || employee_number) gin_trgm_ops);
CREATE INDEX employee_summaries_han ON employee_summaries USING gin (han_bigrams(name));
