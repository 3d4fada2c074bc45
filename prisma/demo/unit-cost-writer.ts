import type { Generator } from "../../app/stats/random/generator";
import type { CopyWriter } from "./copy-writer";
import type { DemoCalendar } from "./demo-calendar";
import { toMinor } from "./employee-writer";
import type { Unit } from "./organisation";
import { createIds } from "./row-ids";

/** What is spent on a unit and not on one of its people: absence, cover of vacant posts, events, joint training, adverts. */
export function createUnitCostWriter(writer: CopyWriter, calendar: DemoCalendar, seed: number) {
  // Ids of person-level costs and of these must not meet: these are given out under a seed of their own.
  const nextId = createIds("cost_entries", seed + 2048);
  return (unit: Unit, random: Generator, heads: number, payFactor: number, sales: number): void => {
    for (let month = calendar.firstKept; month < calendar.monthCount; month++) {
      const quarter = Number(calendar.day(month).slice(5, 7)) % 3;
      const entries: [string, string, number, number][] = [
        ["morale", "absence", heads * 150 * (0.6 + 0.8 * random.uniform()), 26],
        ["acquisition", "adverts", heads * 14 * (0.5 + random.uniform()), 3],
      ];
      if (sales > 0)
        entries.push(["productivity", "cover of vacancies", heads * 45 * (0.4 + 1.2 * random.uniform()), 27]);
      if (quarter === 0)
        entries.push(["retention", "team event", heads * 70 * (0.8 + 0.4 * random.uniform()), 18]);
      if (quarter === 1)
        entries.push(["training", "joint training", heads * 90 * (0.7 + 0.6 * random.uniform()), 12]);
      for (const [category, kind, amount, day] of entries) {
        const incurredOn = calendar.day(month, day);
        if (incurredOn > calendar.today) continue;
        writer.row("cost_entries", [
          nextId(),
          null,
          unit.id,
          category,
          kind,
          toMinor(amount * payFactor, "EUR"),
          "EUR",
          incurredOn,
        ]);
      }
    }
  };
}
