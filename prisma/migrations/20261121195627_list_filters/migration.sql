-- Each filter of the accounts list is an index walk in the list's usual order, and one that few rows pass finds them at once.
CREATE INDEX account_summaries_by_region ON account_summaries (region, revenue_12m_minor DESC, account_id DESC);
CREATE INDEX account_summaries_by_segment ON account_summaries (segment, revenue_12m_minor DESC, account_id DESC);
CREATE INDEX account_summaries_by_health ON account_summaries (health, revenue_12m_minor DESC, account_id DESC);
CREATE INDEX account_summaries_by_type ON account_summaries (type, revenue_12m_minor DESC, account_id DESC);
CREATE INDEX account_summaries_gone ON account_summaries (status, revenue_12m_minor DESC, account_id DESC)
  WHERE status <> 'customer';
CREATE INDEX account_summaries_unowned ON account_summaries (revenue_12m_minor DESC, account_id DESC)
  WHERE owner_id IS NULL;

-- What these really cost, in the planner's unit: without it a search walks every row instead of its index.
ALTER FUNCTION han_bigrams(text) COST 2000;
