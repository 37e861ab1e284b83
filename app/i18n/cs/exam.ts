export default {
  title: "Zkouška",
};
