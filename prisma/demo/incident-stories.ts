import type { BiasIndicator, IncidentForm, PlaceKind } from "~/incidents/codebook";

/** Sentences the demo's incidents are put together from. Streets, pubs and people in them do not exist. */

export const streets =
  "Vymyšlená|Smyšlená|Na Příkladě|Pohádková|U Tří ukázek|Zkušební|Nikdeřská|K Obrázku|Papírová|Za Oponou".split(
    "|",
  );

export const placesInWords: Record<PlaceKind, readonly string[]> = {
  STREET: ["v ulici {street}", "na chodníku v ulici {street}", "na autobusové zastávce {street}"],
  HOME: ["v bytě v ulici {street}", "u domu v ulici {street}"],
  COMMON: ["na chodbě domu v ulici {street}", "ve výtahu domu v ulici {street}"],
  TRANSPORT: ["v autobuse u zastávky {street}", "ve vlaku krátce před zastávkou {street}"],
  SHOP: ["v prodejně Ukázka v ulici {street}", "u pokladny v prodejně U Vzorku"],
  SCHOOL: ["před školou v ulici {street}", "v jídelně školy v ulici {street}"],
  WORK: ["ve skladu firmy Příklad", "na stavbě v ulici {street}"],
  OFFICE: ["u přepážky úřadu v ulici {street}", "v čekárně úřadu"],
  POLICE: ["na služebně v ulici {street}", "při kontrole u služebny"],
  VENUE: ["v hospodě U Tří ukázek", "na pouti v ulici {street}", "na fotbale na hřišti {street}"],
  MEMORIAL: ["u pomníku v parku {street}", "na hřbitově v ulici {street}"],
  ONLINE: ["ve skupině Naše vymyšlené město", "pod článkem smyšleného webu"],
  OTHER: ["v zahrádkářské kolonii {street}", "u řeky za ulicí {street}"],
};

export const happenings: Record<IncidentForm, readonly string[]> = {
  VERBAL: [
    "Dva muži pokřikovali na matku s kočárkem, ať se „vrátí, odkud přišla“. Přidala se i žena z okna.",
    "Prodavačka řekla před ostatními: „Na vás si budu dávat pozor, já vás znám.“ Nikdo se nezastal.",
    "Parta mladých nadávala dvěma klukům kvůli barvě pleti a předváděla opičí zvuky.",
    "Starší pán vynadal rodině, že „za ni platí daně“, a plivl jim před nohy.",
    "Řidič do mikrofonu řekl, že „takoví ať jdou pěšky“, a cestující se smáli.",
  ],
  THREAT: [
    "Soused vyhrožoval, že „to tu všechno vypálí, jestli se neodstěhujete“. Ukazoval při tom zapalovač.",
    "Muž s holí v ruce čekal před vchodem a říkal, že si „někoho z nich jednou najde“.",
    "Přišla zpráva bez podpisu: „Víme, kde bydlíte.“ Byla k ní fotka jejich dveří.",
  ],
  EXTORTION: [
    "Tři mladíci chtěli po dvou klucích peníze „za to, že tu smějí chodit“. Dali jim sto korun.",
    "Ubytovatel chtěl peníze navíc jen po téhle rodině. Jinak prý zavolá „ty správné lidi“.",
  ],
  GRAFFITI: [
    "Na dveřích byl ráno nastříkaný nápis, ať se odstěhují, a pod ním číselný kód.",
    "Někdo polepil zastávku samolepkami s hesly proti Romům. Strhli je, druhý den tam byly zas.",
    "Na zdi u hřiště je velký symbol a vedle jméno rodiny, která tam bydlí.",
  ],
  DAMAGE: [
    "V noci někdo rozbil okno kamenem. Na kameni byl papír s nadávkou.",
    "Auto mělo ráno propíchané všechny čtyři pneumatiky. U sousedů se nestalo nic.",
    "Zničili záhon a lavičku, které si lidé před domem sami postavili.",
  ],
  ARSON: [
    "Někdo zapálil kočárky na chodbě. Sousedé oheň uhasili dřív, než přijeli hasiči.",
    "Na balkon v prvním patře dopadla zápalná láhev. Nechytla, zůstala jen stopa na zdi.",
  ],
  PHYSICAL: [
    "Tři muži srazili mladíka na zem a kopali do něj. Před tím se ho ptali, „co je zač“.",
    "Žena dostala ránu do obličeje, když řekla, ať jí přestanou nadávat.",
    "Muž pustil psa na skupinku dětí. Jedno pokousal do ruky.",
    "Házeli po rodině lahve z okna. Jedna trefila dědečka do ramene.",
  ],
  SEXUAL: ["Muž dívku osahával a říkal, že „takové jako ona to mají rády“. Pomohla jí náhodná kolemjdoucí."],
  KILLING: ["Muž po útoku skupiny zemřel v nemocnici. Svědci slyšeli, že křičeli kvůli jeho původu."],
  PUBLIC_SPEECH: [
    "Řečník na shromáždění mluvil o „nepřizpůsobivých, kteří sem nepatří“, a lidé tleskali.",
    "Někdo rozdával letáky, že Romové mohou za všechno. Ležely i ve schránkách.",
    "Pod příspěvkem o novém hřišti se objevily desítky komentářů, ať se „to s nimi vyřeší jednou provždy“.",
  ],
  DISCRIMINATION: [
    "Pronajímatel po telefonu souhlasil. Když rodinu viděl, byl byt najednou zadaný.",
    "Číšník je neobsloužil a řekl, že má „soukromou akci“. Ostatní přicházeli a sedali si dál.",
    "Vedoucí řekl, že „vaše lidi na tyhle práce nebere“. Jinému uchazeči místo hned nabídl.",
    "Ve škole posadili tři děti zvlášť dozadu. Učitelka to vysvětlila tím, že „stejně nedávají pozor“.",
  ],
};

export const endings: readonly string[] = [
  "Svědci byli dva, jeden je ochotný mluvit.",
  "Nikdo z přítomných nepomohl.",
  "Oběť se od té doby bojí chodit sama.",
  "Stalo se to na stejném místě už podruhé.",
  "Nikoho z útočníků oběť nezná.",
  "Jedna paní to prý natočila na telefon.",
  "Oběť to na policii hlásit nechce, bojí se.",
  "Na policii to nahlásili, dostali číslo jednací.",
];

export const harms: readonly string[] = [
  "Pohmožděná žebra a roztržený ret. Ošetření na pohotovosti.",
  "Děti nechtějí chodit do školy.",
  "Špatně spí, bojí se otevřít dveře.",
  "Škoda asi čtyři tisíce korun.",
  "Uvažují o odstěhování.",
  "Zlomené zápěstí, tři týdny bez práce.",
];

export const helpWishes: readonly string[] = [
  "Chtějí poradit, jestli a jak to hlásit. Volejte mi, nejlépe odpoledne.",
  "Potřebují doprovod na policii. Domluvíme se přese mě.",
  "Ptají se na náhradu škody. Ozvěte se mi zprávou v portálu nebo telefonem.",
  "Paní by si ráda s někým promluvila. Zařídím to.",
];

export const evidences: Record<BiasIndicator, readonly string[]> = {
  BI01: ["Oběť to říká od začátku stejně.", "Svědek sám mluvil o útoku kvůli původu."],
  BI02: ["Citovaná slova potvrdili dva svědci.", "Pokřik je slyšet na nahrávce."],
  BI03: ["Číselný kód na fotografii.", "Samolepka je uložená u reportéra."],
  BI04: ["Útočníci jsou z většinové společnosti, oběť je z romské rodiny."],
  BI05: ["Stejné letáky se objevily ve třech obcích najednou."],
  BI06: ["Na stejné adrese je to třetí hlášení za rok."],
  BI07: ["Ubytovna, kde bydlí hlavně romské rodiny."],
  BI08: ["Den po místním pochodu."],
  BI09: ["Oběť vystupovala den předtím v místní televizi."],
  BI10: ["Nic nebylo odcizeno, oběť útočníky nezná."],
};

export const reasons: Record<"CONFIRMED" | "PROBABLE" | "UNCLEAR" | "REJECTED", readonly string[]> = {
  CONFIRMED: ["Výpovědi se shodují a opírají se o záznam.", "Výroky slyšelo víc lidí nezávisle na sobě."],
  PROBABLE: ["Všechno tomu nasvědčuje, ale svědek zatím není.", "Chybí potvrzení z druhého zdroje."],
  UNCLEAR: ["Motiv zatím nejde oddělit od staršího sousedského sporu.", "Nepodařilo se nikoho dohledat."],
  REJECTED: ["Šlo o dluh mezi známými, předsudek se nepotvrdil.", "Událost se podle svědků nestala."],
};

export const corrections: readonly string[] = [
  "Podle popisu šlo i o vyhrožování.",
  "Reportér doplnil, že útok slyšelo víc lidí.",
  "Motivace upřesněna po rozhovoru s reportérem.",
];
