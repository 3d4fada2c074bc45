import { describe, expect, it } from "vitest";
import { createChunkCollector } from "./chunk-collector.server";

describe("createChunkCollector", () => {
  it("passes ten pieces of one turn on as one, whole and in order", async () => {
    const collector = createChunkCollector();
    for (let i = 0; i < 10; i++) collector.write(Buffer.from(String(i)));
    collector.end();
    const pieces: string[] = [];
    for await (const piece of collector) pieces.push(String(piece));
    expect(pieces).toEqual(["0123456789"]);
  });

  it("does not hold the first part of a page back until the last", async () => {
    const collector = createChunkCollector();
    collector.write(Buffer.from("shell"));
    const first = await new Promise<string>((resolve) =>
      collector.once("data", (piece) => resolve(String(piece))),
    );
    expect(first).toBe("shell");
    collector.end();
  });

  it("copies what it is given: the writer uses the memory again", async () => {
    const collector = createChunkCollector();
    const memory = Buffer.from("a");
    collector.write(memory);
    memory[0] = 98;
    collector.end();
    const pieces: string[] = [];
    for await (const piece of collector) pieces.push(String(piece));
    expect(pieces.join("")).toBe("a");
  });
});
