export default {
  title: "Recruitment",
};
