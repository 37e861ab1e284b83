export default {
  title: "Learning",
};
