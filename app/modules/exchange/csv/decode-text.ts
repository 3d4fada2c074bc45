import { FileProblem } from "../problem";

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

/**
 * What bytes that are not UTF-8 most probably are: Chinese spreadsheets save GBK, whose high bytes come in pairs,
 * western ones Windows-1252, whose high bytes stand alone between plain letters.
 */
function guessEncoding(chunk: Uint8Array): string {
  let high = 0;
  let paired = 0;
  for (let at = 0; at < chunk.length; at++) {
    if (chunk[at]! < 128) continue;
    high += 1;
    if ((chunk[at - 1] ?? 0) > 127 || (chunk[at + 1] ?? 0) > 127) paired += 1;
  }
  return paired > high * 0.8 ? "GBK" : "Windows-1252";
}

function countLines(chunk: Uint8Array): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count++;
  return count;
}
