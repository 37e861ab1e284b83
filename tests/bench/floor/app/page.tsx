import { useLoaderData } from "@remix-run/react";

/** The least a Remix page can do: one loader without a database, one element. */
export function loader() {
  return { greeting: "Dobrý den" };
}

export default function Page() {
  const { greeting } = useLoaderData<typeof loader>();
  return <h1>{greeting}</h1>;
}
