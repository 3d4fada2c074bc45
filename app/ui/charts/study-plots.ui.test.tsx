import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { type EventPoint, EventStudyDrawing } from "./event-study-plot";
import { IntervalTrack } from "./interval-track";
import { StepDrawing, type StepPoint } from "./step-curves";

const point = (from: number, parts: Partial<EventPoint> = {}): EventPoint => ({
  from,
  to: from,
  estimate: -0.1,
  lower: -0.2,
  upper: 0.1,
  bandLower: -0.3,
  bandUpper: 0.2,
  isReference: false,
  title: `month ${from}`,
  ...parts,
});

function eventStudy(points: readonly EventPoint[]) {
  return render(
    <EventStudyDrawing
      points={points}
      hue="cus"
      words={{ before: "before: flat", event: "handover", axis: "months" }}
      formatTick={String}
      formatMonth={String}
      description="What a handover does."
      width={600}
      height={260}
    />,
  ).container;
}

describe("an event study", () => {
  it("has a dot for each point, a square for the reference and exact figures on hover", () => {
    const drawing = eventStudy([
      point(-2),
      point(-1, { isReference: true, estimate: 0 }),
      point(0),
      point(1),
    ]);
    expect(drawing.querySelectorAll("circle")).toHaveLength(3);
    expect(drawing.querySelectorAll("rect[stroke]")).toHaveLength(1);
    expect([...drawing.querySelectorAll("title")].map((title) => title.textContent)).toEqual([
      "month -2",
      "month -1",
      "month 0",
      "month 1",
    ]);
    expect(drawing.querySelector("svg")?.getAttribute("aria-label")).toBe("What a handover does.");
  });

  it("has a gap, not a zero, where a point is missing, and breaks the band there and at the reference", () => {
    const missing = { estimate: null, lower: null, upper: null, bandLower: null, bandUpper: null };
    const drawing = eventStudy([
      point(-2),
      point(-1, { isReference: true }),
      point(0),
      point(1, missing),
      point(2),
    ]);
    expect(drawing.querySelectorAll("circle")).toHaveLength(3);
    expect(drawing.querySelectorAll("polygon")).toHaveLength(3);
  });

  it("says nothing of the months before where there are none", () => {
    expect(eventStudy([point(0), point(1)]).textContent).not.toContain("before: flat");
  });

  it("draws without any point", () => {
    expect(eventStudy([]).querySelectorAll("circle")).toHaveLength(0);
  });
});

const step = (month: number, estimate: number | null, atRisk = 100 - month): StepPoint => ({
  month,
  estimate,
  lower: estimate === null ? null : estimate - 0.1,
  upper: estimate === null ? null : estimate + 0.1,
  atRisk,
});

function curves(...all: (readonly StepPoint[])[]) {
  return render(
    <StepDrawing
      curves={all.map((points, index) => ({
        key: String(index),
        label: `group ${index}`,
        color: "var(--cus)",
        points,
      }))}
      domain={[0, 1]}
      formatValue={String}
      formatCount={String}
      words={{ axis: "months", atRisk: "at risk", few: "<10" }}
      titleOf={(curve, one) => `${curve.label}, month ${one.month}`}
      description="Who stays."
      width={600}
      height={400}
      plotHeight={240}
    />,
  ).container;
}

describe("step curves", () => {
  it("go across first and then down", () => {
    const path = curves([step(0, 1), step(12, 0.5)])
      .querySelector("path[stroke]")
      ?.getAttribute("d");
    expect(path).toMatch(/^M0 0H[\d.]+V120$/);
  });

  it("break where a value is missing, line and band", () => {
    const drawing = curves([step(0, 1), step(1, 0.9), step(2, null), step(3, 0.8), step(4, 0.7)]);
    expect(drawing.querySelectorAll("path[stroke]")).toHaveLength(2);
    expect(drawing.querySelectorAll("path[fill-opacity]")).toHaveLength(2);
  });

  it("name each group once at its end and once beside its numbers at risk", () => {
    const drawing = curves([step(0, 1, 50), step(12, 0.5, 20)], [step(0, 1, 40), step(12, 0.7, 30)]);
    const texts = [...drawing.querySelectorAll("text")].map((text) => text.textContent);
    expect(texts.filter((text) => text === "group 0")).toHaveLength(2);
    expect(texts).toContain("40");
  });

  it("tell the numbers at risk once where all curves share them", () => {
    const drawing = curves([step(0, 0), step(12, 0.2)], [step(0, 0), step(12, 0.1)]);
    const texts = [...drawing.querySelectorAll("text")].map((text) => text.textContent);
    expect(texts.filter((text) => text === "88")).toHaveLength(1);
    expect(texts.filter((text) => text === "group 1")).toHaveLength(1);
  });

  it("say that few are at risk beyond their end, and never nobody", () => {
    const drawing = curves([step(0, 1, 50), step(6, 0.9, 20)], [step(0, 1, 40), step(12, 0.7, 30)]);
    const texts = [...drawing.querySelectorAll("text")].map((text) => text.textContent);
    expect(texts.filter((text) => text === "<10").length).toBeGreaterThan(0);
  });
});

it("keeps an interval that leaves the axis inside it", () => {
  const { container } = render(
    <IntervalTrack
      domain={[0, 1]}
      ticks={[0, 1]}
      zero={0}
      estimate={0.5}
      lower={-3}
      upper={2}
      hue="emp"
      mark="dot"
    />,
  );
  const [interval] = [...container.querySelectorAll("line")].slice(-1);
  expect([interval?.getAttribute("x1"), interval?.getAttribute("x2")]).toEqual(["0.00%", "100.00%"]);
});
