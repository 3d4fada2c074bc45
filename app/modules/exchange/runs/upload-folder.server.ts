import { mkdir, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";

/** Beyond this the page refers to the command line, which reads a file where it lies. */
export const maximumUploadBytes = 200 * 1024 * 1024;
const keptDays = 7;

export async function openUploadFolder(dataFolder: string): Promise<string> {
  const folder = path.resolve(dataFolder, "uploads");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Files that nobody came back to are cleared away; their runs keep the result and say so. */
export async function clearOldUploads(folder: string): Promise<void> {
  const oldest = Date.now() - keptDays * 86_400_000;
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found?.isFile() && found.mtimeMs < oldest) await rm(file, { force: true });
  }
}

/** The stored file of a run; null when it has been cleared away. Only names that this program gave are looked for. */
export async function findUpload(folder: string, storedAs: string | undefined): Promise<string | null> {
  if (!storedAs || !/^[\w-]+\.csv$/.test(storedAs)) return null;
  const file = path.join(folder, storedAs);
  return (await stat(file).catch(() => null))?.isFile() ? file : null;
}

export async function removeUpload(filePath: string): Promise<void> {
  await rm(filePath, { force: true });
}
