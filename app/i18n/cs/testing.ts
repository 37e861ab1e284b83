export default {
  title: "Testy",
} as const;
