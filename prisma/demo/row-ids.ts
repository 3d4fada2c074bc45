/** Tables of the generated company, each with a range of ids of its own. */
const tableCodes = {
  org_units: 1,
  employees: 2,
  employment_spells: 3,
  cost_entries: 4,
  training_records: 5,
  survey_answers: 6,
  accounts: 7,
  contacts: 8,
  interactions: 9,
  cases: 10,
  satisfaction_responses: 11,
  revenue_entries: 12,
  assignments: 13,
  users: 14,
  programme: 15,
  exchange_rates: 16,
} as const;
export type DemoTable = keyof typeof tableCodes;

/** 2023-01-01, as version 7 counts: milliseconds in the first 48 bits. */
const firstInstant = Date.UTC(2023, 0, 1);

/**
 * Ids that sort in the order they are given out and are the same for the same seed: version 7 UUIDs, each a millisecond
 * after the one before, with the table and the seed where the random bits would be. The leading bits must differ: the
 * index behind an exclusion constraint compares UUIDs as doubles, and took minutes over ids that differed at the end.
 */
export function createIds(table: DemoTable, seed: number): () => string {
  const tableCode = tableCodes[table].toString(16).padStart(3, "0");
  const seedCode = (seed >>> 0).toString(16).padStart(12, "0");
  const suffix = `-7${tableCode}-8${tableCode}-${seedCode}`;
  let instant = firstInstant;
  return () => {
    const time = (instant++).toString(16).padStart(12, "0");
    return `${time.slice(0, 8)}-${time.slice(8)}${suffix}`;
  };
}
