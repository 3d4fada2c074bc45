import {
  unstable_composeUploadHandlers as composeUploadHandlers,
  unstable_createFileUploadHandler as createFileUploadHandler,
  unstable_createMemoryUploadHandler as createMemoryUploadHandler,
  MaxPartSizeExceededError,
  NodeOnDiskFile,
  unstable_parseMultipartFormData as parseMultipartFormData,
} from "@remix-run/node";
import { v7 as uuidv7 } from "uuid";
import { type ImportKindName, isImportKindName } from "../kinds/kind";
import { clearOldUploads, maximumUploadBytes } from "./upload-folder.server";

export type Upload =
  | {
      readonly ok: true;
      readonly kind: ImportKindName;
      readonly filePath: string;
      readonly storedAs: string;
      readonly fileName: string;
    }
  | {
      readonly ok: false;
      readonly kind: string;
      readonly error: "noFile" | "noKind" | "tooLarge";
      readonly field: "kind" | "file";
    };

/** Streams the upload to disk, never through memory, and says what was sent. */
export async function receiveUpload(request: Request, folder: string): Promise<Upload> {
  await clearOldUploads(folder);
  const storedAs = `${uuidv7()}.csv`;
  let fileName = "";
  const handler = composeUploadHandlers(
    createFileUploadHandler({
      directory: folder,
      file: ({ filename }) => {
        fileName = filename;
        return storedAs;
      },
      avoidFileConflicts: false,
      maxPartSize: maximumUploadBytes,
      filter: ({ name }) => name === "file",
    }),
    createMemoryUploadHandler({ maxPartSize: 10_000 }),
  );
  let form: FormData;
  try {
    form = await parseMultipartFormData(request, handler);
  } catch (error) {
    if (error instanceof MaxPartSizeExceededError)
      return { ok: false, kind: "", error: "tooLarge", field: "file" };
    throw error;
  }
  const kind = String(form.get("kind") ?? "");
  const file = form.get("file");
  if (!isImportKindName(kind)) return { ok: false, kind, error: "noKind", field: "kind" };
  if (!(file instanceof NodeOnDiskFile)) return { ok: false, kind, error: "noFile", field: "file" };
  return { ok: true, kind, filePath: file.getFilePath(), storedAs, fileName: baseName(fileName) };
}

function baseName(fileName: string): string {
  return fileName.replace(/^.*[/\\]/, "").slice(0, 200) || "import.csv";
}
