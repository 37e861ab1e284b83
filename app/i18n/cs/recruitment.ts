export default {
  title: "Nábor",
} as const;
