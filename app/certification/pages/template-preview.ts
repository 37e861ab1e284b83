import { guarded } from "~/access/index.server";
import { translator } from "~/i18n/i18n.server";
import { AppError } from "~/platform/errors";
import { fileResponse } from "~/platform/file-response.server";
import { readForm } from "~/platform/forms.server";
import { resourceAction } from "~/platform/resource-answer.server";
import { previewTemplate } from "../operations/certificate/preview-template.server";
import { currentTemplate, templateOf } from "../operations/certificate/template.server";
import { templatePreviewForm } from "../template-schema";

/** A saved version, drawn for an invented person. */
export const loader = guarded("template:manage", async ({ request, now }) => {
  const asked = new URL(request.url).searchParams.get("verze");
  if (asked !== null && !/^[1-9]\d{0,5}$/.test(asked)) throw new AppError("notFound");
  const template = asked === null ? await currentTemplate() : await templateOf(Number(asked));
  return pdf(await previewTemplate(template, { now }));
});

/** The form as it is being written; it opens in a window of its own, so a refusal is a plain sentence. */
export const action = resourceAction(
  guarded("template:manage", async ({ request, now }) => {
    const form = await readForm(request, templatePreviewForm);
    if (!form.ok) {
      const t = await translator("cs", "certification");
      const headers = { "Content-Type": "text/plain; charset=utf-8" };
      return new Response(t("template.previewRefused"), { status: 422, headers });
    }
    const { version } = await currentTemplate();
    return pdf(await previewTemplate({ version: version + 1, content: form.value }, { now }));
  }),
);

function pdf(body: Uint8Array): Response {
  return fileResponse({ body, type: "application/pdf", fileName: "ukazka-osvedceni.pdf", inline: true });
}
