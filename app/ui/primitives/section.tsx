import type { ReactNode } from "react";

interface Props {
  readonly id?: string;
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  /** At the right end; not printed. */
  readonly links?: ReactNode;
  readonly children?: ReactNode;
}

/** A part of a page: what it answers, where it leads, and what it shows. */
export function Section({ id, title, subtitle, links, children }: Props) {
  return (
    <section className="section" id={id}>
      <div className="section-head">
        <div>
          <h2>{title}</h2>
          {subtitle && <p className="sub">{subtitle}</p>}
        </div>
        {links && <div className="section-links no-print">{links}</div>}
      </div>
      {children}
    </section>
  );
}
