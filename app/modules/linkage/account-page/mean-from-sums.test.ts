import { describe, expect, it } from "vitest";
import { meanFromSums, monthlyMeans } from "./mean-from-sums";

const sumsOf = (scores: number[]) => ({
  n: scores.length,
  sum: scores.reduce((a, b) => a + b, 0),
  sumOfSquares: scores.reduce((a, b) => a + b * b, 0),
});

describe("meanFromSums", () => {
  it("gives t.test(c(3, 4, 5, 4)) of R: mean 4, 2.7008 to 5.2992, cut at the scale's end", () => {
    const { mean, lower, upper, n } = meanFromSums(sumsOf([3, 4, 5, 4]), 1, 5);
    expect([n, mean, upper]).toEqual([4, 4, 5]);
    expect(lower).toBeCloseTo(4 - 3.182446 * Math.sqrt(2 / 3 / 4), 5);
  });

  it("has no mean without answers and no interval from one", () => {
    expect(meanFromSums(sumsOf([]), 1, 5)).toEqual({ n: 0, mean: null, lower: null, upper: null });
    expect(meanFromSums(sumsOf([4]), 1, 5)).toEqual({ n: 1, mean: 4, lower: null, upper: null });
  });
});

describe("monthlyMeans", () => {
  it("pools the spread: three months of (3,5) and (4,4) and (2,4) hold 3 degrees of freedom, too few for a band", () => {
    const months = [sumsOf([3, 5]), sumsOf([4, 4]), sumsOf([2, 4])];
    expect(monthlyMeans(months, 1, 5).map((month) => month.lower)).toEqual([null, null, null]);
    const [first] = monthlyMeans(months, 1, 5, 3);
    // s² = (2 + 0 + 2)/3, t(0.975, 3) = 3.182446, n = 2
    expect(first?.lower).toBeCloseTo(4 - 3.182446 * Math.sqrt(4 / 3 / 2), 5);
  });

  it("keeps a month without answers as a gap and gives one answer its band", () => {
    const months = [sumsOf([3, 4, 5, 4, 4, 3]), sumsOf([]), sumsOf([4])];
    const [, gap, single] = monthlyMeans(months, 1, 5);
    expect(gap?.mean).toBeNull();
    expect(single?.lower).toBeCloseTo(4 - 2.570582 * Math.sqrt(17 / 6 / 5), 4);
  });
});
