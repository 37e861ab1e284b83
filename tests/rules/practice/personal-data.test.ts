import { describe, expect, it } from "vitest";
import { personalDataHints } from "~/practice/rules/personal-data";

const found = (text: string) => personalDataHints(text).map(({ kind, found: words }) => `${kind} ${words}`);

describe("personal data in a text", () => {
  it.each([
    ["Doprovodil jsem Janu Novákovou na úřad.", ["name Janu Novákovou"]],
    ["S Petrem jsme probrali rozpočet.", ["name Petrem"]],
    ["Jana byla nervózní.", ["name Jana"]],
    ["Mluvili jsme s Lenkou, Evou a Věrou.", ["name Lenkou", "name Evou", "name Věrou"]],
    [
      "Zdeňkovi i Markovi přišla obálka, Pavla jsme nezastihli.",
      ["name Zdeňkovi", "name Markovi", "name Pavla"],
    ],
    ["Volal jsem panu Horváthovi.", ["name panu Horváthovi"]],
    ["Přišla paní Nováková i slečna Nikola.", ["name paní Nováková", "name slečna Nikola"]],
    ["Domluvili jsme se s Novákovou na pondělí.", ["name Novákovou"]],
    ["Číslo je 777 123 456.", ["phone 777 123 456"]],
    ["Psal z +420 603123456, volal z 603-123-457.", ["phone +420 603123456", "phone 603-123-457"]],
    ["Rodné číslo 855412/1234 jsme opsali.", ["birthNumber 855412/1234"]],
    ["Opsal číslo 8554121235.", ["birthNumber 8554121235"]],
    ["Rodné číslo 855412 1234 i 8554121234.", ["birthNumber 855412 1234", "birthNumber 8554121234"]],
    ["Rodné číslo 530312/123 ze staré občanky.", ["birthNumber 530312/123"]],
    ["Volala z 777.123.456, pak z 777 12 34 56.", ["phone 777.123.456", "phone 777 12 34 56"]],
    ["Číslo 00420777123456.", ["phone 00420777123456"]],
    [
      "Bydlí v ulici Krásné 5, vedle v Nádražní 12/3. Na Husově 8 bydlí sestra.",
      ["address ulici Krásné 5", "address Nádražní 12/3", "address Husově 8"],
    ],
    ["Byt je na náměstí Míru, dům č. p. 214.", ["address náměstí Míru", "address č. p. 214"]],
    ["Mail je jana@priklad.cz, nic víc.", ["email jana@priklad.cz"]],
    ["Jana volala. Jana psala.", ["name Jana"]],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    "Klient přišel včas, probrali jsme, co ho čeká u soudu, a vyplnili žádost o dávku.",
    "Byli jsme v Ústí nad Labem na Úřadu práce, pak na Probační a mediační službě.",
    "Bytová situace se zlepšila. Krizová intervence nebyla potřeba. Dluhová poradna má otevřeno ve středu.",
    "Sídliště Janov, Chanov, Předlice a Karlovy Vary. Krásné Březno!",
    "Dluh je 3 000 000 Kč, splátka 1 500 Kč, číslo jednací 2026/123456, schůzka od 8.00 do 12.00.",
    "Rom, který mluvil romsky, mi vysvětlil, co je to Vánoce v osadě.",
    "Praxe 22. 11. 2026 od 9.30 do 11.00, druhá schůzka 23. 11. od 14:00.",
    "Krajský soud 3 hodiny odročoval. Poslední 2 klienti nepřišli. Zavolal na Vrchní soud.",
    "",
  ])("nothing in: %s", (text) => {
    expect(found(text)).toEqual([]);
  });
});
