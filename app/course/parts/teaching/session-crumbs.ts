/** The way to a page about a run's teaching; a session on the way has its own link. */
export function sessionCrumbs(
  run: { id: string; name: string },
  last: string,
  session?: { id: string; topic: string },
) {
  const list = `/behy/${run.id}/vyuka`;
  return [
    { text: "course:runs.title", to: "/behy" },
    { text: run.name, to: `/behy/${run.id}` },
    { text: "teaching:list.title", to: list },
    ...(session ? [{ text: session.topic, to: `${list}/${session.id}` }] : []),
    { text: last },
  ];
}
