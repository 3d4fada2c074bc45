import { Link, useSearchParams } from "@remix-run/react";
import styles from "./studies.module.css";

interface Props<Value extends string> {
  /** The parameter in the URL. */
  readonly name: string;
  readonly label: string;
  readonly chosen: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly note?: string }[];
}

/** One of a few, as links, so that what one looks at can be sent to somebody. */
export function ChoiceSwitch<Value extends string>({ name, label, chosen, choices }: Props<Value>) {
  const [search] = useSearchParams();
  const hrefOf = (value: string) => {
    const next = new URLSearchParams(search);
    next.delete("view");
    next.set(name, value);
    return `?${next.toString()}`;
  };
  return (
    <nav className={styles.switch} aria-label={label}>
      <span className="sub">{label}</span>
      {choices.map(({ value, label: word, note }) => (
        <Link
          key={value}
          className="chip"
          to={hrefOf(value)}
          aria-current={value === chosen ? "true" : undefined}
          preventScrollReset
          prefetch="intent"
        >
          {word}
          {note && <span className="muted">{note}</span>}
        </Link>
      ))}
    </nav>
  );
}
