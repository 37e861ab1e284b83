import type { ClientType, MentorActivity } from "~/registry/schema";

/** Words of the demo's registry: invented, without names. */

export const helpWanted = [
  "Motivovat k nástupu na obecně prospěšné práce a pomoci domluvit se s poskytovatelem.",
  "Navázat kontakt s rodinou, klient se neozývá. Vysvětlit, co hrozí při přeměně trestu.",
  "Projít s klientem dluhy a doprovodit ho do bezplatné poradny.",
  "Podpořit při hledání práce, má zájem o stavební profese.",
  "Doprovodit na úřad práce a pomoci s vyřízením dávek.",
  "Dohlédnout, aby plnil podmínky domácího vězení, a pomoci sladit je s prací.",
  "Najít náhradní bydlení, rodině končí nájem.",
];

export const contacts = [
  "Telefon 700 000 101, nejlépe odpoledne.",
  "Bydlí u rodičů, doma bývá po 16. hodině.",
  "Telefon 700 000 102. Když nebere, zkusit sestru ve stejném domě.",
  "Telefon nemá, zastihnete ho na ubytovně vždy večer.",
  "Telefon 700 000 103, píše spíš zprávy.",
];

export const typeReasons: Record<ClientType, string[]> = {
  A: [
    "Nepřišel na tři schůzky po sobě a nereaguje na dopisy.",
    "Odmítá nastoupit na práce, komunikaci se střediskem se vyhýbá.",
  ],
  B: [
    "Na schůzky chodí, ale podmínky opakovaně porušuje.",
    "Snaží se, potíže se ale vracejí: dluhy a spory v rodině.",
  ],
  C: [
    "Spolupracuje dobře, ohrožuje ho ztráta bydlení.",
    "Plní vše, co má. Nemá ale práci ani nikoho, kdo by ho podpořil.",
  ],
};

export const activityNotes: Record<MentorActivity | "failed", string[]> = {
  motivation: [
    "Probrali jsme, proč se vyplatí práce dokončit. Slíbil, že v pondělí nastoupí.",
    "Bál se, že ho na pracovišti nebudou chtít. Domluvili jsme, že poprvé půjdeme spolu.",
  ],
  home_visit: [
    "Celá rodina doma. Matka je ráda, že někdo přijde i jinak než s obálkou.",
    "Klient je doma, podmínky plní. Potřebuje vyřídit nové lůžko pro syna.",
  ],
  work_or_housing: [
    "Prošli jsme nabídky práce a napsali životopis.",
    "Byli jsme se podívat na byt. Majitel chce kauci, zjistíme příspěvek.",
  ],
  authorities: [
    "Doprovodil jsem ho do střediska, domluvili nový termín.",
    "Na úřadu práce jsme podali žádost o příspěvek.",
  ],
  debts: [
    "Sepsali jsme dluhy, některé vidí klient poprvé. Objednán do poradny.",
    "Domluvena splátka náhrady škody 300 Kč měsíčně.",
  ],
  community_orientation: [
    "Vysvětlil jsem středisku, proč se rodina přestěhovala a kde je teď zastihnou.",
    "Setkání s pracovnicí střediska v lokalitě, představil jsem ji sousedům.",
  ],
  specialist_services: [
    "Doprovod do dluhové poradny, převzala ho odborná poradkyně.",
    "Předán kontakt na adiktologickou ambulanci, první schůzka příští týden.",
  ],
  failed: [
    "Nikdo neotevřel, nechal jsem vzkaz.",
    "Klient schůzku odložil, necítí se dobře.",
    "Telefon nebral, zkusím zítra.",
  ],
};

export const nextSteps = [
  "Ve středu spolu na úřad práce.",
  "Zavolat do střediska a potvrdit nástup.",
  "Příští týden znovu navštívit doma.",
  "Donést potvrzení o příjmu.",
  "Objednat do dluhové poradny.",
];
