import { plainWords } from "./client-code";

/**
 * Regions (NUTS 3) of the towns in which the Probation and Mediation Service has its centres. Used when a file brings a centre the portal does not know yet.
 */
const townsOf: Readonly<Record<string, string>> = {
  CZ010: "Praha",
  CZ020:
    "Benešov,Beroun,Kladno,Kolín,Kutná Hora,Mělník,Mladá Boleslav,Nymburk,Praha-východ,Praha-západ,Příbram,Rakovník",
  CZ031: "České Budějovice,Český Krumlov,Jindřichův Hradec,Písek,Prachatice,Strakonice,Tábor",
  CZ032: "Domažlice,Klatovy,Plzeň,Plzeň-město,Plzeň-jih,Plzeň-sever,Rokycany,Tachov",
  CZ041: "Cheb,Karlovy Vary,Sokolov",
  CZ042: "Děčín,Chomutov,Litoměřice,Louny,Most,Rumburk,Teplice,Ústí nad Labem,Varnsdorf,Šluknov",
  CZ051: "Česká Lípa,Jablonec nad Nisou,Liberec,Semily",
  CZ052: "Hradec Králové,Jičín,Náchod,Rychnov nad Kněžnou,Trutnov",
  CZ053: "Chrudim,Pardubice,Svitavy,Ústí nad Orlicí",
  CZ063: "Havlíčkův Brod,Jihlava,Pelhřimov,Třebíč,Žďár nad Sázavou",
  CZ064: "Blansko,Brno,Brno-město,Brno-venkov,Břeclav,Hodonín,Vyškov,Znojmo",
  CZ071: "Jeseník,Olomouc,Prostějov,Přerov,Šumperk",
  CZ072: "Kroměříž,Uherské Hradiště,Vsetín,Zlín",
  CZ080: "Bruntál,Frýdek-Místek,Karviná,Nový Jičín,Opava,Ostrava",
};

const regionByTown = new Map(
  Object.entries(townsOf).flatMap(([region, towns]) =>
    towns.split(",").map((town) => [plainWords(town), region]),
  ),
);

/** The region of a centre by its town; null when the town is not known. */
export function regionOfCentre(town: string): string | null {
  const plain = plainWords(town);
  return regionByTown.get(plain) ?? (/^praha \d+$/.test(plain) ? "CZ010" : null);
}
