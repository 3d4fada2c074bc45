import { useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { RunState } from "../run-state";

const everyMs = 2_000;
/** One that waits for the data to be quiet changes seldom. */
const waitingEveryMs = 10_000;

/** Asks how far the computation is while one is under way and the page is seen, and loads the page anew once it is done. */
export function useRunState(loaded: RunState): RunState {
  const [state, setState] = useState(loaded);
  const { revalidate } = useRevalidator();
  useEffect(() => setState(loaded), [loaded]);
  useEffect(() => {
    if (!state.active) return;
    const stop = new AbortController();
    const isSoon = state.active.status === "running" || state.active.requestedBy !== null;
    const timer = setTimeout(
      () => {
        if (document.hidden) {
          // Looked at again, it asks again.
          document.addEventListener("visibilitychange", () => setState({ ...state }), {
            once: true,
            signal: stop.signal,
          });
          return;
        }
        fetchState(stop.signal).then(
          (next) => {
            setState(next);
            if (next.finished?.id !== loaded.finished?.id) revalidate();
          },
          () => {
            // A moment without the server: asked again after the same pause.
            if (!stop.signal.aborted) setState({ ...state });
          },
        );
      },
      isSoon ? everyMs : waitingEveryMs,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [state, loaded.finished?.id, revalidate]);
  return state;
}

async function fetchState(signal: AbortSignal): Promise<RunState> {
  const answer = await fetch("/drivers/status", { signal });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return (await answer.json()) as RunState;
}
