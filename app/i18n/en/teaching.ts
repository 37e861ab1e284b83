export default {
  title: "Teaching",
};
