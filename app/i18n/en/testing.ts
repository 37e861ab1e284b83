export default {
  title: "Tests",
};
