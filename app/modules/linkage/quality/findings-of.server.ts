import { accountsNeverOwned } from "./checks/accounts-never-owned.server";
import { accountsOfSameName } from "./checks/accounts-of-same-name.server";
import { amountsWithoutRate } from "./checks/amounts-without-rate.server";
import { answersAfterLoss } from "./checks/answers-after-loss.server";
import { assignmentsAfterLeaving } from "./checks/assignments-after-leaving.server";
import { assignmentsBeforeHiring } from "./checks/assignments-before-hiring.server";
import { customersWithoutOwner } from "./checks/customers-without-owner.server";
import { employeesOfSameName } from "./checks/employees-of-same-name.server";
import { employeesWithoutManager } from "./checks/employees-without-manager.server";
import { employeesWithoutPay } from "./checks/employees-without-pay.server";
import { employeesWithoutSpell } from "./checks/employees-without-spell.server";
import { handoversWithoutCause } from "./checks/handovers-without-cause.server";
import { ownersBeyondWhole } from "./checks/owners-beyond-whole.server";
import { revenueAfterLoss } from "./checks/revenue-after-loss.server";
import { revenueBeforeAcquisition } from "./checks/revenue-before-acquisition.server";
import { surveyAnswersOutsideEmployment } from "./checks/survey-answers-outside-employment.server";
import { trainingOutsideEmployment } from "./checks/training-outside-employment.server";
import type { FindingsQuery } from "./findings-query.server";
import type { CheckName } from "./quality-check";

export const findingsOf: Readonly<Record<CheckName, FindingsQuery>> = {
  assignments_before_hiring: assignmentsBeforeHiring,
  assignments_after_leaving: assignmentsAfterLeaving,
  owners_beyond_whole: ownersBeyondWhole,
  accounts_never_owned: accountsNeverOwned,
  customers_without_owner: customersWithoutOwner,
  handovers_without_cause: handoversWithoutCause,
  revenue_before_acquisition: revenueBeforeAcquisition,
  revenue_after_loss: revenueAfterLoss,
  answers_after_loss: answersAfterLoss,
  amounts_without_rate: amountsWithoutRate,
  accounts_of_same_name: accountsOfSameName,
  employees_without_spell: employeesWithoutSpell,
  employees_without_manager: employeesWithoutManager,
  employees_without_pay: employeesWithoutPay,
  training_outside_employment: trainingOutsideEmployment,
  survey_answers_outside_employment: surveyAnswersOutsideEmployment,
  employees_of_same_name: employeesOfSameName,
};
