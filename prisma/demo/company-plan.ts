/** What the generated company looks like from outside: its regions, its units and how many people and accounts at each size. */
export const demoSizes = ["small", "medium", "large"] as const;
/** A tenth of the large company is what `npm run bench` compares it with. */
export type DemoSize = (typeof demoSizes)[number] | "tenth";

export interface SizePlan {
  readonly areasPerRegion: number;
  readonly teamsPerArea: number;
  readonly positionsPerTeam: number;
  readonly accounts: number;
  readonly servicePositionsPerRegion: number;
  readonly staff: Readonly<Record<"HR" | "FIN" | "MKT" | "PRD" | "IT", number>>;
  /** Days between two contacts with an ordinary account. */
  readonly contactEveryDays: number;
}

export const sizePlans: Readonly<Record<DemoSize, SizePlan>> = {
  small: {
    areasPerRegion: 1,
    teamsPerArea: 1,
    positionsPerTeam: 8,
    accounts: 600,
    servicePositionsPerRegion: 3,
    staff: { HR: 5, FIN: 3, MKT: 5, PRD: 2, IT: 2 },
    contactEveryDays: 24,
  },
  medium: {
    areasPerRegion: 1,
    teamsPerArea: 2,
    positionsPerTeam: 10,
    accounts: 1_500,
    servicePositionsPerRegion: 7,
    staff: { HR: 8, FIN: 7, MKT: 10, PRD: 8, IT: 5 },
    contactEveryDays: 22,
  },
  tenth: {
    areasPerRegion: 2,
    teamsPerArea: 4,
    positionsPerTeam: 10,
    accounts: 10_000,
    servicePositionsPerRegion: 10,
    staff: { HR: 10, FIN: 8, MKT: 12, PRD: 10, IT: 6 },
    contactEveryDays: 55,
  },
  large: {
    areasPerRegion: 14,
    teamsPerArea: 6,
    positionsPerTeam: 10,
    accounts: 100_000,
    servicePositionsPerRegion: 40,
    staff: { HR: 30, FIN: 25, MKT: 30, PRD: 30, IT: 15 },
    contactEveryDays: 55,
  },
};

export type Culture = "german" | "french" | "southern" | "nordic" | "chinese";

export interface RegionPlan {
  readonly code: string;
  readonly name: string;
  readonly culture: Culture;
  readonly currency: string;
  readonly countries: readonly string[];
  readonly cities: readonly string[];
  /** Kept month (0–35) in which the regional training programme starts, or null for never. */
  readonly programmeStart: number | null;
  readonly payFactor: number;
}

export const regionPlans: readonly RegionPlan[] = [
  {
    code: "DACH",
    name: "DACH",
    culture: "german",
    currency: "EUR",
    countries: ["DE", "DE", "DE", "AT", "CH"],
    cities: ["Munich", "Hamburg", "Vienna", "Cologne", "Zurich", "Leipzig"],
    programmeStart: 10,
    payFactor: 1.1,
  },
  {
    code: "FRB",
    name: "France and Benelux",
    culture: "french",
    currency: "EUR",
    countries: ["FR", "FR", "BE", "NL"],
    cities: ["Lyon", "Brussels", "Paris", "Lille", "Utrecht", "Nantes"],
    programmeStart: 16,
    payFactor: 1,
  },
  {
    code: "CN",
    name: "中国区 China",
    culture: "chinese",
    currency: "CNY",
    countries: ["CN"],
    cities: ["上海", "深圳", "北京", "成都", "苏州", "武汉"],
    programmeStart: 22,
    payFactor: 0.6,
  },
  {
    code: "SE",
    name: "Southern Europe",
    culture: "southern",
    currency: "EUR",
    countries: ["IT", "IT", "ES", "ES", "PT"],
    cities: ["Milan", "Madrid", "Turin", "Valencia", "Porto", "Bologna"],
    programmeStart: 28,
    payFactor: 0.85,
  },
  {
    code: "NOR",
    name: "Nordics",
    culture: "nordic",
    currency: "SEK",
    countries: ["SE", "SE", "DK", "FI", "NO"],
    cities: ["Gothenburg", "Copenhagen", "Stockholm", "Oslo", "Tampere", "Malmö"],
    programmeStart: null,
    payFactor: 1.05,
  },
];

export const companyName = "Norvik Instruments";
export const reportingCurrency = "EUR";
export const companyTimeZone = "Europe/Berlin";

/** Units of the reporting currency that one unit of the currency is worth on average; months vary around it. */
export const averageRates: Readonly<Record<string, number>> = { CNY: 0.128, SEK: 0.087, USD: 0.92 };

/** Months that are simulated before the first one that is kept, so that nothing starts from scratch. */
export const burnInMonths = 24;
export const keptMonths = 36;
