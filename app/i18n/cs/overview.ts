export default {
  title: "Přehled",
} as const;
