import type { Calls } from "./case";
import { companyCalls } from "./company-calls";
import { distributionsCalls } from "./distributions-calls";
import { eventStudyCalls } from "./event-study-calls";
import { hazardCalls } from "./hazard-calls";
import { importanceCalls } from "./importance-calls";
import { inferenceCalls } from "./inference-calls";
import { lifetimeCalls } from "./lifetime-calls";
import { proportionsCalls } from "./proportions-calls";
import { regressionCalls } from "./regression-calls";
import { reliabilityCalls } from "./reliability-calls";
import { resamplingCalls } from "./resampling-calls";
import { survivalCalls } from "./survival-calls";

/** A working call of every public function. */
export const calls: Calls = {
  ...eventStudyCalls,
  ...importanceCalls,
  ...survivalCalls,
  ...hazardCalls,
  ...regressionCalls,
  ...proportionsCalls,
  ...inferenceCalls,
  ...reliabilityCalls,
  ...companyCalls,
  ...lifetimeCalls,
  ...resamplingCalls,
  ...distributionsCalls,
};
