import type { ReactNode } from "react";
import { BridgeScene } from "./drawings";

export interface HeroProps {
  eyebrow?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
}

/** The head of the public front page, over the picture of the bridge; holds the page's `h1`. */
export function Hero({ eyebrow, title, lead, actions }: HeroProps) {
  return (
    <header className="hero">
      <div className="hero-words">
        {eyebrow && <p className="eyebrow">{eyebrow}</p>}
        <h1 className="hero-title">{title}</h1>
        {lead && <p className="hero-lead">{lead}</p>}
        {actions && <div className="hero-actions">{actions}</div>}
      </div>
      <BridgeScene />
    </header>
  );
}
