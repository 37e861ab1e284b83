/*
 * The page a device shows without a connection: what is written into worksheets stays in the device's memory
 * under the same name as on the lesson's own page, which sends it once it is opened with a connection.
 */
const page = document.querySelector("[data-offline]");
const { owner, lesson, saves, unsent, failed } = page.dataset;

for (const field of saves === "ano" ? page.querySelectorAll(".worksheet textarea") : []) {
  const key = `sesit:${owner}:${lesson}:${field.id}`;
  const state = page.querySelector(`[data-state-of="${CSS.escape(field.id)}"]`);
  const printed = page.querySelector(`[data-print-of="${CSS.escape(field.id)}"]`);
  const say = (words) => {
    if (state) state.textContent = words;
  };
  const draft = read(key);
  if (draft) {
    field.value = draft.text;
    if (printed) printed.textContent = draft.text;
    say(unsent);
  }
  field.addEventListener("input", () => {
    const { base = -1, unconfirmed = [] } = read(key) ?? {};
    if (printed) printed.textContent = field.value;
    try {
      localStorage.setItem(key, JSON.stringify({ text: field.value, base, unconfirmed }));
      say(unsent);
    } catch {
      say(failed);
    }
  });
}

const back = page.querySelector("[data-back-online]");
function lookAtConnection() {
  back.hidden = !navigator.onLine;
}
window.addEventListener("online", lookAtConnection);
window.addEventListener("offline", lookAtConnection);

function read(key) {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? "null");
    return draft && typeof draft.text === "string" ? draft : null;
  } catch {
    return null;
  }
}
