import type { ExposureName } from "../exposures";
import type { Check } from "../result";
import { perOf } from "./exposure-matrix";
import type { NaturalScale } from "./natural-scale";

export function checkOf(
  name: Check["name"],
  model: { estimate: number; lower: number; upper: number; p: number | null },
  exposure: ExposureName,
  scale: NaturalScale,
  passed: boolean | null,
): Check {
  const per = perOf(exposure);
  const finite = (value: number) => (Number.isFinite(value) ? scale.convert(value * per) : null);
  return {
    name,
    estimate: finite(model.estimate),
    lower: finite(model.lower),
    upper: finite(model.upper),
    p: model.p,
    passed,
  };
}
