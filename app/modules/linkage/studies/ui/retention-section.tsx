import { useTranslation } from "react-i18next";
import { ChartFrame } from "~/ui/charts/chart-frame";
import { StepCurves } from "~/ui/charts/step-curves";
import { TableFrame } from "~/ui/tables/table-frame";
import { fewestUnits } from "../../drivers/fits/grade-effect";
import { fewestAtRisk, valueAt } from "../prepare-curves";
import type { PreparedRetention } from "../prepare-retention";
import { curveLook } from "./curve-colors";
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
      <ChartFrame
        name={grouping}
        title={t(`studies.retention.by.${grouping}`)}
        subtitle={
          t(`studies.retention.unit.${grouping}`) +
          (axisFrom > 0 ? t("studies.retention.axisFrom", { from: format.share(axisFrom) }) : "")
        }
        csvName={`retention-${grouping.replace("_", "-")}`}
        table={{
          columns: [
            { label: t("studies.retention.group") },
            { label: t("studies.month") },
            { label: t("studies.estimate"), format: format.share },
            { label: t("studies.lower"), format: format.share },
            { label: t("studies.upper"), format: format.share },
            { label: t("studies.atRisk"), format: (value) => format.number(value) },
          ],
          rows: groups.flatMap((group) =>
            group.curve.map((point) => [
              nameOf(group.key),
              point.month,
              point.estimate,
              point.lower,
              point.upper,
              point.atRisk,
            ]),
          ),
        }}
        empty={
          groups.length === 0 ? (
            <p className="sub">{t("studies.retention.noCurves", { count: fewestUnits })}</p>
          ) : undefined
        }
      >
        <StepCurves
          curves={groups.map((group, index) => ({
            key: group.key,
            label: nameOf(group.key),
            ...curveLook("cus", index),
            points: group.curve,
          }))}
          domain={[axisFrom, 1]}
          formatValue={format.share}
          formatCount={(count) => format.number(count)}
          words={{
            axis: t("studies.retention.axis"),
            atRisk: t("studies.retention.atRiskLabel"),
            few: t("studies.few", { count: fewestAtRisk }),
          }}
          titleOf={(curve, point) =>
            t("studies.retention.pointTitle", {
              group: curve.label,
              month: point.month,
              value: format.share(point.estimate),
              low: format.share(point.lower),
              high: format.share(point.upper),
              n: format.number(point.atRisk),
            })
          }
          description={t("studies.retention.description", {
            months: Math.max(0, ...groups.map((group) => group.curve.at(-1)?.month ?? 0)),
            list: format.list(
              groups.map((group) =>
                t("studies.retention.descriptionOne", {
                  group: nameOf(group.key),
                  value: format.share(group.curve.at(-1)?.estimate ?? null),
                }),
              ),
            ),
          })}
        />
      </ChartFrame>
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

function GroupTable({ retention, nameOf }: TableProps) {
  const { t } = useTranslation();
  const format = useStudyFormat();
  const { grouping, groups, atMonth } = retention;
  return (
    <TableFrame label={t(`studies.retention.by.${grouping}`)}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("studies.retention.group")}</th>
            <th scope="col" className="n">
              {t("studies.accounts")}
            </th>
            <th scope="col" className="n">
              {t("studies.retention.lost")}
            </th>
            {atMonth !== null && (
              <th scope="col" className="n">
                {t("studies.retention.stay")}
                <span className="unit">{t("studies.retention.stayUnit", { month: atMonth })}</span>
              </th>
            )}
            <th scope="col" className="n" title={t("studies.retention.medianTitle")}>
              {t("studies.retention.median")}
              <span className="unit">{t("studies.retention.medianUnit")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.key}>
              <td className="strong nowrap">{nameOf(group.key)}</td>
              <td className="n">{format.number(group.accounts)}</td>
              <td className="n">{format.number(group.lost)}</td>
              {atMonth !== null && (
                <td className="n">{format.share(valueAt(group.curve, atMonth)?.estimate ?? null)}</td>
              )}
              <td className="n">
                {group.medianMonths === null ? (
                  <span className="muted">{t("studies.retention.notReached")}</span>
                ) : (
                  format.number(group.medianMonths)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
