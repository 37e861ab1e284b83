export default {
  title: "Mentors",
};
