import { toString as qrSvg } from "qrcode";
import type { Actor } from "~/access/index.server";
import { proposeSecret } from "./operations/second-factor.server";

/** A secret to be set up, with its picture for the phone's camera. */
export async function describeProposal(actor: Actor, sealed?: string) {
  const { secretSealed, secret, uri } = await proposeSecret(actor, sealed);
  const svg = await qrSvg(uri, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
  return {
    secretSealed,
    uri,
    /** In groups of four, for copying by hand. */
    secret: secret.replace(/(.{4})(?=.)/g, "$1 "),
    picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`,
  };
}

export type Proposal = Awaited<ReturnType<typeof describeProposal>>;
