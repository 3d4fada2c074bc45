-- A negative cost without a kind slipped through: NULL IN (…) is NULL, which a check lets pass.
ALTER TABLE cost_entries
  DROP CONSTRAINT cost_entries_not_negative,
  ADD CONSTRAINT cost_entries_not_negative CHECK (amount_minor >= 0 OR coalesce(kind, '') IN ('correction', 'credit'));
