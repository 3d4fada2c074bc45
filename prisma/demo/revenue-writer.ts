import type { AccountRows } from "./account-rows";
import { toMinor } from "./employee-writer";

export function writeRevenue(rows: AccountRows): void {
  const { writer, calendar, nextId, random, account, area, phrases, accountId, acquiredOn } = rows;
  const { firstKept, monthCount } = calendar;
  const { currency } = area.region;
  const product = phrases.products[random.int(phrases.products.length)]!;
  const costShare = 0.5 + 0.2 * random.uniform();
  const setUp = random.uniform() < 0.4 ? 0.5 + 1.5 * random.uniform() : 0;
  const end = Math.min(account.endAt, monthCount);
  for (let month = Math.max(account.startAt, firstKept); month < end; month++) {
    const bookedOn = month === account.startAt ? acquiredOn : calendar.day(month);
    const minor = Math.round(toMinor(account.revenue[month]! * growth(month - firstKept), currency));
    const cost = Math.round(minor * costShare);
    writer.row("revenue_entries", [
      accountId,
      nextId.revenue_entries(),
      bookedOn,
      minor,
      currency,
      cost,
      product,
      "recurring",
    ]);
    if (month !== account.startAt || setUp === 0) continue;
    const fee = Math.round(minor * setUp);
    writer.row("revenue_entries", [
      accountId,
      nextId.revenue_entries(),
      bookedOn,
      fee,
      currency,
      Math.round(fee * 0.3),
      phrases.setUpProduct,
      "one_off",
    ]);
  }
}

/** Prices rise a little each month and business is slower around the turn of the year. */
function growth(keptMonth: number): number {
  return Math.exp(0.0022 * keptMonth + 0.02 * Math.cos((2 * Math.PI * (keptMonth - 4)) / 12));
}
