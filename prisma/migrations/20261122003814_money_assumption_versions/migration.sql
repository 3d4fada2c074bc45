-- The one row becomes the first version; who last changed it is in the audit trail.
ALTER TABLE "money_settings" DROP CONSTRAINT "money_settings_one_row";
ALTER TABLE "money_settings" RENAME COLUMN "id" TO "version";
ALTER TABLE "money_settings" RENAME COLUMN "updated_at" TO "set_at";
ALTER TABLE "money_settings" ALTER COLUMN "version" TYPE INTEGER, ALTER COLUMN "version" DROP DEFAULT,
ADD COLUMN     "exit_administration_currency" CHAR(3),
ADD COLUMN     "exit_administration_minor" BIGINT,
ADD COLUMN     "exit_administration_source" TEXT,
ADD COLUMN     "referral_source" TEXT,
ADD COLUMN     "referrals_per_customer" DECIMAL(6,3),
ADD COLUMN     "set_by" TEXT;
UPDATE "money_settings" SET "set_by" = (
  SELECT actor_name FROM audit_events WHERE subject_type = 'money_settings' ORDER BY occurred_at DESC, id DESC LIMIT 1);

-- An assumption without a source is a guess.
ALTER TABLE "money_settings"
  ADD CONSTRAINT "money_settings_referrals" CHECK ((referrals_per_customer IS NULL) = (referral_source IS NULL)
    AND referrals_per_customer BETWEEN 0 AND 100 AND referral_source <> ''),
  ADD CONSTRAINT "money_settings_exit_administration" CHECK ((exit_administration_minor IS NULL) = (exit_administration_source IS NULL)
    AND (exit_administration_minor IS NULL) = (exit_administration_currency IS NULL)
    AND exit_administration_minor >= 0 AND exit_administration_source <> '');

-- AlterTable
ALTER TABLE "account_losses" ADD COLUMN     "exit_minor" BIGINT,
ADD COLUMN     "referral_minor" BIGINT;
