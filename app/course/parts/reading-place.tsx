import { useEffect } from "react";

/**
 * Tells the portal at which heading the reader is, so that the lesson opens there next time, on any
 * device. Sent when the reader rests and when the page is left; it earns nothing.
 */
export function ReadingPlace({ address }: { address: string }) {
  useEffect(() => {
    const headings = [...document.querySelectorAll<HTMLElement>(".lesson-text h2[id], .lesson-text h3[id]")];
    let sent: string | undefined;
    let resting: ReturnType<typeof setTimeout> | undefined;
    const send = () => {
      const heading = headings
        .filter((one) => one.getBoundingClientRect().top < window.innerHeight / 2)
        .at(-1)?.id;
      if (heading === undefined || heading === sent) return;
      sent = heading;
      navigator.sendBeacon(address, new URLSearchParams({ heading }));
    };
    const onScroll = () => {
      clearTimeout(resting);
      resting = setTimeout(send, 2_000);
    };
    const onHide = () => {
      if (document.visibilityState === "hidden") send();
    };
    window.addEventListener("scroll", onScroll, { passive: true });
    document.addEventListener("visibilitychange", onHide);
    return () => {
      clearTimeout(resting);
      window.removeEventListener("scroll", onScroll);
      document.removeEventListener("visibilitychange", onHide);
    };
  }, [address]);
  return null;
}
