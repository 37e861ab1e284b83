/** What other domains draw with: the reader of texts and the tests, with their styles. */
import "./parts/course.css";
import "./parts/lesson.css";
import "./parts/testing/testing.css";

export { hasHtml, keepHtml } from "./parts/prepared-html";
export { QuestionAnswers } from "./parts/testing/question-answers";
export { TestForm } from "./parts/testing/test-form";
export { TestIntroduction } from "./parts/testing/test-introduction";
export { UnitReader } from "./parts/unit-reader";
export { textSizeOf } from "./rules/learning/text-size";
export { correctNeeded } from "./rules/testing/grade";
