import { useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "./class-names";
import { type FieldProps, FieldShell } from "./field";
import { useField, useFormReset, useFormState } from "./form";
import { useHydrated } from "./hydrated";
import { Icon } from "./icons";
import type { Option } from "./select";

export interface ComboboxProps extends FieldProps {
  /** Name under which the value of the option chosen is sent, empty when the text was only typed. */
  valueName?: string;
  /** Answers `?q=…` with a JSON list of `{ value, label, hint? }`. */
  source?: string;
  /** Offered without JavaScript in a datalist, and filtered in place when there is no `source`. */
  options?: Option[];
  defaultValue?: string | null;
  /** The value that belongs to `defaultValue`. */
  defaultChoice?: string | null;
  minimumLength?: number;
  onChoose?: (option: Option | null) => void;
}

const WAIT_MS = 160;
const SHOWN = 12;

/**
 * A text field that offers what it knows. Without JavaScript it is a plain field with a datalist, so the server
 * must also understand the typed text alone (`name`).
 */
export function Combobox({
  name,
  valueName,
  source,
  options,
  defaultValue,
  defaultChoice,
  minimumLength = 2,
  onChoose,
  hint,
  optional,
  ...shell
}: ComboboxProps) {
  const { t } = useTranslation("ui");
  const field = useField(name, optional);
  const { state } = useFormState();
  const hydrated = useHydrated();
  const listId = `${useId().replace(/:/g, "")}-list`;
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const givenChoice = valueName ? state?.values?.[valueName] : undefined;
  const [choice, setChoice] = useState<string>(
    (Array.isArray(givenChoice) ? givenChoice[0] : givenChoice) ?? defaultChoice ?? "",
  );
  const [query, setQuery] = useState<string | null>(null);
  const [found, setFound] = useState<Option[]>([]);
  const [status, setStatus] = useState<"idle" | "loading" | "ready" | "failed">("idle");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);

  useEffect(() => {
    if (query === null) return;
    const wanted = query.trim();
    if (wanted.length < minimumLength) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      if (!source) {
        setFound(matching(options ?? [], wanted));
        setStatus("ready");
        return;
      }
      setStatus("loading");
      try {
        const address = new URL(source, window.location.href);
        address.searchParams.set("q", wanted);
        const response = await fetch(address, {
          signal: stop.signal,
          headers: { Accept: "application/json" },
        });
        if (!response.ok) throw new Error(response.statusText);
        setFound(((await response.json()) as Option[]).slice(0, SHOWN));
        setStatus("ready");
      } catch {
        if (!stop.signal.aborted) setStatus("failed");
      }
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query, source, options, minimumLength]);

  useFormReset(input, () => {
    setChoice(defaultChoice ?? "");
    setQuery(null);
    setFound([]);
    setStatus("idle");
    setOpen(false);
  });

  function choose(option: Option) {
    if (input.current) input.current.value = option.label;
    setChoice(option.value);
    setOpen(false);
    setActive(-1);
    onChoose?.(option);
  }

  function type(text: string) {
    setQuery(text);
    setActive(-1);
    setOpen(text.trim().length >= minimumLength);
    if (text.trim().length < minimumLength) {
      setFound([]);
      setStatus("idle");
    }
    if (choice) {
      setChoice("");
      onChoose?.(null);
    }
  }

  function handleKey(event: KeyboardEvent) {
    if (event.key === "Escape" && open) {
      event.preventDefault();
      setOpen(false);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (found.length === 0) return;
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive(
        (current) => (current + step + found.length + (current < 0 && step < 0 ? 1 : 0)) % found.length,
      );
    } else if (event.key === "Enter" && open && active >= 0) {
      event.preventDefault();
      const option = found[active];
      if (option) choose(option);
    }
  }

  useEffect(() => {
    if (open && found.length > 0) list.current?.scrollIntoView({ block: "nearest" });
  }, [open, found]);

  const shown = hydrated && open && status !== "idle";
  const activeId = shown && active >= 0 ? `${listId}-${active}` : undefined;
  return (
    <FieldShell {...shell} field={field} hint={hint}>
      <div className="combobox">
        <input
          ref={input}
          id={field.id}
          name={name}
          type="text"
          className="input"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={field.value ?? defaultValue ?? ""}
          required={field.required}
          aria-invalid={field.errors.length > 0 || undefined}
          aria-describedby={field.describedBy(hint)}
          {...(hydrated
            ? {
                role: "combobox",
                "aria-autocomplete": "list",
                "aria-expanded": shown && found.length > 0,
                "aria-controls": listId,
                "aria-activedescendant": activeId,
                onChange: (event) => type(event.currentTarget.value),
                onKeyDown: handleKey,
                onBlur: () => setOpen(false),
              }
            : { list: options ? listId : undefined })}
        />
        <Icon name="search" className="combobox-mark" />
        {valueName && <input type="hidden" name={valueName} value={choice} />}
        {!hydrated && options && (
          <datalist id={listId}>
            {options.map((option) => (
              <option key={option.value} value={option.label} />
            ))}
          </datalist>
        )}
        {hydrated && (
          <ul
            ref={list}
            id={listId}
            role="listbox"
            aria-label={typeof shell.label === "string" ? shell.label : undefined}
            className="combobox-list"
            hidden={!shown || found.length === 0}
          >
            {found.map((option, index) => (
              // The keys are handled by the field, which keeps the focus.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events
              <li
                key={option.value}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active}
                className={classNames("combobox-option", index === active && "combobox-option-active")}
                // The press must not take the focus from the field before the choice is made.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
              >
                <span>{option.label}</span>
                {option.hint && <span className="combobox-hint">{option.hint}</span>}
              </li>
            ))}
          </ul>
        )}
        <p
          className={classNames("combobox-status", shown && found.length > 0 && "visually-hidden")}
          role="status"
        >
          {shown
            ? status === "loading"
              ? t("combobox.loading")
              : status === "failed"
                ? t("combobox.failed")
                : found.length === 0
                  ? t("combobox.none")
                  : t("combobox.results", { count: found.length })
            : ""}
        </p>
      </div>
    </FieldShell>
  );
}

/** Options whose label contains the text, whatever the accents and capitals. */
function matching(options: Option[], text: string): Option[] {
  const wanted = withoutAccents(text);
  return options.filter((option) => withoutAccents(option.label).includes(wanted)).slice(0, SHOWN);
}

function withoutAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
