import { z } from "zod";
import {
  type CostGroupKey,
  defaultPlacement,
  groupId,
  outside,
  type Placement,
  programmeKeys,
  type ReturnRules,
} from "./return-rules";

const prefix = "place ";
const placement = z.enum([...programmeKeys, outside]);

/**
 * What a rules form decides: a choice that is the default is not kept as one, so that a better default reaches it; groups
 * that the form did not show stay as they were decided.
 */
export function readPlacements(
  form: Readonly<Record<string, string>>,
  groups: readonly CostGroupKey[],
  before: ReturnRules,
): ReturnRules {
  const placements: Record<string, Placement> = { ...before.placements };
  for (const group of groups) {
    const id = groupId(group);
    const chosen = placement.safeParse(form[prefix + id]);
    if (!chosen.success) continue;
    if (chosen.data === defaultPlacement(group)) delete placements[id];
    else placements[id] = chosen.data;
  }
  return { placements };
}
