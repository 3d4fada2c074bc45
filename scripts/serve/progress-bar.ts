/** One line that redraws itself on a terminal, and one line a tenth elsewhere. */
export function createProgressBar(label: string, out: NodeJS.WriteStream = process.stdout) {
  let lastTenth = -1;
  return (share: number, note = "") => {
    const filled = Math.round(Math.min(1, Math.max(0, share)) * 30);
    const line = `${label} [${"█".repeat(filled)}${" ".repeat(30 - filled)}] ${Math.round(share * 100)
      .toString()
      .padStart(3)} % ${note}`;
    if (out.isTTY) {
      out.write(`\r\u001b[K${line}${share >= 1 ? "\n" : ""}`);
      return;
    }
    const tenth = Math.floor(share * 10);
    if (tenth > lastTenth) out.write(`${line}\n`);
    lastTenth = Math.max(lastTenth, tenth);
  };
}
