/** An invented person of the demo. */
export interface DemoPerson {
  name: string;
  given: string;
  family: string;
  woman: boolean;
}

const women =
  "Jana Marie Eva Lucie Věra Monika Renáta Božena Dana Helena Ivana Kateřina Květa Lenka Libuše Markéta Nikola Olga Růžena Simona Šárka Tereza Vlasta Zdeňka Žaneta".split(
    " ",
  );
const men =
  "Josef Milan Jan Petr Štefan Ladislav Roman Emil Dušan František Gejza Ivan Jaroslav Karel Marek Michal Ondřej Pavel Radek René Robert Rudolf Tomáš Viktor Zdeněk".split(
    " ",
  );
// Surnames in both forms, because the feminine one cannot be made by rule.
const families = (
  "Horváth/Horváthová Balog/Balogová Bílý/Bílá Cína/Cínová Čonka/Čonková Daniš/Danišová Demeter/Demeterová " +
  "Dunka/Dunková Džudža/Džudžová Fehér/Fehérová Ferenc/Ferencová Gábor/Gáborová Giňa/Giňová Goral/Goralová " +
  "Hangurba/Hangurbová Holub/Holubová Kandráč/Kandráčová Kotlár/Kotlárová Lakatoš/Lakatošová Mika/Miková " +
  "Mirga/Mirgová Oláh/Oláhová Pecha/Pechová Polhoš/Polhošová Rafael/Rafaelová Sivák/Siváková Šimko/Šimková " +
  "Tancoš/Tancošová Tokár/Tokárová Zupko/Zupková Javůrek/Javůrková Klouček/Kloučková Lípa/Lípová Mlynář/Mlynářová " +
  "Podhorský/Podhorská Říční/Říční Skalický/Skalická Tesárek/Tesárková Vrbka/Vrbková Zahrádka/Zahrádková"
)
  .split(" ")
  .map((pair) => pair.split("/") as [man: string, woman: string]);

/** Gives invented people one after another, no name twice (about two thousand of them). */
export function nameGenerator(random: () => number): (wish?: { woman?: boolean }) => DemoPerson {
  const given = new Set<string>();
  const pick = <Item>(list: readonly Item[]) => list[Math.floor(random() * list.length)]!;
  return function person({ woman = random() < 0.5 } = {}) {
    const first = pick(woman ? women : men);
    const family = pick(families)[woman ? 1 : 0];
    const name = `${first} ${family}`;
    if (given.has(name)) return person({ woman });
    given.add(name);
    return { name, given: first, family, woman };
  };
}
