import { requireFiniteColumn, requireSameLength } from "../arguments";
import { groupMeans } from "./effect-absorption";
import { countRows, encodeGroups, type GroupIds } from "./group-codes";

/**
 * Each row's group mean of each column: the Mundlak (1978) device. Beside the columns themselves, their coefficients are
 * how between-group differences differ from within-group ones; all 0 is what a random intercept assumes.
 * R: `ave(x, group)`. Throws ArgumentError on numbers not finite, identifiers missing, lengths that differ.
 */
export function groupMeanColumns(columns: readonly ArrayLike<number>[], group: GroupIds): Float64Array[] {
  const groups = encodeGroups(group, "group");
  const rows = countRows(groups);
  return columns.map((column, c) => {
    requireSameLength(column, group.length, `columns[${c}]`);
    requireFiniteColumn(column, `columns[${c}]`);
    const means = groupMeans(groups, rows, column);
    return Float64Array.from(groups.codes, (code) => means[code]!);
  });
}
