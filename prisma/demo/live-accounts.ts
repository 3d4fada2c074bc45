import { drawNormal } from "../../app/stats/random/draws";
import { release } from "./account-owners";
import { type AreaState, type LiveAccount, newAccount } from "./area-state";
import { dipAfterHandover, revenueDipAfterDeparture, satisfactionFrom } from "./simulated-manager";

/** A month of every account: how satisfied it is, what it answers and buys, and whether it leaves. */
export function liveAccounts(state: AreaState, month: number, workloadZ: Float64Array): void {
  const { random, settings, managers, truth } = state;
  const contribution = new Float64Array(managers.length);
  let sum = 0;
  let present = 0;
  for (const index of state.incumbent) {
    if (index < 0) continue;
    contribution[index] = satisfactionFrom(truth, managers[index]!.person, month, workloadZ[index]!);
    sum += contribution[index]!;
    present += 1;
  }
  // Whoever answers the phone while a post is vacant is an average colleague.
  const cover = present === 0 ? 0 : sum / present;

  for (let i = 0; i < state.accounts.length; i++) {
    const account = state.accounts[i]!;
    if (account.startAt > month || account.endAt <= month) continue;
    const owner = account.waitingFor >= 0 ? -1 : (account.stints.at(-1)?.manager ?? -1);
    account.owner[month] = owner;
    const csat =
      truth.csat.level +
      account.accountEffect +
      (owner >= 0 ? contribution[owner]! : cover + truth.csat.whileVacant) +
      (owner >= 0 ? dipAfterHandover(truth, month - account.handedAt, account.handedToNewHire) : 0);
    account.satisfaction[month] = csat;
    drawAnswers(state, account, month, csat);
    drawRevenue(state, account, month);
    const churn = truth.churnPerMonth;
    const isJustHanded = month - account.handedAt < churn.afterHandoverMonths;
    const hazard =
      churn.base *
      Math.exp(
        churn.perCsat * (csat - truth.csat.level) +
          (isJustHanded ? churn.afterHandover : 0) +
          churn.perSize * account.size,
      );
    if (month + 1 < settings.monthCount && random.uniform() < hazard) lose(state, i, month + 1);
  }
}

/** An account lost during the burn-in is replaced, so that the kept months begin with survivors of every age. */
function lose(state: AreaState, index: number, month: number): void {
  const account = state.accounts[index]!;
  account.endAt = month;
  release(state, account, month, null);
  if (month > state.settings.firstKept) return;
  state.accounts[index] = newAccount(state, month);
}

function drawAnswers({ random, truth }: AreaState, account: LiveAccount, month: number, csat: number): void {
  let digits = 0;
  for (let contact = 0; contact < account.surveyedContacts; contact++) {
    digits *= 10;
    if (random.uniform() >= truth.csat.answerRate) continue;
    const score = Math.min(5, Math.max(1, Math.round(csat + truth.csat.answerSd * drawNormal(random))));
    digits += score;
    if (score <= truth.traps.lowAnswer) account.isUnhappy = true;
  }
  account.answers[month] = digits;
}

function drawRevenue({ random, truth }: AreaState, account: LiveAccount, month: number): void {
  const { medianPerMonth, sdLog, autocorrelation, sd } = truth.revenue;
  account.noise =
    autocorrelation * account.noise + sd * Math.sqrt(1 - autocorrelation ** 2) * drawNormal(random);
  const dip = revenueDipAfterDeparture(truth, month - account.departureAt, account.departureToNewHire);
  account.revenue[month] = medianPerMonth * Math.exp(sdLog * account.size + account.noise + dip);
}
