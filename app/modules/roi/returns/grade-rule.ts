import { type Grade, grades } from "~/modules/linkage/drivers/result";

/** Only these feed a headline; what rests on the others is computed apart and shown as left out. Decision 0019. */
export const headlineGrades: readonly Grade[] = ["A", "B"];

export function isHeadline(grade: Grade): boolean {
  return headlineGrades.includes(grade);
}

/** A chain of effects is as strong as its weakest link. */
export function weakestGrade(links: readonly Grade[]): Grade {
  return links.reduce<Grade>(
    (worst, grade) => (grades.indexOf(grade) > grades.indexOf(worst) ? grade : worst),
    "A",
  );
}
