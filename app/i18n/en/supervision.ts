export default {
  title: "Supervision",
};
