-- One account in a hundred is won in a month: what winning cost is read over years and must not read every account of each.
CREATE INDEX account_cost_months_won ON account_cost_months (month) INCLUDE (account_id, customer_acquisition_minor)
  WHERE customer_acquisition_minor <> 0;
