import type { HandoverContrast } from "../drivers/result";

export interface PreparedContrast extends HandoverContrast {
  /** The interval of the difference leaves zero out. */
  readonly isClear: boolean;
}

/** Clear differences first, each group by how far its difference stands from zero in widths of its own interval. */
export function prepareContrasts(contrasts: readonly HandoverContrast[]): readonly PreparedContrast[] {
  return contrasts
    .map((contrast) => ({
      ...contrast,
      isClear: contrast.difference.lower > 0 || contrast.difference.upper < 0,
    }))
    .sort((a, b) => distance(b) - distance(a));
}

function distance({ difference: { estimate, lower, upper } }: HandoverContrast): number {
  const width = upper - lower;
  return width > 0 ? Math.abs(estimate) / width : 0;
}
