import { companyName, type DemoSize, type RegionPlan, regionPlans, sizePlans } from "./company-plan";
import { createIds } from "./row-ids";

export interface Unit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parentId: string | null;
}

export interface Area {
  readonly unit: Unit;
  readonly teams: readonly Unit[];
}

export interface Region {
  readonly plan: RegionPlan;
  readonly unit: Unit;
  readonly service: Unit;
  readonly areas: readonly Area[];
}

export interface Organisation {
  readonly units: readonly Unit[];
  readonly company: Unit;
  readonly sales: Unit;
  readonly service: Unit;
  readonly regions: readonly Region[];
  readonly staff: Readonly<Record<StaffCode, Unit>>;
}

const staffNames = {
  HR: "Human resources",
  FIN: "Finance",
  MKT: "Marketing",
  PRD: "Product specialists",
  IT: "Information technology",
} as const;
export type StaffCode = keyof typeof staffNames;
export const staffCodes = Object.keys(staffNames) as StaffCode[];

/** The tree of units: company, functions, regions, areas where the company is large, teams. */
export function buildOrganisation(size: DemoSize, seed: number): Organisation {
  const plan = sizePlans[size];
  const nextId = createIds("org_units", seed);
  const units: Unit[] = [];
  const add = (code: string, name: string, parent: Unit | null): Unit => {
    const unit = { id: nextId(), code, name, parentId: parent?.id ?? null };
    units.push(unit);
    return unit;
  };
  const company = add("NORVIK", companyName, null);
  const sales = add("SALES", "Sales", company);
  const service = add("SERVICE", "Customer service", company);
  const regions = regionPlans.map((region): Region => {
    const unit = add(region.code, region.name, sales);
    const isChinese = region.culture === "chinese";
    const serviceName = isChinese ? "客户服务 中国区" : `Customer service ${region.name}`;
    const areas = Array.from({ length: plan.areasPerRegion }, (_, areaIndex): Area => {
      const isOnly = plan.areasPerRegion === 1;
      const areaCode = isOnly ? region.code : `${region.code}-${areaIndex + 1}`;
      const areaName = isChinese ? `中国区 ${areaIndex + 1} 区` : `${region.name} ${areaIndex + 1}`;
      const areaUnit = isOnly ? unit : add(areaCode, areaName, unit);
      const teams = Array.from({ length: plan.teamsPerArea }, (_unused, teamIndex) => {
        const city = region.cities[teamIndex % region.cities.length]!;
        const suffix = isOnly ? "" : ` ${areaIndex + 1}`;
        return add(
          `${areaCode}-T${teamIndex + 1}`,
          isChinese ? `${city}团队${suffix}` : `${city} team${suffix}`,
          areaUnit,
        );
      });
      return { unit: areaUnit, teams };
    });
    return { plan: region, unit, service: add(`SVC-${region.code}`, serviceName, service), areas };
  });
  const staff = Object.fromEntries(
    staffCodes.map((code) => [code, add(code, staffNames[code], company)]),
  ) as Record<StaffCode, Unit>;
  return { units, company, sales, service, regions, staff };
}
