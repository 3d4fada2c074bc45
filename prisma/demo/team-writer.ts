import type { AccountRows, Incumbency } from "./account-rows";

/** Who serves the account: its owners one after the other, and the posts that share in it. */
export function writeTeam(rows: AccountRows): void {
  const { writer, calendar, nextId, random, account, area, accountId, acquiredOn } = rows;
  const { firstKept, monthCount } = calendar;
  const share = (factor: number) =>
    Math.min(
      0.5,
      Math.max(0.005, (factor / area.accountsPerManager) * Math.exp(0.35 * account.size)),
    ).toFixed(3);
  for (const [index, stint] of account.stints.entries()) {
    const to = Math.min(stint.to, account.endAt);
    if (to < firstKept) continue;
    const endsOn = to < monthCount ? calendar.day(to) : null;
    writer.row("assignments", [
      accountId,
      nextId.assignments(),
      area.managerIds[stint.manager]!,
      "owner",
      share(0.7),
      index === 0 && stint.from === account.startAt ? acquiredOn : calendar.day(stint.from),
      endsOn,
      endsOn === null ? null : stint.cause,
    ]);
  }
  const writePost = (post: readonly Incumbency[] | undefined, role: string, factor: number) => {
    for (const { employeeId, from, to } of post ?? []) {
      const start = Math.max(from, account.startAt, firstKept - 12);
      const end = Math.min(to, account.endAt);
      if (start >= end || end < firstKept || start >= monthCount) continue;
      const endsOn = end < monthCount ? calendar.day(end) : null;
      const cause = endsOn === null || end === account.endAt ? null : "departure";
      const startsOn = start === account.startAt ? acquiredOn : calendar.day(start);
      writer.row("assignments", [
        accountId,
        nextId.assignments(),
        employeeId,
        role,
        share(factor),
        startsOn,
        endsOn,
        cause,
      ]);
    }
  };
  if (account.size > -0.25)
    writePost(area.servicePosts[random.int(area.servicePosts.length)], "service", 0.15);
  if (account.size > 1.1)
    writePost(area.specialistPosts[random.int(area.specialistPosts.length)], "specialist", 0.1);
  if (account.size > 1.6) {
    const lead = area.teamLeadIds[random.int(area.teamLeadIds.length)]!;
    writePost([{ employeeId: lead, from: -1_000, to: monthCount + 1 }], "sales", 0.1);
  }
}
