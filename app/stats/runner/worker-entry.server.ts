/** What a worker thread runs. A file of its own, because a thread starts from a file: see locate-worker-entry.server.ts. */
import { serveTasks } from "./serve-tasks.server";
import { tasks } from "./tasks";

serveTasks(tasks);
