/** Sizes a lesson's text may have on a device. */
export const textSizes = ["normal", "large", "larger", "largest"] as const;

export type TextSize = (typeof textSizes)[number];

/** Cookie of the device's choice; the page itself writes it too, so that no answer has to be waited for. */
export const textSizeCookie = "pismo";

export function isTextSize(value: unknown): value is TextSize {
  return textSizes.some((size) => size === value);
}

/** The size chosen on a device, from its cookies. */
export function textSizeOf(cookies: string | null): TextSize {
  const found = /(?:^|;\s*)pismo=([a-z]+)/.exec(cookies ?? "")?.[1];
  return isTextSize(found) ? found : "normal";
}

/** A cookie that keeps the choice for a year; readable by the page, it says nothing about anybody. */
export function textSizeCookieText(size: TextSize): string {
  return `${textSizeCookie}=${size}; Path=/; Max-Age=31536000; SameSite=Lax`;
}
