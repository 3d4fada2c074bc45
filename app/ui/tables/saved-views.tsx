import { Form, Link } from "@remix-run/react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../primitives/icon";
import { Popover } from "../primitives/popover";
import styles from "./saved-views.module.css";

interface Props {
  readonly list: "accounts" | "employees";
  readonly views: readonly { readonly id: string; readonly name: string; readonly query: string }[];
  readonly params: URLSearchParams;
}

/** The reader's own views of the list as links, and the way to name the present one. */
export function SavedViews({ list, views, params }: Props) {
  const { t } = useTranslation();
  const present = new URLSearchParams([...params].filter(([name]) => name !== "at")).toString();
  if (views.length === 0 && present === "") return null;
  const isSaved = views.some((view) => view.query === present);
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Enter" && (event.nativeEvent.isComposing || event.keyCode === 229))
      event.preventDefault();
  }
  return (
    <div className={`row no-print ${styles.views}`}>
      {views.map((view) => (
        <span key={view.id} className="chip" aria-current={view.query === present ? "true" : undefined}>
          <Link to={`?${view.query}`}>{view.name}</Link>
          {view.query === present && (
            <Form method="post" action="/views" className={styles.remove}>
              <input type="hidden" name="list" value={list} />
              <input type="hidden" name="id" value={view.id} />
              <input type="hidden" name="query" value={present} />
              <button
                type="submit"
                name="intent"
                value="remove"
                aria-label={t("common.views.remove", { name: view.name })}
              >
                <Icon name="close" size={12} />
              </button>
            </Form>
          )}
        </span>
      ))}
      {present !== "" && !isSaved && (
        <Popover summaryClassName="chip" summary={t("common.views.save")}>
          <Form method="post" action="/views" className={styles.form}>
            <input type="hidden" name="list" value={list} />
            <input type="hidden" name="query" value={present} />
            <input
              name="name"
              className="input"
              maxLength={60}
              required
              placeholder={t("common.views.name")}
              aria-label={t("common.views.name")}
              onKeyDown={onKeyDown}
            />
            <button type="submit" className="button primary" name="intent" value="save">
              {t("common.action.save")}
            </button>
          </Form>
        </Popover>
      )}
    </div>
  );
}
