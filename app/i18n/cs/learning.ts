export default {
  title: "Studium",
} as const;
