import { createHash } from "node:crypto";
import { db, inTransaction, lockRow } from "~/platform/db/index.server";
import { isLayerName, type LayerStore } from "./layers";

/** Layers in the database, so that every process of the portal sees the same ones. */
export const databaseLayerStore: LayerStore = {
  async fingerprint() {
    const rows = await db().geoLayer.findMany({
      select: { name: true, sha256: true, sourceNote: true },
      orderBy: { name: "asc" },
    });
    if (rows.length === 0) return "none";
    return createHash("sha256").update(JSON.stringify(rows)).digest("hex").slice(0, 16);
  },

  async read() {
    const rows = await db().geoLayer.findMany({ orderBy: { name: "asc" } });
    return rows.flatMap((row) => (isLayerName(row.name) ? [{ ...row, name: row.name }] : []));
  },

  async replaceAll(layers) {
    await inTransaction(async (tx) => {
      await lockRow(tx, "geo-layers");
      await tx.geoLayer.deleteMany();
      await tx.geoLayer.createMany({ data: [...layers] });
    });
  },
};
