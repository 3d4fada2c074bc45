import type { ReactNode } from "react";

export type Tone = "good" | "warn" | "bad" | "neutral";

/** A state as mark *and* word: ring with tick, triangle, diamond; neutral has the word alone. */
export function StateMark({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={tone === "neutral" ? "state" : `state ${tone}`}>
      {tone === "good" && (
        <svg
          width="13"
          height="13"
          viewBox="0 0 13 13"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          aria-hidden="true"
        >
          <circle cx="6.5" cy="6.5" r="5.5" />
          <path d="m4 6.7 1.8 1.8L9.2 5" />
        </svg>
      )}
      {tone === "warn" && (
        <svg
          width="13"
          height="13"
          viewBox="0 0 13 13"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinejoin="round"
          aria-hidden="true"
        >
          <path d="M6.5 1.2 12.2 11.8H.8ZM6.5 5v3M6.5 9.6v.6" />
        </svg>
      )}
      {tone === "bad" && (
        <svg width="13" height="13" viewBox="0 0 13 13" aria-hidden="true">
          <path fill="currentColor" d="M6.5.5 12.5 6.5 6.5 12.5.5 6.5Z" />
          <path stroke="var(--bg)" strokeWidth="1.4" d="M6.5 4v3M6.5 8.4v.7" />
        </svg>
      )}
      {children}
    </span>
  );
}
