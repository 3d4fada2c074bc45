import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Field } from "~/ui/forms/field";
import { useRecordForm } from "~/ui/forms/use-record-form";
import { answerForm, feedbackForm } from "../announcement";
import type { FeedbackRow } from "../list-feedback.server";

type Answer = Parameters<typeof useRecordForm>[0]["answer"];

interface Props {
  readonly rows: readonly FeedbackRow[];
  readonly mayAnswer: boolean;
  /** Of whichever form was sent. */
  readonly answer: Answer;
  readonly sent: string | null;
}

export function FeedbackSection({ rows, mayAnswer, answer, sent }: Props) {
  const { t } = useTranslation();
  const forFeedback = answer?.values["intent"] === "ask" ? answer : undefined;
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("programme.announcements.feedback")}</h2>
          <p className="sub">{t("programme.announcements.feedbackText")}</p>
        </div>
      </div>
      {sent && (
        <p className="notice" role="status">
          {t(sent === "anonymous" ? "programme.announcements.sentAnonymous" : "programme.announcements.sent")}
        </p>
      )}
      {rows.length === 0 && <p className="muted">{t("programme.announcements.noFeedback")}</p>}
      <ul className="stack" style={{ maxWidth: 720, marginTop: 12 }}>
        {rows.map((row) => (
          <li key={row.id} style={{ borderLeft: "2px solid var(--line-2)", paddingLeft: 12 }}>
            <AskedBy row={row} />
            <p style={{ whiteSpace: "pre-line" }}>{row.text}</p>
            {row.answer ? (
              <div style={{ marginTop: 8 }}>
                <p className="small muted">
                  {t("programme.announcements.answer")} · <AnsweredBy row={row} />
                </p>
                <p style={{ whiteSpace: "pre-line" }}>{row.answer}</p>
              </div>
            ) : (
              <p className="small muted">{t("programme.announcements.waiting")}</p>
            )}
            {mayAnswer && (
              <AnswerForm row={row} answer={answer?.values["feedbackId"] === row.id ? answer : undefined} />
            )}
          </li>
        ))}
      </ul>
      <AskForm key={sent ?? ""} answer={forFeedback} />
    </section>
  );
}

function AskedBy({ row }: { row: FeedbackRow }) {
  const { t } = useTranslation();
  const date = useFormat().date(row.askedOn);
  return (
    <p className="small muted">
      {row.isAnonymous
        ? t("programme.announcements.askedAnonymous", { date })
        : row.askedByName
          ? t("programme.announcements.askedBy", { name: row.askedByName, date })
          : t("programme.announcements.asked", { date })}
      {row.isOwn && ` · ${t("programme.announcements.own")}`}
    </p>
  );
}

function AnsweredBy({ row }: { row: FeedbackRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  return t("programme.announcements.answeredBy", {
    name: row.answeredByName ?? "",
    date: format.date(row.answeredOn),
  });
}

function AnswerForm({ row, answer }: { row: FeedbackRow; answer: Answer }) {
  const { t } = useTranslation();
  const form = useRecordForm({ schema: answerForm, initial: { answer: row.answer ?? "" }, answer });
  const isOpen = answer !== undefined || row.answer === null;
  return (
    <details open={isOpen} className="no-print">
      <summary className="small">
        {t(row.answer ? "programme.announcements.editAnswer" : "programme.announcements.answer")}
      </summary>
      <Form {...form.form} className="form" style={{ marginTop: 8 }}>
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="feedbackId" value={row.id} />
        <Field label={t("programme.announcements.answer")} problem={form.problem("answer")}>
          <textarea {...form.input("answer")} rows={3} maxLength={4000} required />
        </Field>
        <div className="form-actions">
          <button type="submit" className="button small" disabled={form.isSubmitting}>
            {t("programme.announcements.answerAction")}
          </button>
        </div>
      </Form>
    </details>
  );
}

function AskForm({ answer }: { answer: Answer }) {
  const { t } = useTranslation();
  const form = useRecordForm({ schema: feedbackForm, initial: {}, answer });
  return (
    <Form {...form.form} className="form no-print" style={{ marginTop: 24 }}>
      <input type="hidden" name="intent" value="ask" />
      <Field label={t("programme.announcements.ask")} problem={form.problem("text")}>
        <textarea {...form.input("text")} rows={3} maxLength={2000} required />
      </Field>
      <label className="check">
        <input type="checkbox" name="anonymous" value="yes" />
        {t("programme.announcements.anonymous")}
      </label>
      <div className="form-actions">
        <button type="submit" className="button" disabled={form.isSubmitting}>
          {t("programme.announcements.send")}
        </button>
      </div>
    </Form>
  );
}
