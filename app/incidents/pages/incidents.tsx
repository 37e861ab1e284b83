import { open } from "~/access/index.server";

export const loader = open(async () => null);

export default function Page() {
  return <p>placeholder</p>;
}
