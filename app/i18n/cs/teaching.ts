export default {
  title: "Výuka",
} as const;
