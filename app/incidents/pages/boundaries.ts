import { open } from "~/access/index.server";

export const loader = open(async () => null);
