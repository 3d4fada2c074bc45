import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { decodeText } from "../csv/decode-text";
import { type OnRecord, RecordSplitter } from "../csv/split-records";

const pieceBytes = 262_144;

interface Reading {
  readonly filePath: string;
  readonly delimiter: string;
  readonly onRecord: OnRecord;
  /** Called after each piece, once its records are done; what it waits for holds the reading back. */
  readonly afterPiece?: (bytesRead: number) => Promise<void> | void;
}

/** Streams the file record by record; gives its SHA-256. */
export async function readRecords({ filePath, delimiter, onRecord, afterPiece }: Reading): Promise<string> {
  const digest = createHash("sha256");
  let bytesRead = 0;
  const splitter = new RecordSplitter(delimiter, onRecord);
  const stream = createReadStream(filePath, { highWaterMark: pieceBytes });
  const counted = async function* () {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      digest.update(chunk);
      bytesRead += chunk.length;
      yield chunk;
    }
  };
  try {
    for await (const text of decodeText(counted())) {
      splitter.push(text);
      await afterPiece?.(bytesRead);
    }
    splitter.end();
    await afterPiece?.(bytesRead);
  } finally {
    stream.destroy();
  }
  return digest.digest("hex");
}
