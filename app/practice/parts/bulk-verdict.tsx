import { useTranslation } from "react-i18next";
import { Disclosure, FormActions, SubmitButton, TextArea } from "~/ui";
import { reasonLength } from "../codes";

/** What is done with the chosen entries: approved, or returned with one reason for all of them. */
export function BulkVerdict({ returning }: { returning: boolean }) {
  const { t } = useTranslation("practice");
  return (
    <>
      <FormActions>
        <SubmitButton icon="check" size="lg" name="intent" value="approve">
          {t("review.approve")}
        </SubmitButton>
      </FormActions>
      <Disclosure summary={t("review.returnSomeOpen")} open={returning}>
        <TextArea
          name="reason"
          label={t("review.reason")}
          hint={t("review.returnText")}
          rows={3}
          maxLength={reasonLength}
          optional
          lang="cs"
        />
        <FormActions>
          <SubmitButton variant="secondary" icon="refresh" name="intent" value="return">
            {t("review.returnSome")}
          </SubmitButton>
        </FormActions>
      </Disclosure>
    </>
  );
}
