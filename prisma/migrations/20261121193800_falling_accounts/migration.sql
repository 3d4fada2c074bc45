-- Home pages list and count the accounts whose satisfaction falls: a few in a hundred of all.
CREATE INDEX account_summaries_falling ON account_summaries (revenue_12m_minor DESC, account_id) INCLUDE (scope_unit_id)
  WHERE health = 'falling' AND status = 'customer';
