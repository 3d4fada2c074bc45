import { Form, useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";

interface Props {
  readonly readAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly asksToConfirm: boolean;
  readonly timeZone: string;
}

/** Opening the page is reading it; a browser without scripts says so by a button. Confirming is always a person's click. */
export function ReadReceipt({ readAt, confirmedAt, asksToConfirm, timeZone }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const fetcher = useFetcher();
  const isNoted = useRef(readAt !== null);
  useEffect(() => {
    if (isNoted.current) return;
    isNoted.current = true;
    fetcher.submit({ intent: "read" }, { method: "post" });
  }, [fetcher]);
  if (confirmedAt)
    return (
      <p className="sub">
        {t("programme.announcements.confirmedOn", { when: format.dateTime(confirmedAt, timeZone) })}
      </p>
    );
  if (asksToConfirm)
    return (
      <Form method="post" className="notice no-print">
        <p>{t("programme.announcements.confirmText")}</p>
        <div className="form-actions">
          <button type="submit" name="intent" value="confirm" className="button primary">
            {t("programme.announcements.confirm")}
          </button>
        </div>
      </Form>
    );
  if (readAt)
    return (
      <p className="sub">
        {t("programme.announcements.readOn", { when: format.dateTime(readAt, timeZone) })}
      </p>
    );
  return (
    <Form method="post" className="no-print">
      <button type="submit" name="intent" value="read" className="button small">
        {t("programme.announcements.markRead")}
      </button>
    </Form>
  );
}
