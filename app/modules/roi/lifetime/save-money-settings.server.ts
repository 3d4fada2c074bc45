import { sql } from "~/db/sql.server";
import { writeTransaction } from "~/db/transaction.server";
import { AppError } from "~/kernel/app-error";
import { can } from "~/modules/access/capabilities";
import type { Scope } from "~/modules/access/scope";
import { listAcquisitionUnits, mayMove } from "./list-acquisition-units.server";
import type { MoneyAssumptions } from "./money-settings";
import { readMoneySettings } from "./read-money-settings.server";

/** A change is a new version. The worker values all customers anew within seconds. */
export async function saveMoneySettings(
  scope: Scope<"scenarios.write">,
  assumptions: MoneyAssumptions,
  basedOn: number,
): Promise<number> {
  const [before, units] = await Promise.all([readMoneySettings(sql()), listAcquisitionUnits(scope)]);
  if (before.version !== basedOn) throw conflict();
  const chosen = new Set(assumptions.acquisitionUnitIds);
  const isCounted = (id: string, isNamedLike: boolean) => (chosen.size > 0 ? chosen.has(id) : isNamedLike);
  if ([...chosen].some((id) => !units.some((unit) => unit.id === id))) throw refusedUnits("invalid");
  const maySeePay = can(scope.roles, "pay.read");
  if (
    units.some((unit) => unit.isCounted !== isCounted(unit.id, unit.isNamedLike) && !mayMove(unit, maySeePay))
  )
    throw refusedUnits("smallUnit");
  const { discountRate, horizonMonths, salesCycleMonths, referrals, exitAdministration } = assumptions;
  const numbers = { discountRate, horizonMonths, salesCycleMonths };
  const acquisitionUnitIds = [...chosen];
  const version = before.version + 1;
  try {
    return await writeTransaction(scope.actor, async (tx) => {
      await tx.moneySettings.create({
        data: {
          version,
          ...numbers,
          acquisitionUnitIds,
          referralsPerCustomer: referrals?.perCustomer ?? null,
          referralSource: referrals?.source ?? null,
          exitAdministrationMinor: exitAdministration && BigInt(exitAdministration.amountMinor),
          exitAdministrationCurrency: exitAdministration?.currency ?? null,
          exitAdministrationSource: exitAdministration?.source ?? null,
          setBy: scope.actor.name,
        },
        select: { version: true },
      });
      return {
        result: version,
        audit: {
          action: "money_settings.publish",
          subjectType: "money_settings",
          subjectId: String(version),
          detail: {
            ...numbers,
            acquisitionUnitIds,
            referrals,
            exitAdministration: exitAdministration && { ...exitAdministration },
          },
        },
      };
    });
  } catch (error) {
    if ((error as { code?: string }).code === "P2002") throw conflict();
    throw error;
  }
}

function conflict() {
  return refused("basedOn", "changedMeanwhile");
}

function refusedUnits(key: "invalid" | "smallUnit") {
  return refused("unitIds", key);
}

function refused(field: string, key: string) {
  return new AppError("invalid", "These assumptions cannot be saved", { fields: { [field]: { key } } });
}
