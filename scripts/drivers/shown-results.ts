import type { SpecResult } from "../../app/modules/linkage/drivers/result";
import { protectEffects } from "../../app/modules/linkage/drivers/ui/protect-effects";
import { prepareLeaving } from "../../app/modules/linkage/studies/prepare-leaving";
import { prepareTeams, teamOutcomes } from "../../app/modules/linkage/studies/prepare-teams";

/** What a reader of the whole company may see, decided by the rules of the pages: small groups stay hidden here as there. */
export function shownResults(results: readonly SpecResult[]): SpecResult[] {
  return protectEffects(results).map((result) => {
    const shown = new Set(
      teamOutcomes.flatMap((outcome) =>
        prepareTeams(result.teams, outcome, null).teams.map((team) => `${outcome} ${team.unitId}`),
      ),
    );
    return {
      ...result,
      teams: result.teams.filter(({ outcome, unitId }) => shown.has(`${outcome} ${unitId}`)),
      leaving: result.leaving && { byReason: prepareLeaving(result.leaving).reasons },
    };
  });
}
