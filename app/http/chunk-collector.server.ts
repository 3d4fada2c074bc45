import { Transform } from "node:stream";

/** React writes pages in pieces of two kilobytes; each would pass compression and the socket on its own. */
const collectedBytes = 64 * 1024;

/**
 * Passes on what was written in one turn of the event loop as one piece, or sooner when it grows large, so that a page
 * streamed early still leaves early.
 */
export function createChunkCollector(): Transform {
  let waiting: Buffer[] = [];
  let length = 0;
  let timer: NodeJS.Immediate | null = null;
  const collector = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      // React reuses the memory behind what it writes.
      waiting.push(Buffer.from(chunk));
      length += chunk.length;
      if (length >= collectedBytes) pass();
      else timer ??= setImmediate(pass);
      done();
    },
    flush(done) {
      pass();
      done();
    },
  });
  function pass() {
    if (timer) clearImmediate(timer);
    timer = null;
    if (length === 0 || collector.destroyed) return;
    collector.push(Buffer.concat(waiting, length));
    waiting = [];
    length = 0;
  }
  return collector;
}
