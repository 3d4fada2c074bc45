import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Field } from "~/ui/forms/field";
import { useRecordForm } from "~/ui/forms/use-record-form";
import type { Evidence } from "../list-readiness.server";
import { evidenceForm } from "../readiness";

interface Props {
  readonly evidence: readonly Evidence[];
  readonly mayWrite: boolean;
  readonly today: string;
  readonly answer: Parameters<typeof useRecordForm>[0]["answer"];
}

/** What shows that an item is done, and the form that adds to it. */
export function EvidenceSection({ evidence, mayWrite, today, answer }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("programme.readiness.evidence")}</h2>
          <p className="sub">{t("programme.readiness.evidenceText")}</p>
        </div>
      </div>
      {evidence.length === 0 ? (
        <p className="muted">{t("programme.readiness.evidenceEmpty")}</p>
      ) : (
        <div className="table-frame">
          <table className="data">
            <thead>
              <tr>
                <th>{t("programme.readiness.what")}</th>
                <th>{t("programme.readiness.link")}</th>
                <th>{t("programme.readiness.datedOn")}</th>
                <th>{t("programme.readiness.givenBy")}</th>
                {mayWrite && <th className="no-print" />}
              </tr>
            </thead>
            <tbody>
              {evidence.map((each) => (
                <tr key={each.id}>
                  <td>{each.text}</td>
                  <td>
                    {each.link ? (
                      <a href={each.link} rel="noreferrer noopener" style={{ overflowWrap: "anywhere" }}>
                        {each.link}
                      </a>
                    ) : (
                      "–"
                    )}
                  </td>
                  <td className="nowrap">{format.date(each.datedOn)}</td>
                  <td className="nowrap">{each.givenByName}</td>
                  {mayWrite && (
                    <td className="n no-print">
                      <Form method="post">
                        <input type="hidden" name="evidenceId" value={each.id} />
                        <button
                          type="submit"
                          name="intent"
                          value="removeEvidence"
                          className="button quiet small"
                        >
                          {t("programme.readiness.removeEvidence")}
                        </button>
                      </Form>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mayWrite && <EvidenceForm key={evidence.length} today={today} answer={answer} />}
    </section>
  );
}

function EvidenceForm({ today, answer }: Pick<Props, "today" | "answer">) {
  const { t } = useTranslation();
  const form = useRecordForm({ schema: evidenceForm, initial: { datedOn: today }, answer });
  return (
    <Form {...form.form} className="form no-print" style={{ marginTop: 20 }}>
      <input type="hidden" name="intent" value="addEvidence" />
      <h3>{t("programme.readiness.addEvidence")}</h3>
      <Field label={t("programme.readiness.what")} problem={form.problem("text")}>
        <textarea {...form.input("text")} rows={2} maxLength={1000} required />
      </Field>
      <div className="form-pair">
        <Field
          label={t("programme.readiness.link")}
          hint={t("programme.readiness.linkHint")}
          problem={form.problem("link")}
          isOptional
        >
          <input {...form.input("link")} maxLength={500} />
        </Field>
        <Field label={t("programme.readiness.datedOn")} problem={form.problem("datedOn")}>
          <input {...form.input("datedOn")} type="date" required />
        </Field>
      </div>
      <div className="form-actions">
        <button type="submit" className="button" disabled={form.isSubmitting}>
          {t("programme.readiness.addEvidence")}
        </button>
      </div>
    </Form>
  );
}
