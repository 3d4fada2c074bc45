import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { FieldProblem } from "~/ui/forms/field";
import styles from "./acquisition-units-field.module.css";

export interface ShownUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly people: number;
  readonly isNamedLike: boolean;
  readonly mayMove: boolean;
}

interface Props {
  readonly units: readonly ShownUnit[];
  readonly by: string;
  readonly chosen: readonly string[];
  readonly problem: FieldProblem | undefined;
}

/** Which units win customers: found by their names, or chosen. */
export function AcquisitionUnitsField({ units, by, chosen, problem }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const named = units.filter((unit) => unit.isNamedLike).map((unit) => unit.name);
  const isLocked = units.some((unit) => !unit.mayMove);
  return (
    <fieldset className="field" style={{ border: 0 }} aria-describedby="units-hint">
      <legend>{t("money.settings.field.units")}</legend>
      <label className="check">
        <input type="radio" name="unitsBy" value="name" defaultChecked={by === "name"} />
        <span>
          {t("money.settings.byName")}{" "}
          <span className="muted small">{named.join(", ") || t("money.input.noUnits")}</span>
        </span>
      </label>
      <label className="check">
        <input type="radio" name="unitsBy" value="choice" defaultChecked={by === "choice"} />
        <span>{t("money.settings.byChoice")}</span>
      </label>
      <div className={styles.units}>
        {units.map((unit) => {
          const isChecked = chosen.includes(unit.id);
          return (
            <label key={unit.id} className="check">
              <input
                type="checkbox"
                name={unit.mayMove ? "unitIds" : undefined}
                value={unit.id}
                defaultChecked={isChecked}
                disabled={!unit.mayMove}
              />
              {!unit.mayMove && isChecked && <input type="hidden" name="unitIds" value={unit.id} />}
              <span>
                {unit.name}{" "}
                <span className="muted small">
                  {unit.code} ·{" "}
                  {t("money.settings.people", { count: unit.people, n: format.number(unit.people) })}
                </span>
              </span>
            </label>
          );
        })}
      </div>
      {problem && (
        <p className="error" role="alert">
          {t(problem.key === "smallUnit" ? "money.settings.smallUnit" : "money.settings.chooseUnit")}
        </p>
      )}
      <p className="hint" id="units-hint">
        {t("money.settings.hint.units")} {isLocked && t("money.settings.smallUnit")}
      </p>
    </fieldset>
  );
}
