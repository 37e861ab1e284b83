import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  BarChart,
  BridgeProgress,
  DataTable,
  EmptyState,
  LineChart,
  PortalFrame,
  StackedBar,
  StatusTag,
  TaskList,
  Timeline,
  Toast,
} from "~/ui";
import { draw, tagWith } from "./draw";

describe("the frame", () => {
  const frame = (
    <PortalFrame
      brand={{ name: "Portál Mentor" }}
      nav={["domu", "kurz", "praxe", "pripady", "incidenty", "mapa"].map((to, index) => ({
        to: `/${to}`,
        label: to,
        current: index === 1,
        badge: index === 5 ? 2 : undefined,
      }))}
      account={{
        name: "Jana Horváthová",
        roles: "mentorka",
        links: [{ to: "/odhlaseni", label: "Odhlásit se", method: "post" }],
      }}
      toast={{ kind: "success", text: "errors:gone" }}
      breadcrumbs={[{ label: "Domů", to: "/" }, { label: "Kurz" }]}
    >
      <h1>Kurz</h1>
    </PortalFrame>
  );
  const html = draw(frame);

  test("starts with a way to the content", () => {
    expect(html.indexOf('href="#obsah"')).toBeLessThan(html.indexOf("<header"));
    expect(html).toContain('<main id="obsah" tabindex="-1">');
  });

  test("marks the current page", () => {
    const current = [...html.matchAll(/<a aria-current="page"[^>]*>|<a [^>]*aria-current="page"[^>]*>/g)];
    expect(current.every(([link]) => link.includes('href="/kurz"'))).toBe(true);
    expect(current.length).toBeGreaterThan(0);
  });

  test("has four pages under the thumb and the rest behind More, with what waits there", () => {
    const bar = html.slice(html.indexOf('class="bar"'), html.indexOf('class="portal-content"'));
    const [inBar = "", more = ""] = bar.split("<details");
    expect(inBar.match(/<a /g)).toHaveLength(4);
    expect(more.match(/<a /g)).toHaveLength(2);
    expect(more).toContain('<span class="badge">2</span>');
  });

  test("signs out with a POST", () => {
    expect(html).toContain('<form method="post" action="/odhlaseni">');
  });

  test("says the toast in a region that is always there", () => {
    expect(html).toContain("Tento odkaz už neplatí.");
    expect(draw(<PortalFrame brand={{ name: "M" }} nav={[]} account={null} children={null} />)).toContain(
      '<div class="toast-region" role="status">',
    );
  });
});

describe("a table", () => {
  const rows = [{ id: "1", name: "Děčín", clients: 75 }];
  const table = (
    <DataTable
      caption="Střediska"
      rows={rows}
      rowKey={(row) => row.id}
      rowLink={(row) => `/strediska/${row.id}`}
      columns={[
        {
          key: "name",
          header: "Středisko",
          cell: (row) => row.name,
          sort: { to: "?podle=name", direction: "ascending" },
        },
        { key: "clients", header: "Klienti", cell: (row) => row.clients, numeric: true },
      ]}
      totals={{ name: "Celkem", clients: 75 }}
    />
  );

  test("repeats the headers for cards on a phone", () => {
    const html = draw(table);
    expect(html).toContain('data-label="Klienti"');
    expect(html).toContain("<caption>Střediska</caption>");
    expect(tagWith(html, 'aria-sort="ascending"')).toContain('scope="col"');
    expect(html).toContain('href="/strediska/1"');
  });

  test("without rows shows what to do instead", () => {
    const html = draw(
      <DataTable
        caption="Nic"
        rows={[]}
        rowKey={String}
        columns={[]}
        empty={<EmptyState title="Zatím nic" />}
      />,
    );
    expect(html).toContain("Zatím nic");
    expect(html).not.toContain("<table");
  });
});

describe("a picture has its words", () => {
  test("the bridge says the numbers", () => {
    const html = draw(
      <BridgeProgress
        title="Váš most"
        spans={[
          { label: "Teorie", done: 2070, total: 2700, text: "46 z 60 vyučovacích hodin", arches: 6 },
          { label: "Praxe", done: 2400, total: 2400, text: "40 ze 40 hodin", arches: 4 },
        ]}
      />,
    );
    expect(html).toContain("46 z 60 vyučovacích hodin");
    expect(tagWith(html, "<progress")).toContain('max="2700"');
    expect(html.match(/stone-laid|stone-key/g)).toHaveLength(46 + 40);
    expect(html.match(/class="stone stone-next"/g)).toHaveLength(1);
  });

  test("charts come with a table", () => {
    const bars = draw(<BarChart caption="Klienti" data={[{ label: "Děčín", value: 75 }]} />);
    expect(bars).toContain('<th scope="row">Děčín</th><td class="numeric">75</td>');
    const line = draw(
      <LineChart
        caption="Po měsících"
        points={["1/2025", "2/2025"]}
        series={[{ label: "Vše", values: [3, null] }]}
      />,
    );
    expect(line).toContain('<th scope="row">2/2025</th><td class="numeric">–</td>');
    const parts = draw(
      <StackedBar
        caption="Výsledky"
        parts={[
          { label: "Ano", value: 3 },
          { label: "Ne", value: 1 },
        ]}
      />,
    );
    expect(parts).toContain("75\u00a0%");
  });

  test("nothing to count is no reason to fall over", () => {
    expect(draw(<StackedBar caption="Výsledky" parts={[]} />)).toContain("Výsledky");
    expect(draw(<LineChart caption="Nic" points={[]} series={[]} />)).toContain("Nic");
    expect(draw(<BarChart caption="Nic" data={[]} />)).toContain("Nic");
  });
});

test("a state is more than a colour", () => {
  for (const tone of ["info", "success", "warning", "danger"] as const) {
    expect(draw(<StatusTag tone={tone}>stav</StatusTag>)).toContain("<svg");
  }
});

test("what waits says until when", () => {
  const html = draw(
    <TaskList
      items={[
        { id: "1", title: "Zápis", to: "/a", due: "2026-11-20", overdue: true },
        { id: "2", title: "Supervize", to: "/b", due: "2026-11-27" },
      ]}
    />,
  );
  expect(html).toContain("po termínu, mělo být do 20.\u00a011.\u00a02026");
  expect(html).toContain("do 27.\u00a011.\u00a02026");
});

test("history shows days as days and instants with their time", () => {
  const html = draw(
    <Timeline
      items={[
        { id: "1", at: "2026-11-20T14:30:00Z", title: "Návštěva", author: "Jana" },
        { id: "2", at: "2026-11-02", title: "Hodnocení" },
      ]}
    />,
  );
  expect(html).toContain("20.\u00a011.\u00a02026 v\u00a015:30");
  expect(html).toContain('<time dateTime="2026-11-02">2.\u00a011.\u00a02026</time>');
});

test("a toast's text can have values", () => {
  expect(draw(<Toast kind="warning" text="errors:tooBig" values={{ maximum: 15 }} />)).toContain(
    "Největší možná hodnota je 15.",
  );
});

test("every class a component names is in a style sheet", () => {
  const folder = new URL("../../../app/ui/", import.meta.url);
  const read = (path: string) => readFileSync(new URL(path, folder), "utf8");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const styles = files
    .filter((path) => path.endsWith(".css"))
    .map(read)
    .join("\n");
  const named = files
    .filter((path) => path.endsWith(".tsx"))
    .flatMap((path) =>
      [...read(path).matchAll(/className="([^"{}$]+)"/g)].flatMap(([, names]) => (names ?? "").split(" ")),
    );
  const unstyled = [...new Set(named)].filter((name) => !styles.includes(`.${name}`));
  // Names that only say what a thing is; their look comes from around them.
  expect(unstyled.sort()).toEqual([]);
});
