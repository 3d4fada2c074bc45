import { useTranslation } from "react-i18next";
import { type DataColumn, DataTable } from "~/ui/tables/data-table";
import { fewestUnits } from "../../drivers/fits/grade-effect";
import { valueAt } from "../prepare-curves";
import type { PreparedRetention } from "../prepare-retention";
import { CurveChart } from "./curve-chart";
import styles from "./studies.module.css";
import { useGroupWords } from "./use-group-words";
import { useStudyFormat } from "./use-study-format";

/** The curves of one way to group accounts, with the test between them and a table that compares them at one month. */
export function RetentionSection({ retention }: { retention: PreparedRetention }) {
  const { t } = useTranslation();
  const format = useStudyFormat();
  const nameOf = useGroupWords(retention);
  const { grouping, groups, tooFew, axisFrom } = retention;
  return (
    <section className={`section ${styles.study}`}>
      <CurveChart
        study="retention"
        name={grouping}
        title={t(`studies.retention.by.${grouping}`)}
        subtitle={
          t(`studies.retention.unit.${grouping}`) +
          (axisFrom > 0 ? t("studies.retention.axisFrom", { from: format.share(axisFrom) }) : "")
        }
        csvName={`retention-${grouping.replace("_", "-")}`}
        curves={groups.map(({ key, curve }) => ({ key, label: nameOf(key), points: curve }))}
        hue="cus"
        domain={[axisFrom, 1]}
        nothing={t("studies.retention.noCurves", { count: fewestUnits })}
      />
      {groups.length > 0 && (
        <div className={styles.facts}>
          <LogRankSentence test={retention.test} />
          <GroupTable retention={retention} nameOf={nameOf} />
          {tooFew.map(({ key, accounts }) => (
            <p key={key} className={`sub ${styles.note}`}>
              {t("studies.retention.hidden", { group: nameOf(key), count: accounts })}
            </p>
          ))}
        </div>
      )}
    </section>
  );
}

function LogRankSentence({ test }: { test: PreparedRetention["test"] }) {
  const { t } = useTranslation();
  const format = useStudyFormat();
  if (!test) return <p className={styles.sayings}>{t("studies.retention.untested")}</p>;
  const value = t("studies.retention.logRank", { value: format.p(test.name, test.value) });
  return (
    <p className={styles.sayings}>
      {t(test.differs ? "studies.retention.differs" : "studies.retention.same", { test: value })}
    </p>
  );
}

interface TableProps {
  readonly retention: PreparedRetention;
  readonly nameOf: (key: string) => string;
}

function GroupTable({ retention: { grouping, groups, atMonth }, nameOf }: TableProps) {
  const { t } = useTranslation();
  const format = useStudyFormat();
  const stayColumn = (month: number): DataColumn<PreparedRetention["groups"][number]> => ({
    key: "stay",
    header: t("studies.retention.stay"),
    unit: t("studies.retention.stayUnit", { month }),
    isNumber: true,
    cell: ({ curve }) => format.share(valueAt(curve, month)?.estimate ?? null),
  });
  return (
    <DataTable
      label={t(`studies.retention.by.${grouping}`)}
      rows={groups}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "group",
          header: t("studies.retention.group"),
          className: "strong nowrap",
          cell: ({ key }) => nameOf(key),
        },
        {
          key: "accounts",
          header: t("studies.accounts"),
          isNumber: true,
          cell: ({ accounts }) => format.number(accounts),
        },
        {
          key: "lost",
          header: t("studies.retention.lost"),
          isNumber: true,
          cell: ({ lost }) => format.number(lost),
        },
        ...(atMonth === null ? [] : [stayColumn(atMonth)]),
        {
          key: "median",
          header: t("studies.retention.median"),
          unit: t("studies.retention.medianUnit"),
          title: t("studies.retention.medianTitle"),
          isNumber: true,
          cell: ({ medianMonths }) =>
            medianMonths === null ? (
              <span className="muted">{t("studies.retention.notReached")}</span>
            ) : (
              format.number(medianMonths)
            ),
        },
      ]}
    />
  );
}
