export default {
  title: "Supervize",
};
