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
  it("pools the spread within months: (3,5) twice, (4,4) twice and (2,4) twice hold 6 degrees of freedom", () => {
    const once = [sumsOf([3, 5]), sumsOf([4, 4]), sumsOf([2, 4])];
    const [first] = monthlyMeans([...once, ...once], 1, 5);
    // s² = 2·(2 + 0 + 2)/6, t(0.975, 6) = 2.446912, n = 2
    expect(first?.lower).toBeCloseTo(4 - 2.446912 * Math.sqrt(8 / 6 / 2), 5);
  });

  it("takes the spread of all answers where each month has one: 3, 4, 5, 4, 5, 3 around 4 is 4/5", () => {
    const [first] = monthlyMeans(
      [3, 4, 5, 4, 5, 3].map((score) => sumsOf([score])),
      1,
      5,
    );
    // t(0.975, 5) = 2.570582
    expect(first?.upper).toBeCloseTo(Math.min(5, 3 + 2.570582 * Math.sqrt(4 / 5)), 5);
  });

  it("gives no band from five answers", () => {
    const months = [3, 4, 5, 4, 5].map((score) => sumsOf([score]));
    expect(monthlyMeans(months, 1, 5).map((month) => month.lower)).toEqual([null, null, null, null, null]);
  });

  it("keeps a month without answers as a gap and gives one answer its band", () => {
    const months = [sumsOf([3, 4, 5, 4, 4, 3]), sumsOf([]), sumsOf([4])];
    const [, gap, single] = monthlyMeans(months, 1, 5);
    expect(gap?.mean).toBeNull();
    expect(single?.lower).toBeCloseTo(4 - 2.570582 * Math.sqrt(17 / 6 / 5), 4);
  });
});
