import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { StateMark } from "~/ui/primitives/state-mark";
import { accountsPerFte, workloadAfter } from "../suggest-successors";

interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly unitName: string | null;
  readonly fte: number;
  readonly accountsOwned: number;
}

interface Props {
  readonly loads: Parameters<typeof workloadAfter>[0];
  readonly colleagues: readonly Colleague[];
  readonly choices: Readonly<Record<string, string | null>>;
  readonly typicalPerFte: number | null;
}

/** What each chosen colleague carries now and would carry; above one and a half times the typical load is said in words. */
export function WorkloadTable({ loads, colleagues, choices, typicalPerFte }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const after = workloadAfter(loads, colleagues, choices);
  const chosen = new Set(Object.values(choices));
  const rows = colleagues.filter(
    (colleague) => chosen.has(colleague.id) || after.get(colleague.id) !== colleague.accountsOwned,
  );
  return (
    <section aria-live="polite">
      <h2>{t("assignments.handover.workload")}</h2>
      <p className="sub">
        {t("assignments.handover.workloadText", { typical: format.number(typicalPerFte, { decimals: 1 }) })}
      </p>
      <div className="table-frame">
        <table className="data">
          <thead>
            <tr>
              <th>{t("assignments.handover.colleague")}</th>
              <th className="n">{t("assignments.handover.now")}</th>
              <th className="n">{t("assignments.handover.after")}</th>
              <th className="n">{t("assignments.handover.perFte")}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {rows.map((colleague) => {
              const accounts = after.get(colleague.id) ?? colleague.accountsOwned;
              const perFte = accountsPerFte(accounts, colleague.fte);
              const isAbove = typicalPerFte !== null && perFte > 1.5 * typicalPerFte;
              return (
                <tr key={colleague.id}>
                  <td>
                    {colleague.name}
                    <span className="second">{colleague.unitName}</span>
                  </td>
                  <td className="n">{colleague.accountsOwned}</td>
                  <td className="n strong">{accounts}</td>
                  <td className="n">{format.number(perFte, { decimals: 1 })}</td>
                  <td>
                    {isAbove && <StateMark tone="warn">{t("assignments.handover.aboveTypical")}</StateMark>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
