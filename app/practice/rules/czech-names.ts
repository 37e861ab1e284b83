/**
 * Given names common here, in their Czech cases, to notice that a text names somebody. A list, not a
 * grammar: it may miss a name, and it says so to nobody.
 */
const given = `Adam Adéla Agáta Albert Aleš Alena Alice Alois Anastázie Andrea Andrej Aneta Anežka Anna Anton Antonín
Arnošt Barbora Bartoloměj Blanka Bohumil Bohuslav Božena Cecílie Dagmar Dana Daniel Daniela David Denis Denisa Dezider
Dita Dominik Dominika Drahomíra Dušan Edita Elena Eliška Ema Emil Emilie Emílie Erik Erika Ester Eva Ferdinand Filip
František Františka Gabriel Gabriela Gejza Gizela Gustav Hana Hedvika Helena Henrieta Honza Hynek Ida Igor Ilona Imrich
Irena Iva Ivan Ivana Iveta Izabela Jakub Jan Jana Jarmila Jaromír Jaroslav Jaroslava Jindra Jindřich Jindřiška Jirka
Jiří Jiřina Jitka Johana Jolana Josef Josefína Jozef Julie Julius Kamil Kamila Karel Karolína Kateřina Klára Kristián
Kristýna Kryštof Květa Květoslava Ladislav Ladislava Laura Lenka Leona Leoš Libuše Linda Lubomír Luboš Lucie Luděk
Ludmila Lukáš Magdaléna Marcel Marcela Marek Margita Marián Mariana Marie Markéta Marta Martin Martina Matěj Matyáš
Michaela Michal Mikuláš Milada Milan Milena Miloš Miloslav Miloslava Miroslav Miroslava Monika Natálie Nataša Nela
Nikola Oldřich Oldřiška Olga Ondřej Otakar Patrik Pavel Pavla Pavlína Pepa Petr Petra Prokop Radek Radim Radka Radmila
Radovan Rastislav Regina Renata Renáta René Richard Robert Roman Romana Rostislav Rozálie Rudolf Růžena Sabina Samuel Sandra Sára
Sebastián Silvie Simona Slavomír Soňa Stanislav Stanislava Sylvie Šárka Šimon Štefan Štěpán Štěpánka Tadeáš Taťána
Tereza Tibor Tomáš Vanesa Václav Vendula Věra Veronika Viktor Viktorie Vilém Vít Vítězslav Vladimír Vladimíra Vladislav
Vlasta Vlastimil Vojtěch Vratislav Zbyněk Zdena Zdeněk Zdeňka Zuzana Žaneta Žofie`;

const names = new Set(given.split(/\s+/).flatMap((name) => casesOf(name.toLowerCase())));

/** Whether a word with a capital is somebody's given name, in any case. */
export function isGivenName(word: string): boolean {
  return names.has(word.toLowerCase());
}

/** Endings by which Czech tells a woman's surname: Nováková, Novákové, Novákovou. */
export const familyEnding = /(?<=\p{L}{2})ov(?:á|é|ou)$/u;

/** The cases of a name in lower case, those that sound alike once. */
function casesOf(name: string): string[] {
  if (name.endsWith("a")) {
    const stem = name.slice(0, -1);
    return [...endings(stem, "a y ě e i u o ou ovi"), ...softened(stem)];
  }
  if (name.endsWith("e")) return endings(name.slice(0, -1), "e i í");
  if (name.endsWith("í")) return endings(name, " ho mu m");
  // Dagmar and Ester are declined like women, the others like men; the lists may share their endings.
  return [name, ...endings(stemOf(name), "a e ě i u y ovi em ou")];
}

/** Marek – Marka, Pavel – Pavla, Zdeněk – Zdeňka. */
function stemOf(name: string): string {
  if (!/[eě][kl]$/.test(name) || /(?:iel|uel)$/.test(name)) return name;
  const last = name.at(-1)!;
  const before = name.slice(0, -2);
  return name.at(-2) === "ě" && before.endsWith("n") ? `${before.slice(0, -1)}ň${last}` : before + last;
}

/** Lenka – Lence, Olga – Olze, Věra – Věře. */
function softened(stem: string): string[] {
  const soft = { k: "ce", g: "ze", r: "ře", h: "ze" }[stem.at(-1)!];
  return soft ? [stem.slice(0, -1) + soft] : [];
}

function endings(stem: string, list: string): string[] {
  return list.split(" ").map((ending) => stem + ending);
}
