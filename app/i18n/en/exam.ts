export default {
  title: "Exam",
};
