export default {
  content: {
    story: "Příběh z praxe",
    exercise: "Cvičení",
    worksheetNote: "Portál sem napsaný text zatím neukládá. Chcete-li si ho nechat, stránku si vytiskněte.",
    takeAway: "Co si odnést",
    tip: "Tip",
    legal: "Co říká zákon",
    stav: "stav k",
    figureText: "Obrázek popsaný slovy",
    table: "Tabulka, dá se posouvat do stran",
  },
} as const;
