import { Link, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { Form } from "./form";
import { Icon } from "./icons";

export interface FilterBarProps {
  /** The fields; their `defaultValue`s come from the address. */
  children: ReactNode;
  /** Always in sight, beside the button that opens the rest: a search field. */
  search?: ReactNode;
  /** How many filters are on; the bar is then open. */
  active?: number;
  /** The address without any filter. */
  reset: string;
  action?: string;
  submitLabel?: string;
}

/** A GET form over a list: the filters are in the address and can be sent to a colleague. */
export function FilterBar({ children, search, active = 0, reset, action, submitLabel }: FilterBarProps) {
  const { t } = useTranslation("ui");
  const { search: address } = useLocation();
  return (
    <Form
      method="get"
      action={action}
      plainFields
      resetOn={address}
      className="filter-bar"
      preventScrollReset
    >
      {search && <div className="filter-search">{search}</div>}
      <details className="filter-details" open={active > 0 || undefined}>
        <summary className="filter-summary">
          <Icon name="filter" />
          {t("filter.title")}
          {active > 0 && <span className="count">{t("filter.active", { count: active })}</span>}
          <Icon name="chevronDown" size="sm" className="details-mark" />
        </summary>
        <div className="filter-fields">{children}</div>
      </details>
      <div className="filter-actions">
        <Button type="submit" variant="secondary" icon={search ? "search" : undefined}>
          {submitLabel ?? t("filter.apply")}
        </Button>
        {active > 0 && (
          <Link to={reset} className="filter-reset">
            {t("filter.reset")}
          </Link>
        )}
      </div>
    </Form>
  );
}
