const byteOrderMark = "\uFEFF";
/** Small lines are sent together: one write a line would cost more than the query. */
const chunkCharacters = 32_768;

/** A download of lines made by `csvLine`, streamed as they come. The mark at the start lets spreadsheets see UTF-8. */
export function csvResponse(
  fileName: string,
  lines: AsyncIterable<string> | Iterable<string>,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const iterator = chunksOf(lines);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await iterator.return(undefined);
    },
  });
  const ascii = fileName.replace(/[^\w.-]+/g, "-");
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Cache-Control": "no-store",
      ...headers,
    },
  });
}

async function* chunksOf(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string, void> {
  let chunk = byteOrderMark;
  for await (const line of lines) {
    chunk += line;
    if (chunk.length >= chunkCharacters) {
      yield chunk;
      chunk = "";
    }
  }
  if (chunk) yield chunk;
}
