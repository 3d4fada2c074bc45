-- DropIndex
DROP INDEX "account_cost_months_account_id_idx";
