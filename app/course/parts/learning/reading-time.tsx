import { useEffect } from "react";
import { beatSeconds, idleAfterSeconds, longestBeat } from "../../rules/learning/reading-time";

/**
 * Tells the portal how long the lesson is really being read: in the tab that is seen and has the focus, by
 * somebody who moves now and then. It is only ever shown; no hour comes of it.
 */
export function ReadingTime({ address }: { address: string }) {
  useEffect(() => {
    let seconds = 0;
    let lastMove = Date.now();
    const tell = () => {
      const whole = Math.min(seconds, longestBeat);
      seconds = 0;
      if (whole > 0) navigator.sendBeacon(address, new URLSearchParams({ seconds: String(whole) }));
    };
    const tick = () => {
      const read =
        document.visibilityState === "visible" &&
        document.hasFocus() &&
        Date.now() - lastMove < idleAfterSeconds * 1000;
      if (read) seconds += 1;
      if (seconds >= beatSeconds) tell();
    };
    const moved = () => {
      lastMove = Date.now();
    };
    const onHide = () => {
      if (document.visibilityState === "hidden") tell();
    };
    const moves = ["scroll", "pointermove", "pointerdown", "keydown"] as const;
    const timer = setInterval(tick, 1_000);
    for (const move of moves) window.addEventListener(move, moved, { passive: true });
    document.addEventListener("visibilitychange", onHide);
    return () => {
      clearInterval(timer);
      for (const move of moves) window.removeEventListener(move, moved);
      document.removeEventListener("visibilitychange", onHide);
      tell();
    };
  }, [address]);
  return null;
}
