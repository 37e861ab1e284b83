export default {
  title: "Mentoři",
};
