import { minimumGroupSize } from "~/modules/access/suppression";
import type { SegmentCost } from "./read-cost-to-serve.server";

/**
 * Cost to serve per unit of revenue of a segment. A segment that rests on fewer people than may be shown takes the company's
 * ratio: a value that everybody with customer money sees must not tell what one person is paid.
 */
export function costToServeRatios(segments: readonly SegmentCost[]): (segment: string) => number {
  const revenue = segments.reduce((sum, each) => sum + each.revenue, 0);
  const cost = segments.reduce((sum, each) => sum + each.cost, 0);
  const company = revenue > 0 ? cost / revenue : 0;
  const known = new Map(
    segments
      .filter((each) => each.people >= minimumGroupSize && each.revenue > 0)
      .map((each) => [each.segment, each.cost / each.revenue]),
  );
  return (segment) => known.get(segment) ?? company;
}
