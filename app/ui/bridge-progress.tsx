import { useId } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  ARCH_WIDTH,
  archStones,
  BRIDGE_HEIGHT,
  pierPath,
  spandrelPath,
  STONES_PER_ARCH,
  stonesLaid,
  waterPath,
} from "./bridge-geometry";
import { Icon } from "./icons";

export interface BridgeSpan {
  label: string;
  /** In the same unit as `total`, e.g. minutes. */
  done: number;
  total: number;
  /** How the state is said: "24 z 60 vyučovacích hodin". */
  text: string;
  /** How many arches stand for it; ten stones each. */
  arches: number;
}

export interface BridgeProgressProps {
  title: ReactNode;
  /** Heading level of the title. */
  level?: 2 | 3;
  spans: BridgeSpan[];
  /** One plain sentence about what is missing. */
  summary?: ReactNode;
  action?: ReactNode;
}

const STONES = archStones();
/** On a phone a span is drawn in rows of no more arches than this, so that a stone can still be seen. */
const SIZE_CLASS = [
  "bridge-span-1",
  "bridge-span-2",
  "bridge-span-3",
  "bridge-span-4",
  "bridge-span-5",
  "bridge-span-6",
];

/**
 * Progress as a bridge built stone by stone. The numbers stand beside it as text and in `<progress>` elements
 * that assistive technology reads; the drawing itself is hidden from it.
 */
export function BridgeProgress({ title, level = 2, spans, summary, action }: BridgeProgressProps) {
  const { t } = useTranslation("ui");
  const titleId = useId();
  const Heading = `h${level}` as "h2" | "h3";
  const finished = spans.every((span) => span.done >= span.total);
  return (
    <section className="bridge" aria-labelledby={titleId}>
      <div className="bridge-head">
        <Heading id={titleId} className="bridge-title">
          {title}
        </Heading>
        <p className="bridge-note">
          {finished ? (
            <>
              <Icon name="checkCircle" size="sm" /> {t("bridge.done")}
            </>
          ) : (
            t("bridge.stones")
          )}
        </p>
      </div>
      <div className="bridge-spans">
        {spans.map((span, index) => (
          <Span key={span.label} span={span} tone={index % 2 === 0 ? "river" : "clay"} />
        ))}
      </div>
      {(summary || action) && (
        <div className="bridge-foot">
          {summary && <p className="bridge-summary">{summary}</p>}
          {action && <div>{action}</div>}
        </div>
      )}
    </section>
  );
}

function Span({ span, tone }: { span: BridgeSpan; tone: "river" | "clay" }) {
  const id = useId();
  const stones = span.arches * STONES_PER_ARCH;
  const laid = stonesLaid(span.done, span.total, stones);
  const width = span.arches * ARCH_WIDTH;
  return (
    <div
      className={`bridge-span bridge-${tone} ${SIZE_CLASS[Math.min(span.arches, SIZE_CLASS.length) - 1] ?? ""}`}
    >
      <svg
        viewBox={`0 0 ${width} ${BRIDGE_HEIGHT}`}
        className="bridge-drawing"
        aria-hidden="true"
        focusable="false"
      >
        <path className="bridge-water" d={waterPath(span.arches)} />
        <path className="bridge-pier" d={pierPath(span.arches)} />
        {Array.from({ length: span.arches }, (_, arch) => (
          <Arch
            key={arch}
            x={arch * ARCH_WIDTH}
            laid={Math.max(0, Math.min(STONES_PER_ARCH, laid - arch * STONES_PER_ARCH))}
            next={laid < stones}
          />
        ))}
      </svg>
      <div className="bridge-words">
        <label htmlFor={id} className="bridge-label">
          {span.label}
        </label>
        <span className="bridge-text">{span.text}</span>
        <progress
          id={id}
          className="visually-hidden"
          value={Math.min(span.done, span.total)}
          max={span.total || 1}
        >
          {span.text}
        </progress>
      </div>
    </div>
  );
}

/** Ten stones; `laid` of them are in place, and the one after them is being laid when `next` is set. */
function Arch({ x, laid, next }: { x: number; laid: number; next: boolean }) {
  return (
    <g transform={x ? `translate(${x} 0)` : undefined}>
      {laid === STONES_PER_ARCH && <path className="bridge-spandrel" d={spandrelPath()} />}
      {STONES.map((path, index) => {
        const keystone = index === STONES_PER_ARCH - 2;
        const state = index < laid ? (keystone ? "stone stone-key" : "stone stone-laid") : "stone stone-open";
        return (
          <path
            key={index}
            className={next && laid > 0 && index === laid ? "stone stone-next" : state}
            d={path}
          />
        );
      })}
    </g>
  );
}
