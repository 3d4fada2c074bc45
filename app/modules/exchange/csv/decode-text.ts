import { FileProblem } from "../problem";

const encodings = ["gb18030", "windows-1252"] as const;

/**
 * The bytes as text, piece by piece. Only UTF-8, with or without its mark, is taken; anything else throws a
 * FileProblem that names the encoding it looks like and, for a single bad byte, the line.
 */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<string, void> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isFirst = true;
  let lines = 1;
  for await (const chunk of bytes) {
    if (isFirst) refuseUtf16(chunk);
    isFirst = false;
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: true });
    } catch {
      throw new FileProblem({ code: "encoding", params: { name: guessEncoding(chunk), line: lines } });
    }
    yield text;
    lines += countLines(chunk);
  }
  try {
    const rest = decoder.decode();
    if (rest) yield rest;
  } catch {
    throw new FileProblem({ code: "encoding", params: { name: "UTF-8 ?", line: lines } });
  }
}

function refuseUtf16(chunk: Uint8Array): void {
  const hasMark = (chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff);
  const head = chunk.subarray(0, 1_000);
  const zeros = head.filter((byte) => byte === 0).length;
  if (hasMark || zeros > head.length / 5)
    throw new FileProblem({ code: "encoding", params: { name: "UTF-16", line: 1 } });
}

/** What bytes that are not UTF-8 most probably are: Chinese spreadsheets save GBK, western ones Windows-1252. */
function guessEncoding(chunk: Uint8Array): string {
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(chunk, { stream: true });
      const highBytes = chunk.reduce((sum, byte) => (byte > 127 ? sum + 1 : sum), 0);
      const han = text.match(/[㐀-鿿]/g)?.length ?? 0;
      if (encoding === "gb18030" && han * 2 < highBytes * 0.5) continue;
      return encoding === "gb18030" ? "GBK" : "Windows-1252";
    } catch {}
  }
  return "Windows-1252";
}

function countLines(chunk: Uint8Array): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count++;
  return count;
}
