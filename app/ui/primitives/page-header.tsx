import type { ReactNode } from "react";

interface Props {
  readonly title: ReactNode;
  /** One line that says what the page answers. */
  readonly subtitle?: ReactNode;
  readonly crumbs?: ReactNode;
  /** As-of date, scope in force and the like: `<span>As of <b>31 Oct 2026</b></span>`. */
  readonly scope?: ReactNode;
  readonly actions?: ReactNode;
}

export function PageHeader({ title, subtitle, crumbs, scope, actions }: Props) {
  return (
    <header className="page-head">
      <div>
        {crumbs && <nav className="crumbs">{crumbs}</nav>}
        <h1>{title}</h1>
        {subtitle && <p className="sub">{subtitle}</p>}
        {scope && <div className="page-scope">{scope}</div>}
      </div>
      {actions && <div className="actions no-print">{actions}</div>}
    </header>
  );
}
