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
} as const;
export type DemoTable = keyof typeof tableCodes;

/**
 * Ids that sort in the order they are given out and are the same for the same seed: a version 7 UUID whose time and
 * random parts hold the table, the seed and a counter.
 */
export function createIds(table: DemoTable, seed: number): () => string {
  const tableCode = tableCodes[table].toString(16).padStart(3, "0");
  const seedCode = ((seed >>> 0) % 4096).toString(16).padStart(3, "0");
  const prefix = `01990000-0000-7${tableCode}-8${seedCode}-`;
  let counter = 0x100000000000;
  return () => prefix + (counter++).toString(16);
}
