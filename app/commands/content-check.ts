import { pageExists } from "./page-addresses";
import { loadContent } from "../course/catalogue/catalogue.server";
import { contentFigures } from "../course/catalogue/content-figures";

/**
 * `npm run content:check [-- --json]`: reads every lesson, test, term and public page and tells what is
 * wrong with them. Exit code 1 when anything is.
 */
const json = process.argv.includes("--json");
const fresh = process.argv.includes("--fresh");

const { catalogue, problems } = await loadContent({ fresh, pageExists, whole: true });
const figures = contentFigures(catalogue);

if (json) {
  console.log(JSON.stringify({ problems, ...figures }, null, 2));
} else {
  for (const { file, message } of problems) console.error(`content/${file}: ${message}`);
  const {
    lessons,
    units,
    questions,
    figures: drawings,
    terms,
    pages,
    reviewItems,
    plannedHours,
  } = figures.totals;
  console.log(
    `${lessons} lessons of ${plannedHours} hours, ${units} units of trainings, ${questions} questions, ${drawings} drawings, ${terms} terms, ${pages} pages, ` +
      `${reviewItems} items to review, ${problems.length} problems.`,
  );
}
process.exitCode = problems.length > 0 ? 1 : 0;
