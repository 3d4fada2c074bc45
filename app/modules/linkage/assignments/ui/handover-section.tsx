import type { ReactNode } from "react";

/** One list of the handovers page under what it holds. */
export function HandoverSection({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children: ReactNode;
}) {
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{title}</h2>
          <p className="sub">{text}</p>
        </div>
      </div>
      {children}
    </section>
  );
}
