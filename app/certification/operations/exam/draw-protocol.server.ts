import { drawPaper } from "../../document/draw-paper.server";
import { protocolPaper, type SignedProtocol } from "./protocol-words.server";

/** Draws the protocol: tagged, in Czech, with texts that can be extracted. The same input gives the same bytes. */
export async function drawProtocol(protocol: SignedProtocol): Promise<Buffer> {
  return drawPaper(await protocolPaper(protocol));
}
